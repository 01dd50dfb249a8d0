"""What is kept of one person, as labels and texts: what is said on their page, and all of it."""

from __future__ import annotations

from dataclasses import dataclass

from beside.around.circle import wording
from beside.around.circle.model import Person
from beside.kernel.sentences import Sentence
from beside.pages.circle.reach import mailto_of, tel_of
from beside.pages.front.somebody import in_rows
from beside.pages.templatetags.say import say


@dataclass(frozen=True, repr=False)
class Fact:
    """One line about somebody: what we say, what the person wrote, and where that leads to."""

    label: Sentence
    ours: tuple[Sentence, ...] = ()
    own: str = ""
    link: str = ""


def facts(person: Person, *, links: bool) -> list[Fact]:
    """Return what was said about *person*; what is open stays away. With *links* it leads on."""
    relation, ring, tired = person.relation, person.ring, person.tired
    good_for = tuple(wording.GOOD_FORS[one] for one in person.good_for)
    every = [
        Fact(wording.RELATION_SHORT, (wording.RELATIONS[relation],) if relation else ()),
        Fact(wording.RING_SHORT, (wording.RINGS[ring],) if ring else ()),
        Fact(wording.GOOD_FOR_SHORT, good_for, person.good_for_words),
        Fact(wording.TIRED, (wording.TIREDS[tired],) if tired else ()),
        Fact(wording.IN_MY_CARE, (wording.YES,) if person.in_my_care else ()),
        Fact(wording.PHONE, (), person.phone, tel_of(person.phone) if links else ""),
        Fact(wording.MAIL, (), person.mail, mailto_of(person.mail) if links else ""),
    ]
    return [fact for fact in every if fact.ours or fact.own]


def all_in_rows(person: Person) -> list[tuple[Sentence, str]]:
    """Return all that is kept of *person* as labels and texts, to hold two versions together."""
    good_for = ", ".join(say(wording.GOOD_FORS[one]) for one in person.good_for)
    return [
        *in_rows(person),
        (wording.RELATION, _said(wording.RELATIONS[person.relation] if person.relation else None)),
        (wording.RING, _said(wording.RINGS[person.ring] if person.ring else None)),
        (wording.GOOD_FOR, good_for or _said(None)),
        (wording.GOOD_FOR_WORDS, person.good_for_words),
        (wording.PHONE, person.phone),
        (wording.MAIL, person.mail),
        (wording.IN_MY_CARE, _said(wording.YES if person.in_my_care else None)),
        (wording.TIRED, _said(wording.TIREDS[person.tired] if person.tired else None)),
        (wording.LEFT_OUT_FOLD, _said(wording.LEFT_OUT_SHORT if person.left_out else None)),
        (wording.UNFLAG_ASKED, _said(wording.YES if person.unflagging else None)),
    ]


def _said(answer: Sentence | None) -> str:
    return say(answer or wording.NOT_SAID)
