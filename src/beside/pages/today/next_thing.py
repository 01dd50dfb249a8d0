"""Today shows one thing: a small test whose time has passed, or else the three large choices.

It costs the same after ten years as after one: open tests alone are looked at, and people only
where one of those tests is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beside.journey.pattern.model import Moment
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import next_due, opening
from beside.kernel.store import Store
from beside.pages.pattern import lately
from beside.pages.pattern.days import since
from beside.pages.pattern.waiting import OpenTests, open_tests, waiting


@dataclass(frozen=True, repr=False)
class DueTest:
    """One small test that may be asked about: whom it is for, its first words, and since when."""

    ask: Ask
    who: str
    opening: str
    since: str


def due_test(tests: OpenTests, *, today: date) -> DueTest | None:
    """Return the one test to bring up on *today*, or ``None``."""
    ask = next_due(tests.asks, today, put_forward=tests.known)
    if ask is None or ask.locked is None:
        return None
    return DueTest(ask, tests.who(ask), opening(ask.words), since(ask.locked.on, today=today))


def next_thing(store: Store, *, today: date) -> dict[str, object]:
    """Return what Today shows."""
    tests = open_tests(store)
    test = due_test(tests, today=today)
    if test is not None:
        return {"due": test}
    is_empty = not (tests.asks or store.has(Moment) or store.has(Ask))
    return lately.choices() | {"is_empty": is_empty, "waiting": waiting(tests)}
