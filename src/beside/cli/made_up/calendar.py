"""A made-up year ends today, wherever it is looked at, and its Thursdays stay Thursdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from beside.cli.made_up.rows import Later, Time
from beside.kernel.days import When, lived

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Calendar:
    """The year up to *today*, in the time zone called *zone*."""

    today: date
    zone: str

    def at(self, told: Time) -> When:
        """Return the instant of *told*."""
        weekday, clock = told.at.rsplit(" ", 1) if " " in told.at else ("", told.at)
        on = self.today - timedelta(days=told.back)
        if weekday:
            on -= timedelta(days=(on.weekday() - WEEKDAYS.index(weekday)) % 7)
        return self._on(on, clock)

    def after(self, begun: When, later: Later) -> When:
        """Return the instant so many days after the day of *begun*."""
        return self._on(begun.on + timedelta(days=later.days), later.at)

    def _on(self, on: date, clock: str) -> When:
        local = datetime.combine(on, time.fromisoformat(clock), tzinfo=ZoneInfo(self.zone))
        return lived(local, self.zone)
