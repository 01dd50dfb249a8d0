"""The page on paper: the same sentences in the same order, as a PDF that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from beside import charts
from beside.journey.practice import finding
from beside.journey.practice import wording as practice
from beside.kernel.sentences import Sentence
from beside.papers.one_page import wording
from beside.papers.one_page.model import Page, Row
from beside.papers.pdf import compiled

SOURCE = Path(__file__).parent / "one_page.typ"

SIZES = (11, 10, 9)
"""Points of a letter; the smallest letters have nine tenths of it."""
_PAGE = re.compile(rb"/Type\s*/Page\b")

Say = Callable[[Sentence], str]
"""Says a sentence in some language."""


class Paper(StrEnum):
    """A size of paper, by the name that Typst has for it."""

    a4 = "a4"
    letter = "us-letter"


def printed(page: Page, *, paper: Paper = Paper.a4, say: Say = str, language: str = "en") -> bytes:
    """Return *page* as a PDF; *say* puts each sentence into *language* (BCP 47, its base).

    In the largest letters with which it is one page of *paper*. Raises `NotDrawn`.
    """
    said = given(page, paper=paper, say=say, language=language)
    pdf = b""
    for size in SIZES[_first_size(page) :]:
        pdf = compiled(SOURCE, data={**said, "size": size})
        if _is_one_page(pdf):
            break
    return pdf


def _first_size(page: Page) -> int:
    # To try what seldom fits costs as long as what does.
    return any(row.words for row in page.rows) + bool(page.apart)


def _is_one_page(pdf: bytes) -> bool:
    return len(_PAGE.findall(pdf)) == 1


def given(page: Page, *, paper: Paper, say: Say = str, language: str = "en") -> dict[str, object]:
    """Return what the source reads, but for the size of the letters."""

    def all_of(sentences: Iterable[Sentence]) -> list[str]:
        return [say(one) for one in sentences]

    return {
        "paper": paper.value,
        "language": language,
        "title": say(page.title),
        "lead": say(page.lead),
        "heading": say(page.heading),
        "says": all_of(page.says),
        "expected": str(expected(page, say) or ""),
        "keys": all_of((finding.YOUR_GUESS, finding.FAIR_NOW)),
        "heads": all_of(wording.HEADS),
        "rows": [_row(row, say) for row in page.rows],
        "legend": all_of(page.legend),
        "later": [say(page.later.says), *all_of(page.later.parts)] if page.later else [],
        "results": say(wording.RESULTS),
        "counts": [all_of(figure) for figure in page.counts],
        "feared_title": say(finding.FEARED),
        "feared": all_of(page.feared),
        "channels_title": say(finding.BY_CHANNEL),
        "channels": [all_of(figure) for figure in page.channels],
        "both": _both(page, say),
        "both_title": say(practice.BOTH_SIDES),
        "both_means": say(practice.BOTH_MEANS),
        "both_heads": all_of(practice.BOTH_HEADS[1:]),
        "both_quotes": say(practice.IN_THEIR_WORDS),
        "apart_title": say(finding.APART),
        "apart_why": say(finding.APART_WHY),
        "apart_heads": all_of((finding.WITHOUT_THEM, finding.WITH_THEM)),
        "apart": [all_of(one) for one in page.apart],
        "limits_title": say(wording.LIMITS_TITLE),
        "limits": all_of(page.limits),
        "stopping": all_of(page.stopping),
        "foot": say(page.foot),
    }


def _both(page: Page, say: Say) -> dict[str, object] | None:
    if page.both is None:
        return None
    return {
        "pairs": [
            {
                "number": str(pair.number),
                "strip": str(pair.strip),
                "guessed": say(pair.guessed),
                "said": say(pair.said),
            }
            for pair in page.both.pairs
        ],
        "counts": [[say(part) for part in figure] for figure in page.both.counts],
        "cautions": [say(one) for one in page.both.cautions],
        "quotes": list(page.both.quotes),
    }


def expected(page: Page, say: Say) -> charts.Markup | None:
    """Return the picture of what was guessed and what to expect; ``None`` while it is too early."""
    if page.expected is None:
        return None
    low, high = finding.ENDS
    return charts.interval(
        page.expected,
        key="expected",
        finding=" ".join(map(say, (page.heading, *page.says))),
        ends=charts.Ends(say(low), say(high)),
    )


def _row(row: Row, say: Say) -> dict[str, object]:
    return {
        "number": str(row.number),
        "who": f"({row.who})" if row.in_letters else row.who,
        "who_said": _or_none(row.who_said, say),
        "what": _or_none(row.what, say),
        "words": row.words,
        "strip": str(row.strip),
        "guess": say(row.guess_said),
        "happened": say(row.happened),
        "feared": _or_none(row.feared, say),
        "feared_words": row.feared_words,
        "came": _or_none(row.came, say),
        "channel": say(row.channel),
        "aside": _or_none(row.aside, say),
    }


def _or_none(sentence: Sentence | None, say: Say) -> str:
    return say(sentence) if sentence else ""
