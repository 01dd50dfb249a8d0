"""The questions of a first visit, in order; each answer moves on, and each can be skipped."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from beside.journey.pattern import wording
from beside.journey.pattern.model import Choice, Line, Nearest, Offer, Reflection
from beside.keeping.accounts.visits import Visit
from beside.keeping.vault.notebook import LookedThrough
from beside.kernel.days import When
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence

E = TypeVar("E", bound=StrEnum)

SKIPPED = "skipped"


class Question(NamedTuple):
    """One screen: what it asks, why, its answers, and the page that comes after it."""

    name: str
    asks: Sentence
    why: Sentence | None
    answers: tuple[tuple[str, Sentence], ...]
    after: str


PHONE = Question(
    "phone",
    Sentence("Could someone else look through this phone?"),
    Sentence("This changes what Beside leaves behind here."),
    (
        (LookedThrough.no, Sentence("No")),
        (LookedThrough.maybe, Sentence("Maybe")),
        (LookedThrough.yes, Sentence("Yes")),
    ),
    "nearest",
)
QUESTIONS: Mapping[str, Question] = {
    one.name: one
    for one in (
        PHONE,
        Question("nearest", wording.NEAREST, None, tuple(wording.NEARESTS.items()), "choice"),
        Question("choice", wording.CHOICE, None, tuple(wording.CHOICES.items()), "offer"),
        Question("offer", wording.OFFER, None, tuple(wording.OFFERS.items()), "line"),
        Question("line", wording.LINE, None, tuple(wording.LINES.items()), "said"),
    )
}


def asked(question: Question, visit: Visit) -> Sentence:
    """Return what *question* asks of this visit: who looks around is asked about the last time."""
    around = visit.said.get("nearest") == Nearest.looking_around
    return wording.CHOICE_LAST if question.name == "choice" and around else question.asks


def page_after(question: Question, answer: str) -> str:
    """Return the name of the page after *answer*: one more where the phone is looked through."""
    return "quietly" if (question.name, answer) == ("phone", LookedThrough.yes) else question.after


def answer(visit: Visit, question: Question, given: str, *, when: When) -> None:
    """Take an answer, or *skipped*, into the visit; the same question again changes it."""
    visit.said[question.name] = given
    if question is not PHONE:
        kept = next(iter(visit.store.all(Reflection)), None)
        blank = kept or Reflection(id=new_id(), when=when)
        visit.store.put(_reflected(blank, visit), expected_revision=blank.revision)


def reflection(visit: Visit, *, when: When) -> Reflection:
    """Return what was said so far, whether or not anything was."""
    kept = next(iter(visit.store.all(Reflection)), None)
    return kept or Reflection(id=new_id(), when=when)


def _reflected(blank: Reflection, visit: Visit) -> Reflection:
    said = visit.said
    return blank.but(
        nearest=_one_of(Nearest, said.get("nearest")),
        choice=_one_of(Choice, said.get("choice")),
        offer=_one_of(Offer, said.get("offer")),
        line=_one_of(Line, said.get("line")),
    )


def _one_of(answers: type[E], given: str | None) -> E | None:
    return answers(given) if given in set(answers) else None
