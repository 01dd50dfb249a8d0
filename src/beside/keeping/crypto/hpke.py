"""Sealed to somebody who is not there: whoever has the public key can write, and cannot read it.

HPKE (RFC 9180), base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305. The library's call takes no
associated data, so what a text belongs to stands in *info*. Base mode says nothing about who wrote
it: where that matters, the text is vouched for beside it.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from beside.keeping.crypto.primitives import KEY, NotAuthentic

ENCAPSULATED = 32
"""Bytes of the key that stands before what is sealed."""
MORE = ENCAPSULATED + 16
"""How many bytes what is sealed has more than what it says."""

_suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def new_private_key() -> bytearray:
    """Return a fresh private key, 32 bytes."""
    return bytearray(X25519PrivateKey.generate().private_bytes_raw())


def public_of(private: bytes | bytearray) -> bytes:
    """Return the public key, 32 bytes; raise `NotAuthentic` where *private* is no key."""
    return _private(private).public_key().public_bytes_raw()


def sealed_to(public: bytes, plain: bytes, *, info: bytes) -> bytes:
    """Return *plain* as the holder of *public*'s private key alone reads it.

    Raises `NotAuthentic` for a key that is none, or that would seal for everybody.
    """
    try:
        return _suite.encrypt(plain, X25519PublicKey.from_public_bytes(public), info)
    except ValueError:
        raise NotAuthentic from None


def opened_with(private: bytes | bytearray, sealed: bytes, *, info: bytes) -> bytes:
    """Return what is *sealed*; raise `NotAuthentic`."""
    try:
        return _suite.decrypt(sealed, _private(private), info)
    except InvalidTag:
        raise NotAuthentic from None


def _private(private: bytes | bytearray) -> X25519PrivateKey:
    if len(private) != KEY:
        raise NotAuthentic
    return X25519PrivateKey.from_private_bytes(bytes(private))
