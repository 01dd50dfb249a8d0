"""A flag is lowered in one way: words that are typed, a day, and the two questions again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from beside.around.circle.about import About
from beside.around.circle.actions import (
    NotFlagged,
    NotTyped,
    StaysFlagged,
    answer_safety,
    begin_unflagging,
    describe_person,
    keep_flag,
    leave_out,
    let_back_in,
    same_person,
)
from beside.around.circle.model import Answer, Fear, Person, Safety
from beside.around.circle.rules import (
    A_DAY,
    is_typed,
    is_waiting,
    may_be_asked,
    may_unflag,
    safety_of,
    unflags_at,
)
from beside.kernel.days import When, lived
from beside.kernel.store import Conflict, MemoryStore
from tests.support.cast import LATER, NEXT_DAY, NOON, REX, SAM, ZONE, rex, sam

WORDS = "I feel safe with them"
A_MOMENT = timedelta(microseconds=1)


def at(instant: datetime) -> When:
    return lived(instant, ZONE)


def begin(store: MemoryStore, **changes: object) -> Person:
    told = {"when": NOON, "person_id": REX, "typed": WORDS, "wanted": WORDS, "expected_revision": 1}
    return begin_unflagging(store=store, **{**told, **changes})


def answer(store: MemoryStore, when: When, hurt: Answer, afraid: Fear) -> Person:
    return answer_safety(
        store=store,
        when=when,
        person_id=REX,
        hurt=hurt,
        afraid=afraid,
        expected_revision=store.get(Person, REX).revision,
    )


def test_the_words_let_a_day_begin_and_nothing_changes_in_it():
    store = MemoryStore(rex())

    begun = begin(store)

    assert safety_of(begun) is Safety.flagged
    assert unflags_at(begun) == NOON.at + A_DAY
    assert is_waiting(begun, LATER.at)
    assert not may_unflag(begun, LATER.at)


@pytest.mark.parametrize(
    "typed",
    [
        "i feel safe with them",
        "  I feel  safe with them. ",
        "“I feel safe with them”",
        "Ifeelsafewiththem",
    ],
)
def test_case_spaces_and_quotes_do_not_count(typed):
    assert is_typed(typed, WORDS)


@pytest.mark.parametrize("typed", ["", "yes", "I feel safe", "I feel unsafe with them", "…"])
def test_other_words_begin_nothing(typed):
    store = MemoryStore(rex())

    with pytest.raises(NotTyped):
        begin(store, typed=typed)

    assert store.get(Person, REX).unflagging is None


def test_where_there_is_no_flag_there_is_none_to_take_back():
    with pytest.raises(NotFlagged):
        begin(MemoryStore(sam()), person_id=SAM)


def test_the_same_form_sent_twice_begins_one_day():
    store = MemoryStore(rex())

    first = begin(store)
    again = begin(store, when=NEXT_DAY)

    assert again == first
    assert store.get(Person, REX).unflagging == NOON


def test_a_change_in_another_window_meets_it_in_a_conflict():
    store = MemoryStore(rex(revision=3))

    with pytest.raises(Conflict):
        begin(store)


@pytest.mark.parametrize("early", [timedelta(0), A_DAY - A_MOMENT])
def test_before_the_day_is_over_no_answer_lifts_it(early):
    store = MemoryStore(rex(unflagging=NOON))

    with pytest.raises(StaysFlagged):
        answer(store, at(NOON.at + early), Answer.no, Fear.no)

    assert store.get(Person, REX).unflagging == NOON


def test_after_the_day_the_two_answers_count_again():
    store = MemoryStore(rex(unflagging=NOON))

    answered = answer(store, at(NOON.at + A_DAY), Answer.no, Fear.embarrassed)

    assert may_be_asked(answered)
    assert answered.unflagging is None


def test_after_the_day_not_sure_is_an_answer_too():
    store = MemoryStore(rex(unflagging=NOON))

    answered = answer(store, at(NOON.at + A_DAY), Answer.not_sure, Fear.no)

    assert safety_of(answered) is Safety.resting


@pytest.mark.parametrize("day", [timedelta(0), A_DAY])
def test_any_yes_ends_it_and_the_flag_stays(day):
    store = MemoryStore(rex(unflagging=NOON))

    answered = answer(store, at(NOON.at + day), Answer.no, Fear.yes)

    assert safety_of(answered) is Safety.flagged
    assert answered.unflagging is None
    with pytest.raises(StaysFlagged):
        answer(store, at(NOON.at + 2 * A_DAY), Answer.no, Fear.no)


def test_a_yes_to_the_same_person_ends_it_too():
    store = MemoryStore(rex(unflagging=NOON))

    told = same_person(store=store, person_id=REX, hurt=Answer.yes, afraid=Fear.no)

    assert told.unflagging is None


def test_two_times_no_to_the_same_person_ends_nothing_and_lifts_nothing():
    store = MemoryStore(rex(unflagging=NOON))

    told = same_person(store=store, person_id=REX, hurt=Answer.no, afraid=Fear.no)

    assert told.unflagging == NOON
    assert safety_of(told) is Safety.flagged


def test_it_can_be_taken_back_whatever_another_window_did():
    store = MemoryStore(rex(unflagging=NOON, revision=7))

    kept = keep_flag(store=store, person_id=REX)
    again = keep_flag(store=store, person_id=REX)

    assert kept.unflagging is None
    assert again == kept


def test_a_new_flag_is_not_lowered_by_old_words():
    store = MemoryStore(rex(hurt=Answer.no, unflagging=NOON))

    flagged = answer(store, NEXT_DAY, Answer.yes, Fear.no)

    assert not may_unflag(flagged, at(NOON.at + 30 * A_DAY).at)


def test_an_import_from_the_end_of_the_calendar_waits_and_does_not_fail():
    end = datetime.max.replace(tzinfo=UTC)
    last = When(at=end, zone="UTC", on=end.date())

    assert is_waiting(rex(unflagging=last), NOON.at)


two_answers = st.sampled_from(
    [
        (Answer.no, Fear.no),
        (Answer.no, Fear.embarrassed),
        (Answer.not_sure, Fear.no),
        (Answer.yes, Fear.no),
        (Answer.no, Fear.yes),
    ]
)


class Flags(RuleBasedStateMachine):
    """Whatever is pressed, in whatever order: a flag outlasts its day."""

    def __init__(self) -> None:
        super().__init__()
        self.store = MemoryStore(rex())
        self.now = NOON.at
        self.was = Safety.flagged
        self.typed_at: datetime | None = None

    @property
    def person(self) -> Person:
        return self.store.get(Person, REX)

    @rule(hours=st.sampled_from([0, 0.5, 23.5, 24]), two=two_answers, in_passing=st.booleans())
    def answers(self, hours, two, in_passing):
        self.now += timedelta(hours=hours)
        hurt, afraid = two
        try:
            if in_passing:
                same_person(store=self.store, person_id=REX, hurt=hurt, afraid=afraid)
            else:
                answer(self.store, at(self.now), hurt, afraid)
        except StaysFlagged:
            return
        if Answer.yes is hurt or Fear.yes is afraid:
            self.typed_at = None

    @rule(typed=st.sampled_from([WORDS, "“i feel safe with them”", "I do"]))
    def types(self, typed):
        revision = self.person.revision
        try:
            begin(self.store, when=at(self.now), typed=typed, expected_revision=revision)
        except (NotTyped, NotFlagged):
            return
        self.typed_at = self.typed_at or self.now

    @rule()
    def takes_it_back(self):
        keep_flag(store=self.store, person_id=REX)
        self.typed_at = None

    @rule(name=st.sampled_from(["Rex", "Max", "R"]), out=st.booleans())
    def changes_something_else(self, name, out):
        act = leave_out if out else let_back_in
        left = act(store=self.store, person_id=REX, expected_revision=self.person.revision)
        describe_person(
            store=self.store,
            person_id=REX,
            name=name,
            about=About(),
            expected_revision=left.revision,
        )

    @invariant()
    def a_flag_outlasts_its_day(self):
        is_now = safety_of(self.person)
        if self.was is Safety.flagged and is_now is not Safety.flagged:
            assert self.typed_at is not None
            assert self.now - self.typed_at >= timedelta(hours=24)
        if is_now is not Safety.flagged:
            self.typed_at = None
        self.was = is_now


TestFlags = Flags.TestCase
TestFlags.settings = settings(max_examples=300, stateful_step_count=20, deadline=None)
