"""Own words are welcome when nobody can guess them; what is missing is said plainly."""

from __future__ import annotations

from beside.keeping.crypto.words import TooLong, tidy
from beside.kernel.sentences import Sentence

SHORTEST = 15
STRONG = 4
"""zxcvbn's highest score: more than 10^10 guesses."""


def trouble_with(words: str) -> Sentence | None:
    """Say what makes *words* too weak to keep a notebook with, or ``None`` where nothing does."""
    try:
        text = tidy(words)
    except TooLong:
        return Sentence("That is longer than we can take. Use fewer than 1,000 letters.")
    if len(text) < SHORTEST:
        return Sentence("Use at least %(count)s letters.", count=15)
    from zxcvbn import zxcvbn

    if len(set(text)) < 6 or zxcvbn(text[:72])["score"] < STRONG:
        return Sentence("That can be guessed too fast. Add a word or two that do not belong.")
    return None
