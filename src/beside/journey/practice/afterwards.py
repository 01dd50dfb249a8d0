"""What a person can say afterwards: what happened, as a fact, and what they make of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypedDict, Unpack
from uuid import UUID

from beside.around.circle.model import Job
from beside.journey.pattern.rules import moved
from beside.journey.practice.actions import ForOneOnly, words_kept
from beside.journey.practice.lines_kept import line_answered
from beside.journey.practice.model import (
    EXACT_LIMIT,
    LINE_LIMIT,
    Again,
    Ask,
    AskKind,
    AskState,
    Channel,
    Closeness,
    FearedHappened,
    Happened,
    Outcome,
    StillSo,
)
from beside.journey.practice.putting_forward import answered
from beside.journey.practice.rules import Event, NoGuess, NotDone, after
from beside.kernel.days import When
from beside.kernel.store import Conflict, Store
from beside.kernel.words import several_lines


class NoLineTested(Exception):
    """No line was put to the test, so there is none to look at again."""


class More(StrEnum):
    """What else can be said about an outcome; each is named as `Outcome` names it.

    The last three have a page of their own, which nothing leads to after *it hurt*.
    """

    worst = "worst"
    coped = "coped"
    closeness = "closeness"
    surprise = "surprise"
    line_after = "line_after"
    again = "again"
    fluke = "fluke"
    kept_line = "kept_line"
    landed = "landed"
    next_guess = "next_guess"
    feared_happened = "feared_happened"


_AFTER_IT_HURT = (More.worst, More.coped, More.closeness)
_OWN_PAGE = (More.landed, More.next_guess, More.feared_happened)


class MoreAnswers(TypedDict, total=False):
    """What was said under *Add more*; ratings are 0–100, ``None`` takes an answer away."""

    worst: int | None
    coped: int | None
    closeness: Closeness | None
    surprise: int | None
    line_after: int | None
    again: Again | None
    fluke: str
    kept_line: str
    landed: str
    next_guess: int | None
    feared_happened: FearedHappened | None


def record_outcome(
    *, store: Store, when: When, ask_id: UUID, how: Happened, expected_revision: int
) -> Ask:
    """Note what happened. The same twice is once; another answer may correct it.

    Where there was no answer, and one came after all, it is over when that came.

    Raises `NotLocked`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.record)
    closed = {"closed": when, "closed_on": when.on}
    if ask.outcome is None:
        over = {"state": state, "outcome": Outcome(how=how), "not_before": None, **closed}
        done = answered(ask.but(**over), when.on)
    else:
        was = ask.outcome.how
        late = was is Happened.no_answer and how is not was and not _chose_the_day(ask)
        done = ask.but(outcome=ask.outcome.but(how=how), **(closed if late else {}))
    return store.put(done, expected_revision=expected_revision)


def say_whether_feared(
    *, store: Store, ask_id: UUID, answer: FearedHappened | None, expected_revision: int
) -> Ask:
    """Say whether the feared thing happened (``None``: take the answer away).

    Raises `NotDone`, `TakenBack`, `NoGuess` where nothing was feared before, `NotKept`, `Conflict`.
    """
    ask, outcome = _done(store, ask_id)
    if ask.prediction is None:
        raise NoGuess(str(ask_id))
    said = ask.but(outcome=outcome.but(feared_happened=answer))
    return store.put(said, expected_revision=expected_revision)


