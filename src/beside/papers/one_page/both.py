"""Both sides on the page: what was guessed that they would say, beside what they said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from beside.journey.practice import both_said
from beside.journey.practice.both_sides import Side, both_sides
from beside.journey.practice.model import Ask
from beside.journey.practice.replies import by_ask
from beside.journey.practice.reply import Reply
from beside.papers.one_page.model import Both, Choice, Figure, Pair
from beside.papers.one_page.rows import cut

QUOTES = 3
"""How many of their words there is room for."""
QUOTE_LIMIT = 90
"""How many characters of each."""


def both_of(
    ten: Sequence[Ask], replies: Iterable[Reply], flagged: Collection[UUID], choice: Choice
) -> Both | None:
    """Return both sides of *ten*; ``None`` where nobody answered.

    Their words are there where they let them be shown, and the person shows words at all.
    """
    found = both_sides(ten, by_ask(replies), flagged=flagged)
    if found is None:
        return None
    numbers = {ask.id: number for number, ask in enumerate(ten, start=1)}
    pairs = [_pair(side, numbers[side.ask.id]) for side in found.sides]
    pairs.sort(key=lambda pair: pair.number)
    quotes = found.quotes[:QUOTES] if choice.words else ()
    return Both(
        pairs=tuple(pairs),
        counts=tuple(Figure(label, said) for label, said in both_said.counted(found)),
        cautions=both_said.cautions(found),
        quotes=tuple(cut(words, QUOTE_LIMIT) for words in quotes),
    )


def _pair(side: Side, number: int) -> Pair:
    guess, said = side.trouble
    return Pair(number, guess, said, both_said.guessed(side), both_said.said(side))
