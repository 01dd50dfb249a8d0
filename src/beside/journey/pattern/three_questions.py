"""Three questions at a time about how somebody does things: those never put before come first.

They are our own, and nobody has tested them. So each answer stands beside earlier answers to the
same question, by its day, and nothing is worked out of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beside.journey.pattern.model import AtTwo, Item, Reflection, ThreeQuestions, WhenDoubled
from beside.journey.pattern.rules import in_ten
from beside.kernel.days import When
from beside.kernel.records import Record
from beside.kernel.store import NotKept, Store

AT_A_TIME = 3
ENOUGH = 2
"""How many answers to the same question can be held side by side."""

_LONG_AGO = date.min


class NothingAnswered(ValueError):
    """All three were skipped, so that there is nothing to keep."""


@dataclass(frozen=True, repr=False)
class Said:
    """One answer to one question, on its day, at one sitting."""

    on: date
    answer: int | WhenDoubled | AtTwo
    sitting_id: UUID


@dataclass(frozen=True, repr=False)
class SaidBefore:
    """All answers to one question, the newest first."""

    item: Item
    said: Sequence[Said]

    @property
    def too_early(self) -> bool:
        """Tell whether there are too few to hold side by side."""
        return len(self.said) < ENOUGH


def keep_three(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    expected_revision: int,
    asked: Sequence[Item],
    why_alone: int | None = None,
    would_accept: int | None = None,
    when_doubled: WhenDoubled | None = None,
    after_help: int | None = None,
    at_two: AtTwo | None = None,
    cost: int | None = None,
) -> ThreeQuestions:
    """Keep the answers of one sitting, or change them; its day stays. Twice the same is one.

    Raises `NothingAnswered`, `NotInTen`, `Conflict`.
    """
    sitting = ThreeQuestions(
        id=id,
        when=when,
        asked=tuple(dict.fromkeys(asked)),
        why_alone=in_ten(why_alone),
        would_accept=in_ten(would_accept),
        when_doubled=when_doubled,
        after_help=in_ten(after_help),
        at_two=at_two,
        cost=in_ten(cost),
    )
    if all(sitting.answer(item) is None for item in Item):
        raise NothingAnswered(str(id))
    kept = _kept(store, ThreeQuestions, id)
    if isinstance(kept, ThreeQuestions):
        sitting = sitting.but(when=kept.when)
    return store.put(sitting, expected_revision=expected_revision)


def take_back_answers(
    *,
    store: Store,
    id: UUID,  # noqa: A002 - it is one
) -> Record | None:
    """Delete a sitting, or what was said on a first visit, and return it; ``None``: it is gone."""
    kept = _kept(store, ThreeQuestions, id) or _kept(store, Reflection, id)
    if kept is not None:
        store.remove(kept)
    return kept


def bring_back_answers(*, store: Store, gone: Record) -> None:
    """Keep again what was deleted a moment ago. Twice is once."""
    store.put(gone.but(revision=0), expected_revision=0)


def next_three(sittings: Iterable[ThreeQuestions]) -> tuple[Item, ...]:
    """Return what to put next: never answered first, of those the ones not put for the longest."""
    seen = list(sittings)
    order = list(Item)

    def key(item: Item) -> tuple[date, date, int]:
        answered = (one.when.on for one in seen if one.answer(item) is not None)
        put = (one.when.on for one in seen if item in one.asked)
        return max(answered, default=_LONG_AGO), max(put, default=_LONG_AGO), order.index(item)

    return tuple(sorted(order, key=key)[:AT_A_TIME])


def said_before(sittings: Iterable[ThreeQuestions]) -> list[SaidBefore]:
    """Return, for each question that has an answer, all answers to it, the newest first."""
    newest_first = sorted(sittings, key=_latest, reverse=True)
    found = [SaidBefore(item, _answers(newest_first, item)) for item in Item]
    return [one for one in found if one.said]


def _answers(sittings: Iterable[ThreeQuestions], item: Item) -> list[Said]:
    answers = ((one, one.answer(item)) for one in sittings)
    return [Said(one.when.on, said, one.id) for one, said in answers if said is not None]


def _latest(sitting: ThreeQuestions) -> tuple[date, datetime, UUID]:
    return sitting.when.on, sitting.when.at, sitting.id


def _kept(
    store: Store,
    kind: type[Record],
    id: UUID,  # noqa: A002 - it is one
) -> Record | None:
    try:
        return store.get(kind, id)
    except NotKept:
        return None
