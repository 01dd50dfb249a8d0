"""How close the guesses were: a number held against a number, and no verdict on whoever guessed.

Looked at are tests with a guess and an answer. What already happened had no guess; with somebody
who is flagged a guess may be right for reasons that are no other person's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from beside.journey.practice.evidence import (
    ENOUGH,
    OWN_GUESS,
    counted,
    done,
    estimate,
    first_guess,
    without,
)
from beside.journey.practice.interval import Interval
from beside.journey.practice.model import Ask, Happened

ONE_STEP = 0.1
"""A guess is given in tenths: what is no further apart is about the same."""
A_LOT = 0.4
"""How far apart a guess and what came are before it is called a lot."""
CLOSE = 0.2
"""The Brier score below which guesses are close one by one; always to guess a half has 0.25."""

HOW_WELL = {
    Happened.took_it_well: 1.0,
    Happened.partly: 0.5,
    Happened.no: 0.0,
    Happened.it_hurt: 0.0,
}
"""What happened, as a number to hold a guess against; no answer has none."""


class Guesses(StrEnum):
    """How the guesses were, beside what came."""

    below = "below"
    about = "about"
    above = "above"


class Calibration(NamedTuple):
    """The mean guess and the mean of what came (0–1), over *n* tests.

    *range* is the 80 % interval of what came; *brier_score* the mean squared distance, 0 where
    each guess was exact, 1 where each was as wrong as can be. *alike*: every guess was the same.
    """

    n: int
    guessed: float
    came: float
    range: Interval
    brier_score: float
    alike: bool

    @property
    def bias(self) -> float:
        """The mean guess minus the mean of what came (−1 … 1)."""
        return self.guessed - self.came

    @property
    def guesses(self) -> Guesses:
        """How the guesses were. Inside the interval of what came is close enough."""
        inside = self.range.low <= self.guessed <= self.range.high
        if inside or abs(self.bias) <= ONE_STEP:
            return Guesses.about
        return Guesses.below if self.bias < 0 else Guesses.above

    @property
    def one_by_one(self) -> bool:
        """Whether the guesses were close each by itself, and not on average alone."""
        return self.brier_score < CLOSE

    @property
    def by_a_lot(self) -> bool:
        """Whether the guesses were far from what came."""
        return self.guesses is not Guesses.about and abs(self.bias) >= A_LOT


def calibration(asks: Iterable[Ask], *, flagged: Collection[UUID] = ()) -> Calibration | None:
    """Return how close the guesses were; ``None`` while it is too early (fewer than `ENOUGH`)."""
    kind = without(asks, flagged)
    held = [ask for ask in done(kind) if _both(ask)]
    if len(held) < ENOUGH:
        return None
    pairs = [pair for ask in held if (pair := _both(ask))]
    n = len(pairs)
    return Calibration(
        n=n,
        guessed=sum(guess for guess, _ in pairs) / n,
        came=sum(came for _, came in pairs) / n,
        range=estimate(counted(held), first_guess(kind), OWN_GUESS),
        brier_score=sum((guess - came) ** 2 for guess, came in pairs) / n,
        alike=len({guess for guess, _ in pairs}) == 1,
    )


def _both(ask: Ask) -> tuple[float, float] | None:
    """Return the guess and what came (0–1), where there are both."""
    came = HOW_WELL.get(ask.outcome.how) if ask.outcome else None
    return None if ask.prediction is None or came is None else (ask.prediction.well / 100, came)
