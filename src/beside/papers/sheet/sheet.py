"""One sheet of paper, two sides, that needs nothing else: no screen, no account, no Beside.

It is made anew each time. That takes a tenth of a second, and one source does for every language.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from beside.kernel.sentences import Sentence
from beside.papers.pdf import compiled
from beside.papers.sheet import wording

SOURCE = Path(__file__).parent / "sheet.typ"

Say = Callable[[Sentence], str]
"""Says a sentence in some language."""


class Paper(StrEnum):
    """A size of paper, by the name that Typst has for it."""

    a4 = "a4"
    letter = "us-letter"


class Variant(NamedTuple):
    """One way to print the sheet."""

    paper: Paper
    large: bool = False
    """Whether all of it is in 16 point or more, on as many pages as that takes."""

    @property
    def file_name(self) -> str:
        """Return the name under which it is kept."""
        size = "a4" if self.paper is Paper.a4 else "letter"
        return f"ten-asks-{size}{'-large' if self.large else ''}.pdf"


VARIANTS = tuple(Variant(paper, large) for large in (False, True) for paper in Paper)


def sheet(variant: Variant, *, say: Say = str, language: str = "en") -> bytes:
    """Return the sheet as a PDF; *say* puts each sentence into *language* (BCP 47, its base)."""
    return compiled(SOURCE, data=given(variant, say=say, language=language))


def given(variant: Variant, *, say: Say = str, language: str = "en") -> dict[str, object]:
    """Return what the source reads."""
    return {
        "paper": variant.paper.value,
        "large": variant.large,
        "language": language,
        "words": words(say),
    }


def words(say: Say = str) -> dict[str, object]:
    """Return every sentence of the sheet as *say* says it, by its name in lower case."""
    return {
        name.lower(): _said(value, say)
        for name, value in vars(wording).items()
        if name.isupper() and not name.startswith("_")
    }


def _said(value: object, say: Say) -> object:
    match value:
        case Sentence():
            return say(value)
        case tuple():
            return [_said(part, say) for part in value]
    return value
