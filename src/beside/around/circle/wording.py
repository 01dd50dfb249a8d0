"""What is said about people: their safety first, and never a verdict on them."""

from __future__ import annotations

from collections.abc import Mapping

from beside.around.circle.model import Answer, Fear, GoodFor, Relation, Ring, Safety, Tired
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

RELATION = Sentence("Who are they to you?")
RELATIONS: Mapping[Relation, Sentence] = {
    Relation.partner: Sentence("Partner"),
    Relation.family: Sentence("Family"),
    Relation.friend: Sentence("Friend"),
    Relation.at_work: Sentence("At work"),
    Relation.neighbour: Sentence("Neighbour"),
    Relation.somebody_else: Sentence("Somebody else"),
}
RELATION_SHORT = Sentence("Who they are")
RING_SHORT = Sentence("How near")
YES = Sentence("Yes")
GOOD_FOR = Sentence("What are they good for?")
GOOD_FORS: Mapping[GoodFor, Sentence] = {
    GoodFor.listening: Sentence("listening"),
    GoodFor.company: Sentence("company"),
    GoodFor.a_hand: Sentence("a hand"),
    GoodFor.a_lift: Sentence("a lift"),
    GoodFor.children: Sentence("children"),
    GoodFor.food: Sentence("food"),
    GoodFor.forms: Sentence("forms"),
    GoodFor.advice: Sentence("advice"),
}
GOOD_FOR_SHORT = Sentence("Good for")
GOOD_FOR_WORDS = Sentence("Good for, in your own words")
PHONE = Sentence("Phone")
MAIL = Sentence("Email")
NO_LINKS = Sentence("There are no links here. Someone may look through this phone.")
IN_MY_CARE = Sentence("I look after them")
IN_MY_CARE_WHY = Sentence("Then nothing is handed over to them. All else stays open.")
TIRED = Sentence("With them I can be tired")
TIREDS: Mapping[Tired, Sentence] = {
    Tired.yes: Sentence("Yes"),
    Tired.a_bit: Sentence("A bit"),
    Tired.no: Sentence("No"),
}
ADD_MORE = Sentence("Add more")
CHANGE = Sentence("Change what is written here")
BETWEEN = Sentence("What happened between you")
LET_THEM_SEE = Sentence("What I have let them see")
OLDER = Sentence("Older ones")

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
IT_HURT_LAST = Sentence("It hurt, the last time.")
LEFT_OUT_SHORT = Sentence("left out")
LEAVE_OUT = Sentence("Leave them out of suggestions")
LEFT_OUT_FOLD = Sentence("Left out of suggestions")
LET_BACK_IN = Sentence("Let them back in")
ANSWER_AGAIN = Sentence("Answer the two questions again")
STILL_FLAGGED = Sentence("You said yes to at least one of the two questions. That stays for now.")
FLAGGED_ONES = Sentence("Not suggested")

UNFLAG_FOLD = Sentence("If that was a slip, or is different now")
UNFLAG_TYPE = Sentence("Type these words. Then a day has to pass. Nobody is told.")
UNFLAG_WORDS = Sentence("I feel safe with them")
UNFLAG_AFTER = Sentence(
    "After that day we ask the two questions again. Until then nothing changes. "
    "You can take it back at any time."
)
UNFLAG_FIELD = Sentence("The words")
UNFLAG_BEGIN = Sentence("Begin the day of waiting")
UNFLAG_BEGUN = Sentence("You asked to lift the caution.")
UNFLAG_NOW = Sentence("A day has passed. Here are the two questions again.")
UNFLAG_ASKED = Sentence("Asked to lift the caution")
KEEP_FLAG = Sentence("Leave the caution as it is")
NOT_TYPED = Sentence("These are not quite the words. Copy them as they stand there.")
NOT_FLAGGED = Sentence("There is no caution here to lift.")

SAME_PERSON = Sentence("Is this the same person?")
NAME_THERE = Sentence("Somebody with this name is here already.")
YES_THE_SAME = Sentence("Yes, the same person")
THEIR_PAGE = Sentence("Their page")
ANOTHER = Sentence("Somebody else with this name")
TWO_OF_A_NAME = Sentence("Two people can have one name. It may be hard to tell them apart here.")
KEEP_THIS_NAME = Sentence("Keep this name for both")
ANOTHER_NAME = Sentence("Choose another name")
NOT_KEPT_YET = Sentence("What you wrote is below. It is not kept yet.")

TAKEN_OUT = Sentence("someone you removed")
NOBODY_BY_NAME = Sentence("nobody by name")

HURT_NEEDED = Sentence("We need an answer here. “Not sure” is one.")
AFRAID_NEEDED = Sentence("We need an answer here. “Not sure” is one.")
RING_OPEN = Sentence("Leave it open")
NO_RING = Sentence("Not said how near")
NOT_SAID = Sentence("Not said")
NAME_NEEDED = Sentence("We need a name here. Initials will do.")
NOT_A_NUMBER = Sentence("A phone number has digits. Yours is still here.")
NOT_AN_ADDRESS = Sentence("An email address looks like sam@example.org. Yours is still here.")
NOT_THERE = Sentence("Nobody is here under this address.")
REMOVED_STAYS = Sentence("What happened between you stays in your notebook.")
OUT_OF_COUNTS = Sentence("Small tests with them leave the counts.")
OPEN_STAYS = Sentence("An open test with them stays open, for nobody.")


JOBS_TITLE = Sentence("People whose job it is")
JOBS_WHY = Sentence("You owe them nothing. One sentence is enough to begin.")
JOB_TEST = Sentence("Try this as a small test")
NOBODY_YET = Sentence("Nobody here yet. One person is enough to begin, and initials will do.")
WHO_IS_NEAR = Sentence("Who is near")


def too_long(*, limit: int, length: int) -> Sentence:
    """Say how long a text is, and what there is room for."""
    return Sentence(
        "That has %(length)s characters. There is room for %(limit)s. It is still here.",
        length=length,
        limit=limit,
    )


def name_too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the name is, and what there is room for."""
    return Sentence(
        "That name has %(length)s characters. There is room for %(limit)s. It is still here.",
        length=length,
        limit=limit,
    )
