"""How far the database has come: which steps it has been through, and which it lacks."""

from __future__ import annotations

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader

Step = tuple[str, str]
"""The part of the program that it belongs to, and its name."""


@cache
def known() -> frozenset[Step]:
    """Return every step of this release."""
    return frozenset(MigrationLoader(None).disk_migrations or ())


def taken() -> set[Step]:
    """Return every step that the database has been through; raise `DatabaseError`."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return {(app, name) for app, name in cursor.fetchall()}


def missing() -> set[Step]:
    """Return the steps of this release that the database lacks."""
    return set(known()) - taken()


def of_a_later_release() -> set[Step]:
    """Return the steps that this release does not know. Nothing else can have left them there."""
    return taken() - known()
