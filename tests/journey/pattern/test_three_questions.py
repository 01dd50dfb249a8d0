"""Three at a time, every one can be skipped, and no answer is made into more than it is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.journey.pattern.model import AtTwo, Item, Reflection, ThreeQuestions, WhenDoubled
from beside.journey.pattern.rules import NotInTen
from beside.journey.pattern.three_questions import (
    AT_A_TIME,
    NothingAnswered,
    bring_back_answers,
    keep_three,
    next_three,
    said_before,
    take_back_answers,
)
from beside.kernel.store import Conflict, MemoryStore
from tests.support.cast import LATER, NEXT_DAY, NOON, when

SITTING = UUID("d2000000-0000-4000-8000-000000000001")
FIRST = (Item.why_alone, Item.would_accept, Item.when_doubled)
_ids = count(1)


def sat(*asked: Item, day: int = 0, **answers: object) -> ThreeQuestions:
    on = date(2026, 1, 1) + timedelta(days=day)
    return ThreeQuestions(id=UUID(int=next(_ids)), when=when(on), asked=asked, **answers)


def test_what_was_answered_is_kept_with_what_was_put():
    store = MemoryStore()

    kept = keep_three(
        store=store,
        when=NOON,
        id=SITTING,
        expected_revision=0,
        asked=FIRST,
        why_alone=7,
        when_doubled=WhenDoubled.less,
    )

    assert store.get(ThreeQuestions, SITTING) == kept
    assert (kept.why_alone, kept.would_accept, kept.when_doubled) == (7, None, WhenDoubled.less)
    assert (kept.asked, kept.day) == (FIRST, NOON.on)


def test_the_same_sent_twice_is_one():
    store = MemoryStore()
    said = {"store": store, "id": SITTING, "expected_revision": 0, "asked": FIRST, "why_alone": 0}

    first, second = keep_three(when=NOON, **said), keep_three(when=LATER, **said)

    assert first == second
    assert len(store.all(ThreeQuestions)) == 1


def test_an_answer_can_be_changed_and_its_day_stays():
    store = MemoryStore()
    said = {"store": store, "id": SITTING, "asked": FIRST}
    keep_three(when=NOON, expected_revision=0, why_alone=7, **said)

    changed = keep_three(when=NEXT_DAY, expected_revision=1, why_alone=3, **said)

    assert (changed.why_alone, changed.when) == (3, NOON)


def test_two_windows_that_say_different_things_are_held_side_by_side():
    store = MemoryStore()
    said = {"store": store, "when": NOON, "id": SITTING, "asked": FIRST, "expected_revision": 0}
    keep_three(why_alone=7, **said)

    with pytest.raises(Conflict):
        keep_three(why_alone=3, **said)


def test_without_any_answer_there_is_nothing_to_keep():
    store = MemoryStore()

    with pytest.raises(NothingAnswered):
        keep_three(store=store, when=NOON, id=SITTING, expected_revision=0, asked=FIRST)

    assert store.all(ThreeQuestions) == []


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_number_outside_of_the_scale_is_refused(rating):
    with pytest.raises(NotInTen):
        keep_three(
            store=MemoryStore(),
            when=NOON,
            id=SITTING,
            expected_revision=0,
            asked=(Item.cost,),
            cost=rating,
        )


def test_the_first_three_come_first_and_the_other_three_next():
    assert next_three([]) == FIRST
    assert next_three([sat(*FIRST, why_alone=7, would_accept=2, at_two=None)]) == (
        Item.after_help,
        Item.at_two,
        Item.cost,
    )


def test_what_was_skipped_does_not_stand_in_front_of_what_was_never_put():
    skipped = sat(*FIRST, when_doubled=WhenDoubled.more)

    assert next_three([skipped]) == (Item.after_help, Item.at_two, Item.cost)


def test_never_answered_comes_before_answered_long_ago():
    sittings = [
        sat(*FIRST, day=0, why_alone=7, would_accept=2),
        sat(Item.after_help, Item.at_two, Item.cost, day=1, after_help=1, at_two=AtTwo.no, cost=0),
    ]

    assert next_three(sittings) == (Item.when_doubled, Item.why_alone, Item.would_accept)


@given(st.lists(st.sets(st.sampled_from(Item), max_size=AT_A_TIME), max_size=6))
def test_there_are_always_three_and_no_question_twice(every):
    sittings = [sat(*items, day=day) for day, items in enumerate(every)]

    assert len(set(next_three(sittings))) == AT_A_TIME


@given(st.lists(st.booleans(), max_size=12))
def test_whatever_is_skipped_each_question_comes_in_every_two_sittings(skips):
    sittings = []
    for day, skip in enumerate(skips):
        asked = next_three(sittings)
        answers = {} if skip else {asked[0].value: 5 if asked[0] in _NUMBERS else None}
        sittings.append(sat(*asked, day=day, **answers))

    put = [set(one.asked) for one in sittings[:2]]

    assert len(put) < 2 or set.union(*put) == set(Item)


_NUMBERS = {Item.why_alone, Item.would_accept, Item.after_help, Item.cost}


def test_before_is_said_by_question_the_newest_first():
    old, new = sat(*FIRST, day=0, why_alone=7), sat(*FIRST, day=9, why_alone=3, would_accept=5)

    before = said_before([old, new])

    assert [(one.item, [said.answer for said in one.said]) for one in before] == [
        (Item.why_alone, [3, 7]),
        (Item.would_accept, [5]),
    ]
    assert [one.too_early for one in before] == [False, True]
    assert before[0].said[0].on == date(2026, 1, 10)


def test_a_sitting_can_be_taken_back_and_brought_back():
    store = MemoryStore(sat(*FIRST, why_alone=7).but(id=SITTING))

    gone = take_back_answers(store=store, id=SITTING)
    assert store.all(ThreeQuestions) == []
    assert gone is not None
    bring_back_answers(store=store, gone=gone)
    bring_back_answers(store=store, gone=gone)

    assert store.get(ThreeQuestions, SITTING).why_alone == 7
    assert take_back_answers(store=store, id=UUID(int=99)) is None


def test_what_was_said_on_a_first_visit_can_be_taken_back_too():
    store = MemoryStore(Reflection(id=SITTING, when=NOON))

    assert take_back_answers(store=store, id=SITTING) is not None
    assert store.all(Reflection) == []
