"""Before a test is set up, two things hold: the person is safe, and it is not too hard today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import may_be_handed_to, safety_of
from beside.journey.practice.model import Ask, AskKind, Happened
from beside.kernel.days import days_after
from beside.kernel.store import NotKept, Store

SMALLER_FROM = 70
"""SUDS (0–100) from which a smaller test is offered first (science: self-guided exposure)."""
NOT_SET_UP_FROM = 80
"""SUDS from which a test is not set up at all."""
SMALLER_FOR_DAYS = 14
"""For how many days after a no, or after it hurt, smaller ones come first."""


class NotSafeToAsk(Exception):
    """The person said that this somebody hurt them, or that they are afraid of them."""


class AskAgainFirst(Exception):
    """Whether this somebody is safe is not known; the two questions come first."""


class NobodyThere(Exception):
    """The somebody it was for was taken out."""


class HardToday(Exception):
    """It is very hard today: a smaller one is offered before this one is locked."""


class TooHard(Exception):
    """It is too hard today: it is not set up. The draft is kept."""


class Ceiling(StrEnum):
    """How a test that is this hard today is answered."""

    fine = "fine"
    offer_smaller = "offer_smaller"
    not_set_up = "not_set_up"


def ceiling(suds: int) -> Ceiling:
    """Return how a test is answered that is *suds* (0–100) hard today."""
    if suds >= NOT_SET_UP_FROM:
        return Ceiling.not_set_up
    return Ceiling.offer_smaller if suds >= SMALLER_FROM else Ceiling.fine


def smaller_next(asks: Iterable[Ask], on: date) -> bool:
    """Tell whether a smaller one comes next: the newest that is over was a no, or it hurt.

    Only for `SMALLER_FOR_DAYS`. One that was let go says nothing about how the next might go.
    """
    over = [(one.closed.at, one) for one in asks if one.outcome and one.closed]
    if not over:
        return False
    _, newest = max(over, key=lambda pair: pair[0])
    stung = newest.outcome is not None and newest.outcome.how in (Happened.no, Happened.it_hurt)
    return (
        stung
        and newest.closed_on is not None
        and on < days_after(newest.closed_on, SMALLER_FOR_DAYS)
    )


def hurt_last(asks: Iterable[Ask]) -> frozenset[UUID]:
    """Return the ids of those with whom it hurt, the last time.

    A test without an answer tells nothing of how they take it, so it does not count as the last.
    """
    over = [
        (one.closed.at, one.id, one.person_id, one.outcome.how)
        for one in asks
        if one.person_id and one.closed and one.outcome
    ]
    told = sorted(one for one in over if one[-1] is not Happened.no_answer)
    last = {person_id: how for _, _, person_id, how in told}
    return frozenset(one for one, how in last.items() if how is Happened.it_hurt)


def is_left_out_of(what: AskKind, person: Person) -> bool:
    """Tell whether *person* is in the person's care, and something would be handed over to them."""
    return what is AskKind.delegate and not may_be_handed_to(person)


def refuse_unsafe(store: Store, person_id: UUID | None) -> None:
    """Raise `NotSafeToAsk`, `AskAgainFirst` or `NobodyThere`; nobody by name is always safe."""
    if person_id is None:
        return
    try:
        person = store.get(Person, person_id)
    except NotKept:
        raise NobodyThere(str(person_id)) from None
    match safety_of(person):
        case Safety.flagged:
            raise NotSafeToAsk(str(person_id))
        case Safety.resting:
            raise AskAgainFirst(str(person_id))
        case Safety.free:
            return


def refuse_too_hard(ask_id: UUID, suds: int | None, *, although_hard: bool) -> None:
    """Raise `TooHard`, or `HardToday` unless *although_hard*, for a test *suds* (0–100) hard."""
    match ceiling(suds or 0):
        case Ceiling.not_set_up:
            raise TooHard(str(ask_id))
        case Ceiling.offer_smaller if not although_hard:
            raise HardToday(str(ask_id))
        case _:
            return
