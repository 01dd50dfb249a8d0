"""A start must know in a millisecond whether the notebook file fits this release.

The file carries a number (`PRAGMA user_version`): how many migrations it has been through. They
only ever grow, so a larger number than ours means a later release, and an equal one means that the
machinery of migrations need not be loaded at all.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import beside.keeping
from beside.cli.refusals import Refused
from beside.kernel.sentences import Sentence


def known() -> int:
    """Return how many migrations this release has."""
    keeping = Path(beside.keeping.__path__[0])
    return sum(1 for _ in keeping.glob("*/migrations/[0-9]*.py"))


def stamp_of(database: Path) -> int:
    """Return how many migrations *database* has been through; 0 where there is none yet."""
    if not database.exists():
        return 0
    try:
        with closing(sqlite3.connect(database)) as reading:
            number: int = reading.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        raise Refused(
            Sentence(
                "The file %(file)s is not a notebook, or it is damaged. "
                "“beside restore” brings back a copy.",
                file=database,
            )
        ) from None
    return number


def refuse_a_later_one(database: Path) -> None:
    """Raise `Refused` where a later release has written *database*."""
    if stamp_of(database) > known():
        raise Refused(
            Sentence(
                "A newer Beside has used this notebook. Get the newer one, and start that. "
                "Nothing has been changed."
            )
        )


def bring_up_to_date(database: Path) -> None:
    """Migrate *database* to this release, after a copy; at once where there is nothing to do.

    Needs Django to be set up. Raises `Refused` where a later release has written it, where no sound
    copy can be made of it, or where a step fails; it is then as it was.
    """
    refuse_a_later_one(database)
    if stamp_of(database) == known():
        return
    from django.db import DatabaseError

    from beside.keeping.disk.copies import CopyRefused
    from beside.keeping.vault.copies import copy_before_update

    try:
        copy_before_update()
        _migrate()
    except (CopyRefused, DatabaseError, OSError, sqlite3.Error):
        raise Refused(
            Sentence(
                "The notebook could not be brought up to date, and stays as it was. "
                "“beside doctor” looks for the cause."
            )
        ) from None


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection

    from beside.keeping.disk.writing import fold, only_writer

    with only_writer():
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {known():d}")
        fold()
    connection.close()
