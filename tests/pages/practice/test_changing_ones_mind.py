"""From the guess back to the words, or to who it is for: what was answered waits, in memory."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskState
from beside.kernel.ids import new_id
from tests.support.cast import INES, SAM, THE_WORDS, TODAY_WAS_A_LOT, drafted, ines, sam
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import HERE as HOST
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
SAID = "Could you listen for a minute?"
HALF = {
    "well": "3", "feared": "other", "feared_words": "they laugh", "likely": "6",
    "observable": "He laughs out loud.", "how_bad": "7",
}  # fmt: skip


def kept(alice: Somebody) -> Ask:
    return alice.store.get(Ask, TODAY_WAS_A_LOT)


def goes(alice: Somebody, to: str, **changes: Any) -> Any:
    """Press *Somebody else* or *Other words* below a guess that is half done."""
    sent = {"revision": kept(alice).revision, "saying": SAID, "to": to} | HALF | changes
    return alice.client.post(f"{HERE}keep/", sent)


def fields(alice: Somebody) -> dict[str, str]:
    found: dict[str, str] = forms_on(alice.client.get(f"{HERE}guess/"))[0]["fields"]
    return found


@pytest.mark.parametrize(
    ("to", "said"), [("who", wording.SOMEBODY_ELSE), ("what", wording.OTHER_WORDS_LATER)]
)
def test_the_guess_leads_back_to_every_step(alice: Somebody, to: str, said: Any) -> None:
    alice.keeps(sam(), drafted())
    form = forms_on(alice.client.get(f"{HERE}guess/"))[0]

    assert ("to", to) in form["buttons"]
    assert form["buttons"][0] == ("", ""), "Enter locks, and does not lead away"
    assert said.id in shown(alice.client.get(f"{HERE}guess/"))
    assert goes(alice, to).headers["Location"] == f"{HERE}{to}/"


def test_somebody_else_is_chosen_and_the_half_guess_is_still_there(alice: Somebody) -> None:
    alice.keeps(sam(), ines(), drafted())

    goes(alice, "who")
    alice.client.post(f"{HERE}who/", {"revision": kept(alice).revision, "person_id": str(INES)})

    found = fields(alice)
    assert {name: found[name].strip() for name in HALF} == HALF
    assert found["saying"].strip() == SAID
    assert (kept(alice).person_id, kept(alice).words) == (INES, SAID)
    assert kept(alice).prediction is None


def test_other_words_take_the_place_of_the_words_and_of_nothing_else(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    goes(alice, "what")
    other = {"id": str(TODAY_WAS_A_LOT), "revision": kept(alice).revision, "template": "lunch"}
    alice.client.post(f"{HERE}what/", other)

    found = fields(alice)
    assert (
        found["saying"].strip() == "Could I sit with you at lunch tomorrow? No is completely fine."
    )
    assert {name: found[name].strip() for name in HALF} == HALF


def test_words_as_they_were_lead_back_to_the_guess(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    goes(alice, "what")
    form = forms_on(alice.client.get(f"{HERE}what/"))[0]["fields"]

    back = alice.client.post(f"{HERE}what/", form)

    assert back.headers["Location"] == f"{HERE}guess/"
    assert kept(alice).words == SAID


@pytest.mark.parametrize("to", ["who", "what"])
def test_a_mind_changed_twice_keeps_what_was_said_last(alice: Somebody, to: str) -> None:
    alice.keeps(sam(), drafted())

    goes(alice, to)
    goes(alice, to, well="9", likely="")

    found = fields(alice)
    assert found["well"] == "9"
    assert "likely" not in found


def test_each_draft_has_a_half_guess_of_its_own(alice: Somebody) -> None:
    another = new_id()
    alice.keeps(sam(), drafted(), drafted(id=another))

    goes(alice, "who")

    page = main_of(alice.client.get(f"/tests/{another}/guess/"))
    assert "they laugh" not in page
    assert "they laugh" in main_of(alice.client.get(f"{HERE}guess/"))


def test_words_that_cannot_be_kept_come_back_with_everything(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    response = goes(alice, "who", saying="w" * 4001)

    assert response.status_code == 422
    assert "That has 4001 characters." in shown(response)
    assert "He laughs out loud." in main_of(response)
    assert kept(alice).words == THE_WORDS


def test_nothing_of_a_half_guess_is_written_down(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    goes(alice, "who")

    elsewhere = alice.open_in(Client(**HOST)).get(f"{HERE}guess/")

    assert kept(alice).prediction is None
    assert "they laugh" not in main_of(elsewhere)
    assert "they laugh" in main_of(alice.client.get(f"{HERE}guess/"))


def test_a_half_guess_goes_when_the_notebook_locks(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    goes(alice, "who")

    alice.client.post("/lock/")
    alice.open_in(alice.client)

    assert "they laugh" not in main_of(alice.client.get(f"{HERE}guess/"))


def test_a_half_guess_goes_once_a_guess_is_locked(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    goes(alice, "who")
    whole = fields(alice) | {"trouble": "5", "hard": "30"}

    alice.client.post(f"{HERE}guess/", whole)

    assert kept(alice).state is AskState.locked
    locked = kept(alice)
    alice.store.remove(locked)
    alice.keeps(drafted())
    assert "they laugh" not in main_of(alice.client.get(f"{HERE}guess/"))


def test_nobody_by_name_is_a_choice_that_can_be_taken_later(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(person_id=SAM))

    went = alice.client.post(f"{HERE}who/", {"revision": 1, "nobody": "1"})

    assert went.headers["Location"] == f"{HERE}guess/"
    assert kept(alice).person_id is None


def test_who_it_is_for_now_is_marked(alice: Somebody) -> None:
    alice.keeps(sam(), ines(), drafted())

    page = main_of(alice.client.get(f"{HERE}who/"))

    assert page.count(f">{wording.CHOSEN.id}<") == 1
    assert page.index(str(SAM)) < page.index(f">{wording.CHOSEN.id}<") < page.index(str(INES))


def test_two_windows_that_change_their_mind_lose_nothing(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    goes(alice, "who")

    both = goes(alice, "who", revision=1, saying="Words of the other window")

    assert both.status_code == 409
    for words in (SAID, "Words of the other window"):
        assert words in shown(both)
