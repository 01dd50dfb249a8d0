"""People: a name, two questions before anything else, and a flag that stays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from beside.around.circle import wording
from beside.around.circle.model import Answer, Fear, Person, Ring, Safety
from beside.around.circle.rules import safety_of
from beside.journey.practice.model import Ask
from beside.kernel.ids import new_id
from beside.kernel.store import NotKept
from tests.support.cast import (
    JO,
    REX,
    SAM,
    THE_WORDS,
    asked_sam,
    drafted,
    happened,
    ines,
    jo,
    put_away,
    rex,
    sam,
)
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HOSTILE = "<b>A</b>\u202e&\"'🧑🏽‍🤝‍🧑 " + "w" * 120


def answers(**changes: Any) -> dict[str, Any]:
    """Return the form for somebody new, as it would be sent."""
    return {"id": str(new_id()), "name": "Sam", "hurt": "no", "afraid": "no", "ring": ""} | changes


def only(alice: Somebody) -> Person:
    (person,) = alice.store.all(Person)
    return person


def test_an_empty_circle_says_what_is_enough_to_begin(alice: Somebody) -> None:
    response = alice.client.get("/people/")

    assert response.status_code == 200
    assert "initials will do" in shown(response)


def test_somebody_is_added_with_a_name_and_two_answers(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(ring="1"))

    person = only(alice)
    assert (response.status_code, response.headers["Location"]) == (303, f"/people/{person.id}/")
    assert (person.name, person.hurt, person.afraid) == ("Sam", Answer.no, Fear.no)
    assert person.ring is Ring.nearest


def test_the_same_form_sent_twice_adds_one_person(alice: Somebody) -> None:
    form = answers()

    first = alice.client.post("/people/new/", form)
    second = alice.client.post("/people/new/", form)

    assert first.headers["Location"] == second.headers["Location"]
    assert len(alice.store.all(Person)) == 1


def test_another_name_under_the_same_id_shows_both_and_keeps_both(alice: Somebody) -> None:
    form = answers()
    alice.client.post("/people/new/", form)

    both = alice.client.post("/people/new/", form | {"name": "Inés"})

    assert both.status_code == 409
    assert "Sam" in main_of(both)
    again = next(form for form in forms_on(both) if "name" in form["fields"])
    alice.client.post(again["action"], again["fields"])
    assert sorted(one.name for one in alice.store.all(Person)) == ["Inés", "Sam"]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("name", wording.NAME_NEEDED),
        ("hurt", wording.HURT_NEEDED),
        ("afraid", wording.AFRAID_NEEDED),
    ],
)
def test_a_missing_answer_is_named_and_the_rest_stays(
    alice: Somebody, missing: str, said: Any
) -> None:
    form = answers(afraid="embarrassed", name="Sam of the blue house") | {missing: ""}

    response = alice.client.post("/people/new/", form)

    assert response.status_code == 422
    assert said.id in shown(response)
    kept = forms_on(response)[0]["fields"]
    for name, value in form.items():
        assert kept.get(name, "") == value
    assert not alice.store.all(Person)


def test_a_name_that_no_eye_can_see_is_no_name(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(name="\u200b\u202e"))

    assert response.status_code == 422


def test_a_name_that_is_too_long_says_how_long_and_is_still_there(alice: Somebody) -> None:
    name = "w" * 201

    response = alice.client.post("/people/new/", answers(name=name))

    assert response.status_code == 422
    assert "That name has 201 characters. There is room for 200." in shown(response)
    assert name in main_of(response)


def test_ring_by_ring_the_nearest_come_first(alice: Somebody) -> None:
    alice.keeps(jo(), sam(), rex(ring=Ring.near), ines(name="Ines", ring=Ring.further_out))

    page = shown(alice.client.get("/people/"))

    page = page[page.index("Nearest") :]
    places = [
        page.index(said)
        for said in ("Nearest", "Sam", "Further out", "Ines", "Not said how near", "Jo", "Rex")
    ]
    assert places == sorted(places)


def test_the_list_uses_kind_words(alice: Somebody) -> None:
    alice.keeps(jo(), rex(), sam(left_out=True))

    page = shown(alice.client.get("/people/"))

    for word in ("resting", "Not suggested", "left out"):
        assert word in page
    assert "flag" not in page
    assert "unsafe" not in page


def test_a_yes_is_answered_with_respect_and_no_test(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(afraid="yes"), follow=True)

    page = shown(response)
    assert "Your caution may be right. We will not suggest this person." in page
    assert "One small test" not in page
    assert page.count(wording.STILL_FLAGGED.id) == 1
    assert wording.ANSWER_AGAIN.id not in page


def test_a_yes_that_was_a_slip_is_taken_back_at_once(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(hurt="yes"), follow=True)

    undo = forms_on(response)[0]
    gone = alice.client.post(undo["action"], follow=True)

    assert "Undo" in shown(response)
    assert gone.redirect_chain[-1][0] == "/people/"
    assert not alice.store.all(Person)


def test_not_sure_is_an_answer_and_is_not_asked_again_at_once(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(hurt="not_sure"), follow=True)

    assert response.redirect_chain[-1][0] == "/people/"
    assert "“Not sure” is an answer. They rest for now." in shown(response)
    assert wording.HURT.id not in shown(response)
    assert wording.ASK_AGAIN.id in shown(alice.client.get(f"/people/{only(alice).id}/"))


def test_still_not_sure_leads_to_the_list_too(alice: Somebody) -> None:
    alice.keeps(jo())

    response = alice.client.post(
        f"/people/{JO}/answer/", {"revision": 1, "hurt": "no", "afraid": "not_sure"}
    )

    assert response.headers["Location"] == "/people/"


@pytest.mark.parametrize("typed", ["Sam", " sam ", "SÁM"])
def test_a_name_that_is_there_is_asked_about_first(alice: Somebody, typed: str) -> None:
    alice.keeps(rex(id=SAM, name="Sam"))
    form = answers(name=typed, afraid="embarrassed", ring="2")

    asked = alice.client.post("/people/new/", form)

    assert asked.status_code == 409
    assert wording.SAME_PERSON.id in shown(asked)
    assert len(alice.store.all(Person)) == 1
    same, another = forms_on(asked)
    assert same["fields"]["afraid"] == "embarrassed"
    codes = [alice.client.post(another["action"], another["fields"]).status_code for _ in range(2)]
    assert codes == [303, 303]
    added = alice.store.get(Person, UUID(form["id"]))
    assert (added.name, added.afraid, added.ring) == (typed.strip(), Fear.embarrassed, Ring.near)


def test_a_name_that_is_there_does_nothing_on_the_page_that_asks(alice: Somebody) -> None:
    alice.keeps(sam(name=HOSTILE.replace("\u202e", "")))

    page = main_of(alice.client.post("/people/new/", answers(name=HOSTILE)))

    assert wording.SAME_PERSON.id in page
    assert "<b>A" not in page


def test_somebody_left_out_has_no_large_button_for_a_test(alice: Somebody) -> None:
    alice.keeps(sam(left_out=True))

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    assert f'class="btn flat" href="/tests/new/?for={SAM}"' in page
    assert 'class="btn"' not in page


def test_without_any_ring_there_is_no_heading_for_those_without(alice: Somebody) -> None:
    alice.keeps(jo(), ines(ring=None))

    assert "<h2>" not in main_of(alice.client.get("/people/"))


def test_somebody_who_rests_is_asked_about_again_on_their_page(alice: Somebody) -> None:
    alice.keeps(jo())

    page = main_of(alice.client.get(f"/people/{JO}/"))

    before, questions = page.index(wording.ASK_AGAIN.id), page.index(wording.HURT.id)
    assert before < questions
    assert "<details" not in page[before:questions]
    assert "One small test" not in page


def test_answers_can_set_somebody_free(alice: Somebody) -> None:
    alice.keeps(jo())

    alice.client.post(
        f"/people/{JO}/answer/", {"revision": 1, "hurt": "no", "afraid": "embarrassed"}
    )

    assert safety_of(alice.store.get(Person, JO)) is Safety.free
    assert f"/tests/new/?for={JO}" in main_of(alice.client.get(f"/people/{JO}/"))


def test_a_flag_is_not_lifted_by_other_answers_and_that_is_said(alice: Somebody) -> None:
    alice.keeps(rex())

    response = alice.client.post(
        f"/people/{REX}/answer/", {"revision": 1, "hurt": "no", "afraid": "no"}
    )

    assert response.status_code == 422
    assert wording.STILL_FLAGGED.id in shown(response)
    assert safety_of(alice.store.get(Person, REX)) is Safety.flagged


def test_the_name_and_the_ring_can_change(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "Samira", "ring": "3"}
    )

    person = only(alice)
    assert response.status_code == 303
    assert (person.name, person.ring) == ("Samira", Ring.further_out)


def test_a_change_without_a_name_keeps_the_form_open(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": " ", "ring": "3"}
    )

    assert response.status_code == 422
    assert "<details" in main_of(response)
    assert "open>" in main_of(response)
    assert only(alice).name == "Sam"


def test_two_windows_show_both_names_and_the_person_picks(alice: Somebody) -> None:
    alice.keeps(sam())
    alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "Samira", "ring": "1"})

    both = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "Samuel", "ring": "1"}
    )

    assert both.status_code == 409
    assert "Samira" in main_of(both)
    assert "Samuel" in main_of(both)
    mine = forms_on(both)[0]
    alice.client.post(mine["action"], mine["fields"])
    assert only(alice).name == "Samuel"


def test_left_out_and_let_back_in(alice: Somebody) -> None:
    alice.keeps(sam())

    page = alice.client.post(f"/people/{SAM}/leave-out/", {"revision": 1}, follow=True)
    assert only(alice).left_out
    assert shown(page).count(wording.LEFT_OUT.id) == 1

    alice.client.post(f"/people/{SAM}/let-back-in/", {"revision": 2})
    assert not only(alice).left_out


def test_removing_asks_once_and_leaves_what_happened(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    asked = alice.client.get(f"/people/{SAM}/remove/")
    assert wording.REMOVED_STAYS.id in shown(asked)
    assert alice.store.all(Person)

    gone = alice.client.post(f"/people/{SAM}/remove/")
    assert (gone.status_code, gone.headers["Location"]) == (303, "/people/")
    assert not alice.store.all(Person)
    assert alice.store.all(Ask)
    assert wording.TAKEN_OUT.id in shown(alice.client.get("/tests/"))


@pytest.mark.parametrize(
    ("asks", "counted", "stays"),
    [
        ([], False, False),
        ([drafted()], False, True),
        ([asked_sam()], False, True),
        ([happened()], True, False),
        ([put_away()], False, False),
        ([happened(person_id=None)], False, False),
    ],
    ids=["none", "a draft", "a locked one", "one that is over", "one put away", "another’s"],
)
def test_what_becomes_of_their_tests_is_said_before_they_are_removed(
    alice: Somebody, asks: list[Ask], counted: bool, stays: bool
) -> None:
    alice.keeps(sam(), *asks)

    page = shown(alice.client.get(f"/people/{SAM}/remove/"))

    assert (wording.OUT_OF_COUNTS.id in page, wording.OPEN_STAYS.id in page) == (counted, stays)


def test_removing_twice_is_once(alice: Somebody) -> None:
    alice.keeps(sam())

    codes = [alice.client.post(f"/people/{SAM}/remove/").status_code for _ in range(2)]

    assert codes == [303, 303]


def test_small_tests_with_them_stand_on_their_page(alice: Somebody) -> None:
    alice.keeps(sam(), jo(), drafted())

    assert "Today was a lot." in shown(alice.client.get(f"/people/{SAM}/"))
    assert "Today was a lot." not in shown(alice.client.get(f"/people/{JO}/"))
    assert THE_WORDS not in shown(alice.client.get(f"/people/{SAM}/"))


@pytest.mark.parametrize("path", ["/people/", f"/people/{SAM}/", f"/people/{SAM}/remove/"])
def test_a_name_comes_out_as_typed_and_does_nothing(alice: Somebody, path: str) -> None:
    alice.keeps(sam(name=HOSTILE))

    page = main_of(alice.client.get(path))

    assert "<b>A" not in page
    assert "&lt;b&gt;A&lt;/b&gt;" in page
    for place in page.split("&lt;b&gt;")[1:-1]:
        assert place
    assert 'class="said" data-hx-disable' in page


def test_a_name_is_in_no_address_and_no_title(alice: Somebody) -> None:
    response = alice.client.post("/people/new/", answers(name="Marmalade"), follow=True)

    page = response.content.decode()
    assert all("Marmalade" not in address for address, _ in response.redirect_chain)
    assert "Marmalade" not in page[page.index("<title>") : page.index("</title>")]


def test_charlie_sees_the_door_and_bob_his_own(
    alice: Somebody, bob: Somebody, charlie: Client
) -> None:
    alice.keeps(sam())

    assert charlie.get(f"/people/{SAM}/").headers["Location"].startswith("/open/")
    assert bob.client.get(f"/people/{SAM}/").status_code == 404
    assert bob.client.post(f"/people/{SAM}/leave-out/", {"revision": 1}).status_code == 404
    bob.client.post(f"/people/{SAM}/remove/")
    assert alice.store.get(Person, SAM).name == "Sam"


def test_a_person_who_is_gone_is_not_found(alice: Somebody) -> None:
    response = alice.client.get(f"/people/{SAM}/")

    assert response.status_code == 404
    with pytest.raises(NotKept):
        alice.store.get(Person, SAM)


def test_a_name_for_somebody_who_is_gone_is_still_there(alice: Somebody) -> None:
    response = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "Sam of the blue house", "ring": ""}
    )

    assert response.status_code == 404
    assert "Sam of the blue house" in main_of(response)


@pytest.mark.parametrize("name", ["describe", "answer", "leave-out", "let-back-in"])
def test_whoever_only_looks_at_an_address_for_forms_finds_the_page(
    alice: Somebody, name: str
) -> None:
    alice.keeps(sam())

    response = alice.client.get(f"/people/{SAM}/{name}/")

    assert response.headers["Location"] == f"/people/{SAM}/"


def test_a_button_without_its_revision_changes_nothing(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(f"/people/{SAM}/leave-out/", {"revision": "x"})

    assert response.status_code == 400
    assert not only(alice).left_out
