"""What is said of both sides of an ask: counts, of how many, and what was skipped."""

from __future__ import annotations

from collections.abc import Iterator

from beside.journey.practice import wording
from beside.journey.practice.both_sides import BothSides, Side
from beside.kernel.sentences import Sentence

Counted = tuple[Sentence, Sentence]
"""What is counted, and the counts."""


def counted(both: BothSides) -> Iterator[Counted]:
    """Yield what the answers come to, each with its n; what was never answered is left away."""
    trouble, glad = both.trouble, both.glad
    if trouble.n:
        said = wording.trouble_pairs(trouble.less, trouble.same, trouble.more)
        yield wording.TROUBLE_PAIRS, said
    if glad.n:
        yield wording.ROW_GLAD, wording.glad_pairs(glad.guessed, glad.said, glad.n)
    answered = len(both.sides)
    yield wording.LEFT_OPEN, wording.count_of(both.skipped, answered)
    if both.told:
        yield wording.TOLD_BY_VOICE, wording.count_of(both.told, answered)


def cautions(both: BothSides) -> tuple[Sentence, ...]:
    """Return how far it may be trusted."""
    early = (wording.BOTH_TOO_FEW,) if both.is_early else ()
    return (*early, wording.THEY_KNEW_ALL)


def guessed(side: Side) -> Sentence:
    """Say what was guessed. The second question is put with a link alone, and else left away."""
    trouble, glad = side.trouble[0], side.glad[0]
    first = wording.NONE_GUESSED if trouble is None else wording.a_number(trouble)
    return wording.of_both(first, wording.GLADS[glad]) if glad else first


def said(side: Side) -> Sentence:
    """Say what they said, to both questions."""
    trouble, glad = side.trouble[1], side.glad[1]
    return wording.of_both(
        wording.SKIPPED if trouble is None else wording.a_number(trouble),
        wording.GLADS[glad] if glad else wording.SKIPPED,
    )
