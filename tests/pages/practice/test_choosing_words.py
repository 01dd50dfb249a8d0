"""The words to start from, kind by kind, and those that somebody kept for next time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, Happened, OwnWords
from beside.journey.practice.templates import OFFERED, TEMPLATES, of_kind
from beside.kernel.days import lived
from beside.kernel.ids import new_id
from beside.pages.front.notices import NOTICES
from beside.pages.front.requests import now
from tests.support.cast import (
    NOON,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    sam,
)
from tests.support.forms import forms_on, main_of, shown, unfolded
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
DOG = "Could you take the dog on Thursday at six? A no is fine."


def own(words: str = DOG, **changes: Any) -> OwnWords:
    said = {"id": new_id(), "added": NOON, "what": AskKind.own_words} | changes
    return OwnWords(words=words, **said)


def buttons(response: Any) -> list[str]:
    return [value for form in forms_on(response) for name, value in form["buttons"] if name]


def after_a(how: Happened, *, days_ago: int) -> Ask:
    closed = lived(now() - timedelta(days=days_ago), "UTC")
    return happened(how, closed=closed, closed_on=closed.on)


def test_every_template_is_one_tap_away_and_three_are_in_sight(alice: Somebody) -> None:
    page = alice.client.get("/tests/new/")

    assert buttons(page) == [
        *(one.key for one in OFFERED),
        *(one.key for kind in wording.FOLDS for one in of_kind(kind) if one not in OFFERED),
    ]
    assert len(buttons(page)) == len(TEMPLATES)
    for name in wording.FOLDS.values():
        assert name.id in unfolded(page)
    assert "phone charger" not in unfolded(page)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
def test_a_tap_brings_the_words_and_their_kind(alice: Somebody, template: Any) -> None:
    alice.keeps(sam())

    alice.client.post(
        "/tests/new/", {"id": str(new_id()), "person_id": str(SAM), "template": template.key}
    )

    (ask,) = alice.store.all(Ask)
    assert (ask.what, ask.words, ask.person_id) == (template.what, template.words.id, SAM)


@pytest.mark.parametrize("changes", [{"template": "nothing"}, {"kept": str(new_id())}])
def test_words_that_are_not_there_are_said_to_be_gone_and_nothing_typed_is(
    alice: Somebody, changes: dict[str, str]
) -> None:
    response = alice.client.post("/tests/new/", {"id": str(new_id()), "saying": DOG} | changes)

    assert response.status_code == 422
    assert shown(response).count(wording.WORDS_GONE.id) == 1
    assert DOG in main_of(response)
    assert not alice.store.all(Ask)


@pytest.mark.parametrize("how", [Happened.no, Happened.it_hurt])
def test_after_a_no_the_smallest_come_first_and_larger_ones_stand_behind(
    alice: Somebody, how: Happened
) -> None:
    alice.keeps(sam(), after_a(how, days_ago=3))

    page = alice.client.get("/tests/new/")

    assert wording.SMALLER_NEXT.id in shown(page)
    sizes = {one.key: one.size for one in TEMPLATES}
    found = [sizes[key] for key in buttons(page)]
    assert found == sorted(found)
    assert len(found) == len(TEMPLATES)
    assert main_of(page).index(wording.LARGER.id) < main_of(page).index("heavy box")


@pytest.mark.parametrize(
    ("how", "days_ago"), [(Happened.no, 14), (Happened.took_it_well, 1), (Happened.no_answer, 1)]
)
def test_otherwise_nothing_is_said_of_smaller_ones(
    alice: Somebody, how: Happened, days_ago: int
) -> None:
    alice.keeps(sam(), after_a(how, days_ago=days_ago))

    page = alice.client.get("/tests/new/")

    assert wording.SMALLER_NEXT.id not in shown(page)
    assert wording.LARGER.id not in shown(page)


def test_words_are_kept_for_next_time_with_one_tap_and_once(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(words=DOG, what=AskKind.favour))
    (button,) = (f for f in forms_on(alice.client.get(HERE)) if f["action"].endswith("keep-words/"))

    for _ in range(2):
        told = alice.client.post(button["action"], follow=True)

    (kept,) = alice.store.all(OwnWords)
    assert (kept.words, kept.what) == (DOG, AskKind.favour)
    assert NOTICES["words_for_next_time"].id in shown(told)
    assert "keep-words/" not in main_of(told)


def test_words_of_a_template_need_not_be_kept(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(words=OFFERED[0].words.id))

    assert "keep-words/" not in main_of(alice.client.get(HERE))


def test_kept_words_are_one_tap_the_next_time(alice: Somebody) -> None:
    alice.keeps(sam(), own(what=AskKind.favour))
    page = alice.client.get("/tests/new/")
    (form,) = (one for one in forms_on(page) if ("kept", one["buttons"][0][1]) in one["buttons"])

    alice.client.post("/tests/new/", form["fields"] | dict([form["buttons"][0]]))

    (ask,) = alice.store.all(Ask)
    assert (ask.what, ask.words) == (AskKind.favour, DOG)
    assert "dog" not in unfolded(page)


def test_kept_words_are_removed_and_the_removal_is_taken_back(alice: Somebody) -> None:
    kept = own()
    alice.keeps(kept)
    assert f"/tests/own-words/{kept.id}/remove/" in main_of(alice.client.get("/tests/new/"))

    gone = alice.client.post(f"/tests/own-words/{kept.id}/remove/", follow=True)
    assert not alice.store.all(OwnWords)
    undo = forms_on(gone)[0]["action"]
    back = [alice.client.post(undo, follow=True) for _ in range(2)]

    assert "dog" not in main_of(gone)
    assert [one.words for one in alice.store.all(OwnWords)] == [DOG]
    assert NOTICES["words_back"].id in shown(back[0])


def test_what_somebody_else_keeps_is_out_of_reach(alice: Somebody, bob: Somebody) -> None:
    kept = own()
    alice.keeps(sam(), kept, asked_sam(words=DOG))

    bob.client.post(f"/tests/own-words/{kept.id}/remove/")
    bob.client.post(f"/tests/own-words/{kept.id}/undo/")
    tapped = bob.client.post("/tests/new/", {"id": str(new_id()), "kept": str(kept.id)})

    assert bob.client.post(f"{HERE}keep-words/").status_code == 404
    assert tapped.status_code == 422
    assert alice.store.all(OwnWords)
    assert not bob.store.all(OwnWords)


def test_kept_words_come_out_as_typed_and_do_nothing(alice: Somebody) -> None:
    alice.keeps(own("<img src=x onerror=alert(1)>"))

    page = main_of(alice.client.get("/tests/new/"))

    assert "<img" not in page
    assert "&lt;img src=x" in page
