"""Where many are served, a notebook is found by a name that was drawn for it, and by nobody's own.

It says nothing about anybody. Of it a hash is kept, blinded with the server's secret, so that a
stolen table cannot be searched for a name, and the order of the rows tells nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from uuid import UUID

from django.conf import settings

from beside.keeping.accounts.models import AccountName
from beside.keeping.crypto.primitives import KEY, expand, joined, random_bytes, vouched
from beside.keeping.crypto.words import word_list

LONGEST = 100
"""Letters that are looked at; no name has so many."""
_LEAST, _NUMBERS, _BYTES = 1000, 9000, 8
_BETWEEN = re.compile(r"[\s_\-‐‑–—.,]+")


class NoSuchName(Exception):
    """No notebook here has that name."""


def draw_name(seed: bytes | bytearray | None = None) -> str:
    """Return a name like *kettle-otter-4821*, one of 544 thousand million.

    Anew, or always the same from *seed*: 32 secret and uniform bytes.
    """
    drawn = expand(seed or random_bytes(KEY), info="beside/1/drawn name", length=3 * _BYTES)
    first, second, number = (
        int.from_bytes(drawn[at : at + _BYTES]) for at in range(0, len(drawn), _BYTES)
    )
    words = _words()
    pair = f"{words[first % len(words)]}-{words[second % len(words)]}"
    return f"{pair}-{_LEAST + number % _NUMBERS}"


def tidy_name(typed: str) -> str:
    """Return what was *typed* in the one form that is hashed: small letters, one hyphen between."""
    text = unicodedata.normalize("NFKC", typed[:LONGEST]).strip().casefold()
    return "-".join(part for part in _BETWEEN.split(text) if part)


def is_name(name: str) -> bool:
    """Tell whether *name* is one that can be drawn here."""
    parts = name.split("-")
    if len(parts) != 3 or not {*parts[:2]} <= set(_words()):
        return False
    number = parts[2]
    return number.isascii() and number.isdigit() and _LEAST <= int(number) < _LEAST + _NUMBERS


def name_hash(name: str) -> bytes:
    """Return the 32 bytes that a notebook is found by."""
    return blinded(b"name", tidy_name(name).encode())


def blinded(what: bytes, *parts: bytes) -> bytes:
    """Return 32 bytes for *parts* that nobody can tell without the server's secret."""
    return vouched(settings.SERVER_SECRET, joined(b"beside/1/" + what, *parts))


def account_named(name: str) -> UUID | None:
    """Return the account of that name, or ``None``."""
    found = AccountName.objects.filter(name_hash=name_hash(name))
    return found.values_list("account_id", flat=True).first()


def account_of(name: str) -> UUID:
    """Return the account of that name; raise `NoSuchName`."""
    account_id = account_named(name)
    if account_id is None:
        raise NoSuchName
    return account_id


def name_hash_of(account_id: UUID) -> bytes | None:
    """Return the hash of the account's name, or ``None`` where it has none."""
    found = AccountName.objects.filter(account_id=account_id).values_list("name_hash", flat=True)
    kept = found.first()
    return None if kept is None else bytes(kept)


@cache
def _words() -> tuple[str, ...]:
    """Return the words of the list that hold no hyphen."""
    return tuple(word for word in word_list() if "-" not in word)
