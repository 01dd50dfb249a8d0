"""What many small tests come to, in words; `wording` has what is said around one of them.

Apart from it, because here the number of answers decides what may be said: below five there are
counts and no conclusion, and "you were right" is as large as "you guessed too low". A finding says
what was guessed and what came, and never why.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import NamedTuple

from beside.journey.practice import wording
from beside.journey.practice.calibration import Calibration, Guesses
from beside.journey.practice.comparison import tens
from beside.journey.practice.evidence import ENOUGH, Came, Counts, Evidence
from beside.journey.practice.interval import Interval
from beside.journey.practice.model import Happened
from beside.kernel.sentences import Sentence

TITLE = Sentence("What happened")
NOTHING_YET = Sentence("Nothing has happened here yet.")
WILL_STAND_HERE = Sentence("Once a small test is done, your guess and what came stand here.")
ONE_TO_FOUR = (
    Sentence("One result so far."),
    Sentence("Two results so far."),
    Sentence("Three results so far."),
    Sentence("Four results so far."),
)
TOO_SOON = Sentence("It is too soon to say much. Five gives a first look.")
NO_ANSWER_YET = Sentence("No answer so far.")
ALL_APART = Sentence("Your caution may be right.")
ALL_APART_WHY = Sentence(
    "All that happened so far was with people you are careful with, or removed."
)

RIGHT = Sentence("You were about right.")
RIGHT_ON_AVERAGE = Sentence("On average, you were about right.")
VERDICTS: Mapping[tuple[Guesses, bool], Sentence] = {
    (Guesses.below, False): Sentence("It went better than you guessed."),
    (Guesses.below, True): Sentence("It went a lot better than you guessed."),
    (Guesses.above, False): Sentence("It went worse than you guessed."),
    (Guesses.above, True): Sentence("It went a lot worse than you guessed."),
}
CAN_WAIT = Sentence("The next one can be smaller, or wait.")
TOO_FEW_GUESSED = Sentence("Too few of them had a guess to hold beside it.")
BIAS: Mapping[Guesses, Sentence] = {
    Guesses.below: Sentence("On average, your guesses were lower than what came."),
    Guesses.about: Sentence("On average, your guesses were close to what came."),
    Guesses.above: Sentence("On average, your guesses were higher than what came."),
}
ONE_BY_ONE = Sentence("One by one, they were further off.")
BRIER_SCORE = Sentence("Brier score: 0 is spot on, 1 is far off")

OUTCOMES: Mapping[Happened, Sentence] = {
    Happened.took_it_well: Sentence("well"),
    Happened.partly: Sentence("partly"),
    Happened.no: Sentence("no"),
    Happened.no_answer: Sentence("no answer"),
    Happened.it_hurt: Sentence("it hurt"),
}
NOT_NOTED = Sentence("how is not noted")

GUESS_AND_CAME = Sentence("Guess, and what came")
YOUR_GUESS = Sentence("your guess")
FAIR_NOW = Sentence("fair guess next time")
ENDS = (Sentence("no"), Sentence("took it well"))
COUNTED: Mapping[str, Sentence] = {
    "well": Sentence("Took it well"),
    "partly": Sentence("Partly"),
    "no": Sentence("Said no, or turned away"),
    "hurt": Sentence("It hurt"),
}
NO_ANSWER = Sentence("No answer")
UNPLANNED = Sentence("Without a guess")
FIRST_GUESS = Sentence("Your first guess")
MEAN_GUESS = Sentence("Your guesses, on average")
MEAN_CAME = Sentence("What came, partly as a half")
HOW_FAR = Sentence("How far apart")
NUMBER_HEADS = (Sentence("What"), Sentence("In 10"), Sentence("Tests"))
NUMBERS = Sentence("Numbers in a table")
TEST_BY_TEST = Sentence("Test by test")
RING_AND_DOT = Sentence("The ring is your guess, 0 to 10. The dot is what came.")
HEADS = (Sentence("test"), Sentence("guess"), Sentence("came"))
NONE = Sentence("none")

FEARED = Sentence("What you’d hate most")
FEARED_HEADS = (Sentence("Which"), Sentence("Came"), Sentence("A bit"), Sentence("Of"))
FEARED_CAME = Sentence("Feared thing came")
BY_CHANNEL = Sentence("By how you asked")
OTHERS_FOUND = Sentence("What others found, face to face")
BY_PERSON = Sentence("Who it was with")
GROUP_HEADS = (Sentence("Took it well"), Sentence("Next time"))
LEANS = Sentence(
    "Next time is a fair guess, in 10. With few answers it leans on what all of them did."
)
NEXT_GUESS = Sentence("A fair guess for next time")
TOO_FEW = Sentence("too few")
HOW_CLOSE = Sentence("How close your guesses were")
APART = Sentence("People you are careful with, or removed")
APART_WHY = Sentence(
    "Your caution may be right. They are in no count above. Here it is without and with them."
)
IN_NO_COUNT = Sentence("in no count")
NOT_COUNTED = Sentence("People you are careful with, or removed, are not in here.")
WITHOUT_THEM = Sentence("without them")
WITH_THEM = Sentence("with them")
YOU_SAID = Sentence("You said, after one of them:")


class Finding(NamedTuple):
    """What is said first, what below it, and how far it may be trusted."""

    heading: tuple[Sentence, ...]
    says: tuple[Sentence, ...]
    caution: Sentence | None = None


def finding(found: Evidence, held: Calibration | None) -> Finding:
    """Return what *found* comes to, beside how close the guesses were (*held*)."""
    counts = found.counts
    if counts.answered == 0:
        return _nothing_to_count(found)
    if found.rate is None:
        return Finding((ONE_TO_FOUR[counts.answered - 1], *it_hurt(counts)), (TOO_SOON,))
    after, caution = next_time(found.rate), can_move(counts.answered)
    if held is None:
        return Finding((so_far(counts),), (TOO_FEW_GUESSED, after), caution)
    facts, said = (guessed(held), so_far(counts)), verdict(counts, held)
    if held.guesses is Guesses.about:
        return Finding((*said, *facts), (after,), caution)
    gently = (CAN_WAIT,) if held.guesses is Guesses.above else ()
    return Finding(facts, (*said, after, *gently), caution)


def verdict(counts: Counts, held: Calibration) -> tuple[Sentence, ...]:
    """Say how the guesses were. Nobody was right about what hurt: there the facts stand alone."""
    if held.guesses is not Guesses.about:
        return (VERDICTS[held.guesses, held.by_a_lot],)
    if counts.hurt:
        return ()
    return (RIGHT if held.one_by_one else RIGHT_ON_AVERAGE,)


def _nothing_to_count(found: Evidence) -> Finding:
    if found.counts.no_answer:
        return Finding((NO_ANSWER_YET,), (wording.AFTER_NO_ANSWER,))
    if found.with_flagged:
        return Finding((ALL_APART,), (ALL_APART_WHY,))
    return Finding((NOTHING_YET,), (WILL_STAND_HERE,))


def guessed(held: Calibration) -> Sentence:
    """Say what was guessed, as a chance in 10; *about* where the guesses were not all the same."""
    guess = tenth(held.guessed)
    if held.alike:
        return Sentence("You guessed %(guess)s\u00a0in\u00a010.", guess=guess)
    return Sentence("You guessed about %(guess)s\u00a0in\u00a010.", guess=guess)


def so_far(counts: Counts) -> Sentence:
    """Say how many of those with an answer took it well, how many partly, and how many hurt."""
    figures = {"well": counts.well, "of": counts.answered}
    match bool(counts.partly), bool(counts.hurt):
        case True, True:
            return Sentence(
                "So far %(well)s\u00a0of\u00a0%(of)s took it well, %(partly)s partly, "
                "and %(hurt)s hurt.",
                **figures,
                partly=counts.partly,
                hurt=counts.hurt,
            )
        case True, False:
            return Sentence(
                "So far %(well)s\u00a0of\u00a0%(of)s took it well, and %(partly)s partly.",
                **figures,
                partly=counts.partly,
            )
        case False, True:
            return Sentence(
                "So far %(well)s\u00a0of\u00a0%(of)s took it well, and %(hurt)s hurt.",
                **figures,
                hurt=counts.hurt,
            )
    return Sentence("So far %(well)s\u00a0of\u00a0%(of)s took it well.", **figures)


def it_hurt(counts: Counts) -> tuple[Sentence, ...]:
    """Say how many hurt, where there are few; nothing where none did."""
    if not counts.hurt:
        return ()
    if counts.answered == 1:
        return (Sentence("It hurt."),)
    return (Sentence("It hurt in %(hurt)s of %(of)s.", hurt=counts.hurt, of=counts.answered),)


def next_time(rate: Interval) -> Sentence:
    """Say what to expect next time: the 80 % interval, rounded outwards to tenths."""
    low, high = outwards(rate)
    return Sentence(
        "A fair guess for next time is between %(low)s and %(high)s in\u00a010.", low=low, high=high
    )


def can_move(count: int) -> Sentence:
    """Say that *count* results (five or more) are no last word."""
    return Sentence("From %(count)s tests with people you chose. It can still move.", count=count)


def not_counted(count: int) -> Sentence:
    """Say how many had no answer, and that they are in no count."""
    return Sentence("%(count)s, not counted", count=count)


def of(count: int, answered: int) -> Sentence:
    """Say *count* of *answered*."""
    if not answered:
        return NONE
    return Sentence("%(count)s of %(of)s", count=count, of=answered)


def next_short(rate: Interval) -> Sentence:
    """Say what to expect next time of a group, in 10."""
    low, high = outwards(rate)
    return Sentence("%(low)s to %(high)s", low=low, high=high)


def between(middle: str, low: str, high: str) -> Sentence:
    """Say an estimate with the ends of its interval, each written as the language has it."""
    return Sentence("%(middle)s (%(low)s to %(high)s)", middle=middle, low=low, high=high)


def on_paper(count: int) -> Sentence:
    """Say how many of the guesses were made on paper (one or more): nobody saw them locked."""
    if count == 1:
        return Sentence("One of these guesses was made on paper.")
    return Sentence("%(count)s of these guesses were made on paper.", count=count)


def with_whom(what: Sentence, who: Sentence) -> Sentence:
    """Say what it was and whom it was with, where that is no name."""
    return Sentence("%(what)s · %(who)s", what=what, who=who)


def in_no_count(what: Sentence) -> Sentence:
    """Say *what*, and that it is not among what is counted."""
    return Sentence("%(what)s · %(aside)s", what=what, aside=IN_NO_COUNT)


def feared(came: Came) -> tuple[Sentence, ...]:
    """Say how often the feared thing came, of how many."""
    if not came.told:
        return (Sentence("Not known yet."),)
    said = [Sentence("It came in %(came)s of %(of)s.", came=came.came, of=came.told)]
    if came.a_bit:
        said.append(Sentence("In %(count)s more it came a bit.", count=came.a_bit))
    if unknown := came.cant_tell + came.unsaid:
        said.append(Sentence("In %(count)s it is not known.", count=unknown))
    if came.told < ENOUGH:
        said.append(Sentence("Too few to say more."))
    return tuple(said)


def bias(counts: Counts, held: Calibration) -> tuple[Sentence, ...]:
    """Say how the guesses were beside what came, with both figures and how many.

    An average can be close where no guess was. Where something hurt, none is called close.
    """
    figures = Sentence(
        "You guessed %(guess)s in 10, and %(came)s in 10 came. That is the average of "
        "%(count)s tests.",
        guess=tenth(held.guessed),
        came=tenth(held.came),
        count=held.n,
    )
    if held.guesses is not Guesses.about:
        return (BIAS[held.guesses], figures)
    if counts.hurt:
        return (figures,)
    return (BIAS[Guesses.about], *(() if held.one_by_one else (ONE_BY_ONE,)), figures)


def tenth(rate: float) -> int:
    """Return a rate (0–1) as one in ten, a half rounded up."""
    return tens(round(rate * 100))


def outwards(rate: Interval) -> tuple[int, int]:
    """Return the interval in tenths, the lower end rounded down and the upper end up."""
    return floor(rate.low * 10), ceil(rate.high * 10)
