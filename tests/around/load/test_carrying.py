"""Up to five ticks, one question, and one thing to do with it or to leave."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.load.actions import (
    MoreThanFive,
    NothingTicked,
    NotTicked,
    bring_back_carrying,
    leave_it_undone,
    made_a_test,
    note_what_is_carried,
    say_what_nobody_knows,
    take_back_carrying,
    write_it_down,
)
from beside.around.load.model import AT_MOST, NOTE_LIMIT, OTHER_LIMIT, Carried, Carrying, Chosen
from beside.around.load.rules import found, newest_first
from beside.kernel.store import Conflict, MemoryStore, NotKept
from beside.kernel.words import TooLong
from tests.support.cast import LATER, NEXT_DAY, NOON, TODAY_WAS_A_LOT

THIS_WEEK = UUID("d3000000-0000-4000-8000-000000000001")
BEFORE = UUID("d3000000-0000-4000-8000-000000000002")
TICKABLE = [one for one in Carried if one is not Carried.other]


def carried(**changes: object) -> Carrying:
    return Carrying(id=THIS_WEEK, when=NOON, what=(Carried.the_bills, Carried.forms)).but(**changes)


def tick(store, *what, other="", expected_revision=0, when=NOON):
    return note_what_is_carried(
        store=store,
        when=when,
        id=THIS_WEEK,
        what=what,
        other=other,
        expected_revision=expected_revision,
    )


def test_ticks_are_kept_in_one_order_and_once():
    store = MemoryStore()

    kept = tick(store, Carried.forms, Carried.food, Carried.forms)

    assert kept.what == (Carried.food, Carried.forms)
    assert (kept.day, kept.nobody_knows, kept.others_would_manage) == (NOON.on, None, False)


def test_the_same_sent_twice_is_one():
    store = MemoryStore()

    assert tick(store, Carried.food) == tick(store, Carried.food, when=LATER)
    assert len(store.all(Carrying)) == 1


def test_words_for_another_thing_tick_it():
    kept = tick(MemoryStore(), other="  the dog’s\n pills ")

    assert (kept.what, kept.other) == ((Carried.other,), "the dog’s pills")


@pytest.mark.parametrize("blank", ["", "   ", "\u200b\u2800"])
def test_another_thing_without_words_is_not_ticked(blank):
    kept = tick(MemoryStore(), Carried.food, Carried.other, other=blank)

    assert (kept.what, kept.other) == ((Carried.food,), "")


def test_nothing_ticked_is_refused():
    with pytest.raises(NothingTicked):
        tick(MemoryStore(), other=" ")


@given(st.sets(st.sampled_from(TICKABLE), min_size=1), st.booleans())
def test_five_fit_and_no_more(what, named):
    store = MemoryStore()

    if len(what) + named > AT_MOST:
        with pytest.raises(MoreThanFive):
            tick(store, *what, other="x" if named else "")
        assert store.all(Carrying) == []
    else:
        assert len(tick(store, *what, other="x" if named else "").what) == len(what) + named


def test_too_many_words_are_refused_whole():
    store = MemoryStore()

    with pytest.raises(TooLong) as refusal:
        tick(store, other="w" * 10_000)

    assert (refusal.value.limit, refusal.value.length) == (OTHER_LIMIT, 10_000)
    assert store.all(Carrying) == []


def test_ticks_can_be_changed_and_the_day_stays():
    store = MemoryStore(carried())

    changed = tick(store, Carried.food, expected_revision=1, when=NEXT_DAY)

    assert (changed.what, changed.when) == ((Carried.food,), NOON)


def test_what_was_said_of_a_thing_goes_with_its_tick_and_the_note_stays():
    answered = carried(
        nobody_knows=Carried.forms,
        chosen=Chosen.small_test,
        ask_id=TODAY_WAS_A_LOT,
        note="Blue folder",
    )
    store = MemoryStore(answered)

    changed = tick(store, Carried.the_bills, expected_revision=1)

    assert (changed.nobody_knows, changed.chosen, changed.ask_id) == (None, None, None)
    assert changed.note == "Blue folder"


def test_from_an_old_page_nothing_is_written_over():
    store = MemoryStore(carried())

    with pytest.raises(Conflict):
        tick(store, Carried.food)


def test_one_of_these_nobody_would_know():
    store = MemoryStore(carried())

    said = say_what_nobody_knows(
        store=store, carrying_id=THIS_WEEK, thing=Carried.forms, expected_revision=1
    )

    assert (said.nobody_knows, said.others_would_manage) == (Carried.forms, False)


def test_or_others_would_manage():
    store = MemoryStore(carried(nobody_knows=Carried.forms, chosen=Chosen.left_undone))

    said = say_what_nobody_knows(
        store=store, carrying_id=THIS_WEEK, thing=None, expected_revision=1
    )

    assert (said.nobody_knows, said.others_would_manage, said.chosen) == (None, True, None)


def test_what_is_not_ticked_is_not_asked_about():
    with pytest.raises(NotTicked):
        say_what_nobody_knows(
            store=MemoryStore(carried()),
            carrying_id=THIS_WEEK,
            thing=Carried.food,
            expected_revision=1,
        )


def test_it_can_be_left_undone():
    store = MemoryStore(carried(nobody_knows=Carried.forms))

    assert (
        leave_it_undone(store=store, carrying_id=THIS_WEEK, expected_revision=1).chosen
        is Chosen.left_undone
    )


def test_it_can_be_written_down_and_the_note_taken_away_again():
    store = MemoryStore(carried(nobody_knows=Carried.forms))

    noted = write_it_down(
        store=store, carrying_id=THIS_WEEK, note=" Blue folder\r\n2nd shelf ", expected_revision=1
    )
    taken_away = write_it_down(store=store, carrying_id=THIS_WEEK, note=" ", expected_revision=2)

    assert (noted.note, noted.chosen) == ("Blue folder\n2nd shelf", Chosen.written_down)
    assert (taken_away.note, taken_away.chosen) == ("", None)


def test_a_note_that_is_too_long_is_refused_whole():
    store = MemoryStore(carried(note="as it was"))

    with pytest.raises(TooLong):
        write_it_down(
            store=store, carrying_id=THIS_WEEK, note="w" * (NOTE_LIMIT + 1), expected_revision=1
        )

    assert store.get(Carrying, THIS_WEEK).note == "as it was"


def test_the_small_test_that_was_made_of_it_is_known():
    store = MemoryStore(carried(nobody_knows=Carried.forms))

    made = made_a_test(
        store=store, carrying_id=THIS_WEEK, ask_id=TODAY_WAS_A_LOT, expected_revision=1
    )

    assert (made.chosen, made.ask_id) == (Chosen.small_test, TODAY_WAS_A_LOT)


def test_what_is_gone_can_not_be_said_more_about():
    with pytest.raises(NotKept):
        leave_it_undone(store=MemoryStore(), carrying_id=THIS_WEEK, expected_revision=1)


def test_it_can_be_taken_back_and_brought_back():
    store = MemoryStore(carried(note="Blue folder"))

    gone = take_back_carrying(store=store, id=THIS_WEEK)
    assert store.all(Carrying) == []
    assert take_back_carrying(store=store, id=THIS_WEEK) is None
    assert gone is not None
    bring_back_carrying(store=store, gone=gone)
    bring_back_carrying(store=store, gone=gone)

    assert store.get(Carrying, THIS_WEEK).note == "Blue folder"


def test_it_is_found_by_own_words_note_and_ticks():
    mine = carried(what=(Carried.food, Carried.other), other="Grandma’s pills", note="Blue folder")
    labels = {Carried.food: "food", Carried.forms: "forms"}
    every = [mine, carried(id=BEFORE, when=NEXT_DAY)]

    assert found(every, "grandma's PILLS blue food", labels=labels) == [mine]
    assert [one.id for one in found(every, "fo", labels=labels)] == [BEFORE, THIS_WEEK]
    assert found(every, "unicorn", labels=labels) == []
    assert found(every, " ", labels=labels) == []


def test_the_last_answers_come_first():
    last = carried(id=BEFORE, when=NEXT_DAY)

    assert newest_first([carried(), last])[0] is last


def test_it_says_nothing_when_printed():
    assert "pills" not in repr(carried(other="pills", note="pills"))
