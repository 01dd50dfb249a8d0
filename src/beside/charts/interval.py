"""What was expected and what to expect, on one line, with how little is known as wide as it is."""

from __future__ import annotations

from beside.charts.marks import BAND, TICK, label, path, ring_to_dot
from beside.charts.markup import WIDTH, Markup, picture
from beside.charts.model import Ends, Estimate
from beside.charts.scale import Scale, units

HEIGHT = 78
SIZE = 6.0
THICK = 22
TENS = Scale(0, 10, 16, WIDTH - 16)
_Y = 20


def interval(estimate: Estimate, *, key: str, finding: str, ends: Ends, more: str = "") -> Markup:
    """Return a line from 0 to 10: a ring at the guess, a dot at the estimate, its 80 % as a band.

    *ends* say what 0 and 10 are. Raises `OffTheScale`, `NotAKey`.
    """
    ring = None if estimate.guess is None else TENS.at(estimate.guess)
    drawing = (
        _band(TENS.cut(estimate.low), TENS.cut(estimate.high))
        + _ticks()
        + ring_to_dot(ring, TENS.at(estimate.estimate), _Y, size=SIZE)
        + label(ends.low, TENS.start - 4, HEIGHT - 5, side="start")
        + label(ends.high, TENS.end + 8, HEIGHT - 5, side="end")
    )
    return picture(drawing, height=HEIGHT, key=key, finding=finding, more=more)


def _band(low: float, high: float) -> str:
    # As round as it is wide at least: a narrow one stays a shape that can be seen.
    start, end = min(low, high), max(low, high)
    spare = max(0.0, 8 - (end - start)) / 2
    return (
        f'<rect {BAND} x="{units(start - spare)}" y="{units(_Y - THICK / 2)}"'
        f' width="{units(end - start + 2 * spare)}" height="{THICK}" rx="{THICK / 2:g}"/>'
    )


def _ticks() -> str:
    long, short = _Y + 20, _Y + 17
    ways = "".join(
        f"M{units(TENS.at(n))} {_Y + 14}V{long if n % 5 == 0 else short}" for n in range(11)
    )
    said = "".join(label(str(n), TENS.at(n), _Y + 35) for n in (0, 5, 10))
    return path(TICK, ways) + said
