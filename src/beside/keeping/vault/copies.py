"""A copy is worth something if it opens, so each one is opened before it counts.

A *canary* is a notebook of nobody's, with words that lie beside the database: every copy must open
with them and show its one line, or it is thrown away and said to have failed.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from django.db import DatabaseError, connection

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.accounts.opening import TooBusy, keep
from beside.keeping.crypto.primitives import NotAuthentic, wiped
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.stretching import CostRefused, stretch
from beside.keeping.crypto.words import six_words, tidy
from beside.keeping.crypto.wraps import (
    FOR_WORDS,
    UnknownWrap,
    account_salt,
    header_of,
    locking_key,
    unwrap,
)
from beside.keeping.disk import copies as disk
from beside.keeping.disk.engine import is_one_file
from beside.keeping.disk.writing import database_file, fold, only_writer
from beside.keeping.vault.models import SealedRow

NOBODYS_WORDS = "The line below opens nobody's notebook. It proves that each copy can be opened."
LINE = b"This line proves that a copy opens."
EVERY = 60 * 60
"""Seconds between two looks at whether today's copy is there."""
log = logging.getLogger("beside.copies")


def folder() -> Path:
    """Return where copies lie."""
    return database_file().with_name("copies")


def _words_file() -> Path:
    return database_file().with_name("canary.txt")


def ensure_canary() -> None:
    """Make the canary where there is none, or where its words are gone."""
    if not (_words_file().exists() and Account.objects.filter(canary=True).exists()):
        _make_canary()


def _make_canary() -> None:
    with only_writer():
        SealedRow.objects.filter(account_id__in=_canaries()).delete()
        Wrap.objects.filter(account_id__in=_canaries()).delete()
        Account.objects.filter(canary=True).delete()
        words = six_words()
        account_id, data_key = keep(words, canary=True)
        sealer = RecordSealer(account_id, data_key)
        record_id, bucket = sealer.standing_id("canary"), sealer.bucket("canary", "0000-00")
        sealed = sealer.seal(LINE, bucket=bucket, record_id=record_id.bytes, revision=1)
        row = {"account_id": account_id, "id": record_id, "bucket": bucket}
        SealedRow(**row, revision=1, sealed=sealed).save(force_insert=True)
        data_key.wipe()
        file = _words_file()
        file.touch(mode=0o600)
        file.write_text(f"{NOBODYS_WORDS}\n{words}\n", encoding="utf-8")


def _canaries() -> list[UUID]:
    return list(Account.objects.filter(canary=True).values_list("id", flat=True))


def check(copy: Path) -> None:
    """Open the canary in *copy*; raise `CopyRefused` where it does not open."""
    try:
        words = tidy(_words_file().read_text(encoding="utf-8").splitlines()[-1])
        with disk.reading(copy) as made:
            _open_canary(made, words)
    except (OSError, sqlite3.Error, LookupError, NotAuthentic, UnknownWrap, CostRefused):
        raise disk.CopyRefused from None


def _open_canary(made: sqlite3.Connection, words: str) -> None:
    accounts, wraps, rows = (m._meta.db_table for m in (Account, Wrap, SealedRow))  # noqa: SLF001
    query = (
        f"SELECT a.id, w.sealed FROM {accounts} a JOIN {wraps} w ON w.account_id = a.id "  # noqa: S608 - tables' names
        "WHERE a.canary AND w.kind = 'words'"
    )
    hexed, sealed = made.execute(query).fetchone() or (None, b"")
    if hexed is None:
        raise LookupError
    account_id, header = UUID(hexed), header_of(sealed)
    with wiped(stretch(words, salt=header.salt, cost=header.cost)) as stretched:
        key = locking_key(stretched, salt=account_salt(account_id), purpose=FOR_WORDS)
        sealer = RecordSealer(account_id, unwrap(sealed, key))
    record_id = sealer.standing_id("canary")
    row = made.execute(
        f"SELECT bucket, revision, sealed FROM {rows} WHERE account_id = ? AND id = ?",  # noqa: S608
        (hexed, record_id.hex),
    ).fetchone()
    if row is None:
        raise LookupError
    bucket, revision, body = row
    if sealer.open(body, bucket=bucket, record_id=record_id.bytes, revision=revision) != LINE:
        raise NotAuthentic


def take_copy(reason: str = disk.DAILY, *, at: datetime | None = None) -> Path:
    """Make a verified copy and return it; raise `CopyRefused`. Takes about as long as unlocking.

    Of one file: a PostgreSQL is copied by whoever runs it.
    """
    if not is_one_file():
        raise disk.CopyRefused
    try:
        return _taken(reason, at or datetime.now(UTC))
    except (DatabaseError, TooBusy):
        # A full disk, before there is anything to copy: the canary could not be made.
        raise disk.CopyRefused from None


def _taken(reason: str, at: datetime) -> Path:
    ensure_canary()
    target = folder() / disk.name_for(reason, at)
    try:
        made = _copied_to(target)
    except disk.CopyRefused:
        # A file that came from another computer holds the canary of that one.
        if _canary_opens():
            raise
        _make_canary()
        made = _copied_to(target)
    disk.prune(folder(), reason)
    return made


def _copied_to(target: Path) -> Path:
    with only_writer():
        fold()
        return disk.copy_file(database_file(), target, check=check)


def _canary_opens() -> bool:
    try:
        check(database_file())
    except disk.CopyRefused:
        return False
    return True


def last_copy() -> datetime | None:
    """Return when the newest verified copy was made (UTC), or ``None`` where there is none."""
    if not is_one_file():
        return None
    times = [made for copy in disk.copies_in(folder()) if (made := disk.made_at(copy))]
    return max(times).replace(tzinfo=UTC) if times else None


def copy_today(on: date) -> None:
    """Make the copy of *on*, unless it is there."""
    days = {made.date() for c in disk.copies_in(folder(), disk.DAILY) if (made := disk.made_at(c))}
    if on not in days:
        take_copy(disk.DAILY)


def forget_in_copies() -> None:
    """Make a fresh copy and remove every older one: they hold what was just removed for good."""
    if not is_one_file():
        return
    fresh = take_copy(disk.OWN)
    for copy in disk.copies_in(folder()):
        if copy != fresh:
            copy.unlink(missing_ok=True)
    for aside in disk.laid_aside(database_file()):
        aside.unlink(missing_ok=True)


def keep_copying(stop: threading.Event, *, first: float = 20.0) -> None:
    """Look every hour whether today's copy is there, until *stop*; a failure is said in the log."""
    wait = first
    while not stop.wait(wait):
        wait = EVERY
        try:
            copy_today(datetime.now(UTC).date())
        except (disk.CopyRefused, sqlite3.Error, OSError) as problem:
            log.error("today's copy failed: %s", type(problem).__name__)  # noqa: TRY400 - no values
        finally:
            connection.close()


def start_copying() -> threading.Event:
    """Start the daily copies in the background; set what is returned to end them."""
    stop = threading.Event()
    threading.Thread(target=keep_copying, args=(stop,), daemon=True, name="copies").start()
    return stop


def copy_before_update() -> Path | None:
    """Copy the file as an older release left it; ``None`` where there is none yet.

    Its tables may be older than the models, so that the canary is asked only where it can answer.
    """
    source = database_file()
    if not source.exists():
        return None
    target = folder() / disk.name_for(disk.BEFORE, datetime.now(UTC))
    has_canary = _words_file().exists()
    with only_writer():
        made = disk.copy_file(source, target, check=check if has_canary else lambda _: None)
    disk.prune(folder(), disk.BEFORE)
    return made
