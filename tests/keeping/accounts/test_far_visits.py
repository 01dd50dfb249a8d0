"""Several workers answer one visit: none loses what another heard, and their keeper knows none."""

import multiprocessing
import os
import tempfile
import threading
import time
from pathlib import Path

import pytest

from beside.journey.pattern.model import Moment, MomentKind
from beside.keeping.accounts import far_visits, visit_keeper
from beside.keeping.accounts.far_visits import Asked, FarVisits, Unreachable
from beside.keeping.accounts.visit import HALF_AN_HOUR, NoVisit
from beside.keeping.accounts.visit_keeper import VisitKeeper, keeping_visits
from beside.kernel.ids import new_id
from tests.support.cast import noon  # noqa: F401 - a fixture

LINE = "I can only rely on myself"


@pytest.fixture
def at():
    # Not pytest's own folder: the name of a socket is a short one.
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "visits"


@pytest.fixture
def keeper(at):
    with keeping_visits(at) as keeper:
        yield keeper


def says(at, cookie, name, answer, *, times=1):
    """Say something on a visit, as a worker does in one request after the other."""
    visits = FarVisits(at)
    for number in range(times):
        visit = visits.of(cookie, now=1)
        before = int(visit.said.get(name, "0"))
        visit.said[name] = answer or str(before + 1)
        time.sleep(0.001 * (number % 2))
        visits.keep(visit)


def in_a_worker(*arguments, **more):
    worker = multiprocessing.get_context("fork").Process(target=says, args=arguments, kwargs=more)
    worker.start()
    return worker


def test_what_one_worker_is_told_another_one_knows(at, keeper):
    cookie = FarVisits(at).begin(now=0)

    in_a_worker(at, cookie, "line", LINE).join()

    assert FarVisits(at).of(cookie, now=2).said == {"line": LINE}


def test_of_two_workers_that_answer_at_once_neither_loses_anything(at, keeper):
    cookie = FarVisits(at).begin(now=0)

    workers = [in_a_worker(at, cookie, "count", "", times=100) for _ in range(2)]
    for worker in workers:
        worker.join()

    assert FarVisits(at).of(cookie, now=2).said == {"count": "200"}


def test_a_worker_that_dies_lets_go_of_the_visit(at, keeper):
    cookie = FarVisits(at).begin(now=0)

    def take_it_and_die():
        FarVisits(at).of(cookie, now=1).said["line"] = LINE
        os._exit(9)

    worker = multiprocessing.get_context("fork").Process(target=take_it_and_die)
    worker.start()
    worker.join()

    assert FarVisits(at).of(cookie, now=2).said == {}


def test_a_request_that_holds_a_visit_for_too_long_turns_the_next_one_away(at, keeper, monkeypatch):
    monkeypatch.setattr(visit_keeper, "LENT_FOR", 0.05)
    cookie = FarVisits(at).begin(now=0)
    first, came = FarVisits(at), []
    first.of(cookie, now=1)

    def second():
        try:
            FarVisits(at).of(cookie, now=1)
        except Unreachable:
            came.append("turned away")

    thread = threading.Thread(target=second)
    thread.start()
    thread.join()

    assert came == ["turned away"]


def test_records_come_back_as_they_were_locked(at, keeper, noon):  # noqa: F811 - the fixture
    visits = FarVisits(at)
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=1)
    kept = visit.store.put(
        Moment(id=new_id(), when=noon, what=MomentKind.asked, note=LINE), expected_revision=0
    )
    visit.aside["answer x"] = ["/", 200, b"<p>"]
    visits.keep(visit)

    later = visits.of(cookie, now=2)

    assert list(later.store.every()) == [kept]
    assert later.aside == {"answer x": ["/", 200, b"<p>"]}


def test_the_keeper_holds_no_word_and_no_cookie(at, keeper):
    visits = FarVisits(at)
    cookie = visits.begin(now=0)
    visit = visits.of(cookie, now=1)
    visit.said["line"] = LINE
    visits.keep(visit)

    ((row, held),) = keeper._shelf.kept.items()

    for text in (LINE, cookie, cookie[2:]):
        assert text.encode() not in row + held.sealed
    assert bytes.fromhex(cookie[2:]) not in row + held.sealed
    assert repr(keeper) == "<VisitKeeper: 1>"


def test_another_cookie_opens_nothing_even_where_the_rows_changed_places(at, keeper):
    visits = FarVisits(at)
    mine, theirs = visits.begin(now=0), visits.begin(now=0)
    kept = keeper._shelf.kept
    first, second = kept.values()
    first.sealed, second.sealed = second.sealed, first.sealed

    for cookie in (mine, theirs):
        with pytest.raises(NoVisit):
            visits.of(cookie, now=1)


def test_nothing_of_it_is_a_file(at, keeper):
    visits = FarVisits(at)
    visit = visits.of(visits.begin(now=0), now=1)
    visit.said["line"] = LINE
    visits.keep(visit)

    (socket,) = at.parent.iterdir()
    assert socket.is_socket()
    assert socket.stat().st_mode & 0o077 == 0


def test_what_ended_and_what_there_is_no_room_for_takes_no_memory():
    keeper = VisitKeeper()
    for number in range(visit_keeper.MOST + 50):
        keeper.answer(Asked("begin", number.to_bytes(32), 1.0, b"sealed"), asker=None)

    assert len(keeper._shelf.kept) == visit_keeper.MOST
    keeper.answer(Asked("look", bytes(32), HALF_AN_HOUR + 2.0), asker=None)
    assert keeper._shelf.size == len(keeper._shelf.kept) == 0


def test_large_visits_make_room_for_one_another():
    keeper = VisitKeeper()
    for number in range(300):
        keeper.answer(
            Asked("begin", number.to_bytes(32), float(number), bytes(far_visits.MOST)), asker=None
        )

    assert keeper._shelf.size <= visit_keeper.BYTES
    assert (299).to_bytes(32) in keeper._shelf.kept
    assert bytes(32) not in keeper._shelf.kept


def test_without_a_keeper_a_visit_cannot_begin(at):
    with pytest.raises(Unreachable):
        FarVisits(at).begin(now=0)


def test_a_connection_that_says_what_nobody_understands_is_closed(at, keeper):
    visits = FarVisits(at)

    with pytest.raises(Unreachable):
        visits._ask(Asked("forget everything", bytes(32)))

    assert visits.begin(now=0).startswith("v-")
