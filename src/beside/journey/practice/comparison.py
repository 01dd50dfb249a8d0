"""Fact stands beside fear, row by row, and nothing stronger is said than one time allows."""

from __future__ import annotations

from typing import NamedTuple

from beside.journey.practice import wording
from beside.journey.practice.model import Ask, FearedHappened, Happened, Outcome, Prediction
from beside.journey.practice.reply import Reply
from beside.kernel.sentences import Sentence


class Row(NamedTuple):
    """One thing, as guessed and as it happened.

    *guess* and *fact* are places on a scale from 0 to 10, for the ring and the dot; ``None`` where
    there is nothing to draw. The two sentences say the same, and more.
    """

    name: Sentence
    guess: int | None
    guess_said: Sentence
    fact: int | None
    fact_said: Sentence


class Comparison(NamedTuple):
    """What the comparison screen holds; *rows* are empty where nothing was guessed.

    *more* holds what was said both before and after under *Add more*, as *rows* do.
    """

    heading: Sentence
    rows: tuple[Row, ...]
    caution: Sentence
    more: tuple[Row, ...] = ()


_WELL = {Happened.took_it_well: 10, Happened.partly: 5, Happened.no: 0, Happened.it_hurt: 0}
_CAME = {FearedHappened.no: 0, FearedHappened.a_bit: 5, FearedHappened.yes: 10}


def tens(percent: int) -> int:
    """Return a chance in percent as one in ten, a half rounded up."""
    return (percent + 5) // 10


def side_by_side(ask: Ask, reply: Reply | None = None) -> Comparison:
    """Return the guess of *ask* beside what happened; what is not known says so.

    *reply* is what they said themselves: the trouble it was to them is theirs alone to say.
    """
    guess, outcome = ask.prediction, ask.outcome
    if guess is None:
        heading = wording.OUTCOMES[outcome.how] if outcome else wording.STATES[ask.state]
        none = wording.NO_GUESS_ON_PAPER if ask.on_paper else wording.NO_GUESS
        return Comparison(heading, (), none if outcome else wording.NOT_HAPPENED_YET)
    rows = (
        _well(guess, outcome),
        _feared(guess, outcome),
        _trouble(guess, reply),
        _next(guess, outcome),
    )
    return Comparison(
        heading=(
            wording.guess_and_happened(tens(guess.well), outcome.how)
            if outcome
            else wording.STATES[ask.state]
        ),
        rows=rows if outcome and outcome.next_guess is not None else rows[:3],
        caution=_caution(outcome),
        more=_more(guess, outcome) if outcome else (),
    )


def _well(guess: Prediction, outcome: Outcome | None) -> Row:
    return Row(
        wording.ROW_WELL,
        tens(guess.well),
        wording.in_ten(tens(guess.well)),
        _WELL.get(outcome.how) if outcome else None,
        wording.OUTCOMES[outcome.how] if outcome else wording.NOT_HAPPENED_YET,
    )


def _feared(guess: Prediction, outcome: Outcome | None) -> Row:
    came = outcome.feared_happened if outcome else None
    likely = None if guess.feared_likely is None else tens(guess.feared_likely)
    return Row(
        wording.ROW_FEARED,
        likely,
        wording.NOT_SAID if likely is None else wording.in_ten(likely),
        _CAME.get(came) if came else None,
        wording.FEARED_ANSWERS[came] if came else wording.NOT_SAID,
    )


def _trouble(guess: Prediction, reply: Reply | None) -> Row:
    # What it cost the other person is theirs to say; nobody's guess stands in for it.
    much, theirs = guess.trouble, reply.trouble if reply else None
    guessed = wording.NOT_SAID if much is None else wording.of_ten(much)
    said = wording.THEIRS_TO_SAY if theirs is None else wording.of_ten(theirs)
    return Row(wording.ROW_TROUBLE, much, guessed, theirs, said)


def _more(guess: Prediction, outcome: Outcome) -> tuple[Row, ...]:
    line = wording.line_tested(guess.belief) if guess.belief else wording.BELIEF_FOLD
    pairs = (
        (wording.ROW_HARD_BOTH, guess.suds, outcome.worst),
        (wording.ROW_COPE_BOTH, guess.how_id_cope, outcome.coped),
        (line, guess.line_now, outcome.line_after),
    )
    return tuple(
        Row(name, tens(before), wording.of_ten(tens(before)), tens(now), wording.of_ten(tens(now)))
        for name, before, now in pairs
        if before is not None and now is not None
    )


def _caution(outcome: Outcome | None) -> Sentence:
    # To speak of luck belongs beside what went well.
    well = outcome is None or outcome.how in (Happened.took_it_well, Happened.partly)
    return wording.ONE_TIME if well else wording.ONE_TIME_SHORT


def _next(guess: Prediction, outcome: Outcome | None) -> Row:
    before = tens(guess.well)
    if outcome is None or outcome.next_guess is None:
        return Row(wording.ROW_NEXT, before, wording.in_ten(before), None, wording.NOT_SAID)
    now = tens(outcome.next_guess)
    return Row(wording.ROW_NEXT, before, wording.in_ten(before), now, wording.in_ten(now))
