"""How a small test is set out: how it begins, who it is for, where it is, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.formats import date_format

from beside.around.circle import wording as circle
from beside.around.circle.jobs import card_of
from beside.around.circle.model import Person
from beside.around.circle.rules import initials, may_be_asked, names, safety_of
from beside.journey.practice import wording
from beside.journey.practice.comparison import Comparison, Row, side_by_side, tens
from beside.journey.practice.evidence import Whose
from beside.journey.practice.model import Ask, Feared, Happened
from beside.journey.practice.replies import may_have_link, offer_of, reply_to
from beside.journey.practice.reply import Reply
from beside.journey.practice.rules import (
    After,
    belief_of,
    comes_after,
    newest_first,
    not_answered,
    opening,
)
from beside.journey.practice.typed_in import is_guessed_on_paper
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import NotKept, Store
from beside.pages.practice.since import in_texts
from beside.pages.practice.times import time_said
from beside.pages.practice.worded import is_said, may_keep_words, more_guessed
from beside.pages.templatetags.say import say

STEPS: Mapping[After, str] = {
    After.feared: "practice:feared",
    After.next_guess: "practice:again",
    After.land: "practice:land",
}

_HARD: Mapping[int, Sentence] = {hard.value: said for hard, said in wording.HARDS.items()}


@dataclass(frozen=True, repr=False)
class Who:
    """Somebody by name, or what is said where there is none."""

    name: str = ""
    said: Sentence | None = None
    is_a_job: bool = False

    @property
    def initials(self) -> str:
        """Two letters for the name, or none."""
        return initials(self.name) if self.name else ""


@dataclass(frozen=True, repr=False)
class Shown:
    """One row of the list."""

    ask: Ask
    opening: str
    who: Who
    state: Sentence
    paper: Sentence | None = None
    """What is said where its guess was made on paper."""


def who_is(ask: Ask | Whose, known: Mapping[UUID, str]) -> Who:
    """Return who a small test is for: a name, whose job it is, or nobody by name."""
    if ask.person_id is None:
        said = card_of(ask.job).who if ask.job else circle.NOBODY_BY_NAME
        return Who(said=said, is_a_job=ask.job is not None)
    name = known.get(ask.person_id)
    return Who(said=circle.TAKEN_OUT) if name is None else Who(name)


def person_of(store: Store, ask: Ask) -> Person | None:
    """Return the person that *ask* is for; ``None`` for nobody, and for somebody taken out."""
    if ask.person_id is None:
        return None
    try:
        return store.get(Person, ask.person_id)
    except NotKept:
        return None


def who_of(store: Store, ask: Ask) -> Who:
    """Return who *ask* is for."""
    person = person_of(store, ask)
    return who_is(ask, names([person]) if person else {})


def in_a_list(asks: Iterable[Ask], people: Iterable[Person]) -> list[Shown]:
    """Return *asks* as rows, newest first."""
    known = names(people)
    return [
        Shown(
            ask,
            opening(ask.words),
            who_is(ask, known),
            wording.STATES_SHORT[ask.state],
            wording.ON_PAPER if is_guessed_on_paper(ask) else None,
        )
        for ask in newest_first(asks)
    ]


def caution_of(person: Person | None) -> Sentence | None:
    """Return what is said of somebody who may not be asked, instead of bringing them up."""
    return None if person is None or may_be_asked(person) else circle.SAFETY[safety_of(person)]


def next_step(store: Store, ask: Ask, *, past: After | None = None) -> str:
    """Return the name of the page that comes after *past* (``None``: after the outcome).

    Neither *same person, same size* nor a moment to land is put forward with somebody who may not
    be asked.
    """
    steps = comes_after(ask)
    if ask.outcome and ask.outcome.how in (Happened.no, Happened.it_hurt):
        # One kind sentence stands where others let it land.
        steps = (*steps, After.land)
    if past is not None:
        steps = steps[steps.index(past) + 1 :] if past in steps else ()
    if caution_of(person_of(store, ask)):
        quiet = ends_quietly(ask)
        steps = tuple(s for s in steps if s is After.feared or (s is After.land and not quiet))
    if steps:
        return STEPS[steps[0]]
    return "practice:one" if past is not None and ends_quietly(ask) else "practice:ask"


def ends_quietly(ask: Ask) -> bool:
    """Tell whether nothing hurts: then the last page says that it is kept, and what there is."""
    return ask.outcome is not None and ask.outcome.how not in (Happened.no, Happened.it_hurt)


def guessed(ask: Ask) -> list[tuple[Sentence, Sentence | None, str]]:
    """Return the guess, row by row: its name, what we say, and what the person wrote."""
    guess = ask.prediction
    if guess is None:
        return []
    rows: list[tuple[Sentence, Sentence | None, str]] = [
        (wording.ROW_WELL, wording.in_ten(tens(guess.well)), "")
    ]
    own = guess.feared_words
    if guess.feared:
        rows.append((wording.ROW_FEARED, None if own else wording.CHIPS[guess.feared], own))
    if guess.feared_likely is not None:
        rows.append((wording.ROW_LIKELY, wording.in_ten(tens(guess.feared_likely)), ""))
    if guess.trouble is not None:
        rows.append((wording.ROW_TROUBLE, wording.of_ten(guess.trouble), ""))
    if guess.suds is not None:
        hard = _HARD.get(guess.suds) or wording.of_ten(tens(guess.suds))
        rows.append((wording.ROW_HARD, hard, ""))
    carried = belief_of(guess.feared) if guess.feared else None
    if guess.belief and (guess.line_now is not None or guess.belief is not carried):
        # What the chip carries was never chosen by the person, so it is not shown as theirs.
        rows.append((wording.BELIEF_FOLD, wording.BELIEFS[guess.belief], ""))
    return [*rows, *more_guessed(guess)]


def told(store: Store, ask: Ask) -> dict[str, Any]:
    """Return all that the page of *ask* says about it."""
    replies = store.all(Reply)
    reply = reply_to(ask.id, replies)
    guess, compared = ask.prediction, side_by_side(ask, reply)
    unanswered = not_answered(ask)
    person = person_of(store, ask)
    caution = caution_of(person)
    open_guess = guess is not None and ask.outcome is not None and ask.outcome.next_guess is None
    again = open_guess and caution is None
    hurt = ask.outcome is not None and ask.outcome.how is Happened.it_hurt
    return {
        "ask": ask,
        "who": who_of(store, ask),
        "person": person,
        "caution": caution,
        "guessed": guessed(ask),
        "own_fear": own_fear(ask),
        "feared": wording.CHIPS[guess.feared] if guess and guess.feared else None,
        "is_said": is_said(ask),
        "keeps_words": not hurt and may_keep_words(store, ask),
        "reply": reply,
        "offer": offer_of(ask.id, replies),
        "may_tell": may_have_link(ask) and caution is None and (reply is None or reply.told),
        "may_have_link": settings.REPLY_LINKS and may_have_link(ask),
        "on_paper": is_guessed_on_paper(ask),
        "channel": wording.CHANNELS[ask.channel] if ask.channel else None,
        "agreed": time_said(ask.agreed, drafted=ask.drafted),
        "compared": compared,
        "strip": strip(ask, compared),
        "next_time": None if hurt or caution else next_time(ask),
        "not_answered": unanswered,
        "guesses_again": again,
        "still_open": unanswered or again,
    }


def strip(ask: Ask, compared: Comparison) -> Row | None:
    """Return what is drawn as ring and dot; nothing is drawn of what hurt, or has no answer."""
    hurt = ask.outcome is not None and ask.outcome.how is Happened.it_hurt
    first = next(iter(compared.rows), None)
    return None if hurt or first is None or first.fact is None else first


def next_time(ask: Ask) -> Sentence | None:
    """Return the guess before beside the one for next time, once there is one."""
    guess, outcome = ask.prediction, ask.outcome
    if guess is None or outcome is None or outcome.next_guess is None:
        return None
    return wording.then_and_now(tens(guess.well), tens(outcome.next_guess))


def feared_said(ask: Ask) -> Sentence | None:
    """Return the question about the feared thing; ``None`` where nothing was guessed."""
    guess = ask.prediction
    return wording.DID_IT_HAPPEN[guess.feared or Feared.other] if guess else None


def own_fear(ask: Ask) -> str:
    """Return one's own words for the feared thing, where it is *other*."""
    guess = ask.prediction
    return guess.feared_words if guess and guess.feared is Feared.other else ""


