"""Of a lock that was removed no byte stays in the files of PostgreSQL, or it is said."""

import psycopg
import pytest
from django.db import OperationalError, connection

from beside.keeping.accounts import sweeping
from beside.keeping.accounts.models import EpochKey, Wrap
from beside.keeping.accounts.table_sessions import TableSessions
from beside.keeping.disk import writing as disk
from beside.keeping.disk.writing import scrub
from beside.kernel.ids import new_id
from tests.support.engine import table_files

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

LOCK = b"this would be the key, locked " * 3


@pytest.fixture
def another():
    """Return another connection to the same database."""
    told = connection.settings_dict
    with psycopg.connect(dbname=told["NAME"], user=told["USER"], host=told["HOST"]) as way:
        yield way


def lies_in_a_file(what=LOCK, **which):
    return any(what in file.read_bytes() for file in table_files(**which))


def removed():
    Wrap(account_id=new_id(), kind="words", sealed=LOCK).save(force_insert=True)
    assert lies_in_a_file()
    Wrap.objects.all().delete()


def test_nothing_of_it_is_left():
    removed()

    scrub(small=["accounts_wrap"], large=["vault_sealedrow"])

    assert not lies_in_a_file()


def test_nothing_of_a_key_of_an_hour_that_is_over_is_left_either(monkeypatch):
    monkeypatch.setattr(sweeping, "sessions", TableSessions())
    key = b"the key of an hour that is over!"
    EpochKey(hour=1, key=key).save(force_insert=True)
    assert lies_in_a_file(key, unlogged=True)

    sweeping.sweep()

    assert not lies_in_a_file(key, unlogged=True)


def test_a_transaction_that_began_before_is_waited_for(another, monkeypatch):
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    another.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    another.execute("SELECT count(*) FROM accounts_wrap")
    removed()

    with pytest.raises(OperationalError):
        scrub(small=["accounts_wrap"])
    another.rollback()
    monkeypatch.undo()
    scrub(small=["accounts_wrap"])

    assert not lies_in_a_file()


def test_a_transaction_that_only_began_to_write_is_waited_for_too(another, monkeypatch):
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    another.execute("INSERT INTO accounts_epochkey (hour, key) VALUES (1, 'x')")
    removed()

    with pytest.raises(OperationalError):
        scrub(small=["accounts_wrap"])


def test_whoever_writes_in_another_database_is_waited_for_too(monkeypatch):
    """Such a one is all that a rebuild needs to take along what was removed since it began."""
    told = connection.settings_dict
    with psycopg.connect(dbname="postgres", user=told["USER"], host=told["HOST"]) as elsewhere:
        elsewhere.execute("SELECT pg_current_xact_id()")
        removed()
        monkeypatch.setattr(disk, "PATIENCE", 0.05)
        with pytest.raises(OperationalError):
            scrub(small=["accounts_wrap"])

    monkeypatch.undo()
    scrub(small=["accounts_wrap"])

    assert not lies_in_a_file()


def test_whoever_reads_the_table_itself_is_waited_for_and_not_for_ever(another, monkeypatch):
    monkeypatch.setattr(disk, "_let_older_looks_end", lambda: None)
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    another.execute("SELECT count(*) FROM accounts_wrap")

    with pytest.raises(OperationalError):
        scrub(small=["accounts_wrap"])

    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone()[0] == "0"
