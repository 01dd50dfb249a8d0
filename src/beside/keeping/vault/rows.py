"""The sealed rows of one account as the file has them; every question names the account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import connection

from beside.keeping.vault.models import SealedRow

Row = tuple[bytes, bytes, int, bytes]
"""Id, bucket, revision, and what is sealed."""

NOBODY = bytes(16)
"""An id that no record has."""

AT_ONCE = 500
"""How many buckets one question names: a file takes no more than 32,766 values in one."""

_ONE = f"SELECT 1 FROM {SealedRow._meta.db_table} WHERE account_id = %s"  # noqa: S608, SLF001 - a table's name
_SELECT = (
    f"SELECT id, bucket, revision, sealed FROM {SealedRow._meta.db_table} WHERE account_id = %s"  # noqa: S608, SLF001 - a table's name
)


class Rows:
    """Reads rows, and opens none."""

    def __init__(self, account_id: UUID) -> None:
        self._account = account_id

    def every(self) -> list[Row]:
        """Return all of them."""
        return list(self._fetch("", []))

    def one(self, record_id: UUID) -> Row | None:
        """Return that of one record."""
        rows = list(self._fetch(" AND id = %s", [_as_stored(record_id)]))
        return rows[0] if rows else None

    def in_buckets(self, buckets: Sequence[bytes]) -> Iterator[Row]:
        """Yield those that lie in *buckets*, one by one: ten years in a list take longer."""
        for some in _few_at_once(buckets):
            marks = ", ".join(["%s"] * len(some))
            yield from self._fetch(f" AND bucket IN ({marks})", some)

    def any_in(self, buckets: Sequence[bytes]) -> bool:
        """Tell whether there is one in *buckets*."""
        return any(self._is_one_in(some) for some in _few_at_once(buckets))

    def _is_one_in(self, buckets: Sequence[bytes]) -> bool:
        marks = ", ".join(["%s"] * len(buckets))
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_ONE} AND bucket IN ({marks}) LIMIT 1", [_as_stored(self._account), *buckets]
            )
            return cursor.fetchone() is not None

    def _fetch(self, condition: str, values: Sequence[bytes | UUID | str]) -> Iterator[Row]:
        # Plain SQL, because the ORM's converters cost more than opening a record does.
        with connection.cursor() as cursor:
            cursor.execute(_SELECT + condition, [_as_stored(self._account), *values])
            if connection.features.has_native_uuid_field:
                for found, bucket, revision, sealed in cursor:
                    yield found.bytes, bytes(bucket), revision, bytes(sealed)
            else:
                for found, bucket, revision, sealed in cursor:
                    try:
                        record_id = bytes.fromhex(found)
                    except (ValueError, TypeError):  # it holds something else, and will not open
                        record_id = NOBODY
                    named = record_id if len(record_id) == len(NOBODY) else NOBODY
                    yield named, bucket, revision, sealed


def _few_at_once(buckets: Sequence[bytes]) -> list[Sequence[bytes]]:
    return [buckets[start : start + AT_ONCE] for start in range(0, len(buckets), AT_ONCE)]


def _as_stored(value: UUID) -> UUID | str:
    return value if connection.features.has_native_uuid_field else value.hex
