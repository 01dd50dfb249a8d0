"""Whoever comes back after a while is told once that nothing was lost and nothing was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from beside.around.load.model import Carrying
from beside.journey.pattern.model import Moment, ThreeQuestions
from beside.journey.practice.model import Ask
from beside.kernel.days import days_after
from beside.kernel.records import Record
from beside.kernel.store import Store

AWAY_DAYS = 14
"""How many days old the last thing that somebody did is, at least, when they were away."""
_DATED: tuple[type[Record], ...] = (Moment, ThreeQuestions, Carrying)


def was_away(store: Store, today: date, *, asks: Iterable[Ask]) -> bool:
    """Tell whether all in *store* is `AWAY_DAYS` old or older on *today*; it holds something.

    *asks* are the small tests that are open, and those that were over of late. No more than the two
    months are opened that the days lie in, whatever the age of the notebook.
    """
    first = days_after(today, 1 - AWAY_DAYS)
    if any(day >= first for ask in asks for day in _touched(ask)):
        return False
    return not any(store.all(kind, since=first) for kind in _DATED)


def _touched(ask: Ask) -> Iterator[date]:
    """Yield the days on which something was done with *ask*."""
    stamps = (ask.drafted, ask.locked, ask.sent, ask.closed)
    yield from (stamp.on for stamp in stamps if stamp is not None)
    yield from ask.answered_on
