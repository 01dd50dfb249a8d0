"""What is not known to be safe counts as not safe: the other mistake costs too much."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from beside.around.circle.model import Answer, Fear, Person, Safety
from beside.kernel import search

_HURT_CAUTION = (Answer.no, None, Answer.not_sure, Answer.yes)
_AFRAID_CAUTION = (Fear.no, Fear.embarrassed, None, Fear.not_sure, Fear.yes)
_CAUTION = {Safety.free: 0, Safety.resting: 1, Safety.flagged: 2}


def safety(hurt: Answer | None, afraid: Fear | None) -> Safety:
    """Return what the two answers come to: any yes flags, anything unsure or unanswered rests."""
    if hurt is Answer.yes or afraid is Fear.yes:
        return Safety.flagged
    if hurt is Answer.no and afraid in (Fear.no, Fear.embarrassed):
        return Safety.free
    return Safety.resting


def safety_of(person: Person) -> Safety:
    """Return what the person's own two answers about *person* come to."""
    return safety(person.hurt, person.afraid)


def is_less_careful(new: Safety, than: Safety) -> bool:
    """Tell whether *new* is less careful than the safety it would replace."""
    return _CAUTION[new] < _CAUTION[than]


def more_careful_answer(kept: Answer | None, told: Answer | None) -> Answer | None:
    """Return the more careful answer; not to answer (``None``) again changes nothing."""
    return kept if told is None else max(kept, told, key=_HURT_CAUTION.index)


def more_careful_fear(kept: Fear | None, told: Fear | None) -> Fear | None:
    """Return the more careful answer; not to answer (``None``) again changes nothing."""
    return kept if told is None else max(kept, told, key=_AFRAID_CAUTION.index)


def may_be_asked(person: Person) -> bool:
    """Tell whether a small test with *person* may be set up."""
    return safety_of(person) is Safety.free


def may_be_put_forward(person: Person) -> bool:
    """Tell whether Beside may bring *person* up by itself."""
    return may_be_asked(person) and not person.left_out


def somebody_called(people: Iterable[Person], name: str) -> Person | None:
    """Return who of *people* is called *name* (case, accents and spaces do not count), if anybody.

    Of several the one to be most careful with: a second card would hide what the first one says.
    """
    same = [person for person in people if _folded(person.name) == _folded(name)]
    return max(same, key=lambda p: (_CAUTION[safety_of(p)], p.left_out, p.id), default=None)


def by_name(people: Iterable[Person]) -> list[Person]:
    """Return *people* by name; ring by ring, the nearest first, those without a ring last."""
    return sorted(people, key=lambda p: (p.ring or 9, p.name.casefold(), p.id))


def names(people: Iterable[Person]) -> dict[UUID, str]:
    """Return the name behind each id."""
    return {person.id: person.name for person in people}


def initials(name: str) -> str:
    """Return at most two letters that stand for *name*: "Sa" for Sam, "IM" for Ines M."""
    words = [word for word in name.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return name.strip()[:1]
    if len(words) == 1:
        letters = [letter for letter in words[0] if letter.isalnum()]
        return letters[0].upper()[:1] + "".join(letters[1:2])
    first, last = words[0], words[-1]
    return "".join(
        next(letter for letter in word if letter.isalnum()).upper()[:1] for word in (first, last)
    )


def _folded(name: str) -> tuple[str, ...]:
    return search.sought(name)
