"""What is carried is called by its plain name; nothing of it is a task that is set."""

from __future__ import annotations

from collections.abc import Mapping

from beside.around.load.model import Carried, Chosen
from beside.kernel.sentences import Sentence

WHAT_I_CARRY = Sentence("What I carry")
ONE_MINUTE = Sentence("What I carry, 1 minute")
THIS_WEEK = Sentence("What is on you this week?")
UP_TO_FIVE = Sentence("Tick up to five.")
CARRIED: Mapping[Carried, Sentence] = {
    Carried.appointments: Sentence("remembering appointments"),
    Carried.a_mood: Sentence("someone’s mood"),
    Carried.the_bills: Sentence("the bills"),
    Carried.food: Sentence("food"),
    Carried.cover_at_work: Sentence("cover at work"),
    Carried.a_parent: Sentence("a parent"),
    Carried.forms: Sentence("forms"),
    Carried.other: Sentence("other"),
}
OTHER = Sentence("Other: what is it?")

FLU = Sentence("Say you had a bad flu for a week. Which of these would nobody know how to do?")
OTHERS_WOULD_MANAGE = Sentence("Others would manage")
NOBODY_WOULD_KNOW = Sentence("Nobody else would know how to do")

SMALLER = Sentence(
    "Someone could know where things are without doing anything. That is smaller than asking for "
    "help."
)
MAKE_IT_A_TEST = Sentence("Make it a small test")
WRITE_IT_DOWN = Sentence("Write it down for me")
LEAVE_IT = Sentence("Leave it undone this week")
NOT_TODAY = Sentence("Not today")
CHOSEN: Mapping[Chosen, Sentence] = {
    Chosen.small_test: Sentence("You made it a small test."),
    Chosen.written_down: Sentence("You wrote down where things are."),
    Chosen.left_undone: Sentence("You left it undone that week."),
}

ONE_MORE = Sentence("What you chose")
WHERE_THINGS_ARE = Sentence("Where are things?")
NOTE_HINT = Sentence("So that someone could find it without you. A few words are enough.")
WHAT_YOU_WROTE = Sentence("Where things are")

NOTHING_TICKED = Sentence("Tick one thing, or leave this for today.")
MORE_THAN_FIVE = Sentence("That is more than five. Untick what can wait. The rest stays.")
NOT_TICKED = Sentence("Choose one of these.")
NOTHING_CARRIED = Sentence("Nothing here yet.")

TO_SAY: Mapping[Carried, Sentence] = {
    Carried.appointments: Sentence(
        "If I had the flu for a week, nobody would know what is in the diary."
    ),
    Carried.a_mood: Sentence(
        "If I had the flu for a week, nobody would know what helps when the mood is low here."
    ),
    Carried.the_bills: Sentence(
        "If I had the flu for a week, nobody would know where the bills are."
    ),
    Carried.food: Sentence(
        "If I had the flu for a week, nobody would know what there is to eat, and when."
    ),
    Carried.cover_at_work: Sentence(
        "If I had the flu for a week, nobody would know where my work stands."
    ),
    Carried.a_parent: Sentence(
        "If I had the flu for a week, nobody would know what my parent needs."
    ),
    Carried.forms: Sentence("If I had the flu for a week, nobody would know where the forms are."),
    Carried.other: Sentence("If I had the flu for a week, nobody would know about this."),
}
"""What a person could say first, in their own name."""
MAY_I_SHOW_YOU = Sentence(
    "May I show you where things are? There is nothing to do, and a no is fine."
)


def too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the words are, and what there is room for."""
    return Sentence(
        "That has %(length)s characters. There is room for %(limit)s. It is all still here.",
        length=length,
        limit=limit,
    )
