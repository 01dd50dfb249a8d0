"""The timeline groups what was lived by the day it was lived on, and loses nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from beside.kernel.days import When
from beside.kernel.ids import new_id
from beside.pages.pattern.timeline import days_shown
from tests.support.cast import NOON, TUESDAY, a_moment, when

days = st.dates(date(2024, 1, 1), date(2026, 3, 3))


@given(st.lists(st.tuples(days, st.integers(0, 23))))
def test_grouping_by_day_loses_nothing_and_runs_backwards(
    instants: list[tuple[date, int]],
) -> None:
    moments = [a_moment(id=new_id(), when=when(day, hour)) for day, hour in instants]

    grouped = days_shown(moments, {}, today=TUESDAY)

    shown = [row.url for day in grouped for row in day.rows]
    assert sorted(shown) == sorted(f"/moments/{moment.id}/" for moment in moments)
    assert [day.on for day in grouped] == sorted({m.when.on for m in moments}, reverse=True)


def test_a_day_is_the_day_it_was_lived_in_elsewhere_too() -> None:
    noon_in_tokyo = When(at=NOON.at, zone="Asia/Tokyo", on=date(2026, 3, 4))

    grouped = days_shown([a_moment(), a_moment(id=new_id(), when=noon_in_tokyo)], {}, today=TUESDAY)

    assert [day.on for day in grouped] == [date(2026, 3, 4), TUESDAY]
