"""The file on the disk is changed by a stranger: it is refused, and `beside verify` names it."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from tests.faults.conftest import ALICES_WORDS
from tests.support.served import Program, Visitor

pytestmark = [pytest.mark.fault, pytest.mark.one_file]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A notebook of some records, and no program running."""
    home = tmp_path_factory.mktemp("machine") / "beside"
    running = Program(home)
    try:
        alice = Visitor(running)
        alice.keeps_a_notebook(ALICES_WORDS)
        for what in ("asked", "did_it_alone", "redid_it"):
            alice.submit(alice.get("/moments/new/"), "id", "what", what=what)
    finally:
        running.end()
    return home


@pytest.fixture
def database(home):
    """The file, open; what a test changes is taken back afterwards."""
    file = home / "beside.sqlite3"
    before = file.read_bytes()
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        yield opened
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for tail in ("-wal", "-shm"):
        file.with_name(file.name + tail).unlink(missing_ok=True)
    file.write_bytes(before)


def verified(home, words=ALICES_WORDS):
    done = subprocess.run(
        [sys.executable, "-m", "beside", "verify"],
        env={**os.environ, "BESIDE_HOME": str(home)},
        input=words + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def rows(database):
    """Return the rows of Alice's records: id and what is sealed."""
    query = (
        "SELECT r.id, r.bucket, r.sealed FROM vault_sealedrow r JOIN accounts_account a "
        "ON a.id = r.account_id WHERE NOT a.canary ORDER BY r.id"
    )
    return database.execute(query).fetchall()


def flipped(sealed, position, bit=0):
    changed = bytearray(sealed)
    changed[position] ^= 1 << bit
    return bytes(changed)


def test_an_untouched_file_opens_whole(home, database):
    code, said = verified(home)

    assert code == 0
    assert "The file is whole." in said
    assert f"{len(rows(database))} of {len(rows(database))} records open." in said


def test_it_says_that_all_is_there(home, database):
    _, said = verified(home)

    assert f"All is there: {len(rows(database))} records, as they were left." in said


def test_a_row_that_was_taken_away_is_said(home, database):
    before = len(rows(database))
    database.execute("DELETE FROM vault_sealedrow WHERE id = ?", (rows(database)[0][0],))

    code, said = verified(home)

    assert code == 1
    assert f"{before - 1} of {before - 1} records open." in said
    assert f"Records counted: {before}. Records here: {before - 1}." in said


def test_a_count_that_was_taken_away_is_said(home, database):
    database.execute("DELETE FROM vault_manifest")

    code, said = verified(home)

    assert code == 1
    assert "The sealed count of the records is gone" in said


@pytest.mark.parametrize("position", [1, 15, 100, -1])
def test_one_flipped_bit_is_named(home, database, position):
    record, _, sealed = rows(database)[0]
    database.execute(
        "UPDATE vault_sealedrow SET sealed = ? WHERE id = ?", (flipped(sealed, position), record)
    )

    code, said = verified(home)

    assert code == 1
    assert f"This one does not: {UUID(record)}" in said
    assert said.count("This one does not") == 1


def test_two_swapped_rows_are_both_named(home, database):
    (one, first_bucket, first), (other, second_bucket, second), *_ = rows(database)
    change = "UPDATE vault_sealedrow SET bucket = ?, sealed = ? WHERE id = ?"
    database.execute(change, (second_bucket, second, one))
    database.execute(change, (first_bucket, first, other))

    code, said = verified(home)

    assert code == 1
    assert f"This one does not: {UUID(one)}" in said
    assert f"This one does not: {UUID(other)}" in said


@pytest.mark.parametrize(
    "change",
    ["revision = revision + 1", "bucket = zeroblob(16)", "sealed = zeroblob(300)", "sealed = ''"],
)
def test_every_changed_column_is_named(home, database, change):
    record = rows(database)[1][0]
    database.execute(f"UPDATE vault_sealedrow SET {change} WHERE id = ?", (record,))

    code, said = verified(home)

    assert code == 1
    assert f"This one does not: {UUID(record)}" in said


def test_a_page_of_the_file_that_is_overwritten_is_said(home, database):
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = home / "beside.sqlite3"
    whole = bytearray(file.read_bytes())
    whole[4096 * 2 : 4096 * 2 + 64] = bytes(64)
    file.write_bytes(bytes(whole))

    code, said = verified(home, words="")

    assert code == 1
    assert "The file is damaged." in said


def test_other_words_are_told_that_nothing_opens(home):
    code, _ = verified(home, words="these are no words of anybody")

    assert code == 1


def test_the_notebook_still_opens_and_says_that_a_part_does_not(home, database):
    record, _, sealed = rows(database)[0]
    database.execute(
        "UPDATE vault_sealedrow SET sealed = ? WHERE id = ?", (flipped(sealed, 60), record)
    )
    running = Program(home)
    try:
        alice = Visitor(running)
        page = alice.opens(ALICES_WORDS)
        notebook = alice.get("/notebook/")
    finally:
        running.end()

    assert page.status == 200
    assert notebook.status == 200
    assert "failure" not in running.log


# Mutations of what is sealed, without a file

ACCOUNT = UUID("a11ce000-0000-4000-8000-000000000001")
SEALER = RecordSealer(ACCOUNT, DataKey(1, bytearray(range(32))))
PLACE = {"bucket": b"\x07" * 16, "record_id": UUID(int=5).bytes, "revision": 3}


def accepted(sealed):
    try:
        SEALER.open(sealed, **PLACE)
    except NotAuthentic:
        return False
    return True


@given(st.binary(max_size=2000), st.data())
@settings(max_examples=300, deadline=None)
def test_no_mutation_is_accepted(body, data):
    sealed = SEALER.seal(body, **PLACE)
    position = data.draw(st.integers(0, len(sealed) - 1))
    length = data.draw(st.integers(0, 20))
    other = data.draw(st.binary(max_size=20))

    changed = sealed[:position] + other + sealed[position + length :]

    assert accepted(changed) == (changed == sealed)


def mutated(sealed, chance):
    """Return *sealed* with something else about it."""
    changed = bytearray(sealed)
    match chance.randrange(5):
        case 0:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        case 1:
            changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
        case 2:
            del changed[chance.randrange(len(changed)) :]
        case 3:
            changed.insert(chance.randrange(len(changed) + 1), chance.randrange(256))
        case _:
            one, other = sorted(chance.sample(range(len(changed)), 2))
            changed[one:other] = changed[one:other][::-1]
    return bytes(changed)


@pytest.mark.soak
def test_none_of_a_million_mutations_is_accepted():
    chance, tried = random.Random(3), 0
    sealed = [SEALER.seal(chance.randbytes(size), **PLACE) for size in (0, 10, 300, 5000)]

    while tried < 1_000_000:
        original = chance.choice(sealed)
        changed = mutated(original, chance)
        if changed == original:
            continue
        tried += 1
        assert not accepted(changed)
    print(f"{tried} mutations, 0 accepted")
