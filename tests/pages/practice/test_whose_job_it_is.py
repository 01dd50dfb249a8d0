"""Somebody whose job it is can be asked by who has nobody; a handover leaves my care alone."""

from __future__ import annotations

from typing import Any

import pytest

from beside.around.circle.jobs import JOBS, card_of
from beside.around.circle.model import Job, Person
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, AskState, OwnWords
from beside.kernel.ids import new_id
from tests.support.cast import (
    INES,
    NOON,
    SAM,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    ines,
    sam,
)
from tests.support.forms import forms_on, main_of, shown, unfolded
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"


def only(alice: Somebody) -> Ask:
    (ask,) = alice.store.all(Ask)
    return ask


@pytest.mark.parametrize("card", JOBS, ids=lambda card: card.job.value)
def test_a_job_brings_its_sentence_and_goes_on_to_the_guess(alice: Somebody, card: Any) -> None:
    page = alice.client.get(f"/tests/new/?job={card.job.value}")
    form = forms_on(page)[0]

    went = alice.client.post("/tests/new/", form["fields"])

    ask = only(alice)
    assert went.headers["Location"] == f"/tests/{ask.id}/guess/"
    assert (ask.job, ask.person_id, ask.what) == (card.job, None, AskKind.favour)
    assert ask.words == card.saying.id
    assert card.who.id in alice.client.get(went.headers["Location"]).content.decode()


def test_the_sentence_of_a_job_may_be_changed_or_another_be_taken(alice: Somebody) -> None:
    form = forms_on(alice.client.get("/tests/new/?job=library"))[1]

    alice.client.post("/tests/new/", form["fields"] | {"template": "today_was_a_lot"})

    assert (only(alice).job, only(alice).what) == (Job.library, AskKind.let_it_be_seen)


def test_a_job_that_nobody_knows_is_left_aside_in_an_address(alice: Somebody) -> None:
    page = alice.client.get("/tests/new/?job=astronaut")

    assert page.status_code == 200
    assert wording.OFFER.id in shown(page)


def test_a_job_that_nobody_knows_is_said_in_one_sentence(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))

    new = alice.client.post(
        "/tests/new/", {"id": str(new_id()), "job": "astronaut", "saying": THE_WORDS}
    )
    who = alice.client.post(f"{HERE}who/", {"revision": 1, "job": "astronaut"})

    for response in (new, who):
        assert response.status_code == 422
        assert shown(response).count(wording.JOB_NOT_KNOWN.id) == 1
    assert THE_WORDS in main_of(new)
    assert only(alice).job is None


def test_with_an_empty_circle_the_jobs_are_in_sight(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))

    page = alice.client.get(f"{HERE}who/")

    assert f'<details class="more" open><summary>{wording.JOB_FOLD.id}' in main_of(page)
    assert ("job", "pharmacist") in [b for form in forms_on(page) for b in form["buttons"]]


def test_with_people_the_jobs_are_folded(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(person_id=None))

    assert card_of(Job.union).who.id not in unfolded(alice.client.get(f"{HERE}who/"))


