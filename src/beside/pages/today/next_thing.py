"""Today shows one thing: a small test whose time has passed, or else the three large choices.

It costs the same after ten years as after one: open tests alone are looked at, and people only
where one of those tests is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beside.around.circle.model import Person
from beside.around.circle.rules import may_be_put_forward, names
from beside.journey.pattern.model import Moment
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import due, next_due, opening
from beside.kernel.store import Store
from beside.pages.pattern import lately
from beside.pages.pattern.days import since


@dataclass(frozen=True, repr=False)
class DueTest:
    """One small test that may be asked about: whom it is for, its first words, and since when."""

    ask: Ask
    who: str
    opening: str
    since: str


def due_test(store: Store, *, today: date) -> DueTest | None:
    """Return the one test to bring up on *today*, or ``None``."""
    waiting = [ask for ask in store.undated(Ask) if due(ask, today)]
    named = any(ask.person_id for ask in waiting)
    people = [p for p in store.undated(Person) if may_be_put_forward(p)] if named else []
    ask = next_due(waiting, today, put_forward=[person.id for person in people])
    if ask is None or ask.locked is None:
        return None
    who = names(people).get(ask.person_id, "") if ask.person_id else ""
    return DueTest(ask, who, opening(ask.words), since(ask.locked.on, today=today))


def next_thing(store: Store, *, today: date) -> dict[str, object]:
    """Return what Today shows."""
    test = due_test(store, today=today)
    if test is not None:
        return {"due": test}
    return lately.choices() | {"is_empty": not store.has(Moment)}
