"""What is said on the page and nowhere else. The findings on it are those of *What happened*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from beside.journey.practice.finding import IN_NO_COUNT, outwards
from beside.journey.practice.interval import Interval
from beside.journey.practice.model import FearedHappened
from beside.kernel.sentences import Sentence

TITLE = Sentence("Ten asks, both sides")
LEAD = Sentence(
    "Each row is one small ask. Where there was a guess, it was locked before. “You” is the one who asked."
)
NOT_YET = Sentence("Once a small test is done, it stands here.")
TOO_FEW = Sentence("Too few to say.")
COUNTS_ALONE = Sentence("With fewer than five answers, the counts are all there is.")

ROWS = Sentence("Ask by ask")
HEADS = (
    Sentence("No."),
    Sentence("who"),
    Sentence("what"),
    Sentence("guess"),
    Sentence("what came"),
    Sentence("what you’d hate most"),
    Sentence("how you asked"),
)
NO_GUESS = Sentence("no guess")
DOT_MEANS = Sentence("10 is well, 5 is partly, 0 is no or hurt. No answer, no dot.")
CUT = Sentence("“…” means that it goes on.")
ALL_ON_PAPER = Sentence("All guesses here were made on paper.")
ASIDE = IN_NO_COUNT
CAME: Mapping[FearedHappened | None, Sentence] = {
    FearedHappened.no: Sentence("It did not come"),
    FearedHappened.a_bit: Sentence("It came a bit"),
    FearedHappened.yes: Sentence("It came"),
    FearedHappened.cant_tell: Sentence("Can’t tell"),
    None: Sentence("Not said"),
}
FEARED_OTHER = Sentence("something else")
NOT_NOTED = Sentence("not noted")
NONE_ANSWERED = Sentence("no answer")
WITH_CARE = Sentence("with people you are careful with, or removed")

RESULTS = Sentence("What came of it")
LIMITS_TITLE = Sentence("How far this goes")
LIMITS = (
    Sentence("You chose these people, and what to ask. It says nothing about anyone else."),
    Sentence("These are few. Some of it can be luck."),
    Sentence("It is awkward to say no. So part of a yes may be good manners."),
    Sentence("Face to face is what is known best. Less is known of messages and e-mail."),
    Sentence("You wrote down what came, as you saw it. Nobody else looked."),
)

TEN = Sentence("That is ten, and ten is where it ends.")
STOP = Sentence("You can stop here. All of it stays yours.")
HOW_TO_STOP = Sentence(
    "To stop, there is nothing to do. In Settings you can take a copy with you, or delete it all."
)


def on_paper(numbers: Sequence[int]) -> Sentence:
    """Say by their *numbers* which guesses were made on paper (one or more)."""
    listed = ", ".join(map(str, numbers))
    if len(numbers) == 1:
        return Sentence("The guess of row %(row)s was made on paper.", row=listed)
    return Sentence("The guesses of rows %(rows)s were made on paper.", rows=listed)


def later(count: int) -> Sentence:
    """Say how many came after the ten."""
    if count == 1:
        return Sentence("One more came after these. It is in no count here:")
    return Sentence("%(count)s more came after these. They are in no count here:", count=count)


def part(what: Sentence, count: int) -> Sentence:
    """Say how many of those that came later went like that."""
    return Sentence("%(what)s %(count)s", what=what, count=count)


def group(well: int, answered: int, rate: Interval | None) -> Sentence:
    """Say how many of a group took it well, and what to expect next time or that it is too early.

    *answered* is 1 or more.
    """
    if rate is None:
        return Sentence("%(well)s of %(of)s, too few to say", well=well, of=answered)
    low, high = outwards(rate)
    return Sentence(
        "%(well)s of %(of)s, next time %(low)s\u00a0to\u00a0%(high)s in 10",
        well=well,
        of=answered,
        low=low,
        high=high,
    )


def chosen_on(day: str) -> Sentence:
    """Say that nobody watches, and the *day* on which the page was made."""
    return Sentence("Nobody monitors this. I chose this page on %(day)s.", day=day)
