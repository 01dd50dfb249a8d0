"""How far the records of a notebook reach, and that they are counted: known to the store alone."""

from __future__ import annotations

from typing import Any

from beside.kernel.records import Record, upgrade


class Span(Record, kind="span", version=2):
    """The first and last month that anything is kept for, so that *all* knows how far to look.

    *counted*: a manifest stands beside the records, so that one that is missing was taken away.
    """

    first: str
    last: str
    counted: bool = False


@upgrade("span", to=2)
def not_yet_counted(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave it open: nothing was counted before."""
    return contents
