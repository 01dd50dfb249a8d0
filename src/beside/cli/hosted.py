"""What every command of a hosted Beside does first, and how it refuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from beside.cli.hardening import harden
from beside.cli.refusals import Refused, say
from beside.kernel.sentences import Sentence

SETTINGS = "beside.config.settings"

if TYPE_CHECKING:
    from django.core.checks import CheckMessage

    from beside.keeping.vault.steps import Step


def set_up() -> None:
    """Load what serves many; raise `NotUnderstood` where a value from outside cannot be."""
    os.environ["BESIDE_HOSTED"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()


def checked() -> bool:
    """Say everything that is wrong or doubtful, with advice; tell whether it may start.

    Raises `Refused` where the database does not answer, or has another shape than this release.
    """
    from django.core.checks import Tags, run_checks
    from django.db import DatabaseError

    if not _said(run_checks(tags=[Tags.security])):
        return False
    try:
        with database():
            refuse_another_shape()
            return _said(run_checks(tags=[Tags.database], databases=["default"]))
    except DatabaseError as problem:
        raise Refused(why(problem)) from None


def _said(found: Iterable[CheckMessage]) -> bool:
    """Say each of *found* with its advice; tell whether none of them forbids a start."""
    from django.core.checks import ERROR

    may = True
    for one in found:
        say(f"{one.id}  {one.msg} {one.hint or ''}".rstrip(), to=sys.stderr)
        may = may and one.level < ERROR
    return may


def why(problem: Exception) -> Sentence:
    """Return what may be said of it: the driver's own words can hold names and values."""
    return Sentence(
        "The database does not answer (%(kind)s). See that it runs, and that "
        "BESIDE_DATABASE_URL leads to it.",
        kind=type(problem).__name__,
    )


@contextmanager
def database() -> Iterator[None]:
    """Close the way to the database afterwards."""
    from django.db import connections

    try:
        yield
    finally:
        connections.close_all()


@contextmanager
def ready() -> Iterator[None]:
    """Lend the database to a command of the operator; raise `Refused` where it does not fit."""
    harden()
    set_up()
    from django.db import DatabaseError

    need_postgres()
    with database():
        try:
            refuse_another_shape()
            yield
        except DatabaseError as problem:
            raise Refused(why(problem)) from None


def need_postgres() -> None:
    """Raise `Refused` where no database is named."""
    from beside.config import hosting

    if hosting.database() is None:
        raise Refused(
            Sentence("Name the database first: BESIDE_DATABASE_URL, as in postgresql:///beside.")
        )


def refuse_another_shape() -> None:
    """Raise `Refused` where the database is older or newer than this release; `DatabaseError`."""
    from beside.keeping.vault import steps

    refuse_a_later_one(steps.of_a_later_release())
    if steps.missing():
        raise Refused(
            Sentence("The database is older than this Beside. Copy it, then run “beside migrate”.")
        )


def refuse_a_later_one(found: set[Step]) -> None:
    """Raise `Refused` where *found* names steps of a later release."""
    if found:
        raise Refused(
            Sentence(
                "A newer Beside has used this database. Get the newer one, and start that. "
                "Nothing has been changed."
            )
        )
