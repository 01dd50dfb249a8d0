"""Six words from a list of 7,776 are 77 bits: more than anybody can guess, and they fit on paper.

The list is the EFF's long list (CC BY 3.0 US; see the licence beside it).
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from importlib.resources import files

HOW_MANY = 6
LONGEST = 1024


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


def six_words() -> str:
    """Return six words, each drawn evenly and independently."""
    return " ".join(secrets.choice(word_list()) for _ in range(HOW_MANY))


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
