"""Whatever is pressed, in whatever order: one small test, one state, its guess untouched."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from beside.around.circle.model import Job
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
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Channel,
    FearedHappened,
    Happened,
    OwnWords,
)
from beside.journey.practice.own_words import forget_own_words, keep_own_words
from beside.journey.practice.rules import (
    AlreadyDone,
    AlreadyLocked,
    Event,
    NotDone,
    NotLocked,
    TakenBack,
    after,
)
from beside.journey.practice.sending import agree_on, say_how_it_went_out, take_back_agreed
from beside.kernel.ids import new_id
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

GUESSES = [hopeful(), hopeless(), hopeful().but(observable="She sighs.", how_bad=70)]
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
        self.about = None
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

    @rule(late=st.integers(0, 2), job=st.sampled_from([None, *Job]))
    def choose_a_job(self, late, job):
        said = {"what": AskKind.favour, "words": THE_WORDS, "person_id": None, "job": job}
        self.press(change_draft, **said, **self.on(late))

    @rule(words=st.sampled_from([THE_WORDS, "Could you hold this?"]))
    def keep_the_words(self, words):
        before = self.ask
        own = keep_own_words(
            store=self.store, id=new_id(), what=before.what, words=words, when=when(self.day)
        )
        assert own.words == words
        assert self.ask == before

    @rule()
    def forget_the_words(self):
        before = self.ask
        for own in self.store.undated(OwnWords):
            forget_own_words(store=self.store, id=own.id)
        assert self.ask == before

    @rule(late=st.integers(0, 2), prediction=st.sampled_from(GUESSES))
    def lock(self, late, prediction):
        self.press(lock_prediction, prediction=prediction, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2))
    def wait(self, late):
        self.press(put_off, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2), channel=st.sampled_from([None, *Channel]))
    def it_went_out(self, late, channel):
        self.press(say_how_it_went_out, channel=channel, when=when(self.day), **self.on(late))

    @rule(late=st.integers(0, 2), days=st.integers(1, 3))
    def agree(self, late, days):
        said = {"on": self.day + timedelta(days=days), "at": time(18, 0), "zone": "UTC"}
        self.press(agree_on, when=when(self.day), **said, **self.on(late))

    @rule(late=st.integers(0, 2))
    def no_longer_agreed(self, late):
        self.press(take_back_agreed, **self.on(late))

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
    def it_is_for_one(self):
        assert self.ask.person_id is None or self.ask.job is None

    @invariant()
    def what_a_locked_guess_was_about_stays(self):
        about = (self.ask.words, self.ask.person_id, self.ask.job)
        if self.ask.prediction is None:
            self.about = None
        elif self.about is None:
            self.about = about
        assert self.about in (None, about)

    @invariant()
    def no_words_are_kept_twice(self):
        words = [own.words for own in self.store.all(OwnWords)]
        assert len(words) == len(set(words))

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
    def it_went_out_at_some_time_once_it_is_said_how(self):
        assert (self.ask.sent is None) == (self.ask.channel is None)
        assert self.ask.channel is None or self.ask.prediction is not None

    @invariant()
    def there_is_one(self):
        assert len(self.store.all(Ask)) == 1


SmallTest.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestSmallTest = SmallTest.TestCase
