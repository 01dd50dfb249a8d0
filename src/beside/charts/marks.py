"""Every mark has the light colour as an attribute and a class beside it.

Because nothing else is right in both places: a page may carry no style of its own (its policy), and
its sheet lays the colours of the scheme over the classes; paper knows no sheet and takes the
attributes.
"""

from __future__ import annotations

from typing import Final, Literal

from beside.charts.markup import escaped, fitting
from beside.charts.scale import units

LIGHT: Final = {
    "ink": "#22302f",
    "quiet": "#566563",
    "line": "#e6dfd4",
    "paper": "#fbf8f3",
    "surface": "#fff",
    "edge": "#8b8578",
    "self": "#0b5c5a",
    "self-soft": "#e3f0ee",
    "other": "#a34f2a",
    "other-soft": "#f9ebe2",
}
"""The light colours of the style sheet, by role."""

GRID = f'class="c-grid" stroke="{LIGHT["line"]}"'
TIE = f'class="c-tie" stroke="{LIGHT["edge"]}" stroke-width="2" stroke-opacity=".45"'
TICK = f'class="c-tick" stroke="{LIGHT["edge"]}"'
RING = f'class="c-ring" fill="{LIGHT["surface"]}" stroke="{LIGHT["self"]}" stroke-width="2.5"'
DOT = f'class="c-dot" fill="{LIGHT["other"]}"'
OWN = f'class="c-own" fill="{LIGHT["self"]}"'
OWN_DOT = f'class="c-own c-halo" fill="{LIGHT["self"]}" stroke="{LIGHT["surface"]}"'
TREND = (
    f'class="c-trend" fill="none" stroke="{LIGHT["self"]}" stroke-width="2.5"'
    ' stroke-linecap="round" stroke-linejoin="round"'
)
OWN_BAND = f'class="c-own-band" fill="{LIGHT["self-soft"]}"'
BAND = f'class="c-band" fill="{LIGHT["other-soft"]}" stroke="{LIGHT["other"]}"'
PLACE = f'class="c-place" fill="{LIGHT["paper"]}"'
ORBIT = f'class="c-orbit" fill="none" stroke="{LIGHT["line"]}" stroke-width="1.5"'
PERSON = f'class="c-person" fill="{LIGHT["other-soft"]}" stroke="{LIGHT["other"]}" stroke-width="2"'
RESTING = (
    f'class="c-rest" fill="{LIGHT["paper"]}" stroke="{LIGHT["edge"]}" stroke-width="1.5"'
    ' stroke-dasharray="3 3"'
)
QUIET = f'class="c-text" fill="{LIGHT["quiet"]}"'
INK = f'class="c-ink" fill="{LIGHT["ink"]}" font-weight="600"'

Side = Literal["start", "middle", "end"]


def circle(mark: str, x: float, y: float, radius: float) -> str:
    """Return a circle of *mark*."""
    return f'<circle {mark} cx="{units(x)}" cy="{units(y)}" r="{units(radius)}"/>'


def path(mark: str, way: str) -> str:
    """Return *way* drawn as *mark*."""
    return f'<path {mark} d="{way}"/>'


def label(text: str, x: float, y: float, *, side: Side = "middle", room: float = 126) -> str:
    """Return a quiet text at its place, cut to *room* units; *side* is what stands at *x*."""
    return (
        f'<text {QUIET} x="{units(x)}" y="{units(y)}" text-anchor="{side}">'
        f"{escaped(fitting(text, room))}</text>"
    )


def ring_to_dot(ring: float | None, dot: float | None, y: float, *, size: float) -> str:
    """Return what was expected and what happened on one line, joined; either may be missing.

    Where both are in the same place the dot stands in the ring: the guess was right.
    """
    drawn = ""
    inside = ring is not None and dot is not None and abs(ring - dot) < size
    if ring is not None and dot is not None and not inside:
        edge = ring + (size if dot > ring else -size)
        drawn = path(TIE, f"M{units(edge)} {units(y)}H{units(dot)}")
    if ring is not None:
        # With a dot inside, it is larger, so that both can still be told apart.
        drawn += circle(RING, ring, y, size + 0.75 if inside else size)
    if dot is not None:
        drawn += circle(DOT, dot, y, size / 2 if inside else size + 0.5)
    return drawn