def rows_of(store: Store) -> Callable[[Record], list[tuple[Sentence, str]]]:
    """Return what says a small test in rows, to hold two versions of it side by side."""

    def rows(record: Record) -> list[tuple[Sentence, str]]:
        if not isinstance(record, Ask):
            return []
        who = who_of(store, record)
        happened, landed = _after(record)
        guess = [(name, say(ours) if ours else theirs) for name, ours, theirs in guessed(record)]
        return [
            (wording.WHERE_IT_IS, say(wording.STATES[record.state])),
            (wording.WHO_FOR, who.name or say(who.said)),
            *guess,
            *_on_its_way(record),
            *happened,
            *in_texts(record),
            (wording.SAYING, record.words),
            *landed,
        ]

    return rows


def _on_its_way(ask: Ask) -> list[tuple[Sentence, str]]:
    rows = [(wording.HOW_IT_WENT_OUT, say(wording.CHANNELS[ask.channel]))] if ask.channel else []
    return (
        [*rows, (wording.AGREED_TIME, time_said(ask.agreed, drafted=ask.drafted))]
        if ask.agreed
        else rows
    )


def _after(ask: Ask) -> tuple[list[tuple[Sentence, str]], list[tuple[Sentence, str]]]:
    outcome = ask.outcome
    if outcome is None:
        return [], []
    rows = [(wording.WHAT_HAPPENED, say(wording.OUTCOMES[outcome.how]))]
    if (ask.on_paper or ask.prediction is None) and ask.closed_on:
        rows.append((wording.DAY_IT_WAS, date_format(ask.closed_on, "l, j F Y")))
    if outcome.feared_happened:
        rows.append((wording.ROW_CAME, say(wording.FEARED_ANSWERS[outcome.feared_happened])))
    if outcome.next_guess is not None:
        rows.append((wording.ROW_NEXT, say(wording.in_ten(tens(outcome.next_guess)))))
    return rows, [(wording.LAND, outcome.landed)]
