"""A small test that is open and not due waits in one quiet row beneath the choices of Today.

For two days after a no, and after it hurt, there is no row either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from beside.around.circle.model import Person
from beside.around.circle.rules import may_be_put_forward, names
from beside.journey.practice.model import Ask
from beside.journey.practice.putting_forward import LOOK_BACK_DAYS, Question, next_question, rests
from beside.journey.practice.rules import newest_first, opening
from beside.journey.practice.wording import STATES_SHORT
from beside.kernel.days import When
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store


@dataclass(frozen=True, repr=False)
class OfLate:
    """The small tests that are open or were over of late, and the names of those to bring up."""

    asks: Sequence[Ask]
    known: Mapping[UUID, str]
    when: When

    def who(self, ask: Ask) -> str:
        """Return the name of whom *ask* is for; nothing for nobody."""
        return self.known.get(ask.person_id, "") if ask.person_id else ""

    def question(self) -> Question | None:
        """Return the one question that may be put forward now, or ``None``."""
        return next_question(self.asks, self.when, put_forward=self.known)

    def rest(self) -> bool:
        """Tell whether a no, or something that hurt, is so near that nothing is offered."""
        return rests(self.asks, self.when.at)

    def waiting(self) -> list[Ask]:
        """Return the open ones with nobody by name, or with somebody who may be brought up."""
        if self.rest():
            return []
        return [
            ask
            for ask in self.asks
            if ask.is_open and (ask.person_id is None or ask.person_id in self.known)
        ]


@dataclass(frozen=True, repr=False)
class Waiting:
    """One open small test: its first words, whom it is for, where it is; *more* are open too."""

    ask: Ask
    opening: str
    who: str
    state: Sentence
    more: bool


def tests_of_late(store: Store, when: When) -> OfLate:
    """Return what may be put forward at *when*, at the same cost for a notebook of any age.

    People are opened where one of the tests is theirs, and else not.
    """
    since = when.on - timedelta(days=LOOK_BACK_DAYS)
    asks = [*store.undated(Ask), *store.all(Ask, since=since)]
    named = any(ask.person_id for ask in asks)
    people = [p for p in store.undated(Person) if may_be_put_forward(p)] if named else []
    return OfLate(asks, names(people), when)


def waiting(tests: OfLate) -> Waiting | None:
    """Return the open test that was touched last, or ``None``."""
    found = newest_first(tests.waiting())
    if not found:
        return None
    first, state = found[0], STATES_SHORT[found[0].state]
    return Waiting(first, opening(first.words), tests.who(first), state, more=len(found) > 1)
