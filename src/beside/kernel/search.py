"""Search reads every word a person wrote, so it must be quick, and forgiving about spelling marks.

Nothing is indexed: an index of sealed words would be a second copy of them.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff"
    "\u200b-\u200f\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufeff]"
)
_SAME = (("\u2019", "'"), ("\u2018", "'"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i"))
_BETWEEN = "\x1f"


def folded(text: str) -> str:
    """Return *text* as search compares it: no case, no accents, one kind of apostrophe."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    for letter, plain in _SAME:
        bare = bare.replace(letter, plain)
    return bare


def sought(query: str) -> tuple[str, ...]:
    """Return the words of *query*, folded; none for an empty query."""
    return tuple(folded(query).split())


def matches(words: tuple[str, ...], *texts: str) -> bool:
    """Tell whether all *words* (from `sought`) occur in *texts*; no words are found nowhere."""
    if not words:
        return False
    searched = folded(_BETWEEN.join(texts) if len(texts) != 1 else texts[0])
    return all(word in searched for word in words)
