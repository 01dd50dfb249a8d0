"""A program that writes as fast as it can and says what is kept, until somebody kills it.

    python -m tests.faults.writer prepare | serve | check | look | delete

*serve* reads a number a line, starts a child that keeps one moment after another from that number
on (the id is the number), and waits for the child's end. The child says a number once `put` came
back. What it said and what it wrote can be compared afterwards: *check* prints what is there.
"""

# ruff: noqa: E402 - Django is set up before its tables are imported

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import date
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beside.config.settings")
django.setup()

from django.db import DatabaseError, connection

from beside.cli import schema
from beside.config import env
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk import writing
from beside.keeping.vault.keeper import SealedStore
from beside.keeping.vault.models import SealedRow
from tests.support.cast import a_moment

ACCOUNT = UUID("a11ce000-0000-4000-8000-000000000001")


def store() -> SealedStore:
    return SealedStore(ACCOUNT, RecordSealer(ACCOUNT, DataKey(1, bytearray(range(32)))))


def moment(number: int):
    return a_moment(id=UUID(int=number), note=f"number {number}")


def keep_from(number: int) -> None:
    """Keep one after the other; say “full” and end where the disk is."""
    kept = store()
    # The write-ahead log is folded often, so that kills hit that too.
    writing.CHECKPOINT_EVERY = 64 * 1024
    pages = int(os.environ.get("PAGES", "0"))
    if pages:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {pages}")
    while True:
        try:
            kept.put(moment(number), expected_revision=0)
        except DatabaseError as problem:
            os.write(1, f"full {type(problem).__name__}\n".encode())
            os._exit(0)
        os.write(1, f"{number}\n".encode())
        number += 1


def serve() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            keep_from(int(line))
        os.write(1, f"child {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


def check() -> None:
    with closing(sqlite3.connect(env.database())) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
    every = list(store().every())
    rows, broken = store().broken_rows()
    numbers = [record.id.int for record in every]
    right = all(record == moment(record.id.int).but(revision=1) for record in every)
    found = {"integrity": whole, "rows": rows, "broken": len(broken), "numbers": numbers}
    print(json.dumps({**found, "right": right, "listed": len(store().all(type(moment(0))))}))


def look() -> None:
    found = store().look(on=date(2026, 3, 3))
    told = {"found": found.found.value, "there": found.there, "counted": found.counted}
    print(json.dumps(told))


def delete() -> None:
    """Take the row of one number away, as somebody would who has the file and no key."""
    number = int(sys.stdin.readline())
    with closing(sqlite3.connect(env.database())) as database, database:
        table = SealedRow._meta.db_table
        gone = database.execute(f"DELETE FROM {table} WHERE id = ?", (UUID(int=number).hex,))
    print(gone.rowcount)


def main() -> None:
    if sys.argv[1] == "prepare":
        env.home().mkdir(parents=True, exist_ok=True)
        schema.bring_up_to_date(env.database())
    elif sys.argv[1] == "serve":
        serve()
    else:
        {"check": check, "look": look, "delete": delete}[sys.argv[1]]()


if __name__ == "__main__":
    main()
