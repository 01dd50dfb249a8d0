"""What the table of sessions holds, who can read it, and what two requests at once leave there."""

import base64
from random import Random

import pytest
from django.db import connection

from beside.keeping.accounts import epochs
from beside.keeping.accounts.models import EpochKey, OpenSession
from beside.keeping.accounts.sealed_aside import MOST
from beside.keeping.accounts.sessions import ABSOLUTE, NoSession, TableSessions
from beside.keeping.accounts.sweeping import sweep
from beside.keeping.crypto.wraps import DataKey
from beside.kernel.ids import new_id
from tests.support.cast import a_moment
from tests.support.clocks import TableAtATime

pytestmark = pytest.mark.django_db

ALICE, BOB = new_id(), new_id()
IDLE = 30 * 60
HOUR = 60 * 60


def key():
    return DataKey(1, bytearray(range(32)))


def started(sessions, account=ALICE, now=0.0, label="Firefox"):
    return sessions.start(account, key(), label=label, idle=IDLE, now=now)


def laid_aside(sessions, cookie, **things):
    session, _ = sessions.resume(cookie, now=1.0)
    session.aside.update(things)
    sessions.keep_aside(session)


def aside(sessions, cookie):
    return dict(sessions.resume(cookie, now=2.0)[0].aside)


@pytest.fixture
def sessions():
    return TableAtATime()


# What lies in the table


def test_the_row_holds_neither_the_cookie_nor_the_key_nor_a_word(sessions):
    cookie = started(sessions, label="Firefox · Kitchen tablet")
    laid_aside(sessions, cookie, looked_for="who could water the plants")

    row, (hour,) = OpenSession.objects.get(), EpochKey.objects.all()

    secret = base64.urlsafe_b64decode(cookie + "=")
    lying = b"".join(map(bytes, (row.cookie_hash, row.wrapped, row.label, row.aside, hour.key)))
    for hidden in (secret, bytes(key().secret), b"Kitchen", b"plants", b"looked"):
        assert hidden not in lying


def test_without_the_key_of_the_hour_the_cookie_opens_nothing(sessions):
    cookie = started(sessions)
    EpochKey.objects.all().delete()

    with pytest.raises(NoSession):
        sessions.resume(cookie, now=1.0)


def test_with_the_key_of_another_hour_the_cookie_opens_nothing(sessions):
    cookie = started(sessions)
    EpochKey.objects.update(key=bytes(32))

    with pytest.raises(NoSession):
        sessions.resume(cookie, now=1.0)


def test_a_row_moved_to_another_account_shows_nothing_of_what_lay_aside(sessions):
    cookie = started(sessions)
    laid_aside(sessions, cookie, looked_for="rain")
    OpenSession.objects.update(account_id=BOB)

    assert aside(sessions, cookie) == {}


def test_a_tampered_wrap_counts_as_no_session(sessions):
    cookie = started(sessions)
    wrapped = bytearray(OpenSession.objects.get().wrapped)
    wrapped[-1] ^= 1
    OpenSession.objects.update(wrapped=bytes(wrapped))

    with pytest.raises(NoSession):
        sessions.resume(cookie, now=1.0)


@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["opensession", "epochkey", "tries"])
def test_the_table_is_in_no_log_and_in_no_copy_of_the_files(table):
    with connection.cursor() as cursor:
        asked = "SELECT relpersistence FROM pg_class WHERE relname = %s"
        cursor.execute(asked, [f"accounts_{table}"])
        assert cursor.fetchone() == ("u",)


@pytest.mark.postgresql
def test_what_a_session_holds_is_told_by_the_clock_of_the_database():
    sessions = TableSessions()
    cookie = sessions.start(ALICE, key(), label="", idle=IDLE, now=1_000.0)
    OpenSession.objects.update(used=OpenSession.objects.get().used - 60)

    session, _ = sessions.resume(cookie, now=1_000.0, touch=False)

    assert session.used == pytest.approx(940, abs=2)
    assert session.left(1_000.0) == pytest.approx(IDLE - 60, abs=2)


# The keys of the hours


def test_all_sessions_of_an_hour_share_its_key(sessions):
    started(sessions, now=5.0)
    started(sessions, now=HOUR - 1.0)
    started(sessions, now=HOUR + 1.0)

    assert sorted(EpochKey.objects.values_list("hour", flat=True)) == [0, 1]


