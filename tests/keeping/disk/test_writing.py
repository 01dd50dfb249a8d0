"""One writer at a time, on the disk before anything is said to be kept."""

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
from django.db import connection

from beside.keeping.disk import writing as disk
from beside.keeping.disk.writing import database_file, fold, only_writer, scrub, writing
from beside.keeping.vault.models import SealedRow
from beside.kernel.ids import new_id

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_file]

HOLDS = """
import fcntl, sys, time
with open(sys.argv[1], "wb") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    print("held", flush=True)
    time.sleep(0.4)
"""


def a_row(sealed=b"sealed"):
    row = SealedRow(account_id=new_id(), id=new_id(), bucket=bytes(16), revision=1, sealed=sealed)
    row.save(force_insert=True)
    return row


def write_and_fail():
    with writing():
        a_row()
        raise KeyError


def log():
    return database_file().with_name(database_file().name + "-wal")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("wal_autocheckpoint", 0),
        ("temp_store", 2),
        ("busy_timeout", 5000),
    ],
)
def test_the_file_is_written_as_promised(pragma, value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value


def test_what_fails_leaves_nothing():
    with pytest.raises(KeyError):
        write_and_fail()

    assert SealedRow.objects.count() == 0


def test_a_part_that_fails_can_be_left_out_of_the_whole():
    with writing():
        kept = a_row()
        with pytest.raises(KeyError):
            write_and_fail()

    assert [row.id for row in SealedRow.objects.all()] == [kept.id]


def test_two_threads_write_one_after_the_other():
    inside, most = 0, []

    def write():
        nonlocal inside
        with writing():
            inside += 1
            most.append(inside)
            a_row()
            time.sleep(0.005)
            inside -= 1
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
    assert SealedRow.objects.count() == 10


def test_a_command_that_writes_meanwhile_is_waited_for():
    lock = database_file().with_name("write.lock")
    other = subprocess.Popen([sys.executable, "-c", HOLDS, lock], stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"held\n"
    began = time.monotonic()

    with only_writer():
        waited = time.monotonic() - began

    other.wait()
    other.stdout.close()
    assert waited > 0.2


def test_a_thread_that_holds_the_lock_goes_on():
    with only_writer(), only_writer(), writing(), writing():
        a_row()

    assert SealedRow.objects.count() == 1


def test_folding_empties_the_log():
    with writing():
        a_row()
    assert log().stat().st_size > 0

    fold()

    assert log().stat().st_size == 0


def test_a_long_log_is_folded_by_itself(monkeypatch):
    monkeypatch.setattr(disk, "CHECKPOINT_EVERY", 1000)

    with writing():
        a_row()

    assert log().stat().st_size == 0


def test_a_short_log_is_left():
    fold()

    with writing():
        a_row()

    assert log().stat().st_size > 0


def test_scrubbed_nothing_of_a_removed_row_is_left():
    sealed = b"these bytes were sealed once, and are to go" * 40
    row = a_row(sealed)
    fold()
    assert sealed[:40] in database_file().read_bytes()
    with writing():
        SealedRow.objects.filter(account_id=row.account_id).delete()

    scrub()

    assert sealed[:40] not in database_file().read_bytes() + log().read_bytes()


def test_scrubbing_waits_for_whoever_reads():
    sealed = b"these bytes were sealed once, and are to go" * 40
    row = a_row(sealed)
    reader = sqlite3.connect(database_file(), isolation_level=None, check_same_thread=False)
    with closing(reader):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM vault_sealedrow").fetchone()
        ends = threading.Timer(0.3, lambda: reader.execute("COMMIT"))
        ends.start()
        with writing():
            SealedRow.objects.filter(account_id=row.account_id).delete()

        scrub()

        ends.join()
    assert sealed[:40] not in database_file().read_bytes() + log().read_bytes()
