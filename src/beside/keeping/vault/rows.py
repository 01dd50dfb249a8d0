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

TAG = 16
"""How many bytes at the end of what is sealed stand for all of it."""

AT_ONCE = 500
"""How many buckets one question names: a file takes no more than 32,766 values in one."""

_ONE = f"SELECT 1 FROM {SealedRow._meta.db_table} WHERE account_id = %s"  # noqa: S608, SLF001 - a table's name
_SELECT = (
    f"SELECT id, bucket, revision, sealed FROM {SealedRow._meta.db_table} WHERE account_id = %s"  # noqa: S608, SLF001 - a table's name
)


_TAGS = (
    f"SELECT id, revision, substr(sealed, length(sealed) - 15) FROM {SealedRow._meta.db_table} "  # noqa: S608, SLF001 - a table's name
    "WHERE account_id = %s"
)


class Rows:
    """Reads rows, and opens none."""

    def __init__(self, account_id: UUID) -> None:
        self._account = account_id

    def every(self) -> list[Row]:
        """Return all of them."""
        return list(self._fetch("", []))

    def tags(self) -> Iterator[tuple[bytes, int, bytes]]:
        """Yield id, revision and tag (the last 16 bytes sealed) of each, and fetch no more."""
        with connection.cursor() as cursor:
            cursor.execute(_TAGS, [_as_stored(self._account)])
            for found, revision, tag in cursor:
                yield _id_of(found), counted_as(revision), tag_of(tag)

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
                    yield _id_of(found), bucket, revision, sealed


def _id_of(found: UUID | str) -> bytes:
    if isinstance(found, UUID):
        return found.bytes
    try:
        record_id = bytes.fromhex(found)
    except (ValueError, TypeError):  # it holds something else, and will not open
        return NOBODY
    return record_id if len(record_id) == len(NOBODY) else NOBODY


def tag_of(sealed: object) -> bytes:
    """Return the last 16 bytes of what is *sealed*, whatever type the column holds."""
    held = sealed.encode() if isinstance(sealed, str) else sealed
    return bytes(held)[-TAG:] if isinstance(held, bytes | bytearray | memoryview) else b""


def counted_as(revision: object) -> int:
    """Return a row's revision, or 0 where there stands something else."""
    return revision if isinstance(revision, int) else 0


def _few_at_once(buckets: Sequence[bytes]) -> list[Sequence[bytes]]:
    return [buckets[start : start + AT_ONCE] for start in range(0, len(buckets), AT_ONCE)]


def _as_stored(value: UUID) -> UUID | str:
    return value if connection.features.has_native_uuid_field else value.hex
