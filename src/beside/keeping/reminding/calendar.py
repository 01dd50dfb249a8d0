"""A calendar that somebody has already can remind them, and nobody else hears of it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from beside.keeping.reminding.choice import Reminder, next_time
from beside.kernel.days import zone_named

if TYPE_CHECKING:
    import icalendar

LASTS = timedelta(minutes=15)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def uid_of(reminder: Reminder) -> str:
    """Return what a calendar knows the entry by: always the same, and not its id."""
    return hashlib.sha256(b"reminder " + reminder.id.bytes).hexdigest()[:32]


def calendar_file(reminder: Reminder, *, title: str, zone: str, made: datetime) -> bytes:
    """Return one entry of every week (RFC 5545), called *title*, by the clock of *zone*.

    No description, no address; an alarm where it was asked for. Raises `NoDay`, `UnknownZone`.
    """
    import icalendar  # a tenth of a second, for one button

    first = next_time(reminder.days, reminder.at, zone, after=made).astimezone(zone_named(zone))
    entry = icalendar.Event()
    entry.add("uid", uid_of(reminder))
    entry.add("sequence", reminder.revision)
    entry.add("dtstamp", made.astimezone(UTC))
    entry.add("dtstart", first)
    entry.add("duration", LASTS)
    entry.add("rrule", {"freq": "weekly", "byday": [_DAYS[day] for day in reminder.days]})
    entry.add("summary", title)
    if reminder.alarm:
        entry.add_component(_alarm(title))
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Note//Note//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _alarm(title: str) -> icalendar.Alarm:
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    # An alarm that shows something needs it (RFC 5545, 3.6.6): the title, and no more.
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    return alarm
