"""Six words from a list of 7,776 are 77 bits: more than anybody can guess, and they fit on paper.

The list is the EFF's long list (CC BY 3.0 US; see the licence beside it).
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from beside.keeping.crypto.primitives import expand

HOW_MANY = 6
LONGEST = 1024
_BYTES = 8


class TooLong(Exception):
    """More than 1,024 characters. Refused, never cut."""


@cache
def word_list() -> tuple[str, ...]:
    """Return the 7,776 words."""
    text = files("beside.keeping.crypto").joinpath("eff_large_wordlist.txt").read_text("utf-8")
    return tuple(text.split())


@cache
def _known() -> frozenset[str]:
    return frozenset(word_list())


def six_words(seed: bytes | bytearray | None = None) -> str:
    """Return six words, each drawn evenly and independently: anew, or always the same from *seed*.

    *seed* is 32 secret and uniform bytes. HKDF-Expand makes 8 bytes of them for each word, which
    are taken modulo 7,776: one word is likelier than another by less than 2**-51, which is nothing.
    """
    words = word_list()
    if seed is None:
        return " ".join(secrets.choice(words) for _ in range(HOW_MANY))
    drawn = expand(seed, info="beside/1/six words", length=HOW_MANY * _BYTES)
    numbers = (int.from_bytes(drawn[at : at + _BYTES]) for at in range(0, len(drawn), _BYTES))
    return " ".join(words[number % len(words)] for number in numbers)


def tidy(typed: str) -> str:
    """Return what was *typed* in the one form that is stretched: NFKC, without outer spaces.

    Where every word is from the list, case and spaces do not matter: phones write a capital at the
    start. Raises `TooLong`.
    """
    if len(typed) > LONGEST:
        raise TooLong
    text = unicodedata.normalize("NFKC", typed).strip()
    if len(text) > LONGEST:
        raise TooLong
    lower = text.lower().split()
    if len(lower) >= HOW_MANY and all(word in _known() for word in lower):
        return " ".join(lower)
    return text
