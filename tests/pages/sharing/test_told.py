"""They said it aloud, and the person wrote it down: it counts like one that came by itself."""

from __future__ import annotations

import pytest

from beside.journey.practice.reply import Glad, Reply, Said
from tests.support.cast import TODAY_WAS_A_LOT, drafted, sam
from tests.support.exchange import the_dog
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
TOLD = f"/links/{TODAY_WAS_A_LOT}/told/"


def tells(alice: Somebody, **said: object) -> object:
    form = next(one for one in forms_on(alice.client.get(TOLD)) if "id" in one["fields"])
    return alice.client.post(TOLD, form["fields"] | said, follow=True)


def test_it_is_offered_on_ones_own_computer_too(alice: Somebody) -> None:
    alice.keeps(sam(), the_dog())

    assert f'href="{TOLD}"' in main_of(alice.client.get(HERE))
    page = shown(alice.client.get(TOLD))
    assert "How much trouble is this for you?" in page
    assert "Glad you were asked?" in page


def test_what_they_said_is_kept_marked_as_told_and_seen(alice: Somebody) -> None:
    alice.keeps(sam(), the_dog())

    page = tells(alice, said="part", trouble="2", glad="yes", words="Sure, until 8.")

    (reply,) = alice.store.all(Reply)
    assert (reply.said, reply.trouble, reply.glad) == (Said.part, 2, Glad.yes)
    assert reply.told
    assert reply.seen_on is not None
    assert "Sure, until 8." in shown(page)


def test_told_again_it_corrects_itself(alice: Somebody) -> None:
    alice.keeps(sam(), the_dog())
    tells(alice, said="part", trouble="2")

    tells(alice, said="yes", trouble="3")

    assert [(one.said, one.trouble) for one in alice.store.all(Reply)] == [(Said.yes, 3)]


def test_both_questions_may_be_skipped_but_not_the_answer(alice: Somebody) -> None:
    alice.keeps(sam(), the_dog())

    assert tells(alice).status_code == 422
    assert tells(alice, said="yes").status_code == 200
    assert alice.store.all(Reply)[0].trouble is None


def test_before_there_is_a_guess_nothing_is_told(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    assert tells(alice, said="yes").status_code == 409
    assert alice.store.all(Reply) == []