def test_a_job_is_chosen_with_one_tap_and_takes_the_place_of_a_person(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    went = alice.client.post(f"{HERE}who/", {"revision": 1, "job": "library"})

    assert went.headers["Location"] == f"{HERE}guess/"
    assert (only(alice).job, only(alice).person_id) == (Job.library, None)
    assert only(alice).words == THE_WORDS


@pytest.mark.parametrize(
    ("chosen", "person_id"), [({"person_id": str(SAM)}, SAM), ({"nobody": "1"}, None)]
)
def test_somebody_by_name_or_nobody_takes_the_place_of_a_job(
    alice: Somebody, chosen: dict[str, str], person_id: Any
) -> None:
    alice.keeps(sam(), drafted(person_id=None, job=Job.library))

    went = alice.client.post(f"{HERE}who/", {"revision": 1} | chosen)

    assert went.headers["Location"] == f"{HERE}guess/"
    assert (only(alice).job, only(alice).person_id) == (None, person_id)


@pytest.mark.parametrize("chosen", [{}, {"person_id": str(SAM), "job": "union"}])
def test_nobody_at_all_and_two_at_once_are_asked_about(alice: Somebody, chosen: Any) -> None:
    alice.keeps(sam(), drafted(person_id=None))

    response = alice.client.post(f"{HERE}who/", {"revision": 1} | chosen)

    assert response.status_code == 422
    assert wording.WHO_NEEDED.id in shown(response)
    assert only(alice).person_id is None


def test_a_new_test_for_two_is_refused_in_one_sentence(alice: Somebody) -> None:
    alice.keeps(sam())
    both = {"id": str(new_id()), "person_id": str(SAM), "job": "union", "saying": THE_WORDS}

    response = alice.client.post("/tests/new/", both)

    assert response.status_code == 422
    assert wording.FOR_ONE_ONLY.id in shown(response)
    assert THE_WORDS in main_of(response)


def test_other_words_stay_with_the_job(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None, job=Job.library))
    form = {"id": str(TODAY_WAS_A_LOT), "revision": 1, "saying": "Could you show me the form?"}

    alice.client.post(f"{HERE}what/", form)

    assert (only(alice).job, only(alice).what) == (Job.library, AskKind.own_words)
    assert only(alice).words == "Could you show me the form?"


def test_a_locked_test_names_whose_job_it_is(alice: Somebody) -> None:
    alice.keeps(asked_sam(person_id=None, job=Job.pharmacist))

    assert card_of(Job.pharmacist).who.id in alice.client.get(HERE).content.decode()
    assert card_of(Job.pharmacist).who.id in shown(alice.client.get("/tests/"))


# In my care


def handover(**changes: Any) -> Ask:
    return drafted(what=AskKind.delegate, words="Could you make dinner?").but(**changes)


def test_whoever_is_in_my_care_is_left_out_of_a_handover_and_it_says_why(alice: Somebody) -> None:
    alice.keeps(sam(in_my_care=True), ines(), handover(person_id=None))

    page = alice.client.get(f"{HERE}who/")

    assert forms_on(page)[0]["buttons"] == [("person_id", str(INES))]
    assert "Sam" not in main_of(page)
    assert wording.IN_CARE.id in shown(page)


def test_whoever_is_in_my_care_is_left_out_of_nothing_else(alice: Somebody) -> None:
    alice.keeps(sam(in_my_care=True), drafted(person_id=None))

    page = alice.client.get(f"{HERE}who/")

    assert forms_on(page)[0]["buttons"] == [("person_id", str(SAM))]
    assert wording.IN_CARE.id not in shown(page)


def test_a_handover_begun_on_their_page_asks_who_first(alice: Somebody) -> None:
    alice.keeps(sam(in_my_care=True), handover())

    went = alice.client.get(f"{HERE}guess/")

    assert went.headers["Location"] == f"{HERE}who/"
    assert alice.store.get(Person, SAM).in_my_care
    assert only(alice).state is AskState.drafted


def test_a_test_begun_on_their_page_says_who_it_is_for(alice: Somebody) -> None:
    alice.keeps(sam(name="Sam <b>"))

    page = alice.client.get("/tests/new/", {"for": str(SAM)})

    assert "Sam &lt;b&gt;</bdi>" in main_of(page)
    assert f"{wording.FOR.id} Sam" in shown(page)
    assert wording.FOLDS[AskKind.delegate].id in shown(page)
    assert wording.NOT_HANDED_OVER.id not in shown(page)


@pytest.mark.parametrize("path", [f"new/?for={SAM}", f"{TODAY_WAS_A_LOT}/what/"])
def test_nothing_to_hand_over_is_offered_for_whoever_is_in_my_care(
    alice: Somebody, path: str
) -> None:
    own = OwnWords(id=new_id(), added=NOON, what=AskKind.delegate, words="Take the bins out.")
    alice.keeps(sam(in_my_care=True), drafted(), own)

    page = shown(alice.client.get(f"/tests/{path}"))

    assert wording.FOLDS[AskKind.delegate].id not in page
    assert own.words not in page
    assert wording.FOLDS[AskKind.favour].id in page
    assert wording.NOT_HANDED_OVER.id in page
