"""How people are set out: the nearest first, and a kind word where one is left in peace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from beside.around.circle import wording
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import by_name, initials, safety_of
from beside.journey.practice import wording as practice
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import newest_first, opening
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store
from beside.pages.front.somebody import in_rows
from beside.pages.templatetags.say import say


@dataclass(frozen=True, repr=False)
class Shown:
    """One row: the person, their initials, and a word about them or ``None``."""

    person: Person
    initials: str
    tag: Sentence | None


@dataclass(frozen=True, repr=False)
class ShownAsk:
    """One small test with somebody: how it begins, and where it is."""

    ask: Ask
    opening: str
    state: Sentence


def tag_of(person: Person) -> Sentence | None:
    """Return the word beside *person*, or ``None`` where nothing needs saying."""
    safety = safety_of(person)
    if safety is not Safety.free:
        return wording.SAFETY_SHORT[safety]
    return wording.LEFT_OUT_SHORT if person.left_out else None


def ring_by_ring(people: Iterable[Person]) -> list[tuple[Sentence | None, list[Shown]]]:
    """Return the people of each ring, the nearest first, those without a ring last.

    Where nobody has a ring there is no heading (``None``): it would say what is missing.
    """
    everybody = by_name(people)
    without = wording.NO_RING if any(one.ring for one in everybody) else None
    return [
        (wording.RINGS[ring] if ring else without, [_shown(one) for one in ones])
        for ring, ones in groupby(everybody, key=lambda one: one.ring)
    ]


def asks_with(store: Store, person: Person) -> list[ShownAsk]:
    """Return the small tests with *person*, newest first."""
    theirs = [ask for ask in store.all(Ask) if ask.person_id == person.id]
    return [
        ShownAsk(ask, opening(ask.words), practice.STATES_SHORT[ask.state])
        for ask in newest_first(theirs)
    ]


def all_in_rows(person: Person) -> list[tuple[Sentence, str]]:
    """Return all that is kept of *person* as labels and texts, to hold two versions together."""
    left_out = wording.LEFT_OUT_SHORT if person.left_out else wording.NOT_SAID
    return [
        *in_rows(person),
        (wording.RING, say(wording.RINGS[person.ring] if person.ring else wording.RING_OPEN)),
        (wording.LEFT_OUT, say(left_out)),
    ]


def _shown(person: Person) -> Shown:
    return Shown(person, initials(person.name), tag_of(person))
