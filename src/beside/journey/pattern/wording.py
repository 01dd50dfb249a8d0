"""What a moment is called: what somebody did, never what somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from beside.journey.pattern.model import Choice, MomentKind
from beside.kernel.sentences import Sentence

LATELY = Sentence("Lately, I …")
A_SMALL_TEST = Sentence("a small test")
MOMENTS: Mapping[MomentKind, Sentence] = {
    MomentKind.did_it_alone: Sentence("did it alone"),
    MomentKind.let_someone: Sentence("let someone"),
    MomentKind.thought_about_asking: Sentence("thought about asking"),
    MomentKind.said_nothing: Sentence("needed something, said nothing"),
    MomentKind.said_no_to_help: Sentence("said no to help"),
    MomentKind.said_im_fine: Sentence("said “I’m fine”"),
    MomentKind.took_it_on: Sentence("took it on"),
    MomentKind.redid_it: Sentence("redid it myself"),
    MomentKind.pulled_away: Sentence("pulled away"),
    MomentKind.paid_it_back: Sentence("paid it back at once"),
    MomentKind.let_someone_help: Sentence("let someone help"),
    MomentKind.asked: Sentence("asked"),
    MomentKind.let_it_be_seen: Sentence("let it be seen"),
    MomentKind.shared_something_real: Sentence("shared something real"),
    MomentKind.said_no_to_a_demand: Sentence("said no to a demand"),
    MomentKind.left_it_undone: Sentence("left it undone"),
}

CHOICE = Sentence("Doing it alone that time: which is closer?")
CHOICES: Mapping[Choice, Sentence] = {
    Choice.chose_to: Sentence("I chose to, and could have asked"),
    Choice.no_other_way: Sentence("There was no other way"),
    Choice.felt_like_no_other_way: Sentence("It felt like there was no other way"),
    Choice.not_sure: Sentence("Not sure"),
}

NOTE = Sentence("A few words, or none.")
DAY = Sentence("Which day was it?")
WHO = Sentence("Who was there?")
DISCOMFORT = Sentence("How hard was it?")
DISCOMFORT_ENDS = (Sentence("0 not at all"), Sentence("10 as hard as it gets"))
LOAD = Sentence("How much was on you then?")
LOAD_ENDS = (Sentence("0 nothing"), Sentence("10 more than fits"))
NO_NUMBER = Sentence("No number")

KEPT = Sentence("Kept. There is nothing else to do.")
NOTHING_YET = Sentence(
    "Nothing here yet. When you notice yourself doing something alone, tap once."
)
NOTHING_FOUND = Sentence("Nothing here has all of these words.")

NOT_YET_LIVED = Sentence("That day has not come yet.")


def note_too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the note is, and what there is room for."""
    return Sentence(
        "This note has %(length)s characters. There is room for %(limit)s. It is all still here.",
        length=length,
        limit=limit,
    )
