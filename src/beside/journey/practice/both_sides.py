"""Both sides of an ask: what the person guessed they would say, beside what they said.

Whoever answered knew that it would be read, and could skip both questions. So there are counts, of
how many, and how many were skipped; no mean and no verdict. Nobody who is flagged is in them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from beside.journey.practice.evidence import ENOUGH, without
from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Glad, Reply
from beside.journey.practice.rules import newest_first


class Side(NamedTuple):
    """One small test that was answered. ``None`` is what was not guessed, or skipped."""

    ask: Ask
    reply: Reply

    @property
    def trouble(self) -> tuple[int | None, int | None]:
        """Return the guess and what they said, 0–10."""
        return self.ask.prediction.trouble if self.ask.prediction else None, self.reply.trouble

    @property
    def glad(self) -> tuple[Glad | None, Glad | None]:
        """Return the guess and what they said."""
        return self.ask.glad_guess, self.reply.glad


class Troubles(NamedTuple):
    """In how many pairs they said *less* than was guessed, the *same*, or *more*."""

    less: int = 0
    same: int = 0
    more: int = 0

    @property
    def n(self) -> int:
        """How many pairs there are."""
        return self.less + self.same + self.more


class Glads(NamedTuple):
    """Of *n* pairs: how often a yes was *guessed*, and how often it was *said*."""

    guessed: int = 0
    said: int = 0
    n: int = 0


class BothSides(NamedTuple):
    """What the answers come to, newest first; *skipped* left at least one question open.

    *quotes* are the words that may be shown to others.
    """

    sides: tuple[Side, ...]
    trouble: Troubles
    glad: Glads
    skipped: int
    told: int
    quotes: tuple[str, ...]

    @property
    def is_early(self) -> bool:
        """Whether there are too few pairs to say more than what they were."""
        return max(self.trouble.n, self.glad.n) < ENOUGH


def both_sides(
    asks: Iterable[Ask], answers: Mapping[UUID, Reply], *, flagged: Collection[UUID] = ()
) -> BothSides | None:
    """Return both sides of *asks*; *answers* by the id of their ask. ``None`` where none came."""
    kind = newest_first(without(asks, flagged))
    sides = tuple(Side(ask, answers[ask.id]) for ask in kind if ask.id in answers)
    if not sides:
        return None
    return BothSides(
        sides=sides,
        trouble=_troubles(sides),
        glad=_glads(sides),
        skipped=sum(None in (one.reply.trouble, one.reply.glad) for one in sides),
        told=sum(one.reply.told for one in sides),
        quotes=tuple(one.reply.words for one in sides if one.reply.may_quote and one.reply.words),
    )


def _troubles(sides: Iterable[Side]) -> Troubles:
    pairs = [(guess, said) for guess, said in (one.trouble for one in sides) if guess is not None]
    both = [(guess, said) for guess, said in pairs if said is not None]
    return Troubles(
        less=sum(said < guess for guess, said in both),
        same=sum(said == guess for guess, said in both),
        more=sum(said > guess for guess, said in both),
    )


def _glads(sides: Iterable[Side]) -> Glads:
    both = [pair for pair in (one.glad for one in sides) if None not in pair]
    return Glads(
        guessed=sum(guess is Glad.yes for guess, _ in both),
        said=sum(said is Glad.yes for _, said in both),
        n=len(both),
    )
