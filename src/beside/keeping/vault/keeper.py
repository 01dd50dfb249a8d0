"""The `Store` of one open notebook: encode, pad, seal, one row; reading is the mirror.

Nothing is kept in clear between requests. A row that does not open is passed over, counted in
`damaged`, and named by ``beside verify``: one bad row must not take the rest away.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import TypeVar
from uuid import UUID

from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.disk.writing import writing
from beside.keeping.vault.contents import decoded, decoded_any, encoded
from beside.keeping.vault.manifest import CountedRows, Look, NotAsKept
from beside.keeping.vault.rows import Row, Rows
from beside.keeping.vault.span import Span
from beside.kernel.days import month_of, months_between
from beside.kernel.records import (
    UNDATED,
    Foreign,
    FromALaterRelease,
    NotReadable,
    Record,
)
from beside.kernel.store import Conflict, NotKept, settle

R = TypeVar("R", bound=Record)


class Damaged(Exception):
    """The row is there and does not open."""


def _named(row: Row) -> str:
    return str(UUID(bytes=row[0]))


def _as_in(row: Row, record: R) -> R:
    """Return *record* with the row's revision: one that came as `Foreign` holds an older one."""
    return record if record.revision == row[2] else record.but(revision=row[2])


class SealedStore:
    """Reads and writes the records of one account; a `Store`."""

    def __init__(self, account_id: UUID, sealer: RecordSealer) -> None:
        self._account = account_id
        self._rows = Rows(account_id)
        self._sealer = sealer
        self.counted = CountedRows(
            account_id, sealer.manifest, rows=self._rows, was_counted=self._was_counted
        )
        self._months: tuple[str, str] | None = None
        self._span_is_broken = False
        self.damaged = 0

    def __repr__(self) -> str:
        return "<SealedStore>"

    # Reading

    def all(
        self, kind: type[R], *, since: date | None = None, until: date | None = None
    ) -> list[R]:
        ranged = since is not None or until is not None
        found = self._open_rows(kind, self._rows_in(kind, self._reach(since, until)))
        if not ranged:
            return found
        low, high = since or date.min, until or date.max
        return [record for record in found if record.day and low <= record.day <= high]

    def undated(self, kind: type[R]) -> list[R]:
        found = self._open_rows(kind, self._rows_in(kind, [UNDATED]))
        return [record for record in found if record.day is None]

    def has(
        self, kind: type[Record], *, since: date | None = None, until: date | None = None
    ) -> bool:
        months = self._reach(since, until) if kind.dated_by else [UNDATED]
        if since is not None or until is not None:
            months.remove(UNDATED)
        # What there is lies among the undated or in the last month, nearly always.
        likely = [*months[:1], *months[1:][-1:]]
        return any(
            self._rows.any_in([self._sealer.bucket(kind.kind, month) for month in some])
            for some in (likely, months[1:-1])
        )

    def get(self, kind: type[R], id: UUID) -> R:  # noqa: A002 - it is one
        row = self._rows.one(id)
        if row is None:
            raise NotKept(str(id))
        record = self._opened(kind, row)
        if record is None:
            raise NotKept(str(id))
        return record

    def every(self) -> Iterator[Record]:
        for row in self._rows.every():
            try:
                record = self._opened_any(row)
            except Damaged:
                self.damaged += 1
                continue
            if not isinstance(record, Span):
                yield record

    def broken_rows(self) -> tuple[int, list[UUID]]:
        """Return how many rows there are, and the ids of those that do not open."""
        count, broken = 0, []
        for row in self._rows.every():
            count += 1
            try:
                self._opened_any(row)
            except Damaged:
                broken.append(UUID(bytes=row[0]))
        return count, broken

    # Writing

    def put(self, record: R, *, expected_revision: int) -> R:
        if isinstance(record, Span):
            # An import may hold anything; how far the records reach is known here alone.
            raise Conflict(kept=None, offered=record)
        with writing():
            row = self._rows.one(record.id)
            try:
                kept = self._as_kept(type(record), row, record)
            except Damaged:
                if expected_revision:
                    raise Conflict(kept=None, offered=record) from None
                # An import brings back what is damaged here.
                self.remove(record)
                row = kept = None
            same = settle(kept, record, expected_revision=expected_revision)
            if same is not None:
                return same
            written = record.but(revision=expected_revision + 1)
            self._write(written, new=row is None)
            self._stretch_span(written)
        return written

    def together(self) -> AbstractContextManager[None]:
        return writing()

    def remove(self, record: Record) -> None:
        with writing():
            self.counted.remove(record.id)

    def look(self, *, on: date) -> Look:
        """Tell whether every record is there as it was left, none more, and none put back.

        Where nothing was counted yet, what is there is taken as it is found, and counted.
        """
        with writing():
            found = self.counted.look(on=on)
            span = self._span() if found.counted is not None else None
            if span is not None and not (span.counted or self._span_is_broken):
                self._write(span.but(counted=True, revision=span.revision + 1), new=False)
        return found

    # Beneath

    def _as_kept(self, kind: type[R], row: Row | None, offered: R) -> R | None:
        if row is None:
            return None
        found = None if issubclass(kind, Foreign) else self._opened(kind, row)
        kept: Record = found if found is not None else self._opened_any(row)
        if not isinstance(kept, kind):
            raise Conflict(kept=kept, offered=offered)
        return kept

    def _write(self, record: Record, *, new: bool) -> None:
        kind = record.foreign_kind if isinstance(record, Foreign) else type(record).kind
        bucket = self._sealer.bucket(kind, record.month)
        sealed = self._sealer.seal(
            encoded(record), bucket=bucket, record_id=record.id.bytes, revision=record.revision
        )
        row = record.id.bytes, bucket, record.revision, sealed
        try:
            (self.counted.insert if new else self.counted.change)(row)
        except NotAsKept:
            raise Conflict(kept=None, offered=record) from None

    def _stretch_span(self, record: Record) -> None:
        if record.day is None:
            return
        month = record.month
        self._months = None
        span = self._span()
        if span is None:
            fresh = Span(id=self._span_id(), first=month, last=month, counted=True, revision=1)
            self._write(fresh, new=True)
        elif self._span_is_broken or not span.first <= month <= span.last:
            wider = span.but(
                first=min(span.first, month),
                last=max(span.last, month),
                revision=span.revision + 1,
            )
            self._write(wider, new=False)
        self._months = None

    def _was_counted(self) -> bool:
        span = self._span()
        return span is not None and span.counted

    def _span_id(self) -> UUID:
        return self._sealer.standing_id(Span.kind)

    def _span(self) -> Span | None:
        row = self._rows.one(self._span_id())
        self._span_is_broken = False
        if row is None:
            return None
        try:
            return self._opened(Span, row)
        except Damaged:
            self._span_is_broken = True
            return self._counted_anew(row)

    def _counted_anew(self, row: Row) -> Span | None:
        """Look at every record for what the damaged *row* said; the next save writes it again."""
        months = [record.month for record in self.every() if record.day is not None]
        if not months:
            return None
        first, last = min(months), max(months)
        return Span(id=self._span_id(), first=first, last=last, counted=True, revision=row[2])

    def _reach(self, since: date | None, until: date | None) -> list[str]:
        """Return the months to look in; the undated ones too, where an import may have put it."""
        if self._months is None:
            span = self._span()
            if span is None:
                return [UNDATED]
            self._months = span.first, span.last
        first, last = self._months
        if since is not None:
            first = max(first, month_of(since))
        if until is not None:
            last = min(last, month_of(until))
        return [UNDATED, *months_between(first, last)]

    def _rows_in(self, kind: type[Record], months: list[str]) -> Iterator[Row]:
        return self._rows.in_buckets([self._sealer.bucket(kind.kind, month) for month in months])

    def _open_rows(self, kind: type[R], rows: Iterable[Row]) -> list[R]:
        found: list[R] = []
        for row in rows:
            try:
                record = self._opened(kind, row)
            except Damaged:
                self.damaged += 1
                continue
            if record is not None:
                found.append(record)
        return found

    def _body(self, row: Row) -> bytes:
        record_id, bucket, revision, sealed = row
        try:
            return self._sealer.open(sealed, bucket=bucket, record_id=record_id, revision=revision)
        except (TypeError, struct.error):  # a column holds another type than it should
            raise NotAuthentic from None

    def _opened(self, kind: type[R], row: Row) -> R | None:
        try:
            record = decoded(self._body(row), kind)
        except FromALaterRelease:
            return None
        except (NotAuthentic, NotReadable):
            raise Damaged(_named(row)) from None
        if record is None or record.revision == row[2]:
            return record
        return _as_in(row, record)

    def _opened_any(self, row: Row) -> Record:
        try:
            record = decoded_any(self._body(row), revision=row[2], record_id=UUID(bytes=row[0]))
        except (NotAuthentic, NotReadable):
            raise Damaged(_named(row)) from None
        return _as_in(row, record)
