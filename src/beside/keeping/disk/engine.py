"""One file on this computer, or a PostgreSQL for many: the few things that differ ask here."""

from __future__ import annotations

from uuid import UUID

from django.db import connection


def is_one_file() -> bool:
    """Tell whether everything lies in one file of SQLite, written by this computer alone."""
    return connection.vendor == "sqlite"


def id_as_stored(value: UUID) -> UUID | str:
    """Return *value* as a plain question names it."""
    return value if connection.features.has_native_uuid_field else value.hex


_SECONDS = {
    "postgresql": "EXTRACT(EPOCH FROM statement_timestamp())::double precision",
    # A file counts in days since noon, 4714 BC.
    "sqlite": "((julianday('now') - 2440587.5) * 86400.0)",
}


def seconds_now() -> str:
    """Return the expression for the seconds since 1970 by the database's clock: all share it."""
    return _SECONDS[connection.vendor]


def database_time() -> float:
    """Return the seconds since 1970 by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {seconds_now()}")
        return float(cursor.fetchone()[0])
