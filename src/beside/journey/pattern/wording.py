"""What a moment is called: what somebody did, never what somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from beside.journey.pattern.model import (
    AtTwo,
    Choice,
    Item,
    Line,
    MomentKind,
    Nearest,
    Offer,
    WhenDoubled,
)
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

NEAREST = Sentence("What is closest to today?")
NEARESTS: Mapping[Nearest, Sentence] = {
    Nearest.took_on_too_much: Sentence("I took on too much"),
    Nearest.snapped: Sentence("I snapped, or shut down"),
    Nearest.said_no: Sentence("Someone offered. I said no"),
    Nearest.said_nothing: Sentence("I needed something and said nothing"),
    Nearest.nobody_to_ask: Sentence("There is nobody to ask"),
    Nearest.looking_around: Sentence("Looking around"),
}
CHOICE_LAST = Sentence("Doing it alone, the last time: which is closer?")
OFFER = Sentence("If someone safe had offered to take part of it?")
OFFERS: Mapping[Offer, Sentence] = {
    Offer.yes: Sentence("I’d have said yes"),
    Offer.a_part: Sentence("A small part"),
    Offer.im_fine: Sentence("I’d have said “I’m fine”"),
    Offer.no_one_safe: Sentence("There is no one safe"),
}
LINE = Sentence("Is there a line in your head at that moment?")
LINES: Mapping[Line, Sentence] = {
    Line.rely_on_myself: Sentence("I can only rely on myself"),
    Line.depending_hurts: Sentence("Depending on others gets me hurt"),
    Line.vulnerability_is_danger: Sentence("Vulnerability equals danger"),
    Line.another: Sentence("Another one"),
    Line.none: Sentence("No line"),
}

WHAT_YOU_SAID = Sentence("What you said")
SAID_NEAREST: Mapping[Nearest, Sentence] = {
    Nearest.took_on_too_much: Sentence("You took on too much."),
    Nearest.snapped: Sentence("You snapped, or shut down."),
    Nearest.said_no: Sentence("Someone offered. You said no."),
    Nearest.said_nothing: Sentence("You needed something and said nothing."),
    Nearest.nobody_to_ask: Sentence("There is nobody to ask."),
}
SAID_CHOICE: Mapping[Choice, Sentence] = {
    Choice.chose_to: Sentence("You chose to do it alone, and could have asked."),
    Choice.no_other_way: Sentence("There was no other way."),
    Choice.felt_like_no_other_way: Sentence("It felt like there was no other way."),
    Choice.not_sure: Sentence("You are not sure if you chose to do it alone."),
}
SAID_OFFER: Mapping[Offer, Sentence] = {
    Offer.yes: Sentence("If someone safe had offered, you would have said yes."),
    Offer.a_part: Sentence(
        "If someone safe had offered, you would have let them take a small part."
    ),
    Offer.im_fine: Sentence("If someone safe had offered, you would have said “I’m fine”."),
    Offer.no_one_safe: Sentence("There is no one safe who could have offered."),
}
ANOTHER_LINE = Sentence("There was a line of your own.")
NO_LINE = Sentence("There was no line.")
NOTE = Sentence("A few words, or none.")
DAY = Sentence("Which day was it?")
WHO = Sentence("Who was there?")
DISCOMFORT = Sentence("How hard was it?")
DISCOMFORT_ENDS = (Sentence("0 not at all"), Sentence("10 as hard as it gets"))
LOAD = Sentence("How much was on you then?")
LOAD_ENDS = (Sentence("0 nothing"), Sentence("10 more than fits"))

KEPT = Sentence("Kept. There is nothing else to do.")
NOTHING_YET = Sentence(
    "Nothing here yet. When you notice yourself doing something alone, tap once."
)
NOTHING_FOUND = Sentence("Nothing here has all of these words.")

NOT_YET_LIVED = Sentence("That day has not come yet.")

HOW_I_DO_IT = Sentence("How I do it")
THREE = Sentence("Three questions about how you do things")
THREE_MORE = Sentence("Three more questions")
OUR_OWN = Sentence("These are our own questions. This is a reflection, not a test score.")
ITEMS: Mapping[Item, Sentence] = {
    Item.why_alone: Sentence("When I do things alone, it is mostly because …"),
    Item.would_accept: Sentence(
        "If someone safe offered help with my heaviest task this week, I’d say yes."
    ),
    Item.when_doubled: Sentence("When twice as much is on me, I ask others for …"),
    Item.after_help: Sentence("After someone has helped me, I feel …"),
    Item.at_two: Sentence("I could name someone to call at 2 in the morning."),
    Item.cost: Sentence("Doing it alone cost me something this month."),
}
ENDS: Mapping[Item, tuple[Sentence, Sentence]] = {
    Item.why_alone: (Sentence("0 I want to"), Sentence("10 it feels impossible not to")),
    Item.would_accept: (Sentence("0 no"), Sentence("10 yes, for sure")),
    Item.after_help: (Sentence("0 grateful"), Sentence("10 in debt, or guilty")),
    Item.cost: (Sentence("0 nothing"), Sentence("10 a great deal")),
}
WHEN_DOUBLED: Mapping[WhenDoubled, Sentence] = {
    WhenDoubled.more: Sentence("more"),
    WhenDoubled.the_same: Sentence("about as much as ever"),
    WhenDoubled.less: Sentence("less"),
}
AT_TWO: Mapping[AtTwo, Sentence] = {
    AtTwo.yes: Sentence("Yes"),
    AtTwo.not_sure: Sentence("Not sure"),
    AtTwo.no: Sentence("No"),
}
SKIP = Sentence("Skip")
NOTHING_TO_KEEP = Sentence("There is nothing to keep yet. One answer is enough.")
NO_ANSWERS_YET = Sentence("Nothing here yet.")
TOO_EARLY = Sentence("One answer. Too early to compare.")
NOBODY_TESTED_THEM = Sentence("Nobody has tested them. An answer can move for no reason.")
YOU_SAID_AT_FIRST = Sentence("On a first visit you said")


def note_too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the note is, and what there is room for."""
    return Sentence(
        "This note has %(length)s characters. There is room for %(limit)s. It is all still here.",
        length=length,
        limit=limit,
    )


def said_line(line: Line) -> Sentence:
    """Say which line there was."""
    match line:
        case Line.another:
            return ANOTHER_LINE
        case Line.none:
            return NO_LINE
        case _:
            return Sentence("The line was: “%(line)s.”", line=LINES[line])


def answered(item: Item, answer: int | WhenDoubled | AtTwo) -> Sentence:
    """Say an answer to one of our own questions; a number with the words at its ends."""
    match answer:
        case WhenDoubled():
            return WHEN_DOUBLED[answer]
        case AtTwo():
            return AT_TWO[answer]
        case _:
            low, high = ENDS[item]
            return Sentence(
                "%(number)s of 10 (%(low)s, %(high)s)", number=answer, low=low, high=high
            )
