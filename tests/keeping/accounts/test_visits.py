"""A visit is held in memory, for half an hour after the last answer, and for one browser alone."""

import pytest

from beside.journey.pattern.model import Moment, MomentKind
from beside.keeping.accounts.visits import HALF_AN_HOUR, MOST, MemoryVisits, NoVisit
from beside.kernel.ids import new_id
from tests.support.cast import noon  # noqa: F401 - a fixture


@pytest.fixture
def visits():
    return MemoryVisits()


def test_a_visit_is_found_by_its_cookie(visits):
    cookie = visits.begin(now=0)

    visits.of(cookie, now=1).said["phone"] = "no"

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

    assert visits.of(cookie, now=2 * HALF_AN_HOUR) is visit
    with pytest.raises(NoVisit):
        visits.of(cookie, now=2 * HALF_AN_HOUR + 1)


def test_to_look_at_it_does_not_make_it_longer(visits):
    cookie = visits.begin(now=0)
    visits.of(cookie, now=HALF_AN_HOUR)

    with pytest.raises(NoVisit):
        visits.of(cookie, now=HALF_AN_HOUR + 1)


def test_what_was_said_is_forgotten_with_it(visits, noon):  # noqa: F811 - the fixture
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
    assert all(visits.of(one, now=2) for one in others)


def test_a_visit_says_nothing_when_printed(visits):
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=0)
    visit.said["line"] = "I can only rely on myself"

    assert repr(visit) == "<Visit>"
    assert cookie not in repr(visits)
