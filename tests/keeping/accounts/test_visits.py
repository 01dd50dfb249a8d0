"""A visit is held in memory, for half an hour after the last answer, and for one browser alone."""

import tempfile
from pathlib import Path

import pytest

from beside.journey.pattern.model import Moment, MomentKind
from beside.keeping.accounts import visit_keeper
from beside.keeping.accounts.visit_keeper import keeping_visits
from beside.keeping.accounts.visits import HALF_AN_HOUR, MOST, FarVisits, MemoryVisits, NoVisit
from beside.kernel.ids import new_id
from tests.support.cast import noon  # noqa: F401 - a fixture


@pytest.fixture(params=["here", "far"])
def visits(request, monkeypatch):
    if request.param == "here":
        yield MemoryVisits()
        return
    monkeypatch.setattr(visit_keeper, "MOST", MOST)
    # Not pytest's own folder: the name of a socket is a short one.
    with tempfile.TemporaryDirectory() as folder, keeping_visits(Path(folder) / "visits"):
        yield FarVisits(Path(folder) / "visits")


def test_a_visit_is_found_by_its_cookie(visits):
    cookie = visits.begin(now=0)

    visit = visits.of(cookie, now=1)
    visit.said["phone"] = "no"
    visits.keep(visit)

    assert visits.of(cookie, now=2).said == {"phone": "no"}


def test_nobody_else_finds_it(visits):
    cookie = visits.begin(now=0)

    for other in ("", "v-", cookie.upper(), cookie[:-1], "\udcff"):
        with pytest.raises(NoVisit):
            visits.of(other, now=1)


def test_it_is_over_half_an_hour_after_the_last_answer(visits):
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=HALF_AN_HOUR)
    visit.since = HALF_AN_HOUR
    visits.keep(visit)

    assert visits.of(cookie, now=2 * HALF_AN_HOUR).since == HALF_AN_HOUR
    with pytest.raises(NoVisit):
        visits.of(cookie, now=2 * HALF_AN_HOUR + 1)


def test_to_look_at_it_does_not_make_it_longer(visits):
    cookie = visits.begin(now=0)
    visits.keep(visits.of(cookie, now=HALF_AN_HOUR))

    with pytest.raises(NoVisit):
        visits.of(cookie, now=HALF_AN_HOUR + 1)


def test_what_was_said_is_forgotten_with_it(noon):  # noqa: F811 - the fixture
    visits = MemoryVisits()
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=0)
    visit.said["line"] = "none"
    moment = Moment(id=new_id(), when=noon, what=MomentKind.asked)
    visit.store.put(moment, expected_revision=0)

    visits.end(cookie)
    visits.end(cookie)

    assert visit.said == {}
    assert list(visit.store.every()) == []


def test_there_is_room_for_so_many_and_the_one_left_alone_longest_goes(visits):
    first = visits.begin(now=0)
    others = [visits.begin(now=1) for _ in range(MOST)]

    with pytest.raises(NoVisit):
        visits.of(first, now=2)
    assert all(visits.is_there(one, now=2) for one in others)


def test_a_visit_says_nothing_when_printed(visits):
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=0)
    visit.said["line"] = "I can only rely on myself"

    assert repr(visit) == "<Visit>"
    assert cookie not in repr(visits)


def test_one_that_ended_is_not_there(visits):
    cookie = visits.begin(now=0)
    assert visits.is_there(cookie, now=1)

    visits.end(cookie)
    visits.end(cookie)

    assert not visits.is_there(cookie, now=1)
    with pytest.raises(NoVisit):
        visits.of(cookie, now=1)


def test_an_open_notebooks_cookie_is_no_visit(visits):
    assert not visits.is_there("A" * 43, now=0)
    visits.end("A" * 43)
