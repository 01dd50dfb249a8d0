"""A sealed record tells its size, in steps, and nothing else.

``0xB5 | suite u8 | key id u16 | nonce 12 | sealed``. Inside: u32 length, the body, zeros up to the
padded size. Associated data, each part with its u16 length before it: ``beside/1``, suite, account
id, bucket, record id, key id, revision (u64): a row that was swapped, moved or rolled forward does
not open. The bucket is a blind index of kind and month.
"""

from __future__ import annotations

import struct
from uuid import UUID

from beside.keeping.crypto.manifest import ManifestSealer
from beside.keeping.crypto.primitives import (
    NONCE,
    TAG,
    NotAuthentic,
    Sealer,
    blind,
    expand,
    random_bytes,
    wiped,
)
from beside.keeping.crypto.wraps import DataKey

MARK = 0xB5
SUITE = 1
STEP, LAST_STEP = 256, 4096
BUCKET = 16

_head = struct.Struct(">BBH12s")
_length = struct.Struct(">I")
_revision = struct.Struct(">Q")
_READABLE_HEAD = bytes((MARK, SUITE))
_SHORTEST = _head.size + STEP + TAG


def _size(part: bytes) -> bytes:
    return len(part).to_bytes(2, "big")


_ID_FOLLOWS = _size(bytes(16))


class UnknownSeal(NotAuthentic):
    """Not a sealed record that this release knows; refused, never guessed at."""


def padded_size(size: int) -> int:
    """Return the size that *size* bytes are padded to: steps of 256 up to 4,096, then Padmé.

    Padmé (Nikitin et al. 2019, PURBs) rounds up to a number with few significant bits, at most
    12 % larger, so that a length tells no more than its order of magnitude.
    """
    if size <= LAST_STEP:
        return max(STEP, -(-size // STEP) * STEP)
    exponent = size.bit_length() - 1
    dropped = exponent - exponent.bit_length()
    return -(-size >> dropped) << dropped


def looks_whole(sealed: bytes) -> bool:
    """Tell whether *sealed* has the form of a sealed record, as far as can be seen from outside."""
    inside = len(sealed) - _head.size - TAG
    return (
        sealed[:2] == _READABLE_HEAD and len(sealed) >= _SHORTEST and inside == padded_size(inside)
    )


class RecordSealer:
    """Seals and opens the records of one account; *manifest* seals how many there are."""

    __slots__ = (
        "_account",
        "_after",
        "_before",
        "_head",
        "_index",
        "_key_id",
        "_sealer",
        "manifest",
    )

    def __init__(self, account_id: UUID, data_key: DataKey) -> None:
        self._account = account_id.bytes
        self._key_id = data_key.key_id
        self._head = _READABLE_HEAD + self._key_id.to_bytes(2, "big")
        with wiped(expand(data_key.secret, info="beside/1/enc")) as enc:
            self._sealer = Sealer(enc)
        self._index = expand(data_key.secret, info="beside/1/index")
        self.manifest = ManifestSealer(account_id, data_key)
        parts = (b"beside/1", bytes((SUITE,)), self._account)
        self._before = b"".join(_size(part) + part for part in parts) + _size(bytes(BUCKET))
        key_id = self._key_id.to_bytes(2, "big")
        self._after = _size(key_id) + key_id + _size(bytes(_revision.size))

    def bucket(self, kind: str, month: str) -> bytes:
        """Return the 16-byte blind index of *kind* and *month*."""
        return blind(self._index, kind.encode() + b"\0" + month.encode())

    def standing_id(self, name: str) -> UUID:
        """Return the id of the one record called *name*: blind, and version 4 in form."""
        return UUID(bytes=blind(self._index, b"id\0" + name.encode()), version=4)

    def _context(self, bucket: bytes, record: bytes, revision: int) -> bytes:
        counted = _revision.pack(revision)
        return b"".join((self._before, bucket, _ID_FOLLOWS, record, self._after, counted))

    def seal(
        self,
        body: bytes,
        *,
        bucket: bytes,
        record_id: bytes,
        revision: int,
        nonce: bytes | None = None,
    ) -> bytes:
        """Seal *body* as revision *revision* of the record."""
        nonce = nonce or random_bytes(NONCE)
        size = padded_size(_length.size + len(body))
        plain = (_length.pack(len(body)) + body).ljust(size, b"\0")
        context = self._context(bucket, record_id, revision)
        head = _head.pack(MARK, SUITE, self._key_id, nonce)
        return head + self._sealer.seal(plain, nonce=nonce, context=context)

    def open(self, sealed: bytes, *, bucket: bytes, record_id: bytes, revision: int) -> bytes:
        """Return the body; raise `NotAuthentic` (`UnknownSeal` where the form is not known)."""
        if sealed[:4] != self._head or len(sealed) < _SHORTEST:
            is_known = sealed[:2] == _READABLE_HEAD and len(sealed) >= _SHORTEST
            raise NotAuthentic if is_known else UnknownSeal
        if len(bucket) != BUCKET or revision < 0:
            raise NotAuthentic
        context = self._context(bucket, record_id, revision)
        plain = self._sealer.open(sealed[16:], nonce=sealed[4:16], context=context)
        end = _length.size + _length.unpack_from(plain)[0]
        if end > len(plain):
            raise NotAuthentic
        return plain[_length.size : end]
