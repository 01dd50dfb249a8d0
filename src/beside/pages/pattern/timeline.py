"""The notebook opens one month at a time, so that ten years are as quick to open as one month.

Moments stand on the day they were lived, and small tests on the day they were over.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from beside.around.circle.model import Person
from beside.around.circle.rules import initials, names
from beside.journey.pattern.model import Moment
from beside.journey.pattern.wording import A_SMALL_TEST, MOMENTS
from beside.journey.practice import rules as tests
from beside.journey.practice.model import Ask, AskState
from beside.kernel.days import UnknownZone, When, month_of, zone_named
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store
from beside.pages.pattern.days import named

MONTH = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")
OPENING = 90
"""How many characters of a note its row shows."""


@dataclass(frozen=True, repr=False)
class Row:
    """One moment or small test as the timeline shows it; *url* is its own page."""

    url: str
    what: Sentence
    opening: str
    clock: time | None
    """``None`` where the moment was put on another day afterwards: its hour is not known."""
    who: str
    initials: str


@dataclass(frozen=True, repr=False)
class DayShown:
    """One day of the timeline."""

    on: date
    name: str
    rows: Sequence[Row]


@dataclass(frozen=True, repr=False)
class MonthShown:
    """One month of the timeline; *before* it (``YYYY-MM``) there is more, where that is said."""

    days: Sequence[DayShown]
    before: str


def month_shown(store: Store, *, before: str, today: date) -> MonthShown | None:
    """Return the last month before *before* (or the last of all) that has something, if any."""
    until = month_count(before) - 1 if before else None
    while (month := latest_month(store, until, today=today)) is not None:
        first, last = first_day(month), date.max if until is None else last_day(month)
        moments = store.all(Moment, since=first, until=last)
        over = [a for a in store.all(Ask, since=first, until=last) if a.state is AskState.done]
        if moments or over:
            days = days_shown(moments, people_in(store, [*moments, *over]), over, today=today)
            earlier = month > 0 and anything(store, until=last_day(month - 1))
            return MonthShown(days=days, before=month_of(first) if earlier else "")
        if month == 0:
            break
        # Small tests that were put away have a day too, and are not shown.
        until = month - 1
    return None


def anything(store: Store, *, since: date | None = None, until: date) -> bool:
    """Tell whether those months hold a moment, or a small test that is closed; opens nothing."""
    return store.has(Moment, since=since, until=until) or store.has(Ask, since=since, until=until)


def latest_month(store: Store, until: int | None, *, today: date) -> int | None:
    """Return the last month up to *until* (else the last of all) with anything; opens nothing."""
    end = date.max if until is None else last_day(until)
    top = month_count(month_of(today)) if until is None else until
    if not anything(store, until=end):
        return None
    # Steps that double, then halves: a gap of years costs a dozen looks.
    low, step = top, 1
    while low and not anything(store, since=first_day(low), until=end):
        low, step = max(0, low - step), step * 2
    high = min(low + step, top)
    while low < high:
        middle = (low + high + 1) // 2
        if anything(store, since=first_day(middle), until=end):
            low = middle
        else:
            high = middle - 1
    return low


def place_of(moment: Moment, *, today: date) -> str:
    """Return the address of the month that *moment* is in, at its day."""
    month = month_count(moment.month)
    shown = "" if moment.month == month_of(today) else f"?before={month_of(first_day(month + 1))}"
    return f"{reverse('pattern:notebook')}{shown}#d-{moment.when.on.isoformat()}"


def month_asked(said: str) -> str:
    """Return *said* if it is a month (``YYYY-MM``, from the second there was); else nothing."""
    return said if MONTH.fullmatch(said) and month_count(said) else ""


def days_shown(
    moments: Iterable[Moment],
    known: Mapping[UUID, str],
    over: Iterable[Ask] = (),
    *,
    today: date,
) -> list[DayShown]:
    """Return *moments*, and the small tests that are *over*, by day, newest first, as rows."""
    lived = [(m.when, m.id, row_of(m, known)) for m in moments]
    lived += [(a.closed, a.id, test_row(a, a.closed, known)) for a in over if a.closed]
    lived.sort(key=lambda one: (one[0].on, one[0].at, one[1]), reverse=True)
    return [
        DayShown(on, named(on, today=today), [row for _, _, row in ones])
        for on, ones in groupby(lived, key=lambda one: one[0].on)
    ]


def row_of(moment: Moment, known: Mapping[UUID, str]) -> Row:
    """Return *moment* as a row; its time is that of the place where it was lived."""
    who = known.get(moment.person_id, "") if moment.person_id else ""
    return Row(
        url=reverse("pattern:moment", args=[moment.id]),
        what=MOMENTS[moment.what],
        opening=opening(moment.note),
        clock=None if moment.moved_to else clock_of(moment.when),
        who=who,
        initials=initials(who),
    )


def test_row(ask: Ask, closed: When, known: Mapping[UUID, str]) -> Row:
    """Return *ask* as a row: its first words, and not how it went (that is for its own page)."""
    who = known.get(ask.person_id, "") if ask.person_id else ""
    return Row(
        url=reverse("practice:ask", args=[ask.id]),
        what=A_SMALL_TEST,
        opening=tests.opening(ask.words),
        # Of what was typed in from paper the day is known, and no time.
        clock=None if ask.on_paper else clock_of(closed),
        who=who,
        initials=initials(who),
    )


def clock_of(when: When) -> time:
    """Return the time of day it was there; in UTC where an import names no zone that we know."""
    try:
        return when.at.astimezone(zone_named(when.zone)).time()
    except UnknownZone:
        return when.at.time()


def opening(note: str) -> str:
    """Return the first words of *note* on one line."""
    line = " ".join(note[: 4 * OPENING].split())
    return line if len(line) <= OPENING else line[:OPENING].rstrip() + "…"


def people_in(store: Store, shown: Iterable[Moment | Ask]) -> Mapping[UUID, str]:
    """Return the names of people; none are opened where nothing is with anybody."""
    if not any(one.person_id for one in shown):
        return {}
    return names(store.undated(Person))


def month_count(month: str) -> int:
    """Return ``YYYY-MM`` as the count of months since the calendar began (January of year 1)."""
    return (int(month[:4]) - 1) * 12 + int(month[5:]) - 1


def first_day(month: int) -> date:
    """Return the first day of a month that `month_count` counted."""
    return date(month // 12 + 1, month % 12 + 1, 1)


def last_day(month: int) -> date:
    """Return the last day of a month that `month_count` counted."""
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
