"""Who may be asked is decided by two answers, and doubt counts as doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.circle.about import About
from beside.around.circle.actions import (
    NameNeeded,
    NameThere,
    StaysFlagged,
    add_person,
    answer_safety,
    describe_person,
    leave_out,
    let_back_in,
    remove_person,
    same_person,
)
from beside.around.circle.model import Answer, Fear, Person, Ring, Safety
from beside.around.circle.rules import (
    by_name,
    initials,
    is_less_careful,
    may_be_asked,
    may_be_handed_to,
    may_be_put_forward,
    names,
    safety,
    safety_of,
    somebody_called,
)
from beside.kernel.store import Conflict, MemoryStore, NotKept
from beside.kernel.words import TooLong
from tests.support.cast import INES, JO, LATER, NOON, REX, SAM, ines, jo, rex, sam

hurts = st.sampled_from([None, *Answer])
fears = st.sampled_from([None, *Fear])


@given(hurts, fears)
def test_any_yes_flags(hurt, afraid):
    assert (safety(hurt, afraid) is Safety.flagged) == (Answer.yes is hurt or Fear.yes is afraid)


@given(hurts, fears)
def test_what_is_unsure_or_unanswered_is_never_free(hurt, afraid):
    if hurt in (None, Answer.not_sure) or afraid in (None, Fear.not_sure):
        assert safety(hurt, afraid) is not Safety.free


def test_to_be_embarrassed_is_not_to_be_afraid():
    assert may_be_asked(ines())


@pytest.mark.parametrize("person", [jo(), rex(), sam(hurt=None), sam(afraid=None)])
def test_nobody_is_asked_in_doubt(person):
    assert not may_be_asked(person)


def test_the_same_form_sent_twice_adds_one_person():
    store = MemoryStore()

    first = add_person(store=store, when=NOON, id=SAM, name="Sam")
    again = add_person(store=store, when=LATER, id=SAM, name="Sam ")

    assert again == first
    assert store.all(Person) == [first]


def test_a_name_loses_what_would_turn_a_sentence_round():
    added = add_person(store=MemoryStore(), when=NOON, id=SAM, name=" \u202eSam\x00\n Ng ")

    assert added.name == "Sam Ng"


@pytest.mark.parametrize("name", ["", " \n", "\u200b", "\u202e"])
def test_a_name_that_cannot_be_seen_is_refused(name):
    store = MemoryStore()

    with pytest.raises(NameNeeded):
        add_person(store=store, when=NOON, id=SAM, name=name)

    assert store.all(Person) == []


def test_a_name_of_10_000_characters_is_refused_and_not_cut():
    store = MemoryStore(sam())

    with pytest.raises(TooLong):
        describe_person(
            store=store, person_id=SAM, name="S" * 10_000, about=About(), expected_revision=1
        )

    assert store.get(Person, SAM).name == "Sam"


def test_a_person_is_described_anew():
    store = MemoryStore(sam())

    described = describe_person(
        store=store,
        person_id=SAM,
        name="Sam N.",
        about=About(ring=Ring.further_out),
        expected_revision=1,
    )

    assert (described.name, described.ring) == ("Sam N.", Ring.further_out)
    assert safety_of(described) is Safety.free


def test_two_tabs_with_two_names_meet_in_a_conflict():
    store = MemoryStore(sam())
    once = {"store": store, "person_id": SAM, "about": About(), "expected_revision": 1}
    describe_person(name="Sami", **once)

    with pytest.raises(Conflict) as both:
        describe_person(name="Samu", **once)

    assert (both.value.kept.name, both.value.offered.name) == ("Sami", "Samu")


def test_a_flag_stays_whatever_is_answered_later():
    store = MemoryStore(rex())

    with pytest.raises(StaysFlagged):
        answer_safety(
            store=store,
            when=LATER,
            person_id=REX,
            hurt=Answer.no,
            afraid=Fear.no,
            expected_revision=1,
        )

    assert safety_of(store.get(Person, REX)) is Safety.flagged


def test_who_rests_can_be_answered_for_again():
    store = MemoryStore(jo())

    answered = answer_safety(
        store=store, when=NOON, person_id=JO, hurt=Answer.no, afraid=Fear.no, expected_revision=1
    )

    assert safety_of(answered) is Safety.free


@given(hurts, fears)
def test_more_care_is_always_allowed(hurt, afraid):
    store = MemoryStore(sam())

    answered = answer_safety(
        store=store, when=NOON, person_id=SAM, hurt=hurt, afraid=afraid, expected_revision=1
    )

    assert not is_less_careful(safety_of(answered), Safety.free)
    assert (answered.hurt, answered.afraid) == (hurt, afraid)


def test_somebody_left_out_may_be_asked_and_is_not_put_forward():
    store = MemoryStore(sam())

    left = leave_out(store=store, person_id=SAM, expected_revision=1)

    assert may_be_asked(left)
    assert not may_be_put_forward(left)


def test_nothing_is_handed_over_to_somebody_in_one_s_care():
    assert may_be_handed_to(sam())
    assert not may_be_handed_to(sam(in_my_care=True))
    assert may_be_put_forward(sam(in_my_care=True))


@pytest.mark.parametrize("person", [jo(), rex()])
def test_nothing_is_handed_over_in_doubt(person):
    assert not may_be_handed_to(person)


def test_somebody_left_out_can_be_let_back_in():
    store = MemoryStore(sam(left_out=True))

    assert may_be_put_forward(let_back_in(store=store, person_id=SAM, expected_revision=1))


def test_letting_somebody_back_in_lifts_no_flag():
    store = MemoryStore(rex(left_out=True))

    assert not may_be_put_forward(let_back_in(store=store, person_id=REX, expected_revision=1))


def test_taking_somebody_out_twice_is_once():
    store = MemoryStore(sam(), ines())

    remove_person(store=store, person_id=SAM)
    remove_person(store=store, person_id=SAM)

    assert [person.id for person in store.all(Person)] == [INES]
    with pytest.raises(NotKept):
        store.get(Person, SAM)


def test_people_stand_by_ring_and_name():
    assert [p.name for p in by_name([jo(), rex(), ines(), sam()])] == ["Sam", "Inés", "Jo", "Rex"]


def test_names_are_known_by_id():
    assert names([sam(), ines()]) == {SAM: "Sam", INES: "Inés"}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sam", "Sa"),
        ("ines", "In"),
        ("J", "J"),
        ("Ines van Mo", "IM"),
        ("(Jo) B.", "JB"),
        ("🌿", "🌿"),
    ],
)
def test_initials_stand_for_a_name(name, short):
    assert initials(name) == short


@given(st.text(min_size=1))
def test_initials_are_short_for_every_name(name):
    assert len(initials(name)) <= 2


def test_a_person_is_silent_when_printed():
    assert "Sam" not in repr(sam())


@pytest.mark.parametrize("typed", ["Inés", "INES", " inēs ", "Inés\u200b"])
def test_a_name_that_is_there_is_not_taken_twice_in_silence(typed):
    store = MemoryStore(ines())

    with pytest.raises(NameThere) as there:
        add_person(store=store, when=NOON, id=SAM, name=typed)

    assert there.value.person_id == INES
    assert "n" not in str(there.value)
    assert len(store.all(Person)) == 1


def test_somebody_else_with_the_name_is_added_once_however_often_it_is_sent():
    store = MemoryStore(ines())

    first = add_person(store=store, when=NOON, id=SAM, name="Ines", another=True)
    again = add_person(store=store, when=LATER, id=SAM, name="Ines")

    assert again == first
    assert len(store.all(Person)) == 2


@pytest.mark.parametrize("typed", ["Inés", "INES", " inēs "])
def test_a_new_name_that_is_somebody_s_already_is_asked_about(typed):
    store = MemoryStore(sam(), ines())
    renamed = {"store": store, "person_id": SAM, "name": typed, "about": About()}

    with pytest.raises(NameThere) as there:
        describe_person(**renamed, expected_revision=1)
    both = describe_person(**renamed, expected_revision=1, another=True)

    assert there.value.person_id == INES
    assert both.name == typed.strip()


def test_a_name_that_two_share_is_not_asked_about_at_every_change():
    store = MemoryStore(sam(name="Ines"), ines())

    described = describe_person(
        store=store,
        person_id=SAM,
        name="INES",
        about=About(phone="0151 1"),
        expected_revision=1,
    )

    assert (described.name, described.phone) == ("INES", "0151 1")


def test_of_several_with_one_name_the_one_to_be_careful_with_is_met():
    same = [sam(), jo(name="sam"), rex(name="SAM"), ines(name="Sam", left_out=True)]

    assert somebody_called(same, "Sam") == same[2]
    assert somebody_called([same[0], same[3]], "Sam") == same[3]
    assert somebody_called(same, "Samira") is None


@given(hurts, fears, hurts, fears)
def test_the_same_person_is_never_met_with_less_care(kept_hurt, kept_afraid, hurt, afraid):
    before = sam(hurt=kept_hurt, afraid=kept_afraid)
    store = MemoryStore(before)

    told = same_person(store=store, person_id=SAM, hurt=hurt, afraid=afraid)
    again = same_person(store=store, person_id=SAM, hurt=hurt, afraid=afraid)

    assert not is_less_careful(safety_of(told), safety_of(before))
    if hurt is not None and afraid is not None:
        assert not is_less_careful(safety_of(told), safety(hurt, afraid))
    assert again == told


def test_of_each_question_the_more_careful_answer_stays():
    store = MemoryStore(sam(hurt=Answer.not_sure, afraid=Fear.no))

    told = same_person(store=store, person_id=SAM, hurt=Answer.no, afraid=Fear.embarrassed)

    assert (told.hurt, told.afraid) == (Answer.not_sure, Fear.embarrassed)


def test_somebody_who_is_gone_is_not_the_same_person():
    with pytest.raises(NotKept):
        same_person(store=MemoryStore(), person_id=SAM, hurt=Answer.yes, afraid=Fear.no)


def test_more_caution_said_on_an_old_page_counts_at_once():
    store = MemoryStore(sam())
    describe_person(store=store, person_id=SAM, name="Sam M", about=About(), expected_revision=1)

    told = answer_safety(
        store=store,
        when=NOON,
        person_id=SAM,
        hurt=Answer.yes,
        afraid=Fear.no,
        expected_revision=1,
    )

    assert safety_of(told) is Safety.flagged
    assert told.name == "Sam M"
