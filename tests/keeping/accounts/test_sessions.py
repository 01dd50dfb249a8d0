"""A session ends: by itself, by hand, with the program. The cookie alone opens nothing."""

import base64
from pathlib import Path

import pytest

from beside.keeping.accounts import session as clock
from beside.keeping.accounts.sessions import ABSOLUTE, MemorySessions, NoSession
from beside.keeping.crypto.wraps import DataKey
from beside.kernel.ids import new_id
from tests.support.clocks import TableAtATime

ALICE, BOB = new_id(), new_id()
IDLE = 30 * 60


def key():
    return DataKey(1, bytearray(range(32)))


def started(sessions, account=ALICE, now=0.0):
    return sessions.start(account, key(), label="Firefox", idle=IDLE, now=now)


@pytest.fixture(params=["memory", "table"])
def sessions(request):
    if request.param == "memory":
        return MemorySessions()
    request.getfixturevalue("db")
    return TableAtATime()


@pytest.fixture
def memory():
    return MemorySessions()


def ended(sessions, cookie, now=1.0):
    try:
        sessions.resume(cookie, now=now)
    except NoSession:
        return True
    return False


def test_a_session_gives_the_key_back(sessions):
    session, opened = sessions.resume(started(sessions), now=1.0)

    assert opened == key()
    assert session.account_id == ALICE


def test_it_ends_when_nothing_happens_for_long_enough(sessions):
    cookie = started(sessions)

    assert not ended(sessions, cookie, now=IDLE)
    assert ended(sessions, cookie, now=2 * IDLE + 1)
    sessions.drop_ended(2 * IDLE + 1)
    assert ended(sessions, cookie, now=1.0)


def test_each_request_starts_the_idle_time_anew(sessions):
    cookie = started(sessions)

    for visit in range(1, 10):
        assert not ended(sessions, cookie, now=visit * (IDLE - 1))


def test_a_look_that_does_not_touch_leaves_the_idle_time_running(sessions):
    cookie = started(sessions)

    sessions.resume(cookie, now=IDLE - 1, touch=False)

    assert ended(sessions, cookie, now=IDLE + 1)


def test_it_ends_after_twelve_hours_however_busy(sessions):
    cookie = started(sessions)

    for now in range(0, ABSOLUTE + 1, IDLE):
        assert not ended(sessions, cookie, now=now)

    assert ended(sessions, cookie, now=ABSOLUTE + 1)


def test_what_is_left_is_the_nearer_of_the_two_ends(sessions):
    session, _ = sessions.resume(started(sessions), now=10.0)

    assert session.left(10.0) == IDLE
    assert session.left(ABSOLUTE - 60) < 0


def test_ended_by_hand_it_stays_ended(sessions):
    cookie = started(sessions)

    sessions.end(cookie)
    sessions.end(cookie)

    assert ended(sessions, cookie)


def test_ending_all_ends_those_of_one_notebook_alone(sessions):
    phone, laptop, bobs = started(sessions), started(sessions), started(sessions, BOB)

    sessions.end_all(ALICE)

    assert ended(sessions, phone)
    assert ended(sessions, laptop)
    assert not ended(sessions, bobs)


def test_all_others_can_be_ended_from_this_one(sessions):
    here, elsewhere = started(sessions), started(sessions)
    session, _ = sessions.resume(here, now=0.0)

    sessions.end_all(ALICE, but=session.public_id)

    assert not ended(sessions, here)
    assert ended(sessions, elsewhere)


def test_the_list_shows_the_open_ones_of_one_notebook_oldest_first(sessions):
    started(sessions, now=5.0)
    started(sessions, now=2.0)
    started(sessions, BOB, now=3.0)

    assert [s.started for s in sessions.of(ALICE, data_key=key(), now=6.0)] == [2.0, 5.0]
    assert {s.label for s in sessions.of(ALICE, data_key=key(), now=6.0)} == {"Firefox"}
    assert sessions.of(ALICE, data_key=key(), now=6.0 + 10 * IDLE) == []


def test_a_shorter_idle_time_counts_at_once(sessions):
    cookie = started(sessions)

    sessions.set_idle(ALICE, 60)

    assert ended(sessions, cookie, now=61)


def test_another_process_cannot_use_the_cookie(memory):
    assert ended(MemorySessions(), started(memory))


def test_what_one_process_holds_opens_nothing_in_another(memory):
    cookie = started(memory)
    later = MemorySessions()
    later._open = dict(memory._open)

    assert ended(later, cookie)


def test_the_process_holds_neither_the_cookie_nor_the_key(memory):
    cookie = started(memory)
    secret = base64.urlsafe_b64decode(cookie + "=")

    ((row, session),) = memory._open.items()

    for held in (row, session.wrapped):
        assert secret not in held
        assert bytes(key().secret) not in held


@pytest.mark.parametrize("cookie", ["", "x", "é" * 43, "A" * 43, "A" * 44, "=" * 43, "A" * 4096])
def test_what_is_no_cookie_opens_nothing_and_ends_nothing(sessions, cookie):
    real = started(sessions)

    assert ended(sessions, cookie)
    sessions.end(cookie)

    assert not ended(sessions, real)


def test_a_tampered_wrap_counts_as_no_session(memory):
    cookie = started(memory)
    (session,) = memory._open.values()
    wrapped = bytearray(session.wrapped)
    wrapped[-1] ^= 1
    object.__setattr__(session, "wrapped", bytes(wrapped))

    assert ended(memory, cookie)


def test_sessions_are_silent_when_printed(memory):
    cookie = started(memory)
    session, _ = memory.resume(cookie, now=0.0)

    assert repr(memory) == "<MemorySessions: 1>"
    assert repr(session) == f"<Session {session.public_id}>"


def test_two_cookies_are_never_alike(sessions):
    assert len({started(sessions) for _ in range(100)}) == 100


def test_the_clock_goes_on_while_the_computer_sleeps(monkeypatch):
    asleep = {"CLOCK_BOOTTIME": 7, "CLOCK_MONOTONIC": 1}
    for name, number in asleep.items():
        monkeypatch.setattr(clock.time, name, number, raising=False)
    monkeypatch.setattr(clock.time, "clock_gettime", {7: 9000.0, 1: 10.0}.__getitem__)

    assert clock.steady() == 9000.0


def test_nobody_measures_a_session_with_a_clock_that_sleeps():
    source = Path(clock.__file__).parents[2]
    lax = [
        file.name
        for file in source.rglob("*.py")
        if "time.monotonic" in file.read_text(encoding="utf-8") and "disk" not in file.parts
    ]

    assert lax == []
