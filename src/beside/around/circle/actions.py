"""What can be done with the people one has: add, describe, answer for, leave out, take out."""

from __future__ import annotations

from uuid import UUID

from beside.around.circle.model import NAME_LIMIT, Answer, Fear, Person, Ring, Safety
from beside.around.circle.rules import (
    is_less_careful,
    more_careful_answer,
    more_careful_fear,
    safety,
    safety_of,
    somebody_called,
)
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store
from beside.kernel.words import can_be_seen, one_line


class NameNeeded(ValueError):
    """A person needs a name or initials."""


class StaysFlagged(Exception):
    """A flag is not taken back by another answer."""


class NameThere(Exception):
    """Somebody with this name is there already: *person_id* is theirs."""

    def __init__(self, person_id: UUID) -> None:
        super().__init__(str(person_id))
        self.person_id = person_id


def a_name(text: str) -> str:
    """Return *text* as a name (at most `NAME_LIMIT` characters, one line).

    Raises `NameNeeded` for one that cannot be seen, `TooLong`.
    """
    name = one_line(text, limit=NAME_LIMIT)
    if not can_be_seen(name):
        raise NameNeeded
    return name


def add_person(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    name: str,
    hurt: Answer | None = None,
    afraid: Fear | None = None,
    ring: Ring | None = None,
    another: bool = False,
) -> Person:
    """Add somebody. The same form sent twice adds them once.

    Raises `NameNeeded`, `TooLong`, `Conflict` where the id is taken by other words; `NameThere`
    where somebody has this name, unless the person said that this is *another*.
    """
    person = Person(id=id, added=when, name=a_name(name), ring=ring, hurt=hurt, afraid=afraid)
    if not another:
        _refuse_the_same_name(store, person)
    return store.put(person, expected_revision=0)


def describe_person(
    *, store: Store, person_id: UUID, name: str, ring: Ring | None, expected_revision: int
) -> Person:
    """Change the name and the ring. Raises `NameNeeded`, `TooLong`, `NotKept`, `Conflict`."""
    person = store.get(Person, person_id)
    return store.put(person.but(name=a_name(name), ring=ring), expected_revision=expected_revision)


def answer_safety(
    *,
    store: Store,
    person_id: UUID,
    hurt: Answer | None,
    afraid: Fear | None,
    expected_revision: int,
) -> Person:
    """Answer the two questions again. More caution is always allowed.

    Raises `StaysFlagged` where the answers would lift a flag, `NotKept`, `Conflict`.
    """
    person = store.get(Person, person_id)
    before = safety_of(person)
    if before is Safety.flagged and is_less_careful(safety(hurt, afraid), before):
        raise StaysFlagged(str(person_id))
    return store.put(person.but(hurt=hurt, afraid=afraid), expected_revision=expected_revision)


def same_person(
    *, store: Store, person_id: UUID, hurt: Answer | None, afraid: Fear | None
) -> Person:
    """Keep what was answered about somebody who turned out to be here already.

    Of each question the more careful answer stays, so nothing is ever lowered and twice is once.
    Raises `NotKept`, `Conflict`.
    """
    person = store.get(Person, person_id)
    careful = person.but(
        hurt=more_careful_answer(person.hurt, hurt),
        afraid=more_careful_fear(person.afraid, afraid),
    )
    if careful == person:
        return person
    return store.put(careful, expected_revision=person.revision)


def leave_out(*, store: Store, person_id: UUID, expected_revision: int) -> Person:
    """Suggest nothing with this person. Raises `NotKept`, `Conflict`."""
    person = store.get(Person, person_id)
    return store.put(person.but(left_out=True), expected_revision=expected_revision)


def let_back_in(*, store: Store, person_id: UUID, expected_revision: int) -> Person:
    """Take back `leave_out`; what the safety answers say stays. Raises `NotKept`, `Conflict`."""
    person = store.get(Person, person_id)
    return store.put(person.but(left_out=False), expected_revision=expected_revision)


def remove_person(*, store: Store, person_id: UUID) -> None:
    """Take somebody out for good; small tests and moments with them stay. Twice is once."""
    try:
        store.remove(store.get(Person, person_id))
    except NotKept:
        return


def _refuse_the_same_name(store: Store, person: Person) -> None:
    everybody = store.undated(Person)
    there = somebody_called(everybody, person.name)
    if there is not None and person.id not in {one.id for one in everybody}:
        raise NameThere(there.id)
