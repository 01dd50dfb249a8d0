"""The same as numbers, folded below a picture: for whoever reads, copies or does not see it."""

from __future__ import annotations

from collections.abc import Sequence

from beside.charts.markup import Markup, escaped, inline


def numbers(
    summary: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, finding: str = ""
) -> Markup:
    """Return a table that *summary* unfolds; the first cell of a row names the row.

    *finding* is its caption, read out and not seen. A cell that is `Theirs` is set apart.
    """
    caption = f'<caption class="sr">{escaped(finding)}</caption>' if finding else ""
    head = "".join(f'<th scope="col">{inline(one)}</th>' for one in heads)
    body = "".join(_row(row) for row in rows)
    return Markup(
        f'<details class="more"><summary>{escaped(summary)}</summary><table class="table">'
        f"{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
    )


def _row(row: Sequence[str]) -> str:
    name, *cells = row
    said = "".join(f"<td>{inline(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{inline(name)}</th>{said}</tr>'
