"""One lock around every write and every checkpoint of a file; transactions in order in PostgreSQL.

SQLite up to 3.51.2 can damage a WAL file when two connections write and checkpoint at the same
instant. So SQLite never checkpoints by itself here (``wal_autocheckpoint=0``): whoever writes holds
this lock, in this process and (through a file lock) against commands run beside it.

PostgreSQL needs no lock of ours: what is written together is SERIALIZABLE there, so that it comes
out as if one had written after the other, or is given up and tried again whole (`clashes`).
"""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection, transaction

from beside.keeping.disk.engine import is_one_file

CHECKPOINT_EVERY = 4 * 1024 * 1024
"""Bytes of write-ahead log after which it is folded back into the main file."""

PATIENCE = 5.0
"""Seconds that PostgreSQL's tidying waits for whoever reads, as for a file."""

BETWEEN_LOOKS = 0.01
_OLDER_LOOKS = (
    "SELECT pg_snapshot_xmin(pg_current_snapshot()) <= %s::xid8 "  # writers, of any database
    "OR EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND age(backend_xmin) > age(%s::xid8::xid))"
)

TRIES = 3
"""How often the log of removed rows is folded before it is left to the next time."""

_lock = threading.RLock()
_held = threading.local()


def database_file() -> Path:
    """Return where the database is."""
    return Path(str(settings.DATABASES["default"]["NAME"]))


@contextmanager
def only_writer() -> Iterator[None]:
    """Hold the lock; a thread that holds it already goes on. PostgreSQL has none to hold."""
    if not is_one_file():
        yield
        return
    with _lock:
        depth = getattr(_held, "depth", 0)
        if depth:
            _held.depth = depth + 1
            try:
                yield
            finally:
                _held.depth -= 1
            return
        with database_file().with_name("write.lock").open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            _held.depth = 1
            try:
                yield
            finally:
                _held.depth = 0


@contextmanager
def writing() -> Iterator[None]:
    """Hold the lock and one transaction; what is written is on the disk when this returns."""
    if not is_one_file():
        with _in_order():
            yield
        return
    with only_writer():
        with transaction.atomic():
            yield
        if getattr(_held, "depth", 0) == 1 and not connection.in_atomic_block:
            _fold_when_long()


@contextmanager
def _in_order() -> Iterator[None]:
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        yield


def _fold_when_long() -> None:
    log = database_file().with_name(database_file().name + "-wal")
    try:
        long = log.stat().st_size > CHECKPOINT_EVERY
    except FileNotFoundError:
        return
    if long:
        _checkpoint("PASSIVE" if connection.in_atomic_block else "TRUNCATE")


def _checkpoint(mode: str) -> bool:
    """Fold; tell whether all of it was folded, which a reader at work can prevent."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA wal_checkpoint({mode})")
        ((busy, _, _),) = cursor.fetchall()
    return not busy


def fold() -> None:
    """Fold the write-ahead log into the main file and empty it; PostgreSQL does so by itself."""
    if not is_one_file():
        return
    with only_writer():
        _checkpoint("TRUNCATE")


def scrub(*, small: Sequence[str] = (), large: Sequence[str] = ()) -> None:
    """Leave nothing of removed rows in the file: fold, rebuild, fold.

    Each try waits five seconds (`busy_timeout`) for whoever reads. In PostgreSQL the tables *small*
    are rebuilt. The tables *large* are rid of what was removed, but its bytes may stay in the empty
    room of a page until something is written there; nothing that opens them is left.
    """
    if not is_one_file():
        _vacuum(small, large)
        return
    with only_writer():
        _checkpoint("TRUNCATE")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
        any(_checkpoint("TRUNCATE") for _ in range(TRIES))


def _vacuum(small: Sequence[str], large: Sequence[str]) -> None:
    _let_older_looks_end()
    with connection.cursor() as cursor:
        # A rebuild waits until nobody reads the table, and everybody waits behind it.
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{PATIENCE}s"])
        try:
            for table in small:
                cursor.execute(f"VACUUM (FULL) {table}")
            for table in large:
                cursor.execute(f"VACUUM {table}")
        finally:
            cursor.execute("RESET lock_timeout")


def _let_older_looks_end() -> None:
    """Wait until no transaction sees the rows as they were; raise `OperationalError`.

    What one of them sees no tidying takes away: a request does so briefly, a backup for long.
    Whoever writes counts in every database of the server, because a rebuild looks with a snapshot
    of its own, which goes back to the oldest of them.
    """
    until = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text")
        (now,) = cursor.fetchone()
        while True:
            cursor.execute(_OLDER_LOOKS, [now, now])
            if not cursor.fetchone()[0]:
                return
            if time.monotonic() > until:
                raise OperationalError
            time.sleep(BETWEEN_LOOKS)
