"""A sheet of paper is typed in row by row, as it was filled in: with gaps, and long after.

A guess on paper was locked by a pen, so it counts like one that was locked here. That it was made
there is kept with it, because nobody here saw it locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from beside.around.circle.actions import add_person
from beside.around.circle.model import Job, Person
from beside.around.circle.rules import somebody_called
from beside.journey.pattern.rules import moved
from beside.journey.practice.actions import ForOneOnly, remove_ask, words_kept
from beside.journey.practice.model import (
    FEARED_LIMIT,
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Feared,
    Outcome,
    Prediction,
)
from beside.journey.practice.rules import NoGuess, NotDone, belief_of
from beside.kernel.days import When
from beside.kernel.store import Conflict, NotKept, Store
from beside.kernel.words import can_be_seen, one_line


class NothingOnIt(ValueError):
    """A row with neither a guess nor what happened says nothing that could be kept."""


class SheetRow(NamedTuple):
    """What stands in one row. Without an *outcome* it waits; without a *prediction* there was none.

    *on* is the day on which it happened (``None``: the day it is typed in).
    """

    what: AskKind
    words: str
    name: str = ""
    job: Job | None = None
    prediction: Prediction | None = None
    outcome: Outcome | None = None
    channel: Channel | None = None
    on: date | None = None


class TypedIn(NamedTuple):
    """A row as it is kept, and the person who came in with it, if somebody new did."""

    ask: Ask
    newcomer: Person | None


def paper_guess(
    *,
    well: int,
    feared: Feared | None = None,
    feared_words: str = "",
    likely: int | None = None,
    trouble: int | None = None,
    by_when: date | None = None,
) -> Prediction:
    """Return a guess as it stands on the sheet: *well*, *likely* and *trouble* are 0–10.

    What the sheet does not ask, and what was left empty on it, stays empty. Own words for the
    feared thing are enough. Raises `OutOfRange`, `TooLong`.
    """
    own = one_line(feared_words, limit=FEARED_LIMIT) if feared in (None, Feared.other) else ""
    named = feared or (Feared.other if can_be_seen(own) else None)
    return Prediction(
        well=well * 10,
        feared=named,
        feared_likely=None if likely is None else likely * 10,
        trouble=trouble,
        feared_words=own,
        belief=_belief(named),
        by_when=by_when,
    )


def type_in_row(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    person_id: UUID,
    row: SheetRow,
) -> TypedIn:
    """Keep one row of a sheet, whoever it was with. The same form sent twice is one row.

    Whoever has the name on it is meant; where nobody has it, somebody new is added as *person_id*,
    and rests until the two questions are answered.

    Raises `NothingOnIt`, `NotDone` for a day without an outcome, `NoGuess` where something was
    feared without a guess; `NotYetLived`, `TooLongAgo`; `WordsNeeded`, `TooLong`, `ForOneOnly`,
    `Conflict`.
    """
    _refuse(id, row)
    ask = Ask(
        id=id,
        drafted=when,
        what=row.what,
        words=words_kept(row.words),
        job=row.job,
        prediction=row.prediction,
        channel=row.channel,
        sent=when if row.channel else None,
        on_paper=True,
        **_where_it_is(when, row),
    )
    with store.together():
        person = _somebody(store, when, row.name, person_id)
        ask = ask.but(person_id=person.id if person else None)
        kept = store.put(ask, expected_revision=0)
        # A day is no stamp where the person chose it: another one is another answer.
        if row.on is not None and kept.closed_on != row.on:
            raise Conflict(kept=kept, offered=ask)
    return TypedIn(kept, person if person and _is_untouched(person, kept) else None)


def take_back_row(*, store: Store, ask_id: UUID) -> None:
    """Take a row back, and whoever came in with it, if nothing else is known of them.

    Twice is once. An answer to the two questions keeps them: it may be one to be careful about.
    Raises `NotKept` for what is no row of a sheet.
    """
    try:
        row = store.get(Ask, ask_id)
    except NotKept:
        return
    if not row.on_paper:
        raise NotKept(str(ask_id))
    with store.together():
        remove_ask(store=store, ask_id=ask_id)
        newcomer = _came_in_with(store, row)
        if newcomer is not None:
            store.remove(newcomer)


def typed_last(asks: Iterable[Ask]) -> list[Ask]:
    """Return those of *asks* that were typed in, the last one first."""
    rows = [ask for ask in asks if ask.on_paper]
    return sorted(rows, key=lambda ask: (ask.drafted.at, ask.id), reverse=True)


def guessed_on_paper(asks: Iterable[Ask]) -> int:
    """Return how many of *asks* have a guess that was made on paper."""
    return sum(is_guessed_on_paper(ask) for ask in asks)


def is_guessed_on_paper(ask: Ask) -> bool:
    """Tell whether the guess of *ask* was locked on paper, where nobody here saw it."""
    return ask.on_paper and ask.prediction is not None


def _refuse(ask_id: UUID, row: SheetRow) -> None:
    if row.name and row.job is not None:
        raise ForOneOnly(str(ask_id))
    if row.outcome is None and row.prediction is None:
        raise NothingOnIt(str(ask_id))
    if row.outcome is None and row.on is not None:
        raise NotDone(str(ask_id))
    if row.prediction is None and row.outcome and row.outcome.feared_happened:
        raise NoGuess(str(ask_id))


def _where_it_is(when: When, row: SheetRow) -> dict[str, Any]:
    if row.outcome is None:
        return {"state": AskState.locked, "locked": when}
    closed = moved(when, to=row.on or when.on, today=when.on)
    said = {"outcome": row.outcome, "closed": closed, "closed_on": closed.on}
    return {"state": AskState.done, **said}


def _somebody(store: Store, when: When, name: str, person_id: UUID) -> Person | None:
    """Return who is called *name*, added where there is nobody; ``None`` without a name."""
    if not can_be_seen(name):
        return None
    there = somebody_called(store.undated(Person), name)
    return there or add_person(store=store, when=when, id=person_id, name=name)


def _came_in_with(store: Store, row: Ask) -> Person | None:
    """Return who was added with *row* and is known from nothing else."""
    if row.person_id is None:
        return None
    try:
        person = store.get(Person, row.person_id)
    except NotKept:
        return None
    others = any(ask.person_id == person.id for ask in store.all(Ask))
    return None if others or not _is_untouched(person, row) else person


def _is_untouched(person: Person, row: Ask) -> bool:
    """Tell whether *person* was added with *row*, and nothing was said of them since."""
    said = person.revision > 1 or person.hurt or person.afraid
    return not said and person.added == row.drafted


def _belief(feared: Feared | None) -> Belief | None:
    return belief_of(feared) if feared else None
