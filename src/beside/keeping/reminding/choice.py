"""On which days, and at what time; kept sealed like everything that somebody chose."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from msgspec import Meta

from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import by_the_clock, zone_named
from beside.kernel.records import Record

Minute = Annotated[int, Meta(ge=0, le=24 * 60 - 1)]
"""Of the day, on the person's clock."""
Weekday = Annotated[int, Meta(ge=0, le=6)]
"""From Monday (0) on."""
TITLE_LIMIT = 200
"""Characters."""
QUIET_FROM, QUIET_TO = 22 * 60, 8 * 60


class NoDay(ValueError):
    """No day of the week was chosen."""


class InQuietHours(ValueError):
    """The time lies in the hours that the person keeps quiet."""


class Reminder(Record, kind="reminder"):
    """The days and the time of a note to self. *alarm*: the calendar may ring.

    Quiet hours begin with *quiet_from* and end before *quiet_to*; none where both are the same.
    """

    days: tuple[Weekday, ...] = ()
    at: Minute = 9 * 60
    title: str = ""
    alarm: bool = False
    quiet_from: Minute = QUIET_FROM
    quiet_to: Minute = QUIET_TO


def reminder_of(notebook: OpenNotebook) -> Reminder:
    """Return what was chosen here, else what an import brought along, else one without a day."""
    own = notebook.standing_id(Reminder.kind)
    kept = {one.id: one for one in notebook.store.undated(Reminder)}
    if own in kept or not kept:
        return kept.get(own, Reminder(id=own))
    return kept[min(kept)].but(id=own, revision=0)


def choose(
    *,
    notebook: OpenNotebook,
    days: Collection[int],
    at: int,
    title: str,
    alarm: bool,
    quiet_from: int,
    quiet_to: int,
) -> Reminder:
    """Keep the choice; the last one counts. Raises `NoDay`, `InQuietHours`."""
    if not days:
        raise NoDay
    if is_quiet(at, quiet_from=quiet_from, quiet_to=quiet_to):
        raise InQuietHours
    with notebook.store.together():
        kept = reminder_of(notebook)
        wanted = kept.but(
            days=tuple(sorted(set(days))),
            at=at,
            title=title,
            alarm=alarm,
            quiet_from=quiet_from,
            quiet_to=quiet_to,
        )
        return notebook.store.put(wanted, expected_revision=kept.revision)


def forget(*, notebook: OpenNotebook) -> None:
    """Remove the choice, and every one that an import brought along; twice is once."""
    with notebook.store.together():
        for one in list(notebook.store.undated(Reminder)):
            notebook.store.remove(one)


def is_quiet(minute: int, *, quiet_from: int, quiet_to: int) -> bool:
    """Tell whether *minute* of the day lies in quiet hours, which may go over midnight."""
    if quiet_from <= quiet_to:
        return quiet_from <= minute < quiet_to
    return minute >= quiet_from or minute < quiet_to


def next_time(days: Collection[int], at: int, zone: str, *, after: datetime) -> datetime:
    """Return the first time (UTC) after *after* that is *at* on one of *days* in *zone*.

    Where clocks skip it, the next minute that there is; where they show it twice, the first.
    Raises `NoDay`, `UnknownZone`.
    """
    today = after.astimezone(zone_named(zone)).date()
    for ahead in range(-1, 9):
        on = today + timedelta(days=ahead)
        if on.weekday() in days and (found := on_day(on, at, zone)) > after:
            return found
    raise NoDay


def on_day(on: date, at: int, zone: str) -> datetime:
    """Return the instant (UTC) at which the clocks of *zone* show *at* on *on*."""
    return by_the_clock(on, clock(at), zone).at.astimezone(UTC)


def clock(minute: int) -> time:
    """Return a minute of the day as a clock shows it."""
    return time(minute // 60, minute % 60)


def minute_of(shown: time) -> int:
    """Return what a clock shows as a minute of the day."""
    return shown.hour * 60 + shown.minute
