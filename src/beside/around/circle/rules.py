"""What is not known to be safe counts as not safe: the other mistake costs too much."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from beside.around.circle.model import Answer, Fear, Person, Safety
from beside.kernel import search

A_DAY = timedelta(hours=24)
"""How long a flag stays after the person said, in writing, that it may be taken back."""

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


def may_be_handed_to(person: Person) -> bool:
    """Tell whether something may be handed over to *person*: not to whom the person looks after."""
    return may_be_asked(person) and not person.in_my_care


def unflags_at(person: Person) -> datetime | None:
    """Return when (UTC) the two questions are asked anew; ``None`` where nobody asked for it."""
    begun = person.unflagging
    if begun is None or safety_of(person) is not Safety.flagged:
        return None
    # An import may hold any day, the calendar's last one too.
    return begun.at + min(A_DAY, datetime.max.replace(tzinfo=UTC) - begun.at)


def is_waiting(person: Person, at: datetime) -> bool:
    """Tell whether, at the instant *at*, the day that a flag stays is still running."""
    until = unflags_at(person)
    return until is not None and at < until


def may_unflag(person: Person, at: datetime) -> bool:
    """Tell whether, at the instant *at*, answers may take a flag back."""
    until = unflags_at(person)
    return until is not None and at >= until


def is_typed(typed: str, wanted: str) -> bool:
    """Tell whether *typed* is what was *wanted*; case, accents, spaces and marks do not count."""
    return _letters(typed) == _letters(wanted)


def somebody_called(people: Iterable[Person], name: str) -> Person | None:
    """Return who of *people* is called *name* (case, accents and spaces do not count), if anybody.

    Of several the one to be most careful with: a second card would hide what the first one says.
    """
    same = [person for person in people if is_called(person, name)]
    return max(same, key=lambda p: (_CAUTION[safety_of(p)], p.left_out, p.id), default=None)


def is_called(person: Person, name: str) -> bool:
    """Tell whether *person* is called *name*; case, accents and spaces do not count."""
    return _folded(person.name) == _folded(name)


def apart(people: Iterable[Person], ids: Iterable[UUID | None]) -> frozenset[UUID]:
    """Return who of *ids* is in no count of kindness: who is flagged, and who was taken out.

    Of somebody who was taken out nobody can tell any more whether they were safe.
    """
    known = {person.id: safety_of(person) for person in people}
    asked = {one for one in ids if one is not None}
    return frozenset(one for one in asked if known.get(one, Safety.flagged) is Safety.flagged)


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


def _letters(text: str) -> str:
    return "".join(letter for letter in search.folded(text) if letter.isalnum())
