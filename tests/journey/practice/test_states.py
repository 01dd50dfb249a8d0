"""Whatever is pressed, in whatever order: one small test, one state, its guess untouched."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from beside.journey.practice.actions import (
    change_draft,
    draft_ask,
    let_go,
    lock_prediction,
    pick_up_again,
    put_off,
)
from beside.journey.practice.afterwards import (
    guess_again,
    let_it_land,
    record_outcome,
    say_whether_feared,
)
from beside.journey.practice.model import Ask, AskKind, AskState, FearedHappened, Happened
from beside.journey.practice.rules import (
    AlreadyDone,
    AlreadyLocked,
    Event,
    NotDone,
    NotLocked,
    TakenBack,
    after,
)
from beside.kernel.store import Conflict, MemoryStore
from tests.support.cast import (
    NOON,
    SAM,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    TUESDAY,
    asked_sam,
    drafted,
    happened,
    hopeful,
    hopeless,
    put_away,
    sam,
    when,
)

REFUSALS = (AlreadyDone, AlreadyLocked, NotDone, NotLocked, TakenBack, Conflict)


@pytest.mark.parametrize("state", AskState)
@pytest.mark.parametrize("event", Event)
def test_every_state_has_an_answer_to_everything(state, event):
    ask = {
        AskState.drafted: drafted,
        AskState.locked: asked_sam,
        AskState.done: happened,
        AskState.let_go: put_away,
    }[state]()

    try:
        following = after(ask, event)
    except REFUSALS:
        following = None

    assert following is None or following in AskState


class SmallTest(RuleBasedStateMachine):
    """Presses every button there is, with the revision on screen or one that is long past."""

    def __init__(self):
        super().__init__()
        self.store = MemoryStore(sam())
        self.day = TUESDAY
        self.guess = None
        self.press(
            draft_ask,
            id=TODAY_WAS_A_LOT,
            what=AskKind.let_it_be_seen,
            words=THE_WORDS,
            person_id=SAM,
            when=NOON,
        )

    @property
    def ask(self):
        return self.store.get(Ask, TODAY_WAS_A_LOT)

    def press(self, verb, **said):
        before = None if verb is draft_ask else self.ask
        try:
            kept = verb(store=self.store, **said)
        except REFUSALS:
            assert self.ask == before
        else:
            assert kept == self.ask
            assert verb(store=self.store, **said) == kept, "the same form sent twice is once"

    def on(self, late):
        revision = self.ask.revision
        return {"ask_id": TODAY_WAS_A_LOT, "expected_revision": max(1, revision - late)}

    @rule(days=st.integers(0, 40))
    def time_passes(self, days):
        self.day += timedelta(days=days)

    @rule(late=st.integers(0, 2), words=st.sampled_from([THE_WORDS, "Could you hold this?"]))
    def change(self, late, words):
        said = {"what": AskKind.favour, "words": words, "person_id": None}
        self.press(change_draft, **said, **self.on(late))

    @rule(late=st.integers(0, 2), prediction=st.sampled_from([hopeful(), hopeless()]))
    def lock(self, late, prediction):
        self.press(lock_prediction, prediction=prediction, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2))
    def wait(self, late):
        self.press(put_off, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2))
    def put_away(self, late):
        self.press(let_go, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2))
    def pick_up(self, late):
        self.press(pick_up_again, **self.on(late))

    @rule(late=st.integers(0, 2), how=st.sampled_from(Happened))
    def it_happened(self, late, how):
        self.press(record_outcome, how=how, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2), answer=st.sampled_from([None, *FearedHappened]))
    def was_it_so(self, late, answer):
        self.press(say_whether_feared, answer=answer, **self.on(late))

    @rule(late=st.integers(0, 2), next_guess=st.sampled_from([None, 0, 50, 100]))
    def next_time(self, late, next_guess):
        self.press(guess_again, next_guess=next_guess, **self.on(late))

    @rule(late=st.integers(0, 2), line=st.sampled_from(["", "It was quiet."]))
    def land(self, late, line):
        self.press(let_it_land, line=line, **self.on(late))

    @invariant()
    def a_locked_guess_stays_for_ever(self):
        if self.guess is not None:
            assert self.ask.prediction == self.guess
        self.guess = self.ask.prediction

    @invariant()
    def its_parts_agree_with_its_state(self):
        ask = self.ask
        was = ask.let_go_from if ask.state is AskState.let_go else ask.state
        assert (ask.let_go_from is not None) == (ask.state is AskState.let_go)
        assert (ask.prediction is not None) == (was in (AskState.locked, AskState.done))
        assert (ask.locked is not None) == (ask.prediction is not None)
        assert (ask.outcome is not None) == (was is AskState.done)

    @invariant()
    def it_has_a_day_once_it_is_closed(self):
        ask = self.ask
        assert (ask.day is None) == ask.is_open
        assert (ask.closed is None) == ask.is_open
        assert ask.closed is None or ask.closed.on == ask.closed_on

    @invariant()
    def there_is_one(self):
        assert len(self.store.all(Ask)) == 1


SmallTest.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestSmallTest = SmallTest.TestCase
