"""To lift a caution takes words that are typed, a day, and the two questions again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from beside.around.circle import wording
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.kernel.days import When, lived, zone_named
from beside.pages.front.notices import NOTICES
from beside.pages.front.zones import zone_here
from tests.support.cast import REX, SAM, rex, sam
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

UNFLAG = f"/people/{REX}/unflag/"
KEEP_FLAG = f"/people/{REX}/keep-flag/"
ANSWER = f"/people/{REX}/answer/"
TWO_NOES = {"revision": 1, "hurt": "no", "afraid": "no"}


def ago(hours: float) -> When:
    return lived(datetime.now(UTC) - timedelta(hours=hours), "UTC")


def safety_now(alice: Somebody) -> Safety:
    return safety_of(alice.store.get(Person, REX))


def test_the_words_stand_on_the_page_and_begin_a_day(alice: Somebody) -> None:
    alice.keeps(rex())
    page = alice.client.get(f"/people/{REX}/")
    assert wording.UNFLAG_WORDS.id in shown(page)

    form = next(form for form in forms_on(page) if form["action"] == UNFLAG)
    typed = {**form["fields"], "typed": "“i feel safe with them”"}
    begun = alice.client.post(UNFLAG, typed, follow=True)

    assert NOTICES["unflagging"].id in shown(begun)
    assert wording.UNFLAG_BEGUN.id in shown(begun)
    assert safety_now(alice) is Safety.flagged
    assert alice.store.get(Person, REX).unflagging is not None


def test_other_words_begin_nothing_and_are_still_there(alice: Somebody) -> None:
    alice.keeps(rex())

    response = alice.client.post(UNFLAG, {"revision": 1, "typed": "I feel well with them"})

    form = next(form for form in forms_on(response) if form["action"] == UNFLAG)
    assert response.status_code == 422
    assert wording.NOT_TYPED.id in shown(response)
    assert form["fields"]["typed"] == "I feel well with them"
    assert alice.store.get(Person, REX).unflagging is None


def test_the_same_form_sent_twice_begins_one_day(alice: Somebody) -> None:
    alice.keeps(rex())
    form = {"revision": 1, "typed": wording.UNFLAG_WORDS.id}

    codes = [alice.client.post(UNFLAG, form).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert alice.store.get(Person, REX).revision == 2


def test_the_page_says_from_when_in_the_person_s_own_time(alice: Somebody) -> None:
    begun = ago(2)
    alice.keeps(rex(unflagging=begun))

    page = shown(alice.client.get(f"/people/{REX}/"))

    there = (begun.at + timedelta(hours=24)).astimezone(zone_named(zone_here()))
    assert f"From {there:%A, %H:%M}, the two questions" in page
    assert wording.HURT.id not in page
    assert wording.UNFLAG_FOLD.id not in page


def test_before_that_no_answer_lifts_it_however_it_comes(alice: Somebody) -> None:
    alice.keeps(rex(unflagging=ago(23.9)))

    response = alice.client.post(ANSWER, TWO_NOES)

    assert response.status_code == 422
    assert wording.STILL_FLAGGED.id in shown(response)
    assert safety_now(alice) is Safety.flagged


def test_it_can_be_taken_back_with_one_tap(alice: Somebody) -> None:
    alice.keeps(rex(unflagging=ago(2)))
    page = alice.client.get(f"/people/{REX}/")

    back = next(form for form in forms_on(page) if form["action"] == KEEP_FLAG)
    kept = alice.client.post(KEEP_FLAG, back["fields"], follow=True)
    again = alice.client.post(KEEP_FLAG, back["fields"])

    assert NOTICES["flag_stays"].id in shown(kept)
    assert again.status_code == 303
    assert alice.store.get(Person, REX).unflagging is None
    assert wording.UNFLAG_FOLD.id in shown(alice.client.get(f"/people/{REX}/"))


def test_after_a_day_the_two_questions_stand_there_again(alice: Somebody) -> None:
    alice.keeps(rex(unflagging=ago(24.1)))

    page = main_of(alice.client.get(f"/people/{REX}/"))
    answered = alice.client.post(ANSWER, TWO_NOES)

    assert wording.UNFLAG_NOW.id in page
    assert wording.KEEP_FLAG.id in page
    assert "<details" not in page[: page.index(wording.AFRAID.id)]
    assert answered.status_code == 303
    assert safety_now(alice) is Safety.free
    assert alice.store.get(Person, REX).unflagging is None


def test_after_a_day_a_yes_is_heard(alice: Somebody) -> None:
    alice.keeps(rex(unflagging=ago(24.1)))

    page = shown(alice.client.post(ANSWER, {**TWO_NOES, "afraid": "yes"}, follow=True))

    assert safety_now(alice) is Safety.flagged
    assert wording.UNFLAG_NOW.id not in page
    assert wording.UNFLAG_FOLD.id in page


def test_where_there_is_no_caution_that_is_said(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(
        f"/people/{SAM}/unflag/", {"revision": 1, "typed": wording.UNFLAG_WORDS.id}
    )

    assert response.status_code == 422
    assert wording.NOT_FLAGGED.id in shown(response)


def test_leaving_a_caution_that_another_window_lifted_says_nothing_untrue(
    alice: Somebody,
) -> None:
    alice.keeps(sam())

    page = shown(alice.client.post(f"/people/{SAM}/keep-flag/", follow=True))

    assert NOTICES["flag_stays"].id not in page


@pytest.mark.parametrize("path", [UNFLAG, KEEP_FLAG])
def test_whoever_looks_at_these_addresses_finds_the_page(alice: Somebody, path: str) -> None:
    alice.keeps(rex())

    assert alice.client.get(path).headers["Location"] == f"/people/{REX}/"


def test_bob_lifts_nothing_of_alice_s(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(rex())

    response = bob.client.post(UNFLAG, {"revision": 1, "typed": wording.UNFLAG_WORDS.id})

    assert response.status_code == 404
    assert alice.store.get(Person, REX).unflagging is None
