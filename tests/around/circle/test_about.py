"""What is said about somebody is kept as it was typed, or refused in one clear way."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.circle import wording
from beside.around.circle.about import About, NotAnAddress, NotANumber, a_mail, a_phone, about_of
from beside.around.circle.actions import add_person, describe_person
from beside.around.circle.model import (
    GOOD_FOR_LIMIT,
    REACH_LIMIT,
    GoodFor,
    Person,
    Relation,
    Ring,
    Tired,
)
from beside.kernel.store import MemoryStore
from beside.kernel.words import TooLong
from tests.support.cast import NOON, SAM, sam

ALL_OF_IT = About(
    ring=Ring.near,
    relation=Relation.friend,
    good_for=(GoodFor.listening, GoodFor.a_lift),
    good_for_words="Taxes",
    phone="+49 151 000",
    mail="sam@example.org",
    in_my_care=True,
    tired=Tired.a_bit,
)


def test_all_that_is_said_is_kept_when_somebody_is_added():
    added = add_person(store=MemoryStore(), when=NOON, id=SAM, name="Sam", about=ALL_OF_IT)

    assert about_of(added) == ALL_OF_IT


def test_all_that_is_said_can_be_changed_and_taken_back():
    store = MemoryStore(sam())

    told = describe_person(
        store=store, person_id=SAM, name="Sam", about=ALL_OF_IT, expected_revision=1
    )
    taken_back = describe_person(
        store=store, person_id=SAM, name="Sam", about=About(), expected_revision=2
    )

    assert about_of(told) == ALL_OF_IT
    assert about_of(taken_back) == About()
    assert (taken_back.hurt, taken_back.afraid) == (sam().hurt, sam().afraid)


def test_what_is_said_is_the_whole_of_a_person_but_safety_and_name():
    beside = {field.name for field in msgspec.structs.fields(Person)} - set(ALL_OF_IT.fields())

    assert beside == {
        "id",
        "revision",
        "added",
        "name",
        "hurt",
        "afraid",
        "left_out",
        "unflagging",
    }


def test_what_somebody_is_good_for_is_said_once_and_in_order():
    chosen = About(good_for=(GoodFor.advice, GoodFor.listening, GoodFor.advice))

    assert chosen.fields()["good_for"] == (GoodFor.listening, GoodFor.advice)


@pytest.mark.parametrize("typed", ["0151 000", "+49 (0) 30-1", "ext. 12, mornings", "٠١٢٣", ""])
def test_a_phone_number_stays_as_it_was_typed(typed):
    assert a_phone(f" {typed}\n") == typed


@pytest.mark.parametrize("typed", ["mornings", "—", "()"])
def test_a_phone_number_without_a_digit_is_refused(typed):
    with pytest.raises(NotANumber):
        a_phone(typed)


@pytest.mark.parametrize("typed", ["s@example.org", "s.a+m'x@mail.example.org", "ü@exämple.de", ""])
def test_a_plain_address_is_kept(typed):
    assert a_mail(f"\u202e {typed} ") == typed


@pytest.mark.parametrize(
    "typed",
    [
        "sam",
        "sam@",
        "@example.org",
        "sam@localhost",
        "sam@@example.org",
        "sam @example.org",
        "sam@example.org, jo@example.org",
        "Sam <sam@example.org>",
        "mailto:sam@example.org",
        "sam@example..org",
        "sam@example.org.",
    ],
)
def test_what_is_no_plain_address_is_refused(typed):
    with pytest.raises(NotAnAddress):
        a_mail(typed)


@given(st.text(alphabet=st.sampled_from("a@. <>,:\n\u202eé1"), max_size=30))
def test_an_address_that_is_kept_has_one_sign_in_the_middle_and_no_air(typed):
    try:
        kept = a_mail(typed)
    except NotAnAddress:
        return

    assert kept == "" or (kept.count("@") == 1 and not set(kept) & set(" <>,:\n\u202e"))


@pytest.mark.parametrize(
    "much",
    [
        About(good_for_words="w" * (GOOD_FOR_LIMIT + 1)),
        About(phone="1" * (REACH_LIMIT + 1)),
        About(mail="w" * 10_000 + "@example.org"),
    ],
)
def test_what_is_too_long_is_refused_and_nothing_is_kept(much):
    store = MemoryStore()

    with pytest.raises(TooLong):
        add_person(store=store, when=NOON, id=SAM, name="Sam", about=much)

    assert store.all(Person) == []


def test_what_is_said_about_somebody_is_silent_when_printed():
    assert "Taxes" not in repr(ALL_OF_IT)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Relation, wording.RELATIONS),
        (GoodFor, wording.GOOD_FORS),
        (Tired, wording.TIREDS),
    ],
)
def test_every_answer_has_its_words(answers, said):
    assert list(said) == list(answers)
