"""Days and a time become instants: in the hours that clocks skip or show twice, too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.keeping.reminding.calendar import calendar_file, uid_of
from beside.keeping.reminding.choice import NoDay, Reminder, is_quiet, minute_of, next_time
from beside.kernel.ids import new_id

BERLIN = "Europe/Berlin"
EVERY_DAY = range(7)
MINUTES = st.integers(0, 24 * 60 - 1)


def at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


def test_a_time_that_clocks_skip_is_the_next_minute_there_is() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)

    found = next_time(EVERY_DAY, at(2, 30), BERLIN, after=before)

    assert found == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert found.astimezone(ZoneInfo(BERLIN)).hour == 3


def test_a_time_that_clocks_show_twice_is_the_first() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)

    first = next_time(EVERY_DAY, at(2, 30), BERLIN, after=before)

    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_time(EVERY_DAY, at(2, 30), BERLIN, after=first) > first + timedelta(hours=24)


def test_the_clock_shows_the_same_in_summer_and_winter() -> None:
    for month in (1, 7):
        found = next_time(EVERY_DAY, at(9), BERLIN, after=datetime(2026, month, 3, tzinfo=UTC))

        assert found.astimezone(ZoneInfo(BERLIN)).hour == 9


@given(
    st.sets(st.integers(0, 6), min_size=1),
    MINUTES,
    st.sampled_from([BERLIN, "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
)
def test_the_next_time_lies_ahead_on_a_day_that_was_chosen(
    days: set[int], minute: int, zone: str, after: datetime
) -> None:
    found = next_time(days, minute, zone, after=after)

    assert after < found <= after + timedelta(days=8, hours=2)
    assert found.astimezone(ZoneInfo(zone)).weekday() in days


def test_without_a_day_there_is_no_next_time() -> None:
    with pytest.raises(NoDay):
        next_time([], at(9), BERLIN, after=datetime(2026, 3, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("minute", "quiet"),
    [(at(21, 59), False), (at(22), True), (at(0), True), (at(7, 59), True), (at(8), False)],
)
def test_quiet_hours_go_over_midnight(minute: int, quiet: bool) -> None:
    assert is_quiet(minute, quiet_from=at(22), quiet_to=at(8)) is quiet


@given(MINUTES, MINUTES)
def test_hours_that_end_where_they_begin_are_none(minute: int, end: int) -> None:
    assert not is_quiet(minute, quiet_from=end, quiet_to=end)


def entry_of(reminder: Reminder) -> tuple[icalendar.Calendar, icalendar.Event]:
    made = datetime(2026, 3, 3, 12, tzinfo=UTC)
    body = calendar_file(reminder, title="Tea", zone=BERLIN, made=made)
    calendar = icalendar.Calendar.from_ical(body)
    (entry,) = calendar.walk("VEVENT")
    return calendar, entry


TEA = Reminder(id=new_id(), revision=4, days=(0, 3), at=at(18, 30), title="Tea")


def test_the_calendar_file_holds_a_time_of_every_week_and_a_title() -> None:
    calendar, entry = entry_of(TEA)

    assert calendar["method"] == "PUBLISH"
    assert entry["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TH"
    assert entry["dtstart"].params["TZID"] == BERLIN
    assert entry["dtstart"].dt.replace(tzinfo=None) == datetime(2026, 3, 5, 18, 30)  # noqa: DTZ001 - the clock there
    assert (entry["summary"], entry["sequence"]) == ("Tea", 4)
    assert len(calendar.walk("VTIMEZONE")) == 1


def test_the_calendar_file_leads_nowhere_and_rings_for_nobody() -> None:
    calendar, entry = entry_of(TEA)
    text = calendar.to_ical().decode()

    assert not {"DESCRIPTION", "URL", "ORGANIZER", "LOCATION"} & set(entry)
    assert calendar.walk("VALARM") == []
    assert "beside" not in text.lower()
    assert str(TEA.id) not in text


def test_an_alarm_rings_where_it_was_asked_for() -> None:
    calendar, _ = entry_of(TEA.but(alarm=True))

    assert len(calendar.walk("VALARM")) == 1


def test_the_same_choice_is_the_same_entry() -> None:
    assert uid_of(TEA) == uid_of(TEA.but(at=at(9), revision=9))
    assert uid_of(TEA) != uid_of(TEA.but(id=new_id()))


def test_minutes_and_clocks_are_the_same() -> None:
    assert minute_of(datetime(2026, 3, 3, 18, 30, tzinfo=UTC).time()) == at(18, 30)
