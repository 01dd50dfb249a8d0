"""How people are set out: the nearest first, and a kind word where one is left in peace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from beside.around.circle import wording
from beside.around.circle.model import Person, Ring, Safety
from beside.around.circle.rules import by_name, initials, safety_of
from beside.kernel.sentences import Sentence

NAMED = 3
"""How many names a sentence holds before it says *and others*."""
NAME = 24
"""How many letters of a name stand in a sentence."""


@dataclass(frozen=True, repr=False)
class Shown:
    """One row: the person, their initials, and a word about them or ``None``."""

    person: Person
    initials: str
    tag: Sentence | None


@dataclass(frozen=True, repr=False)
class OnARing:
    """The names on one ring, for a sentence; *others* where there are more."""

    ring: Ring
    names: list[str]
    others: bool

    @property
    def several(self) -> bool:
        """Whether the sentence speaks of more than one."""
        return len(self.names) > 1 or self.others


@dataclass(frozen=True, repr=False)
class Everybody:
    """Whoever may be asked or rests, and apart from them those who are not suggested."""

    near: list[Person]
    flagged: list[Shown]

    @property
    def said(self) -> list[OnARing]:
        """Who is on which ring, the nearest first."""
        rings = groupby((one for one in self.near if one.ring), key=lambda one: one.ring)
        return [_named(ring, [one.name for one in ones]) for ring, ones in rings if ring]

    @property
    def nobody(self) -> bool:
        """Whether nobody is here at all."""
        return not self.near and not self.flagged

    @property
    def resting(self) -> int:
        """How many of those on a ring rest."""
        return sum(1 for one in self.near if one.ring and safety_of(one) is Safety.resting)


def everybody(people: Iterable[Person]) -> Everybody:
    """Return *people* in order, those apart who are flagged."""
    in_order = by_name(people)
    flagged = [one for one in in_order if safety_of(one) is Safety.flagged]
    near = [one for one in in_order if safety_of(one) is not Safety.flagged]
    return Everybody(near, [Shown(one, initials(one.name), None) for one in flagged])


def tag_of(person: Person) -> Sentence | None:
    """Return the word beside *person*, or ``None`` where nothing needs saying."""
    safety = safety_of(person)
    if safety is not Safety.free:
        return wording.SAFETY_SHORT[safety]
    return wording.LEFT_OUT_SHORT if person.left_out else None


def ring_by_ring(people: Sequence[Person]) -> list[tuple[Sentence | None, list[Shown]]]:
    """Return *people*, who are in order, by their rings; those without a ring come last.

    Where nobody has a ring there is no heading (``None``): it would say what is missing.
    """
    without = wording.NO_RING if any(one.ring for one in people) else None
    return [
        (wording.RINGS[ring] if ring else without, [_shown(one) for one in ones])
        for ring, ones in groupby(people, key=lambda one: one.ring)
    ]


def _shown(person: Person) -> Shown:
    return Shown(person, initials(person.name), tag_of(person))


def _named(ring: Ring, names: list[str]) -> OnARing:
    return OnARing(ring, [_short(name) for name in names[:NAMED]], others=len(names) > NAMED)


def _short(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
