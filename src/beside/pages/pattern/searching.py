"""Search looks through everything, and what was looked for never stands in an address.

The words wait in memory beside the session, so that Back and Reload find them again. They go when
the session goes; nothing of them reaches the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from beside.around.circle.model import Person
from beside.around.circle.rules import by_name, initials, names
from beside.around.load import rules as load
from beside.around.load.model import Carrying
from beside.around.load.wording import CARRIED
from beside.journey.pattern import rules as moments
from beside.journey.pattern.model import Moment
from beside.journey.pattern.wording import MOMENTS
from beside.journey.practice import rules as tests
from beside.journey.practice.model import Ask
from beside.journey.practice.wording import STATES
from beside.keeping.accounts.sessions import Session
from beside.kernel import search
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store
from beside.pages.pattern.days import named
from beside.pages.pattern.timeline import DayShown, days_shown, opening
from beside.pages.templatetags.say import say

AT_MOST = 100
"""How many of each kind one page of results shows."""


@dataclass(frozen=True, repr=False)
class AskFound:
    """A small test that was found: its first words, whom it was for, and where it is."""

    id: UUID
    opening: str
    who: str
    state: Sentence


@dataclass(frozen=True, repr=False)
class PersonFound:
    """Somebody who was found."""

    id: UUID
    name: str
    initials: str


@dataclass(frozen=True, repr=False)
class CarryingFound:
    """What was carried at one time: the day, and the first words of what was written."""

    id: UUID
    day: str
    opening: str


@dataclass(frozen=True, repr=False)
class Found:
    """What holds all the words, of every kind; *more* says that older ones are not shown."""

    people: Sequence[PersonFound]
    asks: Sequence[AskFound]
    carried: Sequence[CarryingFound]
    days: Sequence[DayShown]
    more: bool

    @property
    def anything(self) -> bool:
        """Tell whether there is something to show."""
        return bool(self.people or self.asks or self.carried or self.days)


def found(store: Store, query: str, *, today: date) -> Found:
    """Return everything in *store* that holds all words of *query*."""
    people = store.undated(Person)
    known = names(people)
    asks = tests.found(store.all(Ask), query, names=known)
    labels = {kind: say(label) for kind, label in MOMENTS.items()}
    hits = moments.found(store.all(Moment), query, names=known, labels=labels)
    ticks = {one: say(label) for one, label in CARRIED.items()}
    carried = load.found(store.all(Carrying), query, labels=ticks)
    return Found(
        people=_people(people, query),
        asks=[_ask(ask, known) for ask in asks[:AT_MOST]],
        carried=[_carried(one, today) for one in carried[:AT_MOST]],
        days=days_shown(hits[:AT_MOST], known, today=today),
        more=max(len(asks), len(carried), len(hits)) > AT_MOST,
    )


def _people(people: Iterable[Person], query: str) -> list[PersonFound]:
    words = search.sought(query)
    hits = [p for p in by_name(people) if search.matches(words, p.name, p.good_for_words)]
    return [PersonFound(person.id, person.name, initials(person.name)) for person in hits]


def _ask(ask: Ask, known: Mapping[UUID, str]) -> AskFound:
    who = known.get(ask.person_id, "") if ask.person_id else ""
    return AskFound(ask.id, tests.opening(ask.words), who, STATES[ask.state])


def _carried(one: Carrying, today: date) -> CarryingFound:
    return CarryingFound(one.id, named(one.when.on, today=today), opening(one.other or one.note))


def look_for(session: Session, query: str) -> None:
    """Keep *query* beside *session* until it is looked for anew, or the session ends."""
    session.aside["looked for"] = query


def looked_for(session: Session) -> str:
    """Return what was looked for last in *session*; nothing where nothing was."""
    return str(session.aside.get("looked for", ""))
