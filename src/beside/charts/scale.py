"""From a number to a place. What is off the scale is refused: a picture must not invent a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Place = tuple[float, float]


class OffTheScale(ValueError):
    """A number is outside the scale that it is drawn on, or is no number at all."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Lays *low* … *high* on the units *start* … *end*, evenly; *end* may be the smaller one."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of *value*: the middle where all values are one.

        Raises `OffTheScale`.
        """
        if not self.low <= value <= self.high:
            raise OffTheScale
        if self.low == self.high:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def cut(self, value: float) -> float:
        """Return the place of *value*, which ends where the scale does: for the edge of a band.

        Raises `OffTheScale` where it is no number at all.
        """
        if value != value:  # noqa: PLR0124 - only what is no number differs from itself
            raise OffTheScale
        return self.at(min(max(value, self.low), self.high))


def units(number: float) -> str:
    """Return *number* with one digit after the point at most: a tenth of a unit is not seen."""
    return f"{round(number, 1):g}"


def line_through(places: Iterable[Place]) -> str:
    """Return the path through *places*."""
    return "M" + "L".join(f"{units(x)} {units(y)}" for x, y in places)


def area(upper: Sequence[Place], lower: Sequence[Place]) -> str:
    """Return the closed path along *upper* and back along *lower*; both run the same way."""
    return line_through([*upper, *reversed(lower)]) + "Z"


def seen(places: Iterable[Place], *, gap: float) -> list[Place]:
    """Return *places* without those that stand where one stands already, to *gap* units.

    No place that holds something is left empty, so that what is seen stays the same.
    """
    return list({(round(x / gap), round(y / gap)): (x, y) for x, y in places}.values())
