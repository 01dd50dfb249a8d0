"""Three questions of our own, when a person opens them; what they said before, and no more."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from beside.journey.pattern import wording
from beside.journey.pattern.model import (
    Choice,
    Item,
    Line,
    Nearest,
    Reflection,
    ThreeQuestions,
    WhenDoubled,
)
from beside.kernel.ids import new_id
from tests.support.cast import NOON, when
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

SITTING = UUID("d2000000-0000-4000-8000-000000000001")
HERE = f"/three/{SITTING}/"
FIRST = (Item.why_alone, Item.would_accept, Item.when_doubled)
ASKED = [item.value for item in FIRST]
HOSTILE = "<script>alert(1)</script>"


def sat(**changes: object) -> ThreeQuestions:
    return ThreeQuestions(id=SITTING, when=NOON, asked=FIRST, why_alone=7).but(**changes)


def kept(alice: Somebody) -> ThreeQuestions:
    (one,) = alice.store.all(ThreeQuestions)
    return one


def questions(page: HttpResponse) -> list[str]:
    """Return the questions that *page* puts."""
    return re.findall(r'name="asked" value="(\w+)"', main_of(page))


def answers(alice: Somebody, **said: Any) -> HttpResponse:
    form = forms_on(alice.client.get("/three/"))[0]
    fields = {**form["fields"], "asked": questions(alice.client.get("/three/")), **said}
    return alice.client.post(form["action"], fields, follow=True)


def test_three_are_put_labelled_as_our_own_and_each_can_be_skipped(alice: Somebody) -> None:
    page = alice.client.get("/three/")

    assert questions(page) == ASKED
    assert wording.OUR_OWN.id in shown(page)
    assert shown(page).count("Skip") == 3
    assert "Not today" in shown(page)


def test_one_answer_is_enough_and_then_there_is_nothing_else_to_do(alice: Somebody) -> None:
    page = answers(alice, why_alone="7")

    assert page.redirect_chain == [("/notebook/how/", 303)]
    assert "Kept. There is nothing else to do." in shown(page)
    assert "7 of 10 (0 I want to, 10 it feels impossible not to)" in shown(page)
    assert wording.TOO_EARLY.id in shown(page)
    assert (kept(alice).asked, kept(alice).would_accept) == (FIRST, None)


def test_the_next_three_are_the_others(alice: Somebody) -> None:
    answers(alice, why_alone="7")

    assert questions(alice.client.get("/three/")) == ["after_help", "at_two", "cost"]


def test_two_answers_to_one_question_stand_by_their_days_and_nothing_is_made_of_them(
    alice: Somebody,
) -> None:
    alice.keeps(sat(), sat(id=new_id(), when=when(date(2026, 3, 20)), why_alone=3))

    said = shown(alice.client.get("/notebook/how/"))

    assert said.index("3 of 10") < said.index("7 of 10")
    assert wording.TOO_EARLY.id not in said
    assert wording.NOBODY_TESTED_THEM.id in said
    assert "20 March" in said


def test_all_three_skipped_is_said_kindly_and_keeps_nothing(alice: Somebody) -> None:
    page = answers(alice)

    assert page.status_code == 422
    assert wording.NOTHING_TO_KEEP.id in shown(page)
    assert questions(page) == ASKED
    assert alice.store.all(ThreeQuestions) == []


@pytest.mark.parametrize("wrong", ["11", "-1", "unicorn", HOSTILE])
def test_what_is_no_answer_is_refused(alice: Somebody, wrong: str) -> None:
    page = answers(alice, why_alone=wrong, when_doubled="less")

    assert page.status_code == 422
    assert HOSTILE not in main_of(page)
    assert alice.store.all(ThreeQuestions) == []


@pytest.mark.parametrize("asked", [[], ["unicorn"], [item.value for item in Item]])
def test_a_form_that_no_page_of_ours_drew_leads_to_one(alice: Somebody, asked: list[str]) -> None:
    page = alice.client.post(HERE, {"revision": 0, "asked": asked, "why_alone": "7"})

    assert page.headers["Location"] == "/three/"
    assert alice.store.all(ThreeQuestions) == []


def test_a_question_that_was_not_put_is_not_answered(alice: Somebody) -> None:
    form = {"revision": 0, "asked": ["cost"], "cost": "4", "why_alone": "7"}

    alice.client.post(HERE, form)

    assert (kept(alice).cost, kept(alice).why_alone) == (4, None)


def test_sent_twice_it_is_one(alice: Somebody) -> None:
    form = {"revision": 0, "asked": ASKED, "why_alone": "7"}

    codes = [alice.client.post(HERE, form).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert kept(alice).revision == 1


def test_two_windows_are_held_side_by_side(alice: Somebody) -> None:
    alice.keeps(sat())

    page = alice.client.post(HERE, {"revision": 0, "asked": ASKED, "when_doubled": "less"})

    assert page.status_code == 409
    assert "There are two of this." in shown(page)
    assert "7 of 10" in shown(page)
    mine = re.findall(r'name="(\w+)" value="([^"]*)"', main_of(page).split("</form>")[0])
    assert ("asked", "would_accept") in mine
    assert ("revision", "1") in mine


def test_answers_are_changed_and_their_day_stays(alice: Somebody) -> None:
    alice.keeps(sat(when_doubled=WhenDoubled.less))

    form = alice.client.get(HERE)
    assert questions(form) == ASKED
    assert re.search(r'name="why_alone" value="7"[^>]*checked', main_of(form))
    alice.client.post(HERE, {"revision": 1, "asked": ASKED, "why_alone": "2", "when_doubled": ""})

    assert (kept(alice).why_alone, kept(alice).when_doubled, kept(alice).when) == (2, None, NOON)


def test_they_are_removed_and_that_is_taken_back(alice: Somebody) -> None:
    alice.keeps(sat())

    page = alice.client.post(f"{HERE}remove/", follow=True)
    assert alice.store.all(ThreeQuestions) == []
    assert wording.NO_ANSWERS_YET.id in shown(page)
    alice.client.post(f"{HERE}undo/")

    assert kept(alice).why_alone == 7


def test_what_was_said_on_a_first_visit_is_seen_and_can_be_removed(alice: Somebody) -> None:
    first = Reflection(
        id=SITTING,
        when=NOON,
        nearest=Nearest.snapped,
        choice=Choice.felt_like_no_other_way,
        line=Line.rely_on_myself,
    )
    alice.keeps(first)

    said = shown(alice.client.get("/notebook/how/"))
    alice.client.post(f"{HERE}remove/")

    for sentence in ("You snapped, or shut down.", "It felt like", "I can only rely on myself"):
        assert sentence in said
    assert alice.store.all(Reflection) == []


def test_the_notebook_has_a_door_to_them_once_there_is_something(alice: Somebody) -> None:
    before = main_of(alice.client.get("/notebook/"))
    alice.keeps(sat())

    after = main_of(alice.client.get("/notebook/"))

    assert 'href="/notebook/how/"' not in before
    assert 'href="/notebook/how/"' in after


def test_nobody_else_finds_them(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(sat())

    assert bob.client.get(HERE).status_code == 404
    bob.client.post(f"{HERE}remove/")
    assert "7 of 10" not in shown(bob.client.get("/notebook/how/"))
    assert kept(alice).why_alone == 7


def test_nothing_of_it_is_put_forward(alice: Somebody) -> None:
    alice.keeps(sat())

    assert "/three/" not in main_of(alice.client.get("/"))


def test_a_notebook_with_a_first_visit_alone_shows_the_door_and_is_not_called_empty(
    alice: Somebody,
) -> None:
    alice.keeps(Reflection(id=SITTING, when=NOON, nearest=Nearest.snapped))

    page = main_of(alice.client.get("/notebook/"))

    assert 'href="/notebook/how/"' in page
    assert "Nothing here yet" not in page
    assert "tap once. It stands here then." in page
