"""Whatever kind of thing a person wrote: it leaves with an export, comes back, can be deleted."""

from datetime import UTC, datetime

import pytest

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.accounts.opening import keep, set_spare_key
from beside.keeping.crypto import spare_key
from beside.keeping.disk.writing import database_file, fold
from beside.keeping.vault.models import SealedRow
from beside.keeping.vault.notebook import OpenNotebook, remove_everything
from beside.kernel.records import kinds
from beside.papers import importing
from beside.papers.export import exported
from tests.golden import make
from tests.support.engine import ENGINE, table_files
from tests.support.quick import quick_words

__all__ = ["quick_words"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_words")]

ALICE, BOB = "two ducks & a kettle beside one pond", "nine herons, wet gravel and a lamp"
MADE = datetime(2026, 3, 6, tzinfo=UTC)
KINDS = sorted(
    kind for kind, cls in kinds().items() if cls.__module__.startswith("beside.") and kind != "span"
)


def records_of(kind):
    """Return one record of each state, each with an id of its own where they share one."""
    made = [record for record in make.records().values() if type(record).kind == kind]
    first = made[0].id.int
    return [record.but(id=type(record.id)(int=first + n)) for n, record in enumerate(made)]


def notebook(words):
    return OpenNotebook(*keep(words))


def put_all(store, records):
    return [store.put(record.but(revision=0), expected_revision=0) for record in records]


@pytest.mark.parametrize("kind", KINDS)
def test_it_leaves_and_comes_back_as_it_was(kind):
    kept = put_all(notebook(ALICE).store, records_of(kind))

    document = exported(notebook(ALICE).store, made=MADE)
    bob = notebook(BOB)
    first = importing.bring_in(bob.store, importing.read(document))
    second = importing.bring_in(bob.store, importing.read(document))

    assert sorted(bob.store.every(), key=lambda r: r.id) == sorted(kept, key=lambda r: r.id)
    assert (first.new, first.same, first.different) == (len(kept), 0, 0)
    assert (second.new, second.same, second.different) == (0, len(kept), 0)
    assert exported(bob.store, made=MADE) == document


@pytest.mark.parametrize("kind", KINDS)
def test_deleted_nothing_of_it_is_left_in_the_file(kind):
    alice, bob = notebook(ALICE), notebook(BOB)
    set_spare_key(alice.account_id, alice.data_key, spare_key.written(spare_key.new_secret()))
    put_all(alice.store, records_of(kind))
    theirs = put_all(bob.store, records_of(kind))
    sealed = [bytes(wrap.sealed) for wrap in Wrap.objects.filter(account_id=alice.account_id)]
    if ENGINE == "sqlite":
        # Of rows PostgreSQL leaves bytes in the empty room of a page; of locks it may not.
        mine = SealedRow.objects.filter(account_id=alice.account_id)
        sealed += [bytes(row.sealed) for row in mine]
    pieces = [text[at : at + 24] for text in sealed for at in range(16, len(text) - 24, 8)]
    assert len(sealed) >= 2
    fold()
    assert any(piece in everything() for piece in pieces)

    remove_everything(alice.account_id)

    for table in (SealedRow, Wrap):
        assert table.objects.filter(account_id=alice.account_id).count() == 0
    assert Account.objects.filter(id=alice.account_id).count() == 0
    left = everything()
    assert [piece for piece in pieces if piece in left] == []
    assert len(list(bob.store.every())) == len(theirs)


def everything():
    """Return the bytes of the database and of its log; of PostgreSQL those of its tables."""
    if ENGINE == "postgresql":
        return b"".join(file.read_bytes() for file in table_files())
    file = database_file()
    log = file.with_name(file.name + "-wal")
    return file.read_bytes() + (log.read_bytes() if log.exists() else b"")
