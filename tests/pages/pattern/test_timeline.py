"""The notebook opens by month and by day, newest first, and opens no more than it shows."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from beside.journey.pattern.model import Moment, MomentKind
from beside.journey.practice.model import Happened
from beside.kernel.days import When, lived
from beside.kernel.ids import new_id
from beside.kernel.records import Record
from beside.kernel.store import MemoryStore
from beside.pages.pattern.days import named, since
from beside.pages.pattern.timeline import latest_month, month_count, month_shown, opening
from tests.support.cast import (
    NEXT_DAY,
    SAM,
    TODAY_WAS_A_LOT,
    a_moment,
    drafted,
    happened,
    put_away,
    sam,
    when,
)
from tests.support.people import Somebody

TODAY = date(2026, 3, 20)


def on(day: date, **changes: object) -> Moment:
    return a_moment(id=new_id(), when=when(day), **changes)


def headings(page: str) -> list[str]:
    return re.findall(r"<h2>([^<]+)</h2>", page[page.index("<main") : page.index("</main>")])


def test_an_empty_notebook_says_so_in_plain_words(alice: Somebody) -> None:
    page = alice.client.get("/notebook/").content.decode()

    assert "Nothing here yet. When you notice yourself doing something alone, tap once." in page
    assert "Earlier" not in page


def test_days_come_newest_first_and_one_month_at_a_time(alice: Somebody) -> None:
    alice.keeps(*(on(date(2024, *day)) for day in ((5, 1), (9, 3), (9, 30), (9, 3))))

    page = alice.client.get("/notebook/").content.decode()
    earlier = alice.client.get("/notebook/?before=2024-09").content.decode()

    assert headings(page) == ["Monday, 30 September 2024", "Tuesday, 3 September 2024"]
    assert 'href="/notebook/?before=2024-09"' in page
    assert headings(earlier) == ["Wednesday, 1 May 2024"]
    assert ">Earlier" not in earlier


def test_before_the_first_there_is_nothing_and_a_way_back(alice: Somebody) -> None:
    alice.keeps(on(date(2024, 5, 1)))

    page = alice.client.get("/notebook/?before=2024-05").content.decode()

    assert "There is nothing before that." in page
    assert 'href="/notebook/">Newest' in page


@pytest.mark.parametrize("asked", ["x", "2024-13", "0000-01", "0001-01", "99999-01", "2024-1"])
def test_a_month_that_is_none_opens_the_newest(alice: Somebody, asked: str) -> None:
    alice.keeps(on(date(2024, 5, 1)))

    page = alice.client.get("/notebook/", {"before": asked}).content.decode()

    assert headings(page) == ["Wednesday, 1 May 2024"]


def test_a_row_says_what_when_and_with_whom(alice: Somebody) -> None:
    at = lived(datetime(2026, 3, 3, 22, 40, tzinfo=UTC), "Europe/Berlin")
    alice.keeps(sam(), a_moment(when=at, what=MomentKind.asked, note="a lift", person_id=SAM))

    page = alice.client.get("/notebook/").content.decode()

    row = re.sub(r"<[^>]+>", " ", page[page.index('class="row"') : page.index("</section>")])
    assert " ".join(row.split()).endswith("asked 23:40 · a lift with Sam Sa")


def test_a_small_test_that_is_over_stands_on_its_day_and_says_not_how_it_went(
    alice: Somebody,
) -> None:
    alice.keeps(sam(), happened(Happened.no))

    page = alice.client.get("/notebook/").content.decode()

    assert headings(page) == ["Wednesday, 4 March"]
    row = re.sub(r"<[^>]+>", " ", page[page.index('class="row"') : page.index("</section>")])
    assert f'class="row" href="/tests/{TODAY_WAS_A_LOT}/"' in page
    assert " ".join(row.split()).endswith("a small test 12:00 · Today was a lot. with Sam Sa")


def test_of_one_day_the_newest_comes_first_whatever_it_is(alice: Somebody) -> None:
    day = NEXT_DAY.on
    alice.keeps(happened(), a_moment(id=new_id(), when=when(day, 9)), on(day))

    page = alice.client.get("/notebook/").content.decode()

    places = re.findall(r'class="row" href="/(\w+)/', page)
    assert places == ["moments", "tests", "moments"]


def test_a_month_with_nothing_but_what_was_put_away_is_passed_over(alice: Somebody) -> None:
    alice.keeps(put_away(), on(date(2024, 5, 1)))

    assert headings(alice.client.get("/notebook/").content.decode()) == ["Wednesday, 1 May 2024"]


@pytest.mark.parametrize("one", [drafted(), happened(), sam(), a_moment()])
def test_the_notebook_has_its_place_as_soon_as_anything_is_kept(
    alice: Somebody, one: Record
) -> None:
    empty = alice.client.get("/").content.decode()
    alice.keeps(one)

    assert 'href="/notebook/"' not in empty
    assert 'href="/notebook/"' in alice.client.get("/").content.decode()


def test_a_time_zone_that_nobody_knows_does_not_shut_the_notebook(alice: Somebody) -> None:
    at = datetime(2026, 3, 3, 22, 40, tzinfo=UTC)
    alice.keeps(a_moment(when=When(at=at, zone="Atlantis", on=at.date())))

    assert "22:40" in alice.client.get("/notebook/").content.decode()


def test_hostile_words_stay_words(alice: Somebody) -> None:
    alice.keeps(on(date(2026, 3, 3), note="<img src=x onerror=alert(1)> \u202e {% csrf_token %}"))

    page = alice.client.get("/notebook/").content.decode()

    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; \u202e {% csrf_token %}</bdi>" in page


def test_nobody_sees_the_days_of_somebody_else(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(on(date(2026, 3, 3)))

    assert headings(bob.client.get("/notebook/").content.decode()) == []


class CountingStore(MemoryStore):
    """Remembers which days were opened."""

    def __init__(self, *records: Moment) -> None:
        super().__init__(*records)
        self.opened: list[tuple[date | None, date | None]] = []

    def all(self, kind, *, since=None, until=None):
        self.opened.append((since, until))
        return super().all(kind, since=since, until=until)

    def has(self, kind, *, since=None, until=None):
        return MemoryStore(*self._kept.values()).has(kind, since=since, until=until)


def test_only_the_month_that_is_shown_is_opened() -> None:
    store = CountingStore(*(on(date(2006 + year, 3, 3)) for year in range(20)))

    month = month_shown(store, before="2025-03", today=TODAY)

    assert month is not None
    assert [day.on for day in month.days] == [date(2024, 3, 3)]
    assert store.opened == [(date(2024, 3, 1), date(2024, 3, 31))] * 2


@pytest.mark.parametrize("gap", [0, 1, 2, 3, 7, 12, 13, 64, 119, 700])
def test_the_nearest_month_that_has_something_is_found_across_any_gap(gap: int) -> None:
    top = month_count("2026-03")
    month = top - gap
    store = MemoryStore(on(date(month // 12 + 1, month % 12 + 1, 28)), on(date(1950, 1, 1)))

    assert latest_month(store, None, today=TODAY) == month
    assert latest_month(store, top, today=TODAY) == month
    assert latest_month(store, month - 1, today=TODAY) == month_count("1950-01")


def test_nothing_is_found_where_nothing_is() -> None:
    assert latest_month(MemoryStore(), None, today=TODAY) is None
    assert month_shown(MemoryStore(), before="2024-01", today=TODAY) is None


def test_what_was_written_with_the_clock_ahead_is_shown_too() -> None:
    store = MemoryStore(on(date(2026, 3, 3)), on(date(2026, 5, 3)))

    month = month_shown(store, before="", today=TODAY)

    assert month is not None
    assert [day.on for day in month.days] == [date(2026, 5, 3), date(2026, 3, 3)]


def test_days_are_called_by_their_name() -> None:
    assert named(date(2026, 3, 3), today=TODAY) == "Tuesday, 3 March"
    assert named(date(2025, 3, 3), today=TODAY) == "Monday, 3 March 2025"
    assert since(date(2026, 3, 17), today=TODAY) == "Tuesday"
    assert since(date(2026, 3, 13), today=TODAY) == "Friday, 13 March"


def test_a_note_opens_with_its_first_words() -> None:
    assert opening("two\n  lines") == "two lines"
    assert opening("w" * 500) == "w" * 90 + "…"
    assert opening("") == ""
