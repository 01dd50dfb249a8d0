"""A rating over time: every rating as it was given, and where they seem to lie, with its band."""

from __future__ import annotations

from collections.abc import Sequence

from beside.charts.marks import GRID, OWN, OWN_BAND, OWN_DOT, RING, TIE, TREND, label, path
from beside.charts.markup import WIDTH, Markup, picture
from beside.charts.model import Dates, Rating, Trend
from beside.charts.scale import Place, Scale, area, line_through, seen, units

HEIGHT = 184
HUNDRED = Scale(0, 100, 156, 16)
LEFT, RIGHT = 46, WIDTH - 14


def line_with_band(
    ratings: Sequence[Rating],
    trend: Sequence[Trend],
    *,
    key: str,
    finding: str,
    dates: Dates,
    more: str = "",
) -> Markup:
    """Return ratings from 0 to 100 by their days, above the line of their *trend* and its band.

    The scale at its side is in tens, 0 to 10, as they are asked for.

    *dates* is how the first and the last day are written. The band ends where the scale does.
    Raises `OffTheScale`, `NotAKey`.
    """
    days = _days([*ratings, *trend])
    drawing = (
        _band(trend, days)
        + _frame(dates, one_day=days.low == days.high)
        + _line(trend, days)
        + _dots(ratings, days)
    )
    return picture(drawing, height=HEIGHT, key=key, finding=finding, more=more)


def _days(dated: Sequence[Rating | Trend]) -> Scale:
    days = [one.day for one in dated] or [0]
    return Scale(min(days), max(days), LEFT, RIGHT)


def _frame(dates: Dates, *, one_day: bool) -> str:
    ways = "".join(f"M{LEFT - 8} {units(HUNDRED.at(n))}H{WIDTH - 4}" for n in (0, 50, 100))
    said = "".join(
        label(str(n // 10), LEFT - 13, HUNDRED.at(n) + 4, side="end") for n in (0, 50, 100)
    )
    foot = HEIGHT - 5
    if one_day:
        said += label(dates.first, (LEFT + RIGHT) / 2, foot)
    else:
        said += label(dates.first, LEFT - 8, foot, side="start")
        said += label(dates.last, WIDTH - 4, foot, side="end")
    return path(GRID, ways) + said


def _band(trend: Sequence[Trend], days: Scale) -> str:
    if not trend:
        return ""
    upper = _along([(days.at(one.day), HUNDRED.cut(one.high)) for one in trend])
    lower = _along([(days.at(one.day), HUNDRED.cut(one.low)) for one in trend])
    return path(OWN_BAND, area(upper, lower))


def _line(trend: Sequence[Trend], days: Scale) -> str:
    if not trend:
        return ""
    places = _along([(days.at(one.day), HUNDRED.cut(one.value)) for one in trend])
    return path(TREND, line_through(places))


def _along(places: list[Place]) -> list[Place]:
    """Return *places* from left to right, one for each unit; a single one becomes a short line."""
    ordered = list({round(x): (x, y) for x, y in sorted(places)}.values())
    if len(ordered) > 1:
        return ordered
    x, y = ordered[0]
    return [(x - 8, y), (x + 8, y)]


def _dots(ratings: Sequence[Rating], days: Scale) -> str:
    """Return a dot for each rating; with a ring for what was before it, and a tie between them."""
    size = _size(len(ratings))
    ties: dict[str, None] = {}
    rings, around, dots, inside = [], [], [], []
    for one in ratings:
        x, y = days.at(one.day), HUNDRED.at(one.value)
        ring = None if one.before is None else HUNDRED.at(one.before)
        if ring is not None and abs(ring - y) < 0.75 * size:
            around.append((x, ring))
            inside.append((x, y))
            continue
        dots.append((x, y))
        if ring is not None:
            rings.append((x, ring))
            ties[f"M{units(x)} {units(ring)}V{units(y)}"] = None
    return (
        (path(TIE, "".join(ties)) if ties else "")
        + _circles(RING, rings, size)
        + _circles(RING, around, size + 1.5)
        + _circles(OWN_DOT, dots, size + 0.5)
        + _circles(OWN, inside, size / 2)
    )


def _size(count: int) -> float:
    """Return the radius of a dot: smaller where there are many, so that each is still one."""
    return 4.5 if count <= 40 else 3.5 if count <= 150 else 2.5


def _circles(mark: str, places: list[Place], size: float) -> str:
    if not places:
        return ""
    drawn = "".join(
        f'<circle cx="{units(x)}" cy="{units(y)}" r="{units(size)}"/>'
        for x, y in seen(places, gap=size / 2)
    )
    return f"<g {mark}>{drawn}</g>"
