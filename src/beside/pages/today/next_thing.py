"""Today shows one thing: a test whose time has passed, else a line, else the three large choices.

It costs the same after ten years as after one: open tests are looked at, and those that were over
in the last two months; people only where one of those tests is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from beside.journey.pattern.model import Moment
from beside.journey.practice.away import was_away
from beside.journey.practice.lines_kept import line_of
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import opening
from beside.kernel.days import When
from beside.kernel.store import Store
from beside.pages.pattern import lately
from beside.pages.pattern.days import since
from beside.pages.pattern.waiting import OfLate, tests_of_late, waiting


@dataclass(frozen=True, repr=False)
class DueTest:
    """One small test that may be asked about: whom it is for, its first words, and since when."""

    ask: Ask
    who: str
    opening: str
    since: str


@dataclass(frozen=True, repr=False)
class DueLine:
    """One line that comes back, as the person wrote it, with whom, and the day it was kept."""

    ask: Ask
    who: str
    line: str
    since: str


def next_thing(store: Store, *, when: When) -> dict[str, object]:
    """Return what Today shows."""
    tests = tests_of_late(store, when)
    question = tests.question()
    if question is None:
        return _the_choices(store, tests)
    ask, who = question.ask, tests.who(question.ask)
    if question.back is not None and ask.closed_on is not None:
        return {"line": DueLine(ask, who, line_of(ask), since(ask.closed_on, today=when.on))}
    locked = ask.locked or ask.drafted
    return {"due": DueTest(ask, who, opening(ask.words), since(locked.on, today=when.on))}


def _the_choices(store: Store, tests: OfLate) -> dict[str, object]:
    is_empty = not (tests.asks or store.has(Moment) or store.has(Ask))
    away = not is_empty and was_away(store, tests.when.on, asks=tests.asks)
    shown = {"is_empty": is_empty, "was_away": away, "rests": tests.rest()}
    return lately.choices() | shown | {"waiting": waiting(tests)}
