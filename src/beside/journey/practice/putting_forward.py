"""What Beside puts forward by itself is little, and counted: twelve questions in any seven days.

To look at a page writes nothing down, so what was seen is not known. Counted is what may have been:
what was answered, a line whose days ran out, and what went from the screen with its person. What
follows a button that the person pressed is theirs, and is not counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from beside.journey.practice import lines_kept
from beside.journey.practice.lines_kept import Back, back_of, line_due, open_backs
from beside.journey.practice.model import Ask, Happened
from beside.journey.practice.rules import due
from beside.kernel.days import When, days_after

AT_MOST = 12
"""How many questions may be put forward in any seven days, the one on the screen among them."""
DAYS = 7
REST = timedelta(hours=48)
"""For how long nothing is put forward after a no, and after it hurt."""
LOOK_BACK_DAYS = lines_kept.LAST_DAY + DAYS + 1
"""How far back tests that are over still count; the one day more is for a change of time zone."""
TAKEN_AWAY_AT_MOST = 6
"""How many questions may count as gone with their people: old ones must not silence Today."""


class Question(NamedTuple):
    """The one thing that is put forward: what happened, or (*back*) whether a line is still so."""

    ask: Ask
    back: Back | None = None


def answered(ask: Ask, on: date) -> Ask:
    """Return *ask* with *on* among the last days on which something about it was answered."""
    # A later day stands there where the time zone changed since.
    kept = tuple(day for day in ask.answered_on if day >= _first_of_seven(on))
    return ask.but(answered_on=(*kept, on))


def answered_of_late(asks: Iterable[Ask], on: date) -> int:
    """Return how many questions were answered in the seven days up to *on*."""
    first = _first_of_seven(on)
    return sum(day >= first for ask in asks for day in ask.answered_on)


def may_put_forward(asks: Collection[Ask], on: date, *, put_forward: Iterable[UUID]) -> bool:
    """Tell whether one more question may be put forward on *on*.

    *put_forward* are the ids of those who may be brought up.
    """
    seen = answered_of_late(asks, on) + _ran_out(asks, on)
    return seen + _taken_away(asks, on, frozenset(put_forward)) < AT_MOST - 1


def rests(asks: Iterable[Ask], at: datetime) -> bool:
    """Tell whether, at the instant *at*, a no or a hurt is less than 48 hours old."""
    return any(
        ask.outcome is not None
        and ask.outcome.how in (Happened.no, Happened.it_hurt)
        and ask.closed is not None
        # A clock that went back does not end the rest, nor does an import begin one for years.
        and abs(at - ask.closed.at) < REST
        for ask in asks
    )


def due_since(ask: Ask) -> date:
    """Return the first day on which a locked *ask* may be asked about."""
    waits = [ask.locked.on] if ask.locked else []
    if ask.agreed is not None:
        waits.append(ask.agreed.on)
    elif ask.prediction is not None and ask.prediction.by_when is not None:
        waits.append(ask.prediction.by_when)
    return max([days_after(day, 1) for day in waits] + [ask.not_before or date.min])


def next_due(asks: Iterable[Ask], on: date, *, put_forward: Iterable[UUID]) -> Ask | None:
    """Return the one test to ask about on *on*, the longest due first, or ``None``.

    *put_forward* are the ids of those who may be brought up; a test with nobody's name may be too.
    """
    allowed = frozenset(put_forward)
    waiting = [ask for ask in asks if due(ask, on) and _may_be(ask, allowed)]
    # By the day it came up: what came up later never takes the place of what is on the screen.
    return min(waiting, key=_turn, default=None)


def next_question(
    asks: Collection[Ask], when: When, *, put_forward: Iterable[UUID]
) -> Question | None:
    """Return the one question of *when*: a test whose time has passed, else a line, else ``None``.

    *asks* are all that are open and those that were over in the last `LOOK_BACK_DAYS`;
    *put_forward* are the ids of those who may be brought up.
    """
    allowed, on = frozenset(put_forward), when.on
    if rests(asks, when.at) or not may_put_forward(asks, on, put_forward=allowed):
        return None
    ask = next_due(asks, on, put_forward=allowed)
    if ask is not None:
        return Question(ask)
    ask = line_due(asks, on, put_forward=allowed)
    return None if ask is None else Question(ask, back_of(ask, on))


def _turn(ask: Ask) -> tuple[date, datetime, UUID]:
    return due_since(ask), (ask.locked or ask.drafted).at, ask.id


def _ran_out(asks: Iterable[Ask], on: date) -> int:
    first = _first_of_seven(on)
    return sum(
        first <= lines_kept.last_day(ask, back) < on for ask in asks for back in open_backs(ask)
    )


def _taken_away(asks: Iterable[Ask], on: date, allowed: frozenset[UUID]) -> int:
    gone = {
        (ask.person_id, ask.is_open)
        for ask in asks
        if not _may_be(ask, allowed) and (due(ask, on) or back_of(ask, on))
    }
    return min(len(gone), TAKEN_AWAY_AT_MOST)


def _may_be(ask: Ask, allowed: frozenset[UUID]) -> bool:
    return ask.person_id is None or ask.person_id in allowed


def _first_of_seven(on: date) -> date:
    return on - timedelta(days=min(DAYS - 1, (on - date.min).days))
