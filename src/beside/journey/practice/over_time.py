"""How much somebody believes a line, from test to test: their own answers, and no reason for them.

The trend is a least-squares line. Its band comes from drawing the answers again at random (the
bootstrap), always with the same seed, so that the same answers give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from random import Random
from typing import Any, NamedTuple

from beside.journey.practice.interval import TAIL
from beside.journey.practice.model import Ask, Belief

ENOUGH = 6
"""How many answers there are before anything is said of a trend."""
NEWEST = 60
"""How many answers of a line are looked at; what is older is in the notebook."""
DRAWN = 200
"""How often the answers are drawn again."""
SEED = 8_17_22
PLACES = 7
"""At how many days, evenly from the first to the last, the band is told."""


class Way(StrEnum):
    """Where the answers go."""

    down = "down"
    level = "level"
    up = "up"


class Point(NamedTuple):
    """How much a line was believed (0–100) after a test; *before* it, where both were said.

    Where only *before* was said it is that.
    """

    on: date
    held: int
    before: int | None


class Place(NamedTuple):
    """Where the answers seem to lie on a day (0–100), and the 80 % band."""

    on: date
    held: float
    low: float
    high: float


class Trend(NamedTuple):
    """The line through the answers, from the first day to the last.

    *change* is how much it falls or rises on the whole way; *low* … *high* its 80 % band.
    """

    places: tuple[Place, ...]
    change: float
    low: float
    high: float

    @property
    def has_band(self) -> bool:
        """Whether the band is wide enough to be seen (1 of 100) somewhere on the scale."""
        return any(min(one.high, 100) - max(one.low, 0) >= 1 for one in self.places)

    @property
    def way(self) -> Way:
        """Where it goes; level where the band of the change holds 0."""
        if self.low <= 0 <= self.high:
            return Way.level
        return Way.up if self.change > 0 else Way.down


class Line(NamedTuple):
    """One line and its answers, oldest first; *trend* is ``None`` while it is too early."""

    belief: Belief
    points: tuple[Point, ...]
    trend: Trend | None


def lines(asks: Iterable[Ask]) -> tuple[Line, ...]:
    """Return each line that was rated, with its newest answers."""
    found: dict[Belief, list[tuple[Point, Ask]]] = {}
    for ask in asks:
        point = _point(ask)
        if point and ask.prediction and ask.prediction.belief:
            found.setdefault(ask.prediction.belief, []).append((point, ask))
    told = []
    for belief in Belief:
        rated = sorted(found.get(belief, ()), key=lambda one: (one[0].on, one[1].id))
        points = tuple(point for point, _ in rated[-NEWEST:])
        if points:
            told.append(Line(belief, points, trend(points)))
    return tuple(told)


def trend(points: Sequence[Point]) -> Trend | None:
    """Return the trend of *points*, oldest first; ``None`` below `ENOUGH`, or all on one day."""
    first, last = points[0].on, points[-1].on
    span = (last - first).days
    if len(points) < ENOUGH or not span:
        return None
    days = [float((point.on - first).days) for point in points]
    held = [float(point.held) for point in points]
    fitted = _fit(days, held)
    drawn = _drawn_again(days, held)
    if fitted is None or not drawn:
        return None
    offsets = [round(span * place / (PLACES - 1)) for place in range(PLACES)]
    places = []
    for offset in offsets:
        low, high = _central([level + slope * offset for level, slope in drawn])
        on = date.fromordinal(first.toordinal() + offset)
        places.append(Place(on, fitted[0] + fitted[1] * offset, low, high))
    low, high = _central([slope * span for _, slope in drawn])
    return Trend(tuple(places), change=fitted[1] * span, low=low, high=high)


def _point(ask: Ask) -> Point | None:
    guess, outcome = ask.prediction, ask.outcome
    before = guess.line_now if guess else None
    after = outcome.line_after if outcome else None
    if after is not None and ask.closed_on:
        return Point(ask.closed_on, after, before)
    if before is not None and ask.locked:
        return Point(ask.locked.on, before, None)
    return None


def _fit(days: Sequence[float], held: Sequence[float]) -> tuple[float, float] | None:
    """Return level and slope of the least-squares line; ``None`` where all are on one day."""
    squares = [day * day for day in days]
    products = [day * rating for day, rating in zip(days, held, strict=True)]
    return _solved(len(days), sum(days), sum(held), sum(squares), sum(products))


def _drawn_again(days: Sequence[float], held: Sequence[float]) -> list[tuple[float, float]]:
    """Return level and slope for each time that the answers are drawn again, where there are."""
    squares = [day * day for day in days]
    products = [day * rating for day, rating in zip(days, held, strict=True)]
    n = len(days)
    fits = (
        _solved(n, sum(drawn(days)), sum(drawn(held)), sum(drawn(squares)), sum(drawn(products)))
        for drawn in _draws(n)
    )
    return [fit for fit in fits if fit]


def _solved(n: int, x: float, y: float, xx: float, xy: float) -> tuple[float, float] | None:
    spread = n * xx - x * x
    if spread <= 0:
        return None
    slope = (n * xy - x * y) / spread
    return (y - slope * x) / n, slope


@lru_cache(maxsize=NEWEST)
def _draws(n: int) -> tuple[itemgetter[Any], ...]:
    """Return what draws *n* of *n* again, with repeats; the same for every *n* answers."""
    draw = Random(SEED)  # noqa: S311 - it picks answers for a picture, and keeps no secret
    return tuple(itemgetter(*draw.choices(range(n), k=n)) for _ in range(DRAWN))


def _central(values: list[float]) -> tuple[float, float]:
    """Return what the middle 80 % of *values* lie between."""
    values.sort()
    cut = int(len(values) * TAIL)
    return values[cut], values[-1 - cut]