def guess_again(
    *, store: Store, ask_id: UUID, next_guess: int | None, expected_revision: int
) -> Ask:
    """Guess for next time, same person, same size, 0–100 (``None``: take the guess away).

    Raises `OutOfRange`, `NotDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask, outcome = _done(store, ask_id)
    guessed = ask.but(outcome=outcome.but(next_guess=next_guess))
    return store.put(guessed, expected_revision=expected_revision)


def let_it_land(*, store: Store, ask_id: UUID, line: str, expected_revision: int) -> Ask:
    """Keep one line on what it was like; an empty one takes it away.

    Raises `TooLong`, `NotDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask, outcome = _done(store, ask_id)
    landed = ask.but(outcome=outcome.but(landed=several_lines(line, limit=LINE_LIMIT)))
    return store.put(landed, expected_revision=expected_revision)


def asked_more(ask: Ask) -> tuple[More, ...]:
    """Return what else is asked about *ask*: of a line where one was tested.

    No lesson is asked for after *it hurt*; what was said before it did can be taken back there.
    """
    if ask.outcome is None:
        return ()
    if ask.outcome.how is Happened.it_hurt:
        said = {one for one in More if getattr(ask.outcome, one.value) not in (None, "")}
        return tuple(one for one in More if one in _AFTER_IT_HURT or one in said)
    tested = ask.prediction is not None and ask.prediction.belief is not None
    elsewhere = _OWN_PAGE if tested else (*_OWN_PAGE, More.line_after)
    return tuple(one for one in More if one not in elsewhere)


def add_more(
    *, store: Store, ask_id: UUID, expected_revision: int, **answers: Unpack[MoreAnswers]
) -> Ask:
    """Say more about what happened; what is not among *answers* stays as it was.

    Raises `OutOfRange`, `TooLong`, `NoLineTested`, `NoGuess`, `NotDone`, `TakenBack`, `NotKept`,
    `Conflict`.
    """
    ask, outcome = _done(store, ask_id)
    if answers.get("feared_happened") is not None and ask.prediction is None:
        raise NoGuess(str(ask_id))
    if answers.get("line_after") is not None and not (ask.prediction and ask.prediction.belief):
        raise NoLineTested(str(ask_id))
    if "fluke" in answers:
        answers["fluke"] = several_lines(answers["fluke"], limit=EXACT_LIMIT)
    if "kept_line" in answers:
        answers["kept_line"] = several_lines(answers["kept_line"], limit=LINE_LIMIT)
    if "landed" in answers:
        answers["landed"] = several_lines(answers["landed"], limit=LINE_LIMIT)
    return store.put(ask.but(outcome=outcome.but(**answers)), expected_revision=expected_revision)


def answer_line(
    *, store: Store, when: When, ask_id: UUID, answer: StillSo, expected_revision: int
) -> Ask:
    """Say whether the line that was kept is still so. The same twice is once.

    Raises `NoLine`, `NotDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask, _ = _done(store, ask_id)
    said = line_answered(ask, answer, when.on)
    return store.put(answered(said, when.on), expected_revision=expected_revision)


def note_already_happened(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: AskKind,
    words: str,
    how: Happened,
    person_id: UUID | None = None,
    job: Job | None = None,
    channel: Channel | None = None,
    on: date | None = None,
) -> Ask:
    """Note one that happened unplanned: done from the first, without a guess, whoever it was.

    *on* is the day on which it happened (``None``: today). Raises `NotYetLived`, `TooLongAgo`,
    `WordsNeeded`, `TooLong`, `ForOneOnly`, `Conflict`.
    """
    if person_id is not None and job is not None:
        raise ForOneOnly(str(id))
    closed = moved(when, to=on or when.on, today=when.on)
    ask = Ask(
        id=id,
        drafted=when,
        what=what,
        words=words_kept(words),
        person_id=person_id,
        job=job,
        channel=channel,
        sent=when if channel else None,
        state=AskState.done,
        outcome=Outcome(how=how),
        closed=closed,
        closed_on=closed.on,
    )
    kept = store.put(ask, expected_revision=0)
    # A day is no stamp where the person chose it: another one is another answer.
    if on is not None and kept.closed_on != on:
        raise Conflict(kept=kept, offered=ask)
    return kept


def _chose_the_day(ask: Ask) -> bool:
    """Tell whether the person said on which day it was: then that day stays."""
    earlier = ask.closed_on is not None and ask.closed_on < ask.drafted.on
    return ask.on_paper or earlier


def _done(store: Store, ask_id: UUID) -> tuple[Ask, Outcome]:
    ask = store.get(Ask, ask_id)
    after(ask, Event.look_back)
    if ask.outcome is None:
        raise NotDone(str(ask_id))
    return ask, ask.outcome
