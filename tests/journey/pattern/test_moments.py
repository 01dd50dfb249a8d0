"""One tap keeps a moment; everything else can come later, and nothing is lost on the way."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import strategies as st

from beside.journey.pattern.actions import describe_moment, note_moment, take_back_moment
from beside.journey.pattern.model import LARGE_CHOICES, MORE, NOTE_LIMIT, Choice, Moment, MomentKind
from beside.journey.pattern.rules import NotInTen, NotYetLived, TooLongAgo, found
from beside.kernel.store import Conflict, MemoryStore, NotKept
from beside.kernel.words import TooLong
from tests.support.cast import A_MOMENT, LATER, NEXT_DAY, NOON, SAM, TUESDAY, a_moment

days = st.dates(min_value=date(2016, 1, 1), max_value=date(2026, 12, 31))


def described(store, **answers):
    said = {
        "what": MomentKind.did_it_alone,
        "expected_revision": store.get(Moment, A_MOMENT).revision,
        "when": NOON,
    }
    return describe_moment(store=store, moment_id=A_MOMENT, **(said | answers))


def test_there_are_three_large_choices_and_thirteen_more():
    assert (len(LARGE_CHOICES), len(MORE)) == (3, 13)


def test_one_tap_keeps_a_moment(noon):
    store = MemoryStore()

    kept = note_moment(store=store, when=noon, id=A_MOMENT, what=MomentKind.did_it_alone)

    assert store.all(Moment) == [kept]
    assert kept.day == TUESDAY


def test_the_same_tap_sent_twice_is_one_moment(noon):
    store = MemoryStore()

    first = note_moment(store=store, when=noon, id=A_MOMENT, what=MomentKind.asked)
    again = note_moment(store=store, when=NEXT_DAY, id=A_MOMENT, what=MomentKind.asked)

    assert again == first
    assert store.all(Moment) == [first]


def test_a_late_second_tap_does_not_take_the_note_away(noon):
    store = MemoryStore(a_moment(note="It was raining."))

    again = note_moment(store=store, when=noon, id=A_MOMENT, what=MomentKind.did_it_alone)

    assert again.note == "It was raining."


def test_another_moment_under_the_same_id_is_a_conflict(noon):
    store = MemoryStore(a_moment())

    with pytest.raises(Conflict):
        note_moment(store=store, when=noon, id=A_MOMENT, what=MomentKind.asked)


def test_everything_can_be_said_later():
    store = MemoryStore(a_moment())

    kept = described(
        store,
        what=MomentKind.took_it_on,
        note="The whole move.\r\nAgain.",
        discomfort=6,
        load=10,
        choice=Choice.felt_like_no_other_way,
        person_id=SAM,
    )

    assert store.get(Moment, A_MOMENT) == kept
    assert kept.note == "The whole move.\nAgain."
    assert (kept.discomfort, kept.load, kept.person_id) == (6, 10, SAM)
    assert kept.choice is Choice.felt_like_no_other_way


def test_a_moment_can_move_to_another_day_and_keeps_its_hour():
    store = MemoryStore(a_moment())

    kept = described(store, on=TUESDAY - timedelta(days=40))

    assert kept.day == date(2026, 1, 22)
    assert store.get(Moment, A_MOMENT).when.at.hour == NOON.at.hour
    assert kept.revision == 2


def test_moving_a_moment_twice_with_one_form_moves_it_once():
    store = MemoryStore(a_moment())

    once = described(store, on=date(2026, 1, 1), expected_revision=1)
    twice = described(store, on=date(2026, 1, 1), expected_revision=1)

    assert twice == once


def test_a_moment_can_move_back_to_its_first_day():
    store = MemoryStore(a_moment())
    described(store, on=date(2026, 1, 1))

    assert described(store, on=TUESDAY).day == TUESDAY


def test_a_day_that_has_not_come_is_refused():
    store = MemoryStore(a_moment())

    with pytest.raises(NotYetLived):
        described(store, on=TUESDAY + timedelta(days=1))


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31)])
def test_a_day_before_anybody_lived_is_refused(day):
    store = MemoryStore(a_moment())

    with pytest.raises(TooLongAgo):
        described(store, on=day)


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_outside_ten_is_refused(rating):
    store = MemoryStore(a_moment())

    with pytest.raises(NotInTen):
        described(store, load=rating)


def test_a_note_at_the_limit_is_kept_whole():
    store = MemoryStore(a_moment())

    assert len(described(store, note="n" * NOTE_LIMIT).note) == NOTE_LIMIT


def test_a_note_above_the_limit_is_refused_and_the_old_one_stays():
    store = MemoryStore(a_moment(note="before"))

    with pytest.raises(TooLong):
        described(store, note="n" * (NOTE_LIMIT + 1))

    assert store.get(Moment, A_MOMENT).note == "before"


def test_two_tabs_with_two_notes_meet_in_a_conflict():
    store = MemoryStore(a_moment())
    described(store, note="one", expected_revision=1)

    with pytest.raises(Conflict) as both:
        described(store, note="two", expected_revision=1)

    assert (both.value.kept.note, both.value.offered.note) == ("one", "two")


def test_taking_back_twice_is_once():
    store = MemoryStore(a_moment())

    take_back_moment(store=store, moment_id=A_MOMENT)
    take_back_moment(store=store, moment_id=A_MOMENT)

    assert store.all(Moment) == []


def test_what_was_taken_back_cannot_be_described():
    with pytest.raises(NotKept):
        describe_moment(
            store=MemoryStore(),
            when=LATER,
            moment_id=A_MOMENT,
            what=MomentKind.asked,
            expected_revision=1,
        )


def test_search_reads_notes_and_the_names_of_people():
    rain = a_moment(note="Carried it all in the rain.")
    with_sam = a_moment(id=uuid4(), person_id=SAM, note="The café")

    assert found([rain, with_sam], "RAIN carried") == [rain]
    assert found([rain, with_sam], "sam cafe", names={SAM: "Sam"}) == [with_sam]
    assert found([rain, with_sam], "sam") == []


def test_search_shows_the_newest_first():
    old = a_moment(note="rain")
    new = a_moment(id=uuid4(), note="rain", when=NEXT_DAY)

    assert found([old, new], "rain") == [new, old]


def test_a_moment_is_silent_when_printed():
    assert "rain" not in repr(a_moment(note="rain"))
