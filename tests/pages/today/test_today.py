"""Today shows one next thing, at the same cost in the tenth year as in the first month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from beside.around.circle.model import Person
from beside.journey.pattern.model import LARGE_CHOICES, MORE
from beside.journey.pattern.wording import MOMENTS
from beside.journey.practice.model import Ask, Happened, Outcome, StillSo
from beside.keeping.disk.engine import is_one_file
from beside.kernel.days import When, days_after, lived
from beside.kernel.ids import new_id
from beside.kernel.records import Record
from tests.support.cast import (
    SAM,
    TODAY_WAS_A_LOT,
    a_moment,
    asked_sam,
    drafted,
    happened,
    jo,
    rex,
    sam,
    when,
)
from tests.support.people import Somebody

A_WHILE_AGO = lived(datetime.now(UTC) - timedelta(days=3), "UTC")
NOW = lived(datetime.now(UTC), "UTC")


def shown(somebody: Somebody) -> str:
    return somebody.client.get("/").content.decode()


def test_an_empty_notebook_is_asked_about_lately(alice: Somebody) -> None:
    page = shown(alice)

    assert "<h1>Lately, I …</h1>" in page
    assert "Nothing here yet, and nothing is due." in page
    for kind in (*LARGE_CHOICES, *MORE):
        assert f'name="what" value="{kind}"' in page
        assert str(MOMENTS[kind]) in page


def test_the_thirteen_others_are_folded_away(alice: Somebody) -> None:
    page = shown(alice)

    fold = page[page.index('<details class="more">') :]
    assert fold.count('class="chip"') == len(MORE) == 13
    assert page.count('class="choice"') == 3


def test_a_second_button_leads_to_a_small_test(alice: Somebody) -> None:
    assert 'class="btn alt" href="/tests/new/">One small test</a>' in shown(alice)


@pytest.mark.parametrize("waits", [drafted(), asked_sam(locked_at=NOW)])
def test_a_test_that_is_open_waits_in_one_row(alice: Somebody, waits: Ask) -> None:
    alice.keeps(sam(), waits)

    page = shown(alice)

    assert page.count('class="row"') == 1
    assert f'class="row" href="/tests/{waits.id}/"' in page
    assert "Nothing here yet" not in page
    assert "More small tests" not in page


def test_of_several_that_are_open_one_is_shown_and_the_rest_have_a_way(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None), drafted(id=new_id(), person_id=None))

    page = shown(alice)

    assert page.count('class="row"') == 1
    assert 'href="/tests/">More small tests</a>' in page


def test_after_a_tap_the_row_is_still_there(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    tap = {"id": str(new_id()), "what": "asked"}

    swapped = alice.client.post("/moments/", tap, headers={"HX-Request": "true"})

    assert f'class="row" href="/tests/{TODAY_WAS_A_LOT}/"' in swapped.content.decode()


def test_a_notebook_with_one_test_that_is_over_is_not_empty(alice: Somebody) -> None:
    alice.keeps(happened(person_id=None))

    assert "Nothing here yet" not in shown(alice)


def test_a_test_whose_time_has_passed_is_the_one_thing(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(locked_at=A_WHILE_AGO))

    page = shown(alice)

    assert ">Sam</bdi>" in page
    assert ">Today was a lot.</bdi>" in page
    assert f"Your guess is locked since {A_WHILE_AGO.on:%A}." in page
    assert "Lately" not in page
    for way in ("outcome", "put-off", "let-go"):
        assert f"/tests/{TODAY_WAS_A_LOT}/{way}/" in page
    assert 'href="/moments/new/">Write down a moment</a>' in page


def test_a_test_that_was_locked_today_is_left_alone(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(locked_at=NOW))

    assert "Lately" in shown(alice)


def test_a_test_that_was_put_off_is_left_alone(alice: Somebody) -> None:
    later = days_after(NOW.on, 2)
    alice.keeps(sam(), asked_sam(locked_at=A_WHILE_AGO, not_before=later))

    assert "Lately" in shown(alice)


@pytest.mark.parametrize("person", [rex(id=sam().id), sam(left_out=True)])
def test_nobody_is_brought_up_who_is_flagged_or_left_out(alice: Somebody, person: object) -> None:
    alice.keeps(person, asked_sam(locked_at=A_WHILE_AGO))

    page = shown(alice)

    assert "Lately" in page
    assert "Today was a lot." not in page
    assert "Nothing here yet" not in page


def test_a_test_with_nobody_by_name_is_brought_up_by_its_words(alice: Somebody) -> None:
    alice.keeps(asked_sam(locked_at=A_WHILE_AGO, person_id=None))

    assert ">Today was a lot.</bdi>" in shown(alice)


# A line that comes back


def ago(days: int) -> When:
    return lived(datetime.now(UTC) - timedelta(days=days), "UTC")


def over(
    days: int, how: Happened = Happened.took_it_well, *, line: str = "", **changes: object
) -> Ask:
    """Return a small test that was over *days* days ago."""
    past = {"drafted": ago(days + 2), "locked": ago(days + 1)}
    closed = {"closed": ago(days), "closed_on": ago(days).on}
    return happened(outcome=Outcome(how=how, landed=line), **past | closed | changes)


@pytest.mark.parametrize("days", [4, 31])
def test_a_line_comes_back_as_it_was_written(alice: Somebody, days: int) -> None:
    line = over(days, line="It was <i>quiet</i>. I slept.")
    alice.keeps(sam(), line)

    page = shown(alice)

    assert "It was &lt;i&gt;quiet&lt;/i&gt;. I slept.</p>" in page
    assert ">Sam</bdi>" in page
    assert "You wrote this on " in page
    assert "<h1>Does it still fit?</h1>" in page
    assert f'action="/tests/{TODAY_WAS_A_LOT}/line/"' in page
    assert [answer for answer in StillSo if f'name="answer" value="{answer}"' not in page] == []
    assert "Lately" not in page


@pytest.mark.parametrize(
    ("answer", "said"), [("yes", "Kept."), ("put_away", "Put away. It stays with its small test.")]
)
def test_one_tap_answers_it_and_today_goes_on(alice: Somebody, answer: str, said: str) -> None:
    alice.keeps(sam(), over(4, line="It was quiet."))

    tapped = {"revision": 1, "answer": answer}
    page = alice.client.post(f"/tests/{TODAY_WAS_A_LOT}/line/", tapped, follow=True)

    assert said in page.content.decode()
    assert "Lately" in page.content.decode()
    assert "It was quiet." not in page.content.decode()


def test_a_test_whose_time_has_passed_comes_before_a_line(alice: Somebody) -> None:
    due = asked_sam(id=new_id(), locked_at=A_WHILE_AGO, words="Could you hold this?")
    alice.keeps(sam(), over(5, line="It was quiet."), due)

    page = shown(alice)

    assert "Could you hold this?" in page
    assert "It was quiet." not in page


@pytest.mark.parametrize(
    "person", [rex(id=SAM), jo(id=SAM), sam(left_out=True)], ids=["flagged", "resting", "left out"]
)
def test_no_line_comes_back_from_somebody_who_rests(alice: Somebody, person: Person) -> None:
    alice.keeps(person, over(4, line="It was quiet."))

    assert "It was quiet." not in shown(alice)
    assert "Lately" in shown(alice)


@pytest.mark.parametrize("days", [1, 61])
def test_a_line_has_its_days(alice: Somebody, days: int) -> None:
    alice.keeps(sam(), over(days, line="It was quiet."))

    assert "It was quiet." not in shown(alice)


# Rest


@pytest.mark.parametrize("how", [Happened.no, Happened.it_hurt])
def test_for_two_days_after_a_no_nothing_is_brought_up(alice: Somebody, how: Happened) -> None:
    stung = over(1, how, id=new_id(), words="This stung.")
    alice.keeps(sam(), stung, asked_sam(locked_at=A_WHILE_AGO))

    page = shown(alice)

    assert "Lately" in page
    assert "Today was a lot." not in page
    assert 'class="row"' not in page
    tap = {"id": str(new_id()), "what": "asked"}
    swapped = alice.client.post("/moments/", tap, headers={"HX-Request": "true"})
    assert "Today was a lot." not in swapped.content.decode()


def test_after_two_days_it_goes_on(alice: Somebody) -> None:
    stung = over(3, Happened.no, id=new_id(), words="This stung.")
    alice.keeps(sam(), stung, asked_sam(locked_at=A_WHILE_AGO))

    assert "Today was a lot." in shown(alice)


# Back after weeks

AWAY = "Nothing was lost and nothing was counted while you were away. Start anywhere."


def test_after_weeks_nothing_was_counted(alice: Somebody) -> None:
    alice.keeps(sam(), a_moment(when=ago(100)), over(100))

    assert AWAY in shown(alice)


@pytest.mark.parametrize(
    "lately", [[], [a_moment(when=ago(3))], [drafted(drafted=ago(3))], [over(3)]]
)
def test_whoever_was_here_lately_was_not_away(alice: Somebody, lately: list[Record]) -> None:
    old = [over(100, id=new_id())] if lately else []
    alice.keeps(sam(), *old, *lately)

    assert AWAY not in shown(alice)


# Nobody else, and no more with the years


def test_nobody_sees_what_somebody_else_waits_for(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(sam(), asked_sam(locked_at=A_WHILE_AGO))

    assert "Sam" not in shown(bob)


def test_today_asks_no_more_of_ten_years_than_of_a_month(alice: Somebody, bob: Somebody) -> None:
    for month in range(120):
        day = when(date(2016 + month // 12, month % 12 + 1, 3))
        alice.keeps(a_moment(id=new_id(), when=day))
        alice.keeps(happened(id=new_id(), closed=day, closed_on=day.on, person_id=None))
    bob.keeps(a_moment(when=when(date(2026, 3, 3))), happened(person_id=None))
    shown(alice), shown(bob)

    with CaptureQueriesContext(connection) as of_alice:
        shown(alice)
    with CaptureQueriesContext(connection) as of_bob:
        shown(bob)

    assert len(of_alice) <= len(of_bob) + 2
    # Where many are served the session is asked of the database as well.
    assert len(of_alice) <= (11 if is_one_file() else 12)
