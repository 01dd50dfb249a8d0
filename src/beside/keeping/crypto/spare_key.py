"""A spare key is 160 random bits in letters that survive a pen: Crockford's base 32, no I, L, O, U.

Eight groups of four and two check characters: the first ten bits of SHA-256 over the 20 bytes.
"""

from __future__ import annotations

import hashlib

from beside.keeping.crypto.primitives import random_bytes

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES = 20
_LOOKALIKES = str.maketrans("ILO", "110", " -‐‑‒–—\t\n\r\u00a0")


class NotASpareKey(Exception):
    """A character is missing, too many, or not the one that was printed."""


def _digits(number: int, count: int) -> str:
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(count)))


def _check(secret: bytes) -> str:
    return _digits(int.from_bytes(hashlib.sha256(secret).digest()[:2], "big") >> 6, 2)


def new_secret() -> bytes:
    """Return 20 random bytes."""
    return random_bytes(BYTES)


def written(secret: bytes) -> str:
    """Return *secret* as it is printed: ``XXXX-XXXX-…-XX``."""
    text = _digits(int.from_bytes(secret, "big"), 32)
    groups = [text[start : start + 4] for start in range(0, 32, 4)]
    return "-".join([*groups, _check(secret)])


def letters(typed: str) -> str:
    """Return what was *typed* in the letters of the alphabet, without spaces and hyphens."""
    return typed.upper().translate(_LOOKALIKES)


def read(typed: str) -> bytes:
    """Return the secret that *typed* stands for; case, spaces and hyphens do not matter.

    Raises `NotASpareKey`.
    """
    text = letters(typed)
    if len(text) != 34 or any(letter not in ALPHABET for letter in text):
        raise NotASpareKey
    number = 0
    for letter in text[:32]:
        number = number * 32 + ALPHABET.index(letter)
    secret = number.to_bytes(BYTES, "big")
    if _check(secret) != text[32:]:
        raise NotASpareKey
    return secret
