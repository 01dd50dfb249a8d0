"""What a person can do with a small test: write it, guess, wait, let it go, pick it up."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from beside.around.circle.actions import add_person
from beside.around.circle.model import Answer, Fear
from beside.journey.practice.model import (
    FEARED_LIMIT,
    WORDS_LIMIT,
    Ask,
    AskKind,
    AskState,
    Prediction,
)
from beside.journey.practice.rules import Event, after, not_yet_until
from beside.journey.practice.setting_up import refuse_too_hard, refuse_unsafe
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store
from beside.kernel.words import can_be_seen, one_line, several_lines


class WordsNeeded(ValueError):
    """A small test needs words."""


class AlreadyPast(ValueError):
    """The day to wait for is not after today."""


def draft_ask(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: AskKind,
    words: str,
    person_id: UUID | None = None,
) -> Ask:
    """Write down what to ask, and of whom (``None``: nobody by name). The same form twice is one.

    Raises `WordsNeeded`, `TooLong`, `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`, `Conflict`.
    """
    ask = Ask(id=id, drafted=when, what=what, words=words_kept(words), person_id=person_id)
    kept = _kept(store, id)
    if kept is not None and _asks_the_same(kept, ask):
        return kept
    refuse_unsafe(store, person_id)
    return store.put(ask, expected_revision=0)


def change_draft(
    *,
    store: Store,
    ask_id: UUID,
    what: AskKind,
    words: str,
    person_id: UUID | None,
    expected_revision: int,
) -> Ask:
    """Change what is asked, and of whom, while no guess is locked.

    Raises `AlreadyLocked`, `AlreadyDone`, `TakenBack`, and what `draft_ask` raises.
    """
    ask = store.get(Ask, ask_id)
    changed = ask.but(what=what, words=words_kept(words), person_id=person_id)
    if not _asks_the_same(ask, changed):
        after(ask, Event.change)
        refuse_unsafe(store, person_id)
    return store.put(changed, expected_revision=expected_revision)


def ask_somebody_new(
    *,
    store: Store,
    when: When,
    ask_id: UUID,
    person_id: UUID,
    name: str,
    hurt: Answer | None,
    afraid: Fear | None,
    expected_revision: int,
    another: bool = False,
) -> Ask:
    """Add somebody, and let a draft be for them. They stay, whatever the two answers come to.

    Raises `NameNeeded`, `NameThere` unless it is *another*, and what `change_draft` raises.
    """
    ask = store.get(Ask, ask_id)
    after(ask, Event.change)
    add_person(
        store=store, when=when, id=person_id, name=name, hurt=hurt, afraid=afraid, another=another
    )
    return change_draft(
        store=store,
        ask_id=ask_id,
        what=ask.what,
        words=ask.words,
        person_id=person_id,
        expected_revision=expected_revision,
    )


def lock_prediction(
    *,
    store: Store,
    when: When,
    ask_id: UUID,
    prediction: Prediction,
    expected_revision: int,
    words: str | None = None,
    although_hard: bool = False,
) -> Ask:
    """Lock the guess, and *words* with it where they were changed beside it.

    The same sent twice is locked once; anything else is refused. Raises `AlreadyLocked`,
    `AlreadyDone`, `TakenBack`; `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`; `TooHard` from 80
    SUDS, `HardToday` from 70 unless *although_hard*; `WordsNeeded`, `TooLong`, `NotKept`,
    `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    said = ask.words if words is None else words_kept(words)
    feared_words = one_line(prediction.feared_words, limit=FEARED_LIMIT)
    prediction = prediction.but(feared_words=feared_words)
    same = (ask.prediction, ask.words) == (prediction, said)
    if same and ask.state is not AskState.let_go:
        return ask
    state = after(ask, Event.lock)
    refuse_unsafe(store, ask.person_id)
    refuse_too_hard(ask_id, prediction.suds, although_hard=although_hard)
    locked = ask.but(state=state, words=said, prediction=prediction, locked=when)
    return store.put(locked, expected_revision=expected_revision)


def put_off(
    *,
    store: Store,
    when: When,
    ask_id: UUID,
    expected_revision: int,
    until: date | None = None,
) -> Ask:
    """Say *not yet*: it is not brought up before *until* (three days on, where none is given).

    Raises `AlreadyPast`, `NotLocked`, `AlreadyDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.put_off)
    later = until or not_yet_until(when.on)
    if later <= when.on:
        raise AlreadyPast(str(ask_id))
    return store.put(ask.but(state=state, not_before=later), expected_revision=expected_revision)


def let_go(*, store: Store, when: When, ask_id: UUID, expected_revision: int) -> Ask:
    """Put it away, without a word; twice is once.

    Raises `AlreadyDone`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.let_go)
    if ask.state is state:
        return ask
    away = ask.but(state=state, let_go_from=ask.state, closed=when, closed_on=when.on)
    return store.put(away, expected_revision=expected_revision)


def pick_up_again(*, store: Store, ask_id: UUID, expected_revision: int) -> Ask:
    """Take it out again, to where it was when it was let go; twice is once.

    Raises `AlreadyDone`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.pick_up)
    if ask.state is state:
        return ask
    again = ask.but(state=state, let_go_from=None, closed=None, closed_on=None, not_before=None)
    return store.put(again, expected_revision=expected_revision)


def remove_ask(*, store: Store, ask_id: UUID) -> None:
    """Delete a small test for good. Twice is once."""
    kept = _kept(store, ask_id)
    if kept is not None:
        store.remove(kept)


def words_kept(text: str) -> str:
    """Return the words of a small test as they are kept. Raises `WordsNeeded`, `TooLong`."""
    words = several_lines(text, limit=WORDS_LIMIT)
    if not can_be_seen(words):
        raise WordsNeeded
    return words


def _kept(store: Store, ask_id: UUID) -> Ask | None:
    try:
        return store.get(Ask, ask_id)
    except NotKept:
        return None


def _asks_the_same(one: Ask, other: Ask) -> bool:
    return (one.what, one.words, one.person_id) == (other.what, other.words, other.person_id)
