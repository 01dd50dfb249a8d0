"""A manifest says how many records there are, and which: so that one taken away is noticed.

Each row counts as HMAC-SHA256(its key, record id ‖ revision ‖ the row's tag), a number of 256 bits;
the manifest holds their sum modulo 2**256 and how many there are. A row that comes or goes is added
or taken off at the same cost for a notebook of any size. (Clarke, Devadas, van Dijk, Gassend, Suh,
2003, "Incremental multiset hash functions": MSet-Add-Hash, here with a secret key, and sealed.)

``0xB9 | suite u8 | key id u16 | nonce 12 | sealed``. Sealed are the count (u64), the number of
changes so far (u64), the day of the last look (u32, days since 0001-01-01, 0 for none), and the sum
(32 bytes). Associated data, each part with its u16 length before it: ``beside/1/manifest``, suite,
account id, key id.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from beside.keeping.crypto.primitives import (
    NONCE,
    TAG,
    NotAuthentic,
    Sealer,
    expand,
    joined,
    random_bytes,
    vouched,
    wipe,
    wiped,
)
from beside.keeping.crypto.wraps import DataKey

MARK = 0xB9
SUITE = 1
NAME = "beside/1/manifest"
_MODULUS = 1 << 256

_head = struct.Struct(">BBH12s")
_plain = struct.Struct(">QQI32s")
_row = struct.Struct(">16sQ")


@dataclass(frozen=True)
class Tally:
    """How many rows there are, what they come to, and how often that was changed.

    *looked* is the day on which the rows were last found to be those that were counted.
    """

    count: int = 0
    total: int = 0
    changes: int = 0
    looked: date | None = None

    def __repr__(self) -> str:
        return f"<Tally of {self.count}>"

    def with_row(self, worth: int) -> Tally:
        """Return it with one row more, which is worth *worth*."""
        return self._changed(1, worth)

    def without_row(self, worth: int) -> Tally:
        """Return it with one row less."""
        return self._changed(-1, -worth)

    def _changed(self, rows: int, worth: int) -> Tally:
        # A row that was never counted can be taken off; that shows at the next look.
        count = max(0, self.count + rows)
        total = (self.total + worth) % _MODULUS
        return replace(self, count=count, total=total, changes=self.changes + 1)

    def counts_the_same_as(self, other: Tally) -> bool:
        """Tell whether both stand for the same rows."""
        return (self.count, self.total) == (other.count, other.total)


class ManifestSealer:
    """Says what a row is worth, and seals and opens the manifest of one account."""

    __slots__ = ("_context", "_head", "_key_id", "_sealer", "_worth")

    def __init__(self, account_id: UUID, data_key: DataKey) -> None:
        key_id = data_key.key_id.to_bytes(2, "big")
        self._key_id = data_key.key_id
        self._head = bytes((MARK, SUITE)) + key_id
        self._context = joined(NAME.encode(), bytes((SUITE,)), account_id.bytes, key_id)
        with wiped(expand(data_key.secret, info=NAME)) as key:
            self._worth = expand(key, info="rows")
            seal = expand(key, info="seal")
        self._sealer = Sealer(seal)
        wipe(seal)

    def worth(self, *, record_id: bytes, revision: int, sealed: bytes) -> int:
        """Return what a row counts as; *sealed* is all of it, or its tag (the last 16 bytes).

        The tag covers the contents, the account, the bucket, and the rest of the associated data.
        """
        row = _row.pack(record_id, revision & (2**64 - 1)) + sealed[-TAG:]
        return int.from_bytes(vouched(self._worth, row), "big")

    def seal(self, tally: Tally, *, nonce: bytes | None = None) -> bytes:
        """Return *tally*, sealed."""
        nonce = nonce or random_bytes(NONCE)
        looked = tally.looked.toordinal() if tally.looked else 0
        total = tally.total.to_bytes(32, "big")
        plain = _plain.pack(tally.count, tally.changes, looked, total)
        head = _head.pack(MARK, SUITE, self._key_id, nonce)
        return head + self._sealer.seal(plain, nonce=nonce, context=self._context)

    def open(self, sealed: bytes) -> Tally:
        """Return what was counted; raise `NotAuthentic`."""
        if len(sealed) != _head.size + _plain.size + TAG or sealed[:4] != self._head:
            raise NotAuthentic
        plain = self._sealer.open(
            sealed[_head.size :], nonce=sealed[4 : _head.size], context=self._context
        )
        count, changes, looked, total = _plain.unpack(plain)
        day = date.fromordinal(looked) if looked else None
        return Tally(count, int.from_bytes(total, "big"), changes, day)
