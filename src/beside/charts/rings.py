"""Who is near, as three rings around the mark (convoy model). No lines: who knows whom is not ours.

Where somebody stands on a ring means nothing; it follows from the order in which they come.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from beside.charts.letters import first_letters
from beside.charts.marks import DOT, INK, ORBIT, OWN, PERSON, PLACE, QUIET, RESTING, circle
from beside.charts.markup import Markup, escaped, picture
from beside.charts.model import RINGS, Near
from beside.charts.scale import Place, units

HEIGHT = 360
MIDDLE = 180
SIZE = 19
"""Radius of a person, in units; with its stroke one unit more."""
RADIUS = {1: 56, 2: 107, 3: 158}
ROOM = {1: 8, 2: 12, 3: 16}
"""How many have room on a ring without touching one another."""
_START = {1: -48, 2: 28, 3: -62}
"""Degrees from the right, clockwise, where the first stands: not in one row over the rings."""
_BOX = 2 * SIZE + 2


def rings(people: Sequence[Near], *, key: str, finding: str, more: str = "") -> Markup:
    """Return the mark, three rings, and everybody's initials on theirs.

    Where more people are on a ring than have room, its last place says how many: "+3". Raises
    `NotAKey`.
    """
    orbits = "".join(f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{RADIUS[n]}"/>' for n in RINGS)
    drawn = "".join(_on_ring(ring, [one for one in people if one.ring == ring]) for ring in RINGS)
    drawing = f'<g {ORBIT}>{orbits}</g>{_mark()}<g font-size="13" text-anchor="middle">{drawn}</g>'
    return picture(drawing, height=HEIGHT, key=key, finding=finding, more=more)


def places(ring: int, count: int) -> list[Place]:
    """Return where *count* people stand on *ring*, evenly; at most as many as have room."""
    shown = min(count, ROOM[ring])
    turn = 2 * math.pi / max(shown, 1)
    start = math.radians(_START[ring])
    return [
        (
            MIDDLE + RADIUS[ring] * math.cos(start + n * turn),
            MIDDLE + RADIUS[ring] * math.sin(start + n * turn),
        )
        for n in range(shown)
    ]


def _on_ring(ring: int, people: Sequence[Near]) -> str:
    free = places(ring, len(people))
    over = len(people) - len(free)
    if not over:
        return _people(people, free)
    x, y = free[-1]
    # The last place is taken by the number, so one more is counted in it.
    rest = (
        circle(PLACE, x, y, SIZE)
        + f'<text {QUIET} x="{units(x)}" y="{units(y + 4.5)}">+{over + 1}</text>'
    )
    return _people(people[: len(free) - 1], free) + rest


def _people(people: Iterable[Near], free: Iterable[Place]) -> str:
    return "".join(_person(one, place) for one, place in zip(people, free, strict=False))


def _person(person: Near, place: Place) -> str:
    disc, ink = (RESTING, QUIET) if person.resting else (PERSON, INK)
    # A box of its own: a letter wider than the disc is cut off there.
    return (
        f'<svg x="{units(place[0] - _BOX / 2)}" y="{units(place[1] - _BOX / 2)}"'
        f' width="{_BOX}" height="{_BOX}"><circle {disc} cx="20" cy="20" r="{SIZE}"/>'
        f'<text {ink} x="20" y="24.5">{escaped(first_letters(person.initials))}</text></svg>'
    )


def _mark() -> str:
    x, y = MIDDLE - 6, MIDDLE - 14
    return (
        f'<rect {OWN} x="{x}" y="{y}" width="5" height="28" rx="2.5"/>'
        f'<rect {DOT} x="{x + 8}" y="{y + 7}" width="5" height="21" rx="2.5"/>'
    )
