"""A browser that opened a notebook before is known again, so that nobody can lock its owner out.

Guesses from elsewhere slow down guesses from elsewhere. A known browser has its own count. What it
keeps opens nothing: 16 random bytes for each notebook, and a mark that they were given out here.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from beside.keeping.accounts.names import blinded
from beside.keeping.crypto.primitives import random_bytes, same

SIZE = 16
MOST = 4
"""How many notebooks one browser is known for; the newest first."""
LASTS = 365 * 24 * 60 * 60
"""Seconds until it is forgotten, from the last time that it opened one."""


def number_of(cookie: str, name_hash: bytes) -> bytes | None:
    """Return the number by which that notebook knows this browser; ``None`` where it does not."""
    for number, mark in _tokens(cookie):
        if same(mark, _mark(name_hash, number)):
            return number
    return None


def remembered(cookie: str, name_hash: bytes) -> str:
    """Return the cookie of a browser that opened that notebook now, beside those of before."""
    number = number_of(cookie, name_hash) or random_bytes(SIZE)
    newest = number, _mark(name_hash, number)
    others = [token for token in _tokens(cookie) if token != newest]
    tokens = [newest, *others][:MOST]
    return ".".join(base64.urlsafe_b64encode(b"".join(token)).decode() for token in tokens)


def _mark(name_hash: bytes, number: bytes) -> bytes:
    return blinded(b"device", name_hash, number)[:SIZE]


def _tokens(cookie: str) -> Iterator[tuple[bytes, bytes]]:
    for part in cookie.split(".")[:MOST]:
        try:
            token = base64.urlsafe_b64decode(part.encode("ascii", "replace"))
        except (ValueError, binascii.Error):
            continue
        if len(token) == 2 * SIZE:
            yield token[:SIZE], token[SIZE:]
