"""Whoever turns out to be here already keeps the more careful answers; caution outlives a lock."""

from __future__ import annotations

from typing import Any

import pytest

from beside.around.circle import wording as circle
from beside.around.circle.model import Answer, Fear, Person, Safety
from beside.around.circle.rules import safety_of
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, Happened
from beside.kernel.ids import new_id
from beside.pages.front.notices import NOTICES
from tests.support.cast import (
    JO,
    REX,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    jo,
    rex,
    sam,
)
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
FLAGGED, RESTING = circle.SAFETY[Safety.flagged], circle.SAFETY[Safety.resting]
careful = pytest.mark.parametrize(
    ("person", "said"), [(rex(), FLAGGED), (jo(), RESTING)], ids=["flagged", "resting"]
)


def the_same(alice: Somebody, **answers: str) -> Any:
    """Add somebody whose name is there, and press *Yes, the same person*."""
    form = {"person_id": str(new_id()), "name": "sam", "revision": 1, "hurt": "no", "afraid": "no"}
    same = forms_on(alice.client.post(f"{HERE}who/new/", form | answers))[0]
    return alice.client.post(same["action"], same["fields"], follow=True)


def person_of_it(alice: Somebody) -> object:
    return alice.store.get(Ask, TODAY_WAS_A_LOT).person_id


def test_a_test_goes_on_with_the_same_person_who_is_free(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(person_id=None))

    told = the_same(alice)

    assert told.redirect_chain[-1][0] == f"{HERE}guess/"
    assert person_of_it(alice) == SAM


@pytest.mark.parametrize(
    ("answers", "notice"),
    [
        ({"hurt": "yes"}, "flagged"),
        ({"afraid": "yes"}, "flagged"),
        ({"hurt": "not_sure"}, "resting"),
        ({"afraid": "not_sure"}, "resting"),
    ],
)
def test_what_was_answered_goes_to_the_same_person(
    alice: Somebody, answers: dict[str, str], notice: str
) -> None:
    alice.keeps(sam(), drafted(person_id=None))

    told = the_same(alice, **answers)

    assert told.redirect_chain[-1][0] == f"{HERE}who/"
    assert NOTICES[notice].id in shown(told)
    assert safety_of(alice.store.get(Person, SAM)) is Safety(notice)
    assert person_of_it(alice) is None


@pytest.mark.parametrize(
    ("there", "notice"),
    [
        (rex(name="Sam"), "flagged"),
        (jo(name="Sam"), "resting"),
        (sam(left_out=True), "left_out"),
    ],
)
def test_two_times_no_lifts_no_caution(alice: Somebody, there: Person, notice: str) -> None:
    alice.keeps(there, drafted(person_id=None))

    told = the_same(alice)

    assert NOTICES[notice].id in shown(told)
    assert alice.store.get(Person, there.id).says_the_same_as(there)
    assert person_of_it(alice) is None


def test_the_same_person_pressed_twice_is_once(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(person_id=None))

    for _ in range(2):
        the_same(alice, hurt="yes")

    kept = alice.store.get(Person, SAM)
    assert (kept.hurt, kept.afraid, kept.revision) == (Answer.yes, Fear.no, 2)


def test_the_same_person_without_answers_is_asked_both(alice: Somebody) -> None:
    alice.keeps(jo(), drafted(person_id=None))

    response = alice.client.post(f"{HERE}who/{JO}/same/", {"revision": 1})

    assert response.headers["Location"] == f"{HERE}who/{JO}/"


@careful
def test_a_locked_test_does_not_send_anybody_to_them(
    alice: Somebody, person: Person, said: Any
) -> None:
    alice.keeps(person, asked_sam(person_id=person.id))

    page = alice.client.get(HERE)

    assert said.id in shown(page)
    assert wording.SAY_IT.id not in shown(page)
    assert f"{HERE}send/" not in main_of(page)
    for way in (wording.IT_HAPPENED, wording.NOT_YET, wording.I_LET_IT_GO):
        assert way.id in shown(page)
    assert f'<button class="btn alt">{wording.I_LET_IT_GO.id}' in main_of(page)


@careful
def test_a_draft_offers_no_guess_about_them(alice: Somebody, person: Person, said: Any) -> None:
    alice.keeps(person, drafted(person_id=person.id))

    page = alice.client.get(HERE)

    assert said.id in shown(page)
    assert f"{HERE}guess/" not in main_of(page)
    assert f"{HERE}who/" in main_of(page)


@pytest.mark.parametrize("person_id", [None, REX], ids=["nobody", "taken out"])
def test_without_a_person_a_locked_test_stays_as_it_is(alice: Somebody, person_id: Any) -> None:
    alice.keeps(asked_sam(person_id=person_id))

    page = alice.client.get(HERE)

    assert wording.SAY_IT.id in shown(page)
    assert f'<a class="btn" href="{HERE}send/">' in main_of(page)


@careful
@pytest.mark.parametrize(("how", "then"), [(Happened.took_it_well, "one/"), (Happened.no, "land/")])
def test_nobody_guesses_again_about_them(
    alice: Somebody, person: Person, said: Any, how: Happened, then: str
) -> None:
    alice.keeps(person, happened(how, person_id=person.id))

    skip = main_of(alice.client.get(f"{HERE}feared/"))
    answered = alice.client.post(f"{HERE}feared/", {"answer": "no", "revision": 1})
    typed_in = alice.client.get(f"{HERE}again/")

    assert f'href="{HERE}{then}"' in skip
    assert answered.headers["Location"] == f"{HERE}{then}"
    assert typed_in.headers["Location"] == f"{HERE}{then}"


@careful
@pytest.mark.parametrize("how", [Happened.took_it_well, Happened.it_hurt])
def test_the_page_afterwards_links_to_no_other_guess(
    alice: Somebody, person: Person, said: Any, how: Happened
) -> None:
    alice.keeps(person, happened(how, person_id=person.id))

    page = alice.client.get(HERE)

    assert wording.NEXT_GUESS.id not in shown(page)
    assert wording.DID_IT_HAPPEN[list(wording.DID_IT_HAPPEN)[-1]].id in shown(page)
