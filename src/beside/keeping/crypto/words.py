"""Six words drawn from a list of thousands are 77 bits: nobody guesses them, and they fit on paper.

The list is the EFF's long list (CC BY 3.0 US; see the licence beside it). Words in it that can hurt
are never drawn (`never_drawn.txt` says why), and they open as before where they were drawn once.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from beside.keeping.crypto.primitives import expand

HOW_MANY = 6
LONGEST = 1024
_BYTES = 8
_BETWEEN = re.compile(r"(?:[\s,;.:)\u00b7\u2022\u2010-\u2015-]|(?<![^\W_])[1-6](?![0-9]))+")
"""What people write between the words, and the number before one; NFKC made U+2011 U+2010."""


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


@cache
def never_drawn() -> frozenset[str]:
    """Return the words of the list that are never drawn: they can hurt somebody who was hurt."""
    text = files("beside.keeping.crypto").joinpath("never_drawn.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


@cache
def drawable() -> tuple[str, ...]:
    """Return the words that are drawn, in the order of the list."""
    return tuple(word for word in word_list() if word not in never_drawn())


def six_words(seed: bytes | bytearray | None = None) -> str:
    """Return six words, drawn evenly and none of them twice: anew, or always the same from *seed*.

    7,433 words are drawn from, which makes 77.15 bits: log2(7433 * 7432 * … * 7428). *seed* is 32
    secret and uniform bytes. HKDF-Expand makes 8 bytes of them for each word, which are taken
    modulo the number of words that are left: one word is likelier than another by less than 2**-51,
    which is nothing.
    """
    if seed is None:
        return " ".join(secrets.SystemRandom().sample(drawable(), HOW_MANY))
    drawn = expand(seed, info="beside/1/six words", length=HOW_MANY * _BYTES)
    numbers = (int.from_bytes(drawn[at : at + _BYTES]) for at in range(0, len(drawn), _BYTES))
    left = list(drawable())
    return " ".join(left.pop(number % len(left)) for number in numbers)


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


def readings(typed: str) -> tuple[str, ...]:
    """Return every form in which what was *typed* may open, the plain one (`tidy`) first.

    There is a second one where six words of the list are left without the commas, hyphens and
    numbers from 1 to 6 between them. Own words can look like that, too, so the plain one comes
    first. Raises `TooLong`.
    """
    plain = tidy(typed)
    spaced = f" {_BETWEEN.sub(' ', plain.lower()).strip()} "
    for word in _hyphened():
        spaced = spaced.replace(f" {word.replace('-', ' ')} ", f" {word} ")
    words = spaced.split()
    listed = " ".join(words)
    if len(words) != HOW_MANY or not _known().issuperset(words) or listed == plain:
        return (plain,)
    return plain, listed


@cache
def _hyphened() -> tuple[str, ...]:
    return tuple(word for word in word_list() if "-" in word)
