"""*Yes, the same person* takes along what was answered, and lifts nothing."""

from __future__ import annotations

from typing import Any

import pytest

from beside.around.circle import wording
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.kernel.ids import new_id
from beside.pages.front.notices import NOTICES
from tests.support.cast import REX, SAM, rex, sam
from tests.support.forms import forms_on, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def the_same(alice: Somebody, **answers: str) -> Any:
    """Add somebody called Sam from *People*, and say that it is the same person."""
    form = {"id": str(new_id()), "name": "sam", "hurt": "no", "afraid": "no", "ring": ""}
    same = forms_on(alice.client.post("/people/new/", form | answers))[0]
    return alice.client.post(same["action"], same["fields"], follow=True)


@pytest.mark.parametrize(
    ("hurt", "safety", "notice"),
    [
        ("yes", Safety.flagged, "flagged"),
        ("not_sure", Safety.resting, "resting"),
        ("no", Safety.free, "person_kept"),
    ],
)
def test_what_was_answered_is_kept_with_the_same_person(
    alice: Somebody, hurt: str, safety: Safety, notice: str
) -> None:
    alice.keeps(sam())

    told = the_same(alice, hurt=hurt)

    assert told.redirect_chain[-1][0] == f"/people/{SAM}/"
    assert shown(told).count(NOTICES[notice].id) == 1
    (kept,) = alice.store.all(Person)
    assert safety_of(kept) is safety


def test_two_times_no_lifts_no_flag(alice: Somebody) -> None:
    alice.keeps(rex(name="Sam"))

    told = the_same(alice)

    assert NOTICES["flagged"].id in shown(told)
    assert safety_of(alice.store.get(Person, REX)) is Safety.flagged


def test_the_same_person_without_answers_changes_nothing(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(f"/people/{SAM}/same/")

    assert response.status_code == 422
    assert wording.HURT_NEEDED.id in shown(response)
    assert alice.store.get(Person, SAM).revision == 1
