"""What a person can say afterwards: what happened, as a fact, and what they make of it."""

from __future__ import annotations

from uuid import UUID

from beside.journey.practice.actions import words_kept
from beside.journey.practice.model import (
    LINE_LIMIT,
    Ask,
    AskKind,
    AskState,
    FearedHappened,
    Happened,
    Outcome,
)
from beside.journey.practice.rules import Event, NoGuess, NotDone, after
from beside.kernel.days import When
from beside.kernel.store import Store
from beside.kernel.words import several_lines


def record_outcome(
    *, store: Store, when: When, ask_id: UUID, how: Happened, expected_revision: int
) -> Ask:
    """Note what happened. The same twice is once; another answer may correct it.

    Raises `NotLocked`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.record)
    if ask.outcome is None:
        done = ask.but(
            state=state, outcome=Outcome(how=how), closed=when, closed_on=when.on, not_before=None
        )
    else:
        done = ask.but(outcome=ask.outcome.but(how=how))
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


def note_already_happened(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: AskKind,
    words: str,
    how: Happened,
    person_id: UUID | None = None,
) -> Ask:
    """Note one that happened unplanned: done from the first, without a guess, whoever it was.

    Raises `WordsNeeded`, `TooLong`, `Conflict`.
    """
    ask = Ask(
        id=id,
        drafted=when,
        what=what,
        words=words_kept(words),
        person_id=person_id,
        state=AskState.done,
        outcome=Outcome(how=how),
        closed=when,
        closed_on=when.on,
    )
    return store.put(ask, expected_revision=0)


def _done(store: Store, ask_id: UUID) -> tuple[Ask, Outcome]:
    ask = store.get(Ask, ask_id)
    after(ask, Event.look_back)
    if ask.outcome is None:
        raise NotDone(str(ask_id))
    return ask, ask.outcome
