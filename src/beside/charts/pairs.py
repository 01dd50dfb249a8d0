"""Expected beside what happened, test by test.

One table and no tall picture: it is its own table of numbers, letters keep their size, a row is
never torn between two pages, and the heads come again on each.
"""

from __future__ import annotations

from collections.abc import Sequence

from beside.charts.marks import GRID, QUIET, path, ring_to_dot
from beside.charts.markup import Markup, Theirs, escaped, inline
from beside.charts.model import Heads, Pair
from beside.charts.scale import Scale, units

WIDE, HIGH = 116, 16
"""Units of one row's picture."""
SIZE = 5.0
TENS = Scale(0, 10, 8, 108)

_SVG = (
    f'<svg class="strip" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}"'
    f' width="{WIDE}" height="{HIGH}" aria-hidden="true">'
)
_GRID = path(GRID, "".join(f"M{units(TENS.at(tick))} 0v{HIGH}" for tick in (0, 5, 10)))
_AXIS = (
    f'{_SVG}<g {QUIET} font-family="sans-serif" font-size="12" text-anchor="middle">'
    + "".join(f'<text x="{units(TENS.at(tick))}" y="12">{tick}</text>' for tick in (0, 5, 10))
    + "</g></svg>"
)


def ring_and_dot(rows: Sequence[Pair], *, finding: str, heads: Heads) -> Markup:
    """Return a table: each test with its ring and its dot from 0 to 10, and both in words.

    *finding* is its caption, read out and not seen: it stands above it on the page. Raises
    `OffTheScale`.
    """
    head = (
        f'<tr><th scope="col">{escaped(heads.test)}</th><td>{_AXIS}</td>'
        f'<th scope="col"><span class="dot s"></span> {escaped(heads.guess)}</th>'
        f'<th scope="col"><span class="dot o"></span> {escaped(heads.happened)}</th></tr>'
    )
    body = "".join(_row(row) for row in rows)
    return Markup(
        f'<table class="pairs"><caption class="sr">{escaped(finding)}</caption>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def strip(guess: float | None, happened: float | None) -> Markup:
    """Return the picture of one test, 0–10. It says nothing: the numbers stand beside it.

    Raises `OffTheScale`.
    """
    ring = None if guess is None else TENS.at(guess)
    dot = None if happened is None else TENS.at(happened)
    return Markup(f"{_SVG}{_GRID}{ring_to_dot(ring, dot, HIGH / 2, size=SIZE)}</svg>")


def _row(row: Pair) -> str:
    who = f" <small>{inline(Theirs(row.who))}</small>" if row.who else ""
    return (
        f'<tr><th scope="row">{escaped(row.name)}{who}</th>'
        f"<td>{strip(row.guess, row.happened)}</td>"
        f"<td>{escaped(row.guess_said)}</td><td>{escaped(row.happened_said)}</td></tr>"
    )
