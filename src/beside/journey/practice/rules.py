"""A guess is worth something if nobody can touch it afterwards: the states are few and strict.

drafted → locked → done; from drafted or locked let go, and picked up again to where it was. What
*already happened* is done from the first, without a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from beside.journey.practice.model import (
    Ask,
    AskState,
    Belief,
    Feared,
    Happened,
    HowHard,
    Prediction,
)
from beside.kernel import search
from beside.kernel.days import days_after

NOT_YET_DAYS = 3
"""How long *not yet* keeps a test out of sight."""


class AlreadyLocked(Exception):
    """The guess is locked, and what it was about with it."""


class NotLocked(Exception):
    """There is no locked guess yet to hold against what happened."""


class AlreadyDone(Exception):
    """It happened, and was noted."""


class NotDone(Exception):
    """What happened has not been noted yet."""


class TakenBack(Exception):
    """It was let go; it can be picked up again."""


class NoGuess(Exception):
    """It had no guess, so nothing was feared beforehand that could be held against it."""


class Event(StrEnum):
    """What a person can do with a small test that exists."""

    change = "change"
    lock = "lock"
    put_off = "put_off"
    agree = "agree"
    send = "send"
    let_go = "let_go"
    pick_up = "pick_up"
    record = "record"
    look_back = "look_back"


class After(StrEnum):
    """What comes after an outcome, one screen each."""

    feared = "feared"
    next_guess = "next_guess"
    land = "land"


_DRAFTED, _LOCKED, _DONE, _LET_GO = AskState
_NEXT: Mapping[tuple[AskState, Event], AskState | type[Exception]] = {
    (_DRAFTED, Event.change): _DRAFTED,
    (_DRAFTED, Event.lock): _LOCKED,
    (_DRAFTED, Event.put_off): NotLocked,
    (_DRAFTED, Event.agree): NotLocked,
    (_DRAFTED, Event.send): NotLocked,
    (_DRAFTED, Event.let_go): _LET_GO,
    (_DRAFTED, Event.pick_up): _DRAFTED,
    (_DRAFTED, Event.record): NotLocked,
    (_DRAFTED, Event.look_back): NotDone,
    (_LOCKED, Event.change): AlreadyLocked,
    (_LOCKED, Event.lock): AlreadyLocked,
    (_LOCKED, Event.put_off): _LOCKED,
    (_LOCKED, Event.agree): _LOCKED,
    (_LOCKED, Event.send): _LOCKED,
    (_LOCKED, Event.let_go): _LET_GO,
    (_LOCKED, Event.pick_up): _LOCKED,
    (_LOCKED, Event.record): _DONE,
    (_LOCKED, Event.look_back): NotDone,
    (_DONE, Event.change): AlreadyDone,
    (_DONE, Event.lock): AlreadyDone,
    (_DONE, Event.put_off): AlreadyDone,
    (_DONE, Event.agree): AlreadyDone,
    (_DONE, Event.send): _DONE,
    (_DONE, Event.let_go): AlreadyDone,
    (_DONE, Event.pick_up): AlreadyDone,
    (_DONE, Event.record): _DONE,
    (_DONE, Event.look_back): _DONE,
    (_LET_GO, Event.change): TakenBack,
    (_LET_GO, Event.lock): TakenBack,
    (_LET_GO, Event.put_off): TakenBack,
    (_LET_GO, Event.agree): TakenBack,
    (_LET_GO, Event.send): TakenBack,
    (_LET_GO, Event.let_go): _LET_GO,
    (_LET_GO, Event.record): TakenBack,
    (_LET_GO, Event.look_back): TakenBack,
}


def after(ask: Ask, event: Event) -> AskState:
    """Return the state of *ask* after *event*.

    Raises `AlreadyLocked`, `NotLocked`, `AlreadyDone`, `NotDone` or `TakenBack`, with its id.
    """
    if ask.state is AskState.let_go and event is Event.pick_up:
        return ask.let_go_from or AskState.drafted
    following = _NEXT[ask.state, event]
    if isinstance(following, AskState):
        return following
    raise following(str(ask.id))


def belief_of(feared: Feared) -> Belief | None:
    """Return the line that a feared thing carries; the person may choose another."""
    match feared:
        case Feared.they_let_me_down | Feared.id_have_to_redo_it:
            return Belief.rely_on_myself
        case Feared.gets_used_against_me | Feared.id_owe_them | Feared.they_sigh:
            return Belief.depending_hurts
        case Feared.they_think_less_of_me | Feared.they_see_me_like_this:
            return Belief.vulnerability_is_danger
        case Feared.other:
            return None


def short_guess(
    *,
    well: int,
    feared: Feared,
    likely: int,
    trouble: int,
    hard: HowHard,
    feared_words: str = "",
    belief: Belief | None = None,
) -> Prediction:
    """Return the guess of the short ask: *well*, *likely* and *trouble* are 0–10.

    The first two are stored in percent. Without a *belief* the feared thing carries its own.
    Raises `OutOfRange`.
    """
    return Prediction(
        well=well * 10,
        feared=feared,
        feared_likely=likely * 10,
        trouble=trouble,
        suds=hard,
        feared_words=feared_words if feared is Feared.other else "",
        belief=belief or belief_of(feared),
    )


def not_yet_until(on: date) -> date:
    """Return the day on which a test that was put off on *on* may be asked about again."""
    return days_after(on, NOT_YET_DAYS)


def due(ask: Ask, on: date) -> bool:
    """Tell whether *ask* may be asked about on *on*: never on the day its guess was locked.

    Its time must be over: the day that the two agreed on, or else the day by which it will have
    happened; where there is neither, the next day does. *Not yet* puts off all of it.
    """
    if ask.state is not AskState.locked or ask.locked is None:
        return False
    if ask.not_before is not None and on < ask.not_before:
        return False
    return ask.locked.on < on and _time_is_over(ask, on)


def _time_is_over(ask: Ask, on: date) -> bool:
    if ask.agreed is not None:
        return ask.agreed.on < on
    by_when = ask.prediction.by_when if ask.prediction else None
    return by_when is None or by_when < on


def comes_after(ask: Ask) -> tuple[After, ...]:
    """Return the screens after an outcome, in order; none are put forward after *it hurt*.

    Whatever was skipped can be answered on the test's own page.
    """
    if ask.outcome is None or ask.outcome.how is Happened.it_hurt:
        return ()
    asked = (After.feared, After.next_guess) if ask.prediction else ()
    if ask.outcome.how in (Happened.took_it_well, Happened.partly):
        return (*asked, After.land)
    return asked


def not_answered(ask: Ask) -> bool:
    """Tell whether the question about the feared thing has no answer (skipped or not yet put)."""
    return bool(ask.prediction and ask.outcome and ask.outcome.feared_happened is None)


def opening(words: str, *, limit: int = 60) -> str:
    """Return the first sentence of *words*, cut with "…" above *limit* characters."""
    line = words.strip().split("\n", 1)[0].strip()
    ends = [line.find(end) for end in (". ", "? ", "! ") if end in line]
    if ends:
        line = line[: min(ends) + 1]
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def newest_first(asks: Iterable[Ask]) -> list[Ask]:
    """Return *asks* by what happened to them last, newest first."""
    return sorted(asks, key=lambda a: ((a.closed or a.locked or a.drafted).at, a.id), reverse=True)


def one_is_over(asks: Iterable[Ask]) -> bool:
    """Tell whether one small test is done, and no other: the only number that is ever said."""
    return sum(ask.state is AskState.done for ask in asks) == 1


def found(asks: Iterable[Ask], query: str, *, names: Mapping[UUID, str] | None = None) -> list[Ask]:
    """Return the tests in which all words of *query* are: in what was written, or in the name.

    Newest first. Case and accents do not count; an empty query finds nothing.
    """
    words = search.sought(query)
    known = names or {}
    return newest_first(a for a in asks if search.matches(words, *_said(a, known)))


def _said(ask: Ask, names: Mapping[UUID, str]) -> tuple[str, ...]:
    guess, outcome = ask.prediction, ask.outcome
    return (
        ask.words,
        *((guess.feared_words, guess.observable, guess.partly_right) if guess else ()),
        *((outcome.landed, outcome.kept_line, outcome.fluke) if outcome else ()),
        names.get(ask.person_id, "") if ask.person_id else "",
    )
