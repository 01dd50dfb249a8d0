"""An old page that adds somebody, or answers for them, once more: both versions are shown."""

from __future__ import annotations

from beside.around.circle.model import Answer, Fear, Person
from beside.journey.practice.model import Ask
from tests.support.cast import TODAY_WAS_A_LOT, drafted, sam
from tests.support.forms import forms_on, shown
from tests.support.people import Somebody

WHO = f"/tests/{TODAY_WAS_A_LOT}/who/"
NEW = {"name": "Sam", "hurt": "no", "afraid": "no"}


def test_another_name_on_the_same_old_page_is_kept_beside_the_first(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))
    form = next(one for one in forms_on(alice.client.get(WHO)) if one["action"].endswith("/new/"))
    alice.client.post(form["action"], form["fields"] | NEW)

    both = alice.client.post(form["action"], form["fields"] | NEW | {"name": "Samira"})
    mine = forms_on(both)[0]
    alice.client.post(mine["action"], mine["fields"])

    assert both.status_code == 409
    assert "Samira" in shown(both)
    assert sorted(one.name for one in alice.store.all(Person)) == ["Sam", "Samira"]


def test_answers_from_an_old_page_are_held_beside_those_that_are_kept(alice: Somebody) -> None:
    resting = sam(hurt=Answer.not_sure)
    alice.keeps(resting, drafted(person_id=None))
    page = f"{WHO}{resting.id}/"
    form = next(one for one in forms_on(alice.client.get(page)) if "revision" in one["fields"])
    kept = alice.store.get(Person, resting.id)
    alice.store.put(kept.but(name="Sam B."), expected_revision=kept.revision)

    both = alice.client.post(page, form["fields"] | {"hurt": "no", "afraid": "no"})
    mine = forms_on(both)[0]
    sent = alice.client.post(mine["action"], mine["fields"])

    assert both.status_code == 409
    assert "Not sure" in shown(both)
    assert sent.url == WHO
    told = alice.store.get(Person, resting.id)
    assert (told.hurt, told.afraid) == (Answer.no, Fear.no)
    assert alice.store.get(Ask, TODAY_WAS_A_LOT).person_id is None
