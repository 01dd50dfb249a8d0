"""What is said about people: their safety first, and never a verdict on them."""

from __future__ import annotations

from collections.abc import Mapping

from beside.around.circle.model import Answer, Fear, Ring, Safety
from beside.kernel.sentences import Sentence

WHO = Sentence("Who is it?")
NAME = Sentence("Name or initials")

HURT = Sentence("Has this person ever hurt, threatened, watched or controlled you?")
HURT_ANSWERS: Mapping[Answer, Sentence] = {
    Answer.no: Sentence("No"),
    Answer.yes: Sentence("Yes"),
    Answer.not_sure: Sentence("Not sure"),
}

AFRAID = Sentence("Would you be afraid of what they might do?")
AFRAID_ANSWERS: Mapping[Fear, Sentence] = {
    Fear.no: Sentence("No"),
    Fear.embarrassed: Sentence("Embarrassed, not afraid"),
    Fear.yes: Sentence("Yes"),
    Fear.not_sure: Sentence("Not sure"),
}

RING = Sentence("How near are they?")
RINGS: Mapping[Ring, Sentence] = {
    Ring.nearest: Sentence("Nearest"),
    Ring.near: Sentence("Near"),
    Ring.further_out: Sentence("Further out"),
}

SAFETY: Mapping[Safety, Sentence] = {
    Safety.free: Sentence("You can ask them."),
    Safety.resting: Sentence("Resting. We will not suggest them until you are sure."),
    Safety.flagged: Sentence("Your caution may be right. We will not suggest this person."),
}
SAFETY_SHORT: Mapping[Safety, Sentence] = {
    Safety.free: Sentence("free to ask"),
    Safety.resting: Sentence("resting"),
    Safety.flagged: Sentence("not suggested"),
}
ASK_AGAIN = Sentence("You were not sure about them. Here are the two questions again.")
LEFT_OUT = Sentence("Left out. We will not bring them up.")
LEFT_OUT_SHORT = Sentence("left out")
LEAVE_OUT = Sentence("Leave them out of suggestions")
LEFT_OUT_FOLD = Sentence("Left out of suggestions")
LET_BACK_IN = Sentence("Let them back in")
ANSWER_AGAIN = Sentence("Answer the two questions again")
STILL_FLAGGED = Sentence("You said yes to at least one of the two questions. That stays for now.")

SAME_PERSON = Sentence("Is this the same person?")
NAME_THERE = Sentence("Somebody with this name is here already.")
YES_THE_SAME = Sentence("Yes, the same person")
THEIR_PAGE = Sentence("Their page")
ANOTHER = Sentence("Somebody else with this name")

TAKEN_OUT = Sentence("someone you took out")
NOBODY_BY_NAME = Sentence("nobody by name")

HURT_NEEDED = Sentence("We need an answer here. “Not sure” is one.")
AFRAID_NEEDED = Sentence("We need an answer here. “Not sure” is one.")
RING_OPEN = Sentence("Leave it open")
NO_RING = Sentence("Not said how near")
NOT_SAID = Sentence("Not said")
NAME_NEEDED = Sentence("We need a name here. Initials will do.")
NOT_THERE = Sentence("Nobody is here under this address.")
REMOVED_STAYS = Sentence("What happened between you stays in your notebook.")


def name_too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the name is, and what there is room for."""
    return Sentence(
        "That name has %(length)s characters. There is room for %(limit)s. It is still here.",
        length=length,
        limit=limit,
    )
