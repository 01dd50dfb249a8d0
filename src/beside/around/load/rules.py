"""The last answers stand first, and what was written is found by any word of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from beside.around.load.model import Carried, Carrying
from beside.kernel import search


def newest_first(answers: Iterable[Carrying]) -> list[Carrying]:
    """Return *answers*, what was said last first."""
    return sorted(answers, key=_latest, reverse=True)


def found(
    answers: Iterable[Carrying], query: str, *, labels: Mapping[Carried, str]
) -> list[Carrying]:
    """Return the answers whose words, note and ticks together hold all words of *query*.

    *labels* say what a tick is called on screen. Newest first; an empty query finds nothing.
    """
    words = search.sought(query)
    hits = (
        one
        for one in answers
        if search.matches(words, one.other, one.note, *(labels.get(what, "") for what in one.what))
    )
    return newest_first(hits)


def _latest(one: Carrying) -> tuple[date, datetime, UUID]:
    return one.when.on, one.when.at, one.id
