"""What the domain asks of a keeper of records, and a keeper that forgets when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from beside.kernel.days import month_of
from beside.kernel.records import Record

R = TypeVar("R", bound=Record)


class NotKept(Exception):
    """There is no record of that kind with that id."""


class Conflict(Exception):
    """Somebody (perhaps the same person in another tab) changed it first; nothing is lost.

    *kept* is ``None`` where the record was removed meanwhile.
    """

    def __init__(self, *, kept: Record | None, offered: Record) -> None:
        super().__init__(str(offered.id))
        self.kept = kept
        self.offered = offered


class Store(Protocol):
    """One person's records."""

    def all(
        self, kind: type[R], *, since: date | None = None, until: date | None = None
    ) -> list[R]:
        """Return the records of *kind*: all, or those of the days *since* … *until* (included).

        With a range only records that have a day are returned. Unordered.
        """
        ...

    def undated(self, kind: type[R]) -> list[R]:
        """Return the records of *kind* that have no day (yet), at the same cost for any age."""
        ...

    def has(
        self, kind: type[Record], *, since: date | None = None, until: date | None = None
    ) -> bool:
        """Tell whether there is any record of *kind*, without opening one.

        With a range: whether the months from that of *since* to that of *until* hold one.
        """
        ...

    def get(self, kind: type[R], id: UUID) -> R:  # noqa: A002 - it is one
        """Return one record; raise `NotKept`."""
        ...

    def put(self, record: R, *, expected_revision: int) -> R:
        """Keep *record* and return it as kept; *expected_revision* is 0 for a new one.

        Saying the same again changes nothing and returns what is kept; anything else that does not
        build on the kept revision raises `Conflict`.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """Keep what is put and removed inside as one: all of it, or nothing."""
        ...

    def remove(self, record: Record) -> None:
        """Remove it for good. What is gone already stays gone."""
        ...

    def every(self) -> Iterator[Record]:
        """Yield every record, those of unknown kinds too (as `Foreign`)."""
        ...


def settle(kept: R | None, offered: R, *, expected_revision: int) -> R | None:
    """Decide what a put means: return what is kept already, or ``None`` to write *offered*.

    Raises `Conflict`. One rule for every keeper.
    """
    if kept is None:
        if expected_revision:
            raise Conflict(kept=None, offered=offered)
        return None
    if kept.says_the_same_as(offered):
        return kept
    if kept.revision != expected_revision:
        raise Conflict(kept=kept, offered=offered)
    return None


class MemoryStore:
    """Keeps records until the program ends."""

    def __init__(self, *records: Record) -> None:
        self._kept: dict[UUID, Record] = {
            record.id: record.but(revision=max(1, record.revision)) for record in records
        }

    def __repr__(self) -> str:
        return f"<MemoryStore of {len(self._kept)}>"

    def all(
        self, kind: type[R], *, since: date | None = None, until: date | None = None
    ) -> list[R]:
        found = [record for record in self._kept.values() if isinstance(record, kind)]
        if since is None and until is None:
            return found
        return [r for r in found if r.day and (since or date.min) <= r.day <= (until or date.max)]

    def undated(self, kind: type[R]) -> list[R]:
        return [record for record in self.all(kind) if record.day is None]

    def has(
        self, kind: type[Record], *, since: date | None = None, until: date | None = None
    ) -> bool:
        found = self.all(kind)
        if since is None and until is None:
            return bool(found)
        first, last = month_of(since or date.min), month_of(until or date.max)
        return any(r.day is not None and first <= r.month <= last for r in found)

    def get(self, kind: type[R], id: UUID) -> R:  # noqa: A002 - it is one
        record = self._kept.get(id)
        if not isinstance(record, kind):
            raise NotKept(str(id))
        return record

    def put(self, record: R, *, expected_revision: int) -> R:
        kept = self._kept.get(record.id)
        if kept is not None and type(kept) is not type(record):
            raise Conflict(kept=kept, offered=record)
        same = settle(kept, record, expected_revision=expected_revision)
        if same is not None:
            return same
        written = record.but(revision=expected_revision + 1)
        self._kept[record.id] = written
        return written

    @contextmanager
    def together(self) -> Iterator[None]:
        before = dict(self._kept)
        try:
            yield
        except BaseException:
            self._kept = before
            raise

    def remove(self, record: Record) -> None:
        self._kept.pop(record.id, None)

    def every(self) -> Iterator[Record]:
        yield from list(self._kept.values())
