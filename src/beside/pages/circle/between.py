"""What happened with one person: the small tests, and what they were let see, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from beside.around.circle.model import Person
from beside.journey.pattern import wording as pattern
from beside.journey.pattern.model import Moment, MomentKind
from beside.journey.practice import wording as practice
from beside.journey.practice.model import Ask, AskKind, AskState
from beside.journey.practice.rules import newest_first, opening
from beside.journey.practice.typed_in import is_guessed_on_paper
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store

SEEN_IN_ASKS = frozenset((AskKind.let_it_be_seen, AskKind.share, AskKind.mend))
SEEN_IN_MOMENTS = frozenset((MomentKind.let_it_be_seen, MomentKind.shared_something_real))
AT_ONCE = 12
"""How many rows stand open; the older ones are folded away."""


@dataclass(frozen=True, repr=False)
class Happening:
    """One row: how it begins (empty where nothing was written), what it was, its day, its page."""

    opening: str
    said: Sentence
    on: date | None
    page: str


@dataclass(frozen=True, repr=False)
class Rows:
    """Some rows, and the older ones, which are folded away."""

    shown: list[Happening]
    older: list[Happening]


@dataclass(frozen=True, repr=False)
class Between:
    """The tests that are open or put away, those that are done, and what was let be seen."""

    waiting: list[Happening]
    done: Rows
    seen: Rows


def between(store: Store, person: Person) -> Between:
    """Return what happened with *person*: newest first, and what they were let see oldest first."""
    asks = newest_first(ask for ask in store.all(Ask) if ask.person_id == person.id)
    waiting = [
        _happening(ask, practice.STATES_SHORT[ask.state])
        for ask in asks
        if ask.state is not AskState.done
    ]
    done = [_happening(ask, practice.OUTCOMES[ask.outcome.how]) for ask in asks if ask.outcome]
    seen = _seen(asks, _moments_with(store, person))
    return Between(
        waiting,
        Rows(shown=done[:AT_ONCE], older=done[AT_ONCE:]),
        Rows(shown=seen[-AT_ONCE:], older=seen[:-AT_ONCE]),
    )


def what_stays(store: Store, person_id: UUID) -> dict[str, bool]:
    """Tell what becomes of the small tests with somebody who is taken out.

    Some are *counted* that no count will hold, and some are *open* that will be for nobody.
    """
    asks = [ask for ask in store.all(Ask) if ask.person_id == person_id]
    return {
        "counted": any(ask.outcome for ask in asks),
        "open": any(ask.is_open for ask in asks),
    }


def _seen(asks: list[Ask], moments: list[Moment]) -> list[Happening]:
    """Return what was let be seen in small tests and at other times, oldest first."""
    dated = [
        (ask.closed.at, _happening(ask, practice.KINDS[ask.what]))
        for ask in asks
        if ask.outcome and ask.closed and ask.what in SEEN_IN_ASKS
    ]
    dated += (
        (
            moment.when.at,
            Happening(
                opening(moment.note),
                pattern.MOMENTS[moment.what],
                moment.day,
                reverse("pattern:moment", args=[moment.id]),
            ),
        )
        for moment in moments
    )
    return [row for _, row in sorted(dated, key=lambda pair: pair[0])]


def _moments_with(store: Store, person: Person) -> list[Moment]:
    return [
        moment
        for moment in store.all(Moment)
        if moment.person_id == person.id and moment.what in SEEN_IN_MOMENTS
    ]


def _happening(ask: Ask, said: Sentence) -> Happening:
    page = reverse("practice:ask", args=[ask.id])
    marked = practice.with_paper(said) if is_guessed_on_paper(ask) else said
    return Happening(opening(ask.words), marked, ask.closed_on, page)
