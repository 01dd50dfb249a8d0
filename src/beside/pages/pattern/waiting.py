"""A small test that is open and not due waits in one quiet row beneath the choices of Today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from beside.around.circle.model import Person
from beside.around.circle.rules import may_be_put_forward, names
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import newest_first, opening
from beside.journey.practice.wording import STATES_SHORT
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store


@dataclass(frozen=True, repr=False)
class OpenTests:
    """The small tests that are open, and the names of those who may be brought up."""

    asks: Sequence[Ask]
    known: Mapping[UUID, str]

    def who(self, ask: Ask) -> str:
        """Return the name of whom *ask* is for; nothing for nobody."""
        return self.known.get(ask.person_id, "") if ask.person_id else ""

    def brought_up(self) -> list[Ask]:
        """Return those with nobody by name, or with somebody who may be brought up."""
        return [ask for ask in self.asks if ask.person_id is None or ask.person_id in self.known]


@dataclass(frozen=True, repr=False)
class Waiting:
    """One open small test: its first words, whom it is for, where it is; *more* are open too."""

    ask: Ask
    opening: str
    who: str
    state: Sentence
    more: bool


def open_tests(store: Store) -> OpenTests:
    """Return what is open; people are opened where one of the tests is theirs, and else not."""
    asks = store.undated(Ask)
    named = any(ask.person_id for ask in asks)
    people = [p for p in store.undated(Person) if may_be_put_forward(p)] if named else []
    return OpenTests(asks, names(people))


def waiting(tests: OpenTests) -> Waiting | None:
    """Return the open test that was touched last, or ``None``."""
    found = newest_first(tests.brought_up())
    if not found:
        return None
    first, state = found[0], STATES_SHORT[found[0].state]
    return Waiting(first, opening(first.words), tests.who(first), state, more=len(found) > 1)