def test_a_session_that_began_at_the_end_of_an_hour_lasts_its_twelve(sessions):
    cookie = sessions.start(ALICE, key(), label="", idle=2 * ABSOLUTE, now=HOUR - 1.0)

    started(sessions, now=HOUR - 1.0 + ABSOLUTE)

    assert sessions.resume(cookie, now=HOUR - 1.0 + ABSOLUTE)[1] == key()


def test_twelve_hours_after_its_own_the_key_is_gone(sessions):
    started(sessions)

    started(sessions, now=13.0 * HOUR)

    assert [one.hour for one in EpochKey.objects.all()] == [13]


def test_whoever_asks_second_finds_the_key_of_whoever_asked_first():
    assert epochs.key_of(7) == epochs.key_of(7)
    assert epochs.key_of(7) != epochs.key_of(8)


# What lies aside


def test_what_was_laid_aside_is_there_for_the_next_request_whoever_answers_it(sessions):
    cookie = started(sessions)
    gone, person = a_moment(note="rain"), new_id()
    laid_aside(sessions, cookie, gone=gone, guesses={person: {"yes": "7"}}, notice=["kept", "", ""])

    assert aside(TableAtATime(), cookie) == {
        "gone": gone,
        "guesses": {person: {"yes": "7"}},
        "notice": ["kept", "", ""],
    }


def test_what_is_changed_inside_of_a_thing_is_kept_too(sessions):
    cookie = started(sessions)
    laid_aside(sessions, cookie, guesses={"one": "7"})

    session, _ = sessions.resume(cookie, now=2.0)
    session.aside["guesses"]["two"] = "3"
    sessions.keep_aside(session)

    assert aside(sessions, cookie) == {"guesses": {"one": "7", "two": "3"}}


def test_two_requests_at_once_lose_nothing_of_one_another(sessions):
    cookie = started(sessions)
    laid_aside(sessions, cookie, notice="kept", looked_for="rain")
    first, second = (sessions.resume(cookie, now=2.0)[0] for _ in range(2))

    first.aside.pop("notice")
    sessions.keep_aside(first)
    second.aside["answer x"] = [1, 2]
    sessions.keep_aside(second)

    assert aside(sessions, cookie) == {"looked_for": "rain", "answer x": [1, 2]}


def test_a_page_that_lays_nothing_aside_writes_nothing(sessions):
    cookie = started(sessions)
    laid_aside(sessions, cookie, notice="kept")

    session, _ = sessions.resume(cookie, now=2.0)
    assert session.aside.get("notice") == "kept"
    sessions.keep_aside(session)

    assert OpenSession.objects.get().aside_revision == 1


def test_the_oldest_makes_room_for_the_newest(sessions):
    cookie = started(sessions)
    for number in range(4):
        laid_aside(sessions, cookie, **{f"answer {number}": Random(number).randbytes(30_000)})

    kept = aside(sessions, cookie)

    assert "answer 3" in kept
    assert "answer 0" not in kept
    assert len(OpenSession.objects.get().aside) < 1.2 * MOST


def test_what_another_release_left_aside_is_passed_over(sessions):
    cookie = started(sessions)
    laid_aside(sessions, cookie, notice="kept")
    OpenSession.objects.update(aside=b"not of this release", aside_revision=5)

    assert aside(sessions, cookie) == {}


def test_what_is_laid_beside_a_session_that_ended_meanwhile_goes_with_it(sessions):
    cookie = started(sessions)
    session, _ = sessions.resume(cookie, now=1.0)
    sessions.end(cookie)

    session.aside["notice"] = "kept"
    sessions.keep_aside(session)

    assert not OpenSession.objects.exists()


# What ended


def test_what_ended_is_taken_away_although_nobody_comes(sessions):
    started(sessions)
    started(sessions, now=IDLE)

    sessions.drop_ended(IDLE + 1.0)

    assert OpenSession.objects.count() == 1


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_sweep_by_the_real_clock_takes_what_is_long_over_and_leaves_what_is_open():
    sessions = TableSessions()
    cookie = started(sessions)
    OpenSession.objects.create(
        cookie_hash=bytes(32),
        account_id=BOB,
        public_id=new_id(),
        hour=0,
        wrapped=b"",
        label=b"",
        started=0,
        used=0,
        idle=IDLE,
    )

    sweep()
    sweep()

    assert sessions.resume(cookie, now=0.0)[0].account_id == ALICE
    assert OpenSession.objects.count() == 1


def test_one_question_resumes_a_session(sessions, django_assert_num_queries):
    cookie = started(sessions)

    with django_assert_num_queries(1):
        sessions.resume(cookie, now=1.0)
