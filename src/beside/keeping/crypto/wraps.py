"""A wrap is the data key, locked by what a person has: words, a spare key, a passkey, a cookie.

``0xB6 | suite u8 | kdf u8 | memory u32 | passes u8 | lanes u8 | salt 16 | commitment 16 | nonce 12
| sealed``, integers big-endian, all before *sealed* as associated data. Sealed are the key id (u16)
and the 32 bytes of the data key. The commitment (half of one HKDF output) makes a wrap fit one key
only, so that nobody can test many guesses with one crafted wrap.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from uuid import UUID

from beside.keeping.crypto.primitives import (
    KEY,
    NONCE,
    TAG,
    NotAuthentic,
    Sealer,
    hkdf,
    random_bytes,
    same,
    wipe,
)
from beside.keeping.crypto.stretching import Cost, CostRefused

MARK = 0xB6
SUITE = 1
NO_STRETCHING, ARGON2ID, PASSKEY = 0, 1, 2
SALT = COMMITMENT = 16
FOR_WORDS = "beside/1/kek/passphrase"
FOR_SPARE_KEY = "beside/1/kek/recovery"
FOR_SESSION = "beside/1/kek/session"
FOR_PASSKEY = "beside/1/kek/passkey"

_head = struct.Struct(">BBBIBB16s16s12s")
_plain = struct.Struct(">H32s")


class UnknownWrap(Exception):
    """Not a wrap that this release knows; refused, never guessed at."""


@dataclass(frozen=True)
class DataKey:
    """The key of one notebook, and which of its keys it is (1…)."""

    key_id: int
    secret: bytearray

    def __repr__(self) -> str:
        return f"<DataKey {self.key_id}>"

    def wipe(self) -> None:
        wipe(self.secret)


@dataclass(frozen=True)
class LockingKey:
    """32 bytes that lock a wrap, and the 16 bytes that commit to them."""

    key: bytearray
    commitment: bytearray

    def __repr__(self) -> str:
        return "<LockingKey>"

    def wipe(self) -> None:
        wipe(self.key, self.commitment)


def locking_key(secret: bytes | bytearray, *, salt: bytes, purpose: str) -> LockingKey:
    """Derive the locking key for one account (*salt* is its id, or the process's value)."""
    out = hkdf(secret, salt=salt, info=purpose, length=KEY + COMMITMENT)
    key = LockingKey(key=out[:KEY], commitment=out[KEY:])
    wipe(out)
    return key


@dataclass(frozen=True)
class Header:
    """What a wrap says of itself, unlocked."""

    kdf: int
    cost: Cost
    salt: bytes
    commitment: bytes
    nonce: bytes


def header_of(wrap: bytes) -> Header:
    """Read the head of *wrap*; raise `UnknownWrap`, or `CostRefused` outside floor and ceiling."""
    if len(wrap) != _head.size + _plain.size + TAG:
        raise UnknownWrap
    mark, suite, kdf, memory, passes, lanes, salt, commitment, nonce = _head.unpack_from(wrap)
    if mark != MARK or suite != SUITE or kdf not in {NO_STRETCHING, ARGON2ID, PASSKEY}:
        raise UnknownWrap
    cost = Cost(memory, passes, lanes)
    if kdf == ARGON2ID and not cost.within_bounds():
        raise CostRefused
    if kdf != ARGON2ID and (memory or passes or lanes):
        raise UnknownWrap
    return Header(kdf, cost, salt, commitment, nonce)


def wrap(
    data_key: DataKey,
    locked_by: LockingKey,
    *,
    salt: bytes = bytes(SALT),
    cost: Cost | None = None,
    nonce: bytes | None = None,
    by_passkey: bool = False,
) -> bytes:
    """Lock *data_key*; with *cost* and *salt* where the secret was stretched words."""
    unstretched = PASSKEY if by_passkey else NO_STRETCHING
    kdf = unstretched if cost is None else ARGON2ID
    cost = cost or Cost(0, 0, 0)
    nonce = nonce or random_bytes(NONCE)
    head = _head.pack(
        MARK,
        SUITE,
        kdf,
        cost.memory,
        cost.passes,
        cost.lanes,
        salt,
        bytes(locked_by.commitment),
        nonce,
    )
    plain = _plain.pack(data_key.key_id, bytes(data_key.secret))
    return head + Sealer(locked_by.key).seal(plain, nonce=nonce, context=head)


def fits(wrap_bytes: bytes, key: LockingKey) -> bool:
    """Tell in constant time whether *key* is the one that this wrap commits to."""
    return same(header_of(wrap_bytes).commitment, key.commitment)


def unwrap(wrap_bytes: bytes, key: LockingKey) -> DataKey:
    """Return the data key; raise `NotAuthentic`, `UnknownWrap` or `CostRefused`."""
    header = header_of(wrap_bytes)
    if not same(header.commitment, key.commitment):
        raise NotAuthentic
    head, sealed = wrap_bytes[: _head.size], wrap_bytes[_head.size :]
    plain = Sealer(key.key).open(sealed, nonce=header.nonce, context=head)
    key_id, secret = _plain.unpack(plain)
    return DataKey(key_id, bytearray(secret))


def new_data_key() -> DataKey:
    """Return a fresh data key, the first of its notebook."""
    return DataKey(1, bytearray(random_bytes(KEY)))


def account_salt(account_id: UUID) -> bytes:
    """The salt that ties a locking key to one account."""
    return account_id.bytes
