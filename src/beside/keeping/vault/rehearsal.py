"""A backup of a hosted database counts once it was brought back somewhere, and looked through.

Nobody's notebook can be opened for that, so one is kept that is nobody's: the canary. Its words lie
in a file of the operator's; in a database that was brought back it must open. Of all others a look
finds what needs no key: that each has what opens it, and that its rows are whole at their edges.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.crypto.primitives import NotAuthentic, random_bytes, wiped
from beside.keeping.crypto.records import RecordSealer, looks_whole
from beside.keeping.crypto.stretching import CURRENT, CostRefused, stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    FOR_WORDS,
    SALT,
    DataKey,
    LockingKey,
    UnknownWrap,
    account_salt,
    header_of,
    locking_key,
    new_data_key,
    unwrap,
    wrap,
)
from beside.keeping.disk.writing import writing
from beside.keeping.vault.models import SealedRow
from beside.keeping.vault.rows import Rows
from beside.kernel.ids import new_id

LINE = b"This line proves that a backup opens."
_BUCKET = ("canary", "0000-00")


class NoCanary(Exception):
    """There is no canary, or it does not open with these words."""


@dataclass(frozen=True)
class Found:
    """What a look without a key found; counts alone."""

    notebooks: int = 0
    rows: int = 0
    bytes: int = 0
    odd: int = 0

    def and_of(self, other: Found) -> Found:
        """Return both together."""
        return Found(
            self.notebooks + other.notebooks,
            self.rows + other.rows,
            self.bytes + other.bytes,
            self.odd + other.odd,
        )


def make_canary(words: str) -> None:
    """Keep the notebook that is nobody's, in place of any before; *words* open it."""
    account_id, data_key, salt = new_id(), new_data_key(), random_bytes(SALT)
    with wiped(stretch(tidy(words), salt=salt, cost=CURRENT)) as stretched:
        key = locking_key(stretched, salt=account_salt(account_id), purpose=FOR_WORDS)
        sealed = wrap(data_key, key, salt=salt, cost=CURRENT)
        key.wipe()
    with writing():
        _remove_canaries()
        Account(id=account_id, canary=True).save(force_insert=True)
        Wrap(account_id=account_id, kind=Wrap.Kind.WORDS, sealed=sealed).save(force_insert=True)
        _line(account_id, data_key).save(force_insert=True)
    data_key.wipe()


def _line(account_id: UUID, data_key: DataKey) -> SealedRow:
    sealer = RecordSealer(account_id, data_key)
    record_id, bucket = sealer.standing_id("canary"), sealer.bucket(*_BUCKET)
    sealed = sealer.seal(LINE, bucket=bucket, record_id=record_id.bytes, revision=1)
    return SealedRow(account_id=account_id, id=record_id, bucket=bucket, revision=1, sealed=sealed)


def _remove_canaries() -> None:
    for account_id in Account.objects.filter(canary=True).values_list("id", flat=True):
        SealedRow.objects.filter(account_id=account_id).delete()
        Wrap.objects.filter(account_id=account_id).delete()
        Account.objects.filter(id=account_id).delete()


def open_canary(words: str) -> None:
    """Open the canary and read its line; raise `NoCanary`."""
    account = Account.objects.filter(canary=True).first()
    locked = account and Wrap.objects.filter(account_id=account.id, kind=Wrap.Kind.WORDS).first()
    if not account or not locked:
        raise NoCanary
    try:
        _read_line(account.id, bytes(locked.sealed), words)
    except (NotAuthentic, UnknownWrap, CostRefused):
        raise NoCanary from None


def _read_line(account_id: UUID, sealed: bytes, words: str) -> None:
    header = header_of(sealed)
    with wiped(stretch(tidy(words), salt=header.salt, cost=header.cost)) as stretched:
        key = locking_key(stretched, salt=account_salt(account_id), purpose=FOR_WORDS)
        sealer = RecordSealer(account_id, _unwrapped(sealed, key))
    record_id = sealer.standing_id("canary")
    row = Rows(account_id).one(record_id)
    if row is None:
        raise NoCanary
    _, bucket, revision, body = row
    if sealer.open(body, bucket=bucket, record_id=record_id.bytes, revision=revision) != LINE:
        raise NoCanary


def _unwrapped(sealed: bytes, key: LockingKey) -> DataKey:
    try:
        return unwrap(sealed, key)
    finally:
        key.wipe()


def look_through() -> Found:
    """Return what can be found out about all notebooks without a key, one after the other."""
    found = Found()
    for account_id in Account.objects.filter(canary=False).values_list("id", flat=True):
        found = found.and_of(_of_one(account_id))
    return found


def _of_one(account_id: UUID) -> Found:
    rows = list(_sealed(account_id))
    odd = sum(not looks_whole(sealed) for sealed in rows) + (not _can_be_opened(account_id))
    return Found(1, len(rows), sum(map(len, rows)), odd)


def _sealed(account_id: UUID) -> Iterator[bytes]:
    for _, _, _, sealed in Rows(account_id).every():
        yield sealed


def _can_be_opened(account_id: UUID) -> bool:
    """Tell whether there is a wrap of words that this release can read."""
    locked = Wrap.objects.filter(account_id=account_id, kind=Wrap.Kind.WORDS).first()
    try:
        return locked is not None and bool(header_of(bytes(locked.sealed)))
    except (UnknownWrap, CostRefused):
        return False
