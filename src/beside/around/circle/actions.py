"""What can be done with the people one has: add, describe, answer for, leave out, take out.

A flag is lowered in one way alone: words that are typed, a day, and the two questions again.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from beside.around.circle.about import NOTHING, About
from beside.around.circle.model import NAME_LIMIT, Answer, Fear, Person, Safety
from beside.around.circle.rules import (
    is_called,
    is_less_careful,
    is_typed,
    may_unflag,
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


class NotFlagged(Exception):
    """There is no flag to take back."""


class NotTyped(Exception):
    """The words that take a flag back were not typed as they stand there."""


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
    about: About = NOTHING,
    another: bool = False,
) -> Person:
    """Add somebody. The same form sent twice adds them once.

    Raises `NameNeeded`, `TooLong`, `NotANumber`, `NotAnAddress`, `Conflict` where the id is taken
    by other words; `NameThere` where somebody has this name, unless the person said that this is
    *another*.
    """
    said = about.fields()
    person = Person(id=id, added=when, name=a_name(name), hurt=hurt, afraid=afraid, **said)
    everybody = store.undated(Person)
    if not another and id not in {one.id for one in everybody}:
        _refuse_the_same_name(everybody, person.name)
    return store.put(person, expected_revision=0)


def describe_person(
    *,
    store: Store,
    person_id: UUID,
    name: str,
    about: About,
    expected_revision: int,
    another: bool = False,
) -> Person:
    """Change the name, and all that is said about somebody beside it.

    Raises `NameNeeded`, `TooLong`, `NotANumber`, `NotAnAddress`, `NotKept`, `Conflict`; `NameThere`
    where the new name is somebody else's, unless the person said that this is *another*.
    """
    person = store.get(Person, person_id)
    described = person.but(name=a_name(name), **about.fields())
    if not another and not is_called(person, described.name):
        others = [one for one in store.undated(Person) if one.id != person_id]
        _refuse_the_same_name(others, described.name)
    return store.put(described, expected_revision=expected_revision)


def answer_safety(
    *,
    store: Store,
    when: When,
    person_id: UUID,
    hurt: Answer | None,
    afraid: Fear | None,
    expected_revision: int,
) -> Person:
    """Answer the two questions again. More caution is always allowed, and ends an unflagging.

    It never meets a conflict either: an old page is good enough to be careful on.

    Raises `StaysFlagged` where the answers would lift a flag before its day is over, `NotKept`,
    `Conflict`.
    """
    person = store.get(Person, person_id)
    lifts = is_less_careful(safety(hurt, afraid), safety_of(person))
    if safety_of(person) is Safety.flagged and lifts and not may_unflag(person, when.at):
        raise StaysFlagged(str(person_id))
    careful = is_less_careful(safety_of(person), safety(hurt, afraid))
    answered = person.but(hurt=hurt, afraid=afraid, unflagging=None)
    return store.put(answered, expected_revision=person.revision if careful else expected_revision)


def begin_unflagging(
    *,
    store: Store,
    when: When,
    person_id: UUID,
    typed: str,
    wanted: str,
    expected_revision: int,
) -> Person:
    """Let the day begin after which the two questions may take a flag back.

    *typed* has to be what was *wanted*, in the language of the page. Begun twice, the first time
    counts. Raises `NotFlagged`, `NotTyped`, `NotKept`, `Conflict`.
    """
    person = store.get(Person, person_id)
    if safety_of(person) is not Safety.flagged:
        raise NotFlagged(str(person_id))
    if not is_typed(typed, wanted):
        raise NotTyped(str(person_id))
    if person.unflagging is not None:
        return person
    return store.put(person.but(unflagging=when), expected_revision=expected_revision)


def keep_flag(*, store: Store, person_id: UUID) -> Person:
    """Take `begin_unflagging` back, whatever was changed meanwhile. Raises `NotKept`."""
    person = store.get(Person, person_id)
    if person.unflagging is None:
        return person
    return store.put(person.but(unflagging=None), expected_revision=person.revision)


def same_person(
    *, store: Store, person_id: UUID, hurt: Answer | None, afraid: Fear | None
) -> Person:
    """Keep what was answered about somebody who turned out to be here already.

    Of each question the more careful answer stays, so nothing is ever lowered and twice is once; a
    yes ends an unflagging. Raises `NotKept`, `Conflict`.
    """
    person = store.get(Person, person_id)
    careful = person.but(
        hurt=more_careful_answer(person.hurt, hurt),
        afraid=more_careful_fear(person.afraid, afraid),
        unflagging=None if safety(hurt, afraid) is Safety.flagged else person.unflagging,
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


def _refuse_the_same_name(people: Iterable[Person], name: str) -> None:
    there = somebody_called(people, name)
    if there is not None:
        raise NameThere(there.id)
