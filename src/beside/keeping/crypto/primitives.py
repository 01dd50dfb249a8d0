"""Three primitives from one library: Argon2id, HKDF-SHA256 and AES-256-GCM-SIV.

GCM-SIV (RFC 8452) because a repeated nonce (a restored snapshot, a forked machine) then shows no
more than that two sealed texts are equal. Keys live in bytearrays, so that they can be wiped; this
is best effort: Python and OpenSSL keep copies that nobody can reach.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

NONCE = 12
TAG = 16
KEY = 32


class NotAuthentic(Exception):
    """Wrong key, or not the bytes that were sealed. Says nothing more, on purpose."""


def random_bytes(count: int) -> bytes:
    """Return *count* bytes from the operating system."""
    return os.urandom(count)


def same(one: bytes | bytearray, other: bytes | bytearray) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(bytes(one), bytes(other))


def wipe(*buffers: bytearray) -> None:
    """Overwrite with zeros."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


@contextmanager
def wiped(buffer: bytearray) -> Iterator[bytearray]:
    """Lend *buffer*, and wipe it afterwards."""
    try:
        yield buffer
    finally:
        wipe(buffer)


def argon2id(secret: bytes, *, salt: bytes, memory: int, passes: int, lanes: int) -> bytearray:
    """Return 32 bytes of Argon2id v1.3 (RFC 9106); *memory* in KiB."""
    out = bytearray(KEY)
    Argon2id(salt=salt, length=KEY, iterations=passes, lanes=lanes, memory_cost=memory).derive_into(
        secret, out
    )
    return out


def hkdf(secret: bytes | bytearray, *, salt: bytes, info: str, length: int = KEY) -> bytearray:
    """Return *length* bytes of HKDF-SHA256 (RFC 5869), extract and expand."""
    out = bytearray(length)
    HKDF(algorithm=SHA256(), length=length, salt=salt, info=info.encode()).derive_into(
        bytes(secret), out
    )
    return out


def expand(key: bytes | bytearray, *, info: str, length: int = KEY) -> bytearray:
    """Return *length* bytes of HKDF-Expand-SHA256 (RFC 5869): a subkey of a uniform key."""
    out = bytearray(length)
    HKDFExpand(algorithm=SHA256(), length=length, info=info.encode()).derive_into(bytes(key), out)
    return out


def blind(key: bytes | bytearray, text: bytes) -> bytes:
    """Return the first 16 bytes of HMAC-SHA256."""
    return vouched(key, text)[:16]


def vouched(key: bytes | bytearray, text: bytes) -> bytes:
    """Return the 32 bytes of HMAC-SHA256: whoever holds *key* vouches for *text*."""
    return hmac.digest(bytes(key), text, "sha256")


def joined(*parts: bytes) -> bytes:
    """Return *parts*, each with its length before it as u16, so that none runs into the next."""
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


class Sealer:
    """AES-256-GCM-SIV under one key."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes | bytearray) -> None:
        self._aead = AESGCMSIV(key)

    def seal(self, plain: bytes, *, nonce: bytes, context: bytes) -> bytes:
        """Return ciphertext and tag."""
        return self._aead.encrypt(nonce, plain, context)

    def open(self, sealed: bytes, *, nonce: bytes, context: bytes) -> bytes:
        """Return the plain bytes; raise `NotAuthentic`."""
        try:
            return self._aead.decrypt(nonce, sealed, context)
        except (InvalidTag, ValueError):
            raise NotAuthentic from None
