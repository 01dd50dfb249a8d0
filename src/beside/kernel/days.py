"""A person's day is not a server's day: each instant is kept with the place it was lived in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec


class UnknownZone(ValueError):
    """The name is not one of the IANA time zones."""


class When(msgspec.Struct, frozen=True, gc=False):
    """An instant (UTC), the time zone it was lived in, and the day it was there."""

    at: datetime
    zone: str
    on: date


def zone_named(name: str) -> ZoneInfo:
    """Return the IANA time zone called *name*; raise `UnknownZone` for anything else."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise UnknownZone from problem


def lived(at: datetime, zone: str) -> When:
    """Return *at* (aware, any offset) as an instant with its local day in *zone*."""
    if at.tzinfo is None:
        raise ValueError("an instant needs its offset")
    local = at.astimezone(zone_named(zone))
    return When(at=at.astimezone(ZoneInfo("UTC")), zone=zone, on=local.date())


def month_of(on: date) -> str:
    """Return the month as ``YYYY-MM``."""
    return f"{on.year:04d}-{on.month:02d}"


def months_between(first: str, last: str) -> list[str]:
    """Return every month from *first* to *last* (``YYYY-MM``), both included, oldest first."""
    year, month = int(first[:4]), int(first[5:])
    end = (int(last[:4]), int(last[5:]))
    found = []
    while (year, month) <= end:
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def days_after(on: date, days: int) -> date:
    """Return the day *days* after *on*; the calendar's last day where there is none."""
    return on + timedelta(days=min(days, (date.max - on).days))


def by_the_clock(on: date, at: time, zone: str) -> When:
    """Return *at* on *on* in *zone*: the first of two, and where there is none the next there is.

    Raises `UnknownZone`.
    """
    place = zone_named(zone)
    local = datetime.combine(on, at.replace(second=0, microsecond=0, tzinfo=None, fold=0))
    while not _exists(local, place):
        local += timedelta(minutes=1)
    return lived(local.replace(tzinfo=place), zone)


def _exists(local: datetime, place: ZoneInfo) -> bool:
    """Tell whether the clocks of *place* ever showed *local*: one hour in spring they skip."""
    there = local.replace(tzinfo=place).astimezone(UTC).astimezone(place)
    return there.replace(tzinfo=None) == local
