"""Two letters as a reader counts them: whatever is written as a name, it stays in its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
LONGEST = 8
"""Code points in what is read as one letter; the longest families of signs have seven."""
_MARKS = {"Mn", "Mc", "Me"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}


def first_letters(text: str, *, most: int = 2) -> str:
    """Return the first *most* letters of *text* with their accents, without what turns text round.

    A sign that is made of several (a family, a flag) is one letter. Empty where nothing is seen.
    """
    found = ""
    for number, letter in enumerate(_letters(text)):
        if number == most:
            break
        found += letter
    return found


def _letters(text: str) -> Iterator[str]:
    letter = ""
    for sign in text:
        if letter and _belongs(letter, sign):
            # Somebody can heap a hundred accents on one letter.
            letter += sign if len(letter) < LONGEST else ""
        elif unicodedata.category(sign) not in _UNSEEN | _MARKS:
            if letter:
                yield letter.rstrip(JOINER)
            letter = sign
    if letter:
        yield letter.rstrip(JOINER)


def _belongs(letter: str, sign: str) -> bool:
    """Tell whether *sign* is read as a part of *letter*, which stands before it."""
    if unicodedata.category(sign) in _MARKS or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return True
    if sign == JOINER or letter.endswith(JOINER):
        return unicodedata.category(letter[0]) == "So"
    return len(letter) == 1 and _is_half_a_flag(letter) and _is_half_a_flag(sign)


def _is_half_a_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
