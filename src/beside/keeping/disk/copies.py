"""Copies of the whole file, made by SQLite itself; a file that is copied by hand may be torn."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

KEPT = 7
"""How many daily copies are kept."""
DAILY, BEFORE, OWN = "daily", "before-update", "copy"
_FORM = "%Y-%m-%dT%H%M%S"


class CopyRefused(Exception):
    """The copy is not whole, or does not hold what the original holds. It is not kept."""


def name_for(reason: str, at: datetime) -> str:
    """Return ``beside-<day>T<time>-<reason>.sqlite3`` (UTC)."""
    return f"beside-{at.strftime(_FORM)}-{reason}.sqlite3"


def copies_in(folder: Path, reason: str | None = None) -> list[Path]:
    """Return the copies in *folder*, oldest first."""
    end = "*" if reason is None else reason
    return sorted(folder.glob(f"beside-*-{end}.sqlite3"))


def made_at(copy: Path) -> datetime | None:
    """Return when *copy* was made (UTC, without offset), read from its name."""
    try:
        return datetime.strptime(copy.name.removeprefix("beside-")[:17], _FORM)  # noqa: DTZ007
    except ValueError:
        return None


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open *file* for reading alone."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        yield connection


def is_whole(connection: sqlite3.Connection) -> bool:
    """Ask SQLite whether the file is sound."""
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names}
    return {
        name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for name, table in quoted.items()
    }


def copy_file(source: Path, target: Path, *, check: Callable[[Path], None]) -> Path:
    """Copy *source* to *target*, and keep the copy if it proves good; raise `CopyRefused`.

    Whoever calls holds the write lock, so that both hold the same rows. *check* looks inside and
    raises `CopyRefused` too.
    """
    target.parent.mkdir(mode=0o700, exist_ok=True)
    fresh = target.with_suffix(".fresh")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(fresh),))
            expected = counts(connection)
        with reading(fresh) as made:
            if not is_whole(made) or counts(made) != expected:
                raise CopyRefused
        check(fresh)
        _settle(fresh, target)
    except (sqlite3.Error, OSError):
        # A full disk, or a source that is torn: what came of it is no copy.
        raise CopyRefused from None
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _settle(fresh: Path, target: Path) -> None:
    """Give the copy its name once it is on the disk."""
    fresh.chmod(0o600)
    with fresh.open("rb") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def prune(folder: Path, reason: str, *, keep: int = KEPT) -> None:
    """Remove all but the newest *keep* copies of that *reason*."""
    for old in copies_in(folder, reason)[:-keep]:
        old.unlink(missing_ok=True)


def laid_aside(database: Path) -> list[Path]:
    """Return the files that `put_in_place` took out of the way."""
    return sorted(database.parent.glob(f"{database.stem}-before-restore*{database.suffix}"))


def _aside_for(database: Path) -> Path:
    """Return a name that is free: what was laid aside earlier may be all that somebody has."""
    count = 1
    while True:
        number = "" if count == 1 else f"-{count}"
        aside = database.with_name(f"{database.stem}-before-restore{number}{database.suffix}")
        if not aside.exists():
            return aside
        count += 1


def _lay_aside(database: Path) -> Path:
    """Move the database and its log out of the way as they are: damaged ones too."""
    aside = _aside_for(database)
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.replace(aside)
    log = database.with_name(f"{database.name}-wal")
    if log.exists():
        log.replace(aside.with_name(f"{aside.name}-wal"))
    # What is in shared memory is made anew from the log.
    database.with_name(f"{database.name}-shm").unlink(missing_ok=True)
    return aside


def put_in_place(copy: Path, database: Path) -> Path | None:
    """Make *copy* the database; return where the one before lies now (``None``: there was none).

    Nothing else may have the file open. The new file is whole on the disk before the old one moves.
    """
    fresh = database.with_suffix(".fresh")
    fresh.unlink(missing_ok=True)
    aside = None
    try:
        with reading(copy) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
        if database.exists():
            aside = _lay_aside(database)
        _settle(fresh, database)
    finally:
        fresh.unlink(missing_ok=True)
    return aside
