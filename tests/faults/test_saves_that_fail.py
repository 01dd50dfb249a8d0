"""A save that fails anywhere leaves all or nothing, and the same form sent again is harmless."""

import random
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.journey.pattern.model import Moment
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.vault.keeper import SealedStore
from beside.kernel.ids import new_id
from tests.support.cast import a_moment

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


@contextmanager
def failing_at(statement):
    """Let the statement with that number (from 0) fail before it is done, or after (its minus).

    Those that begin and end a transaction are not counted: SQLite answers them whole.
    """
    seen = 0

    def wrapper(execute, sql, params, many, context):
        nonlocal seen
        if not sql.startswith(("SELECT", "INSERT", "UPDATE")):
            return execute(sql, params, many, context)
        seen += 1
        if seen - 1 == statement:
            raise OperationalError("disk I/O error")
        came = execute(sql, params, many, context)
        if seen == -statement:
            raise OperationalError("the answer was lost")
        return came

    with connection.execute_wrapper(wrapper):
        yield


@pytest.fixture
def store():
    return SealedStore(new_id(), RecordSealer(new_id(), DataKey(1, bytearray(range(32)))))


def faulted(store, record, revision, statement):
    """Save once with a fault and then once without; return what is kept."""
    try:
        with failing_at(statement):
            store.put(record, expected_revision=revision)
    except OperationalError:
        pass
    return store.put(record, expected_revision=revision)


@pytest.mark.parametrize("statement", [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5])
def test_a_save_that_failed_anywhere_can_be_sent_again(store, statement):
    kept = faulted(store, a_moment(note="one"), 0, statement)
    changed = faulted(store, kept.but(note="two"), 1, statement)

    assert changed.revision == 2
    assert store.all(Moment) == [changed]
    assert store.broken_rows() == (2, [])


@pytest.mark.parametrize("statement", [-2, -1, 0, 1])
def test_a_save_that_failed_leaves_what_was_there(store, statement):
    before = store.put(a_moment(note="one"), expected_revision=0)

    with pytest.raises(OperationalError), failing_at(statement):
        store.put(before.but(note="two"), expected_revision=1)

    assert list(store.every()) == [before]


@pytest.mark.soak
def test_none_of_100_000_faulted_saves_is_doubled(store):
    chance, kept = random.Random(4), {}
    for number in range(100_000):
        if kept and chance.random() < 0.5:
            old = chance.choice(list(kept.values()))
            record, revision = old.but(note=f"{number}"), old.revision
        else:
            record, revision = a_moment(id=new_id(), note=f"{number}"), 0
        saved = faulted(store, record, revision, chance.randint(-5, 5))
        kept[saved.id] = saved
        if len(kept) > 400:
            gone = kept.pop(next(iter(kept)))
            store.remove(gone)

    assert {record.id: record for record in store.every()} == kept
    print("100000 faulted saves, 0 doubled")
