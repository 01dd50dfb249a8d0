"""A line that somebody kept says what they know now, and it is of use when the next guess is near.

It comes back before the next test, after 3 days and after 30, once each time (retrieval cues,
Craske 2014; expectancy gains held for two to four days). It is never rewritten, and can be put
away. There is no line after *it hurt*: nothing is to be learnt from that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from beside.journey.practice.model import Ask, Happened, LineBack, StillSo
from beside.kernel.days import days_after


class NoLine(Exception):
    """No line was kept with it, or the line was put away."""


class Back(StrEnum):
    """When a line comes back by itself; named as `LineBack` names the answers."""

    after_3 = "after_3"
    after_30 = "after_30"


DAYS: Mapping[Back, tuple[int, int]] = {Back.after_3: (3, 29), Back.after_30: (30, 60)}
"""From which day after its test was over to which day a line comes back, both included."""
LAST_DAY = 60
"""After how many days a line has come back for the last time."""


def line_of(ask: Ask) -> str:
    """Return the line that was kept with *ask*; empty where there is none."""
    if ask.outcome is None or ask.outcome.how is Happened.it_hurt:
        return ""
    return ask.outcome.kept_line or ask.outcome.landed


def is_put_away(ask: Ask) -> bool:
    """Tell whether the person wants to see the line of *ask* no more."""
    back = ask.line_back or LineBack()
    return StillSo.put_away in (back.after_3, back.after_30)


def line_before_next(asks: Iterable[Ask], flagged: Iterable[UUID]) -> Ask | None:
    """Return the test whose line is shown before the next one: the newest that was not yet.

    *flagged* are the ids of those whose lines stay where they are.
    """
    careful = frozenset(flagged)
    waiting = [
        ask
        for ask in asks
        if line_of(ask)
        and not is_put_away(ask)
        and not (ask.line_back and ask.line_back.before_next)
        and ask.person_id not in careful
    ]
    return max(waiting, key=lambda ask: (_closed(ask), ask.id), default=None)


def shown_before_next(ask: Ask) -> Ask:
    """Return *ask* with its line shown before the next test."""
    return ask.but(line_back=(ask.line_back or LineBack()).but(before_next=True))


def open_backs(ask: Ask) -> tuple[Back, ...]:
    """Return the times at which the line of *ask* was not answered for, past or to come."""
    if not line_of(ask) or is_put_away(ask):
        return ()
    back = ask.line_back or LineBack()
    return tuple(one for one in Back if getattr(back, one.value) is None)


def back_of(ask: Ask, on: date) -> Back | None:
    """Return which time of the line of *ask* it is on *on*, if it is one that has no answer."""
    backs = open_backs(ask)
    return next((one for one in backs if first_day(ask, one) <= on <= last_day(ask, one)), None)


def first_day(ask: Ask, back: Back) -> date:
    """Return the first day on which the line of a closed *ask* comes back."""
    return days_after(_closed(ask), DAYS[back][0])


def last_day(ask: Ask, back: Back) -> date:
    """Return the last day on which the line of a closed *ask* comes back."""
    return days_after(_closed(ask), DAYS[back][1])


def line_due(asks: Iterable[Ask], on: date, *, put_forward: Iterable[UUID]) -> Ask | None:
    """Return the test whose line comes back on *on*, the one that waits longest, or ``None``.

    *put_forward* are the ids of those who may be brought up; a test with nobody's name may be too.
    """
    allowed = frozenset(put_forward)
    waiting = [
        (first_day(ask, back), ask.id, ask)
        for ask in asks
        if (ask.person_id is None or ask.person_id in allowed) and (back := back_of(ask, on))
    ]
    # By the day it came up: what came up later never takes the place of what is on the screen.
    return min(waiting, default=(on, None, None), key=lambda one: one[:2])[2]


def line_answered(ask: Ask, answer: StillSo, on: date) -> Ask:
    """Return *ask* with *answer* to whether its line is still so, given on *on*.

    Up to the 29th day the answer is that of the first time, from then on that of the second.
    Raises `NoLine`.
    """
    if not line_of(ask):
        raise NoLine(str(ask.id))
    time = Back.after_30 if on >= first_day(ask, Back.after_30) else Back.after_3
    back = (ask.line_back or LineBack()).but(**{time.value: answer})
    return ask.but(line_back=back)


def _closed(ask: Ask) -> date:
    return ask.closed_on or date.min
