"""What a person can do with a small test: write it, guess, wait, let it go, pick it up."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from beside.around.circle.actions import add_person
from beside.around.circle.model import Answer, Fear, Job
from beside.journey.practice.lines_kept import line_of, shown_before_next
from beside.journey.practice.model import (
    EXACT_LIMIT,
    FEARED_LIMIT,
    WORDS_LIMIT,
    Ask,
    AskKind,
    AskState,
    Prediction,
)
from beside.journey.practice.putting_forward import answered
from beside.journey.practice.reply import Reply
from beside.journey.practice.rules import Event, after, not_yet_until
from beside.journey.practice.setting_up import refuse_too_hard, refuse_unsafe
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store
from beside.kernel.words import can_be_seen, one_line, several_lines


class WordsNeeded(ValueError):
    """A small test needs words."""


class AlreadyPast(ValueError):
    """The day to wait for, or by which something will have happened, is over."""


class ForOneOnly(ValueError):
    """A small test is for somebody by name, or for somebody whose job it is, never for both."""


def draft_ask(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: AskKind,
    words: str,
    person_id: UUID | None = None,
    job: Job | None = None,
) -> Ask:
    """Write down what to ask, and of whom: a person, a *job*, or nobody. Twice the same is one.

    Raises `WordsNeeded`, `TooLong`, `ForOneOnly`, `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`,
    `Conflict`.
    """
    _refuse_two(id, person_id, job)
    said = words_kept(words)
    ask = Ask(id=id, drafted=when, what=what, words=said, person_id=person_id, job=job)
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
    job: Job | None = None,
) -> Ask:
    """Change what is asked, and of whom, while no guess is locked; who it was for before is gone.

    Raises `AlreadyLocked`, `AlreadyDone`, `TakenBack`, and what `draft_ask` raises.
    """
    _refuse_two(ask_id, person_id, job)
    ask = store.get(Ask, ask_id)
    changed = ask.but(what=what, words=words_kept(words), person_id=person_id, job=job)
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
    line_shown: UUID | None = None,
    although_hard: bool = False,
) -> Ask:
    """Lock the guess, and *words* with it where they were changed beside it.

    *line_shown* is the test whose line stood above the guess, and need not stand there again.
    The same sent twice is locked once; anything else is refused. Raises `AlreadyLocked`,
    `AlreadyDone`, `TakenBack`; `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`; `TooHard` from 80
    SUDS, `HardToday` from 70 unless *although_hard*; `AlreadyPast` where the day *by_when* is over;
    `WordsNeeded`, `TooLong`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    said = ask.words if words is None else words_kept(words)
    prediction = _as_kept(prediction)
    same = (ask.prediction, ask.words) == (prediction, said)
    if same and ask.state is not AskState.let_go:
        return ask
    state = after(ask, Event.lock)
    refuse_unsafe(store, ask.person_id)
    if prediction.by_when is not None and prediction.by_when < when.on:
        raise AlreadyPast(str(ask_id))
    refuse_too_hard(ask_id, prediction.suds, although_hard=although_hard)
    locked = ask.but(state=state, words=said, prediction=prediction, locked=when)
    with store.together():
        if line_shown is not None:
            _note_shown(store, line_shown)
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
    waits = answered(ask.but(state=state, not_before=later), when.on)
    return store.put(waits, expected_revision=expected_revision)


def let_go(*, store: Store, when: When, ask_id: UUID, expected_revision: int) -> Ask:
    """Put it away, without a word; twice is once.

    Raises `AlreadyDone`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    state = after(ask, Event.let_go)
    if ask.state is state:
        return ask
    away = ask.but(state=state, let_go_from=ask.state, closed=when, closed_on=when.on)
    if ask.state is AskState.locked:
        # A draft is never put forward, so it answers nothing to let one go.
        away = answered(away, when.on)
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
    """Delete a small test for good, and what was answered to it. Twice is once."""
    kept = _kept(store, ask_id)
    if kept is not None:
        with store.together():
            for reply in store.all(Reply):
                if reply.ask_id == ask_id:
                    store.remove(reply)
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


def _note_shown(store: Store, ask_id: UUID) -> None:
    earlier = _kept(store, ask_id)
    # Deleted meanwhile, in another window: there is nothing left to come back.
    if earlier is not None and line_of(earlier):
        store.put(shown_before_next(earlier), expected_revision=earlier.revision)


def _as_kept(prediction: Prediction) -> Prediction:
    return prediction.but(
        feared_words=one_line(prediction.feared_words, limit=FEARED_LIMIT),
        observable=several_lines(prediction.observable, limit=EXACT_LIMIT),
        partly_right=several_lines(prediction.partly_right, limit=EXACT_LIMIT),
    )


def _refuse_two(ask_id: UUID, person_id: UUID | None, job: Job | None) -> None:
    if person_id is not None and job is not None:
        raise ForOneOnly(str(ask_id))


def _asks_the_same(one: Ask, other: Ask) -> bool:
    return all(
        getattr(one, part) == getattr(other, part) for part in ("what", "words", "person_id", "job")
    )
