"""Rows are written here, and counted as they are, so that one taken away or put back is noticed.

The count is sealed (`Manifest`): whoever can write to the database and has no key cannot make one
that fits. It changes in the transaction that changes the row, under the lock of its own row, so
that two writes at once count both. Where there is none yet the rows are taken as they are found,
and counted from then on. What is found is told, and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import IntegrityError, transaction

from beside.keeping.accounts.models import Account
from beside.keeping.crypto.manifest import ManifestSealer, Tally
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.disk.writing import writing
from beside.keeping.vault.models import Manifest, SealedRow
from beside.keeping.vault.rows import Row, Rows, counted_as, tag_of

EVERY = timedelta(days=7)
"""How long after a look the next one is due."""


class Found(StrEnum):
    """What a look at the rows showed."""

    as_left = "as_left"
    differs = "differs"
    """A row is missing, is one too many, or is not the one that was counted."""
    no_count = "no_count"
    """The count was taken away, or is not the one that was left."""


@dataclass(frozen=True)
class Look:
    """What was found: how many rows there are, and how many were counted.

    *counted* is ``None`` where there was no count to hold them against; *changes* is how often the
    count was changed so far: a number that never gets smaller, unless an older state was put back.
    """

    found: Found
    there: int
    counted: int | None = None
    changes: int | None = None


class NotAsKept(Exception):
    """The row is not there (any more) as the change expects it."""


class CountedRows:
    """Writes the rows of one account, and counts them."""

    def __init__(
        self,
        account_id: UUID,
        sealer: ManifestSealer,
        *,
        rows: Rows,
        was_counted: Callable[[], bool],
    ) -> None:
        self._account = account_id
        self._sealer = sealer
        self._rows = rows
        self._was_counted = was_counted

    def __repr__(self) -> str:
        return "<CountedRows>"

    # Writing: inside of `writing()`

    def insert(self, row: Row) -> None:
        """Write a new row; raise `NotAsKept` where there is one with that id."""
        tally = self._locked()
        record_id, bucket, revision, sealed = row
        place = {"account_id": self._account, "id": UUID(bytes=record_id)}
        fresh = SealedRow(**place, bucket=bucket, revision=revision, sealed=sealed)
        try:
            with transaction.atomic():
                fresh.save(force_insert=True)
        except IntegrityError:
            raise NotAsKept from None
        self._keep(tally and tally.with_row(self._worth(row)))

    def change(self, row: Row) -> None:
        """Write a row in place of the one before it (its revision less one).

        Raises `NotAsKept` where that is not what is there.
        """
        tally = self._locked()
        record_id, bucket, revision, sealed = row
        before = self._rows.one(UUID(bytes=record_id))
        changed = SealedRow.objects.filter(
            account_id=self._account, id=UUID(bytes=record_id), revision=revision - 1
        ).update(bucket=bucket, revision=revision, sealed=sealed)
        if changed != 1 or before is None:
            raise NotAsKept
        self._keep(tally and tally.without_row(self._worth(before)).with_row(self._worth(row)))

    def remove(self, record_id: UUID) -> None:
        """Remove a row; what is gone already stays gone."""
        tally = self._locked()
        before = self._rows.one(record_id)
        gone, _ = SealedRow.objects.filter(account_id=self._account, id=record_id).delete()
        if gone and before is not None:
            self._keep(tally and tally.without_row(self._worth(before)))

    # Looking

    def is_due(self, on: date) -> bool:
        """Tell whether the last look is a week ago on the day *on*, or was never."""
        sealed = Manifest.objects.filter(account_id=self._account).values_list("sealed", flat=True)
        for one in sealed:
            tally = self._opened(one)
            looked = tally.looked if tally else None
            return looked is None or abs(on - looked) >= EVERY
        return True

    def look(self, *, on: date) -> Look:
        """Hold the rows against their count; *on* is written down where they are as they were."""
        with writing():
            tally = self._locked()
            there = self._as_they_are()
            if tally is None:
                return Look(Found.no_count, there.count)
            as_left = tally.counts_the_same_as(there)
            if as_left and tally.looked != on:
                self._keep(replace(tally, looked=on))
        found = Found.as_left if as_left else Found.differs
        return Look(found, there.count, tally.count, tally.changes)

    def count_anew(self, *, on: date) -> None:
        """Take the rows as they are now, and count from there."""
        with writing():
            tally = self._locked()
            changes = tally.changes if tally else 0
            fresh = replace(self._as_they_are(), changes=changes + 1, looked=on)
            Manifest.objects.filter(account_id=self._account).delete()
            self._begin_with(fresh)

    # Beneath

    def _locked(self) -> Tally | None:
        """Return the count, with its row locked; made where there was never one.

        ``None`` where it is gone, or is not ours: then nothing is counted until somebody was told.
        """
        sealed = self._sealed()
        if sealed is None:
            # Two first writes at once: the second waits here, and finds what the first made.
            list(Account.objects.select_for_update().filter(id=self._account).values_list("id"))
            sealed = self._sealed()
        if sealed is not None:
            return self._opened(sealed)
        if self._was_counted():
            return None
        begun = self._as_they_are()
        self._begin_with(begun)
        return begun

    def _sealed(self) -> bytes | None:
        mine = Manifest.objects.select_for_update().filter(account_id=self._account)
        found = list(mine.values_list("sealed", flat=True))
        return bytes(found[0]) if found else None

    def _opened(self, sealed: bytes | memoryview) -> Tally | None:
        try:
            return self._sealer.open(bytes(sealed))
        except (NotAuthentic, TypeError):  # a column holds another type than it should
            return None

    def _begin_with(self, tally: Tally) -> None:
        sealed = self._sealer.seal(tally)
        Manifest(account_id=self._account, sealed=sealed).save(force_insert=True)

    def _keep(self, tally: Tally | None) -> None:
        if tally is not None:
            sealed = self._sealer.seal(tally)
            Manifest.objects.filter(account_id=self._account).update(sealed=sealed)

    def _as_they_are(self) -> Tally:
        count = total = 0
        for record_id, revision, tag in self._rows.tags():
            count += 1
            total += self._sealer.worth(record_id=record_id, revision=revision, sealed=tag)
        return Tally(count, total % 2**256)

    def _worth(self, row: Row) -> int:
        record_id, _, revision, sealed = row
        return self._sealer.worth(
            record_id=record_id, revision=counted_as(revision), sealed=tag_of(sealed)
        )
