"""What is to be drawn, as numbers and finished texts. None of it says whose it is when printed."""

from __future__ import annotations

from dataclasses import dataclass

RINGS = (1, 2, 3)
"""How near somebody is; 1 is nearest."""


class NoSuchRing(ValueError):
    """Somebody is placed on a ring that is not drawn."""


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """One test. *guess* and *happened* go from 0 to 10, 5 for "partly"; ``None`` draws no mark.

    *name* is what it was in our words, *who* a name that the person wrote. What was guessed and
    what happened are said in words as well, also where there is no mark ("no guess").
    """

    name: str
    guess: float | None
    guess_said: str
    happened: float | None
    happened_said: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the columns: the test, the ring, the dot."""

    test: str
    guess: str
    happened: str


@dataclass(frozen=True, slots=True, repr=False)
class Estimate:
    """What to expect, 0–10, with its central 80 % interval; *guess* is what was expected first."""

    guess: float | None
    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ends:
    """What the two ends of a scale mean."""

    low: str
    high: str


@dataclass(frozen=True, slots=True, repr=False)
class Rating:
    """How somebody rated something, 0–100, on a *day* (its ordinal).

    With *before* it is a pair: a ring for before, a dot for after.
    """

    day: int
    value: float
    before: float | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Trend:
    """Where the ratings seem to lie on a *day*, and between what."""

    day: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Dates:
    """How the first and the last day are written."""

    first: str
    last: str


@dataclass(frozen=True, slots=True, repr=False)
class Near:
    """Somebody on a *ring*, 1 (nearest) to 3; who is *resting* is drawn quietly.

    Raises `NoSuchRing`.
    """

    initials: str
    ring: int
    resting: bool = False

    def __post_init__(self) -> None:
        if self.ring not in RINGS:
            raise NoSuchRing
