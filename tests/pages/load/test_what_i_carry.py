"""What I carry, in one minute: every way through it, and nothing typed is ever lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.http import HttpResponse

from beside.around.load import wording
from beside.around.load.model import Carried, Carrying, Chosen
from beside.journey.practice.model import Ask, AskKind, AskState, Happened
from beside.kernel.days import lived
from beside.kernel.ids import new_id
from tests.support.cast import NEXT_DAY, NOON, a_moment, happened
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

THIS_WEEK = UUID("d3000000-0000-4000-8000-000000000001")
HERE = f"/carry/{THIS_WEEK}/"
HOSTILE = "<script>alert(1)</script> & %(name)s مرحبا"


def carried(**changes: object) -> Carrying:
    what = (Carried.the_bills, Carried.a_parent, Carried.forms)
    return Carrying(id=THIS_WEEK, when=NOON, what=what).but(**changes)


def kept(alice: Somebody) -> Carrying:
    (one,) = alice.store.all(Carrying)
    return one


def fills_in(alice: Somebody, path: str = "/carry/new/", **said: object) -> HttpResponse:
    """Fill in the form at *path*, and go where it leads."""
    form = forms_on(alice.client.get(path))[0]
    return alice.client.post(form["action"] or path, {**form["fields"], **said}, follow=True)


def test_ticks_lead_to_the_one_question(alice: Somebody) -> None:
    page = fills_in(alice, what=["the_bills", "forms"], other="the dog")

    assert wording.FLU.id in shown(page)
    assert [value for _, value in forms_on(page)[0]["buttons"]] == [
        "the_bills",
        "forms",
        "other",
        "others",
    ]
    assert "the dog" in shown(page)
    assert kept(alice).what == (Carried.the_bills, Carried.forms, Carried.other)


def test_one_answer_leads_to_something_smaller_than_help(alice: Somebody) -> None:
    alice.keeps(carried())

    page = alice.client.post(f"{HERE}flu/", {"answer": "the_bills", "revision": 1}, follow=True)

    assert shown(page).startswith("“The bills.”")
    assert wording.SMALLER.id in shown(page)
    for said in ("Make it a small test", "Write it down for me", "Leave it undone", "Not today"):
        assert said in shown(page)


def test_others_would_manage_and_that_is_all(alice: Somebody) -> None:
    alice.keeps(carried())

    page = alice.client.post(f"{HERE}flu/", {"answer": "others", "revision": 1}, follow=True)

    assert "Kept. There is nothing else to do." in shown(page)
    assert "Others would manage." in shown(page)
    assert kept(alice).others_would_manage


@pytest.mark.parametrize("answer", ["", "food", "unicorn", HOSTILE])
def test_only_what_was_ticked_is_an_answer(alice: Somebody, answer: str) -> None:
    alice.keeps(carried())

    page = alice.client.post(f"{HERE}flu/", {"answer": answer, "revision": 1})

    assert page.status_code == 422
    assert wording.NOT_TICKED.id in shown(page)
    assert kept(alice).nobody_knows is None


# Four ways to go on


def test_it_becomes_a_small_test_with_words_that_can_be_changed(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    page = alice.client.post(f"{HERE}test/", {"revision": 1}, follow=True)

    (ask,) = alice.store.all(Ask)
    assert page.redirect_chain[-1] == (f"/tests/{ask.id}/who/", 303)
    assert (ask.state, ask.what, ask.person_id) == (AskState.drafted, AskKind.delegate, None)
    assert "nobody would know where the bills are" in ask.words
    assert "a no is fine" in ask.words
    assert (kept(alice).chosen, kept(alice).ask_id) == (Chosen.small_test, ask.id)


def test_pressed_twice_it_is_one_small_test(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    alice.client.post(f"{HERE}test/", {"revision": 1})
    again = alice.client.post(f"{HERE}test/", {"revision": 1})

    (ask,) = alice.store.all(Ask)
    assert again.headers["Location"] == f"/tests/{ask.id}/"


def test_one_s_own_words_for_the_thing_stand_first_in_the_request(alice: Somebody) -> None:
    other = {"what": (Carried.other,), "other": HOSTILE, "nobody_knows": Carried.other}
    alice.keeps(carried(**other))

    page = alice.client.post(f"{HERE}test/", {"revision": 1}, follow=True)

    (ask,) = alice.store.all(Ask)
    assert ask.words.splitlines()[0] == HOSTILE
    assert "<script>alert" not in main_of(page)


def test_a_stale_button_makes_no_small_test(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))
    alice.client.post(f"{HERE}undone/", {"revision": 1})

    page = alice.client.post(f"{HERE}test/", {"revision": 1})

    assert page.status_code == 409
    assert alice.store.all(Ask) == []


def test_without_a_thing_there_is_nothing_to_make_a_test_of(alice: Somebody) -> None:
    alice.keeps(carried())

    pressed = alice.client.post(f"{HERE}test/", {"revision": 1})
    looked = alice.client.get(f"{HERE}next/")

    assert pressed.headers["Location"] == looked.headers["Location"] == f"{HERE}flu/"
    assert alice.store.all(Ask) == []


def test_it_is_written_down_for_oneself(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    page = fills_in(alice, f"{HERE}note/", note=f"Blue folder. {HOSTILE}")

    assert "Kept. There is nothing else to do." in shown(page)
    assert "Blue folder." in shown(page)
    assert "<script>alert" not in main_of(page)
    assert kept(alice).note == f"Blue folder. {HOSTILE}"


def test_it_is_left_undone(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    page = alice.client.post(f"{HERE}undone/", {"revision": 1}, follow=True)

    assert "You left it undone that week." in shown(page)


def test_not_today_writes_nothing(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    page = main_of(alice.client.get(f"{HERE}next/"))

    assert re.search(r'<a class="btn flat" href="/">Not today</a>', page)
    assert kept(alice).revision == 1


# What cannot be kept comes back


def test_more_than_five_come_back_with_all_that_was_said(alice: Somebody) -> None:
    six = ["appointments", "a_mood", "the_bills", "food", "cover_at_work"]

    page = fills_in(alice, what=six, other="the dog")

    assert page.status_code == 422
    assert wording.MORE_THAN_FIVE.id in shown(page)
    assert main_of(page).count("checked") == 5
    assert 'value="the dog"' in main_of(page)
    assert alice.store.all(Carrying) == []


def test_nothing_ticked_is_said_kindly(alice: Somebody) -> None:
    page = fills_in(alice)

    assert page.status_code == 422
    assert wording.NOTHING_TICKED.id in shown(page)


@pytest.mark.parametrize(
    ("path", "name", "much"), [("ticks/", "other", 10_000), ("note/", "note", 10_000)]
)
def test_too_many_words_come_back_whole(alice: Somebody, path: str, name: str, much: int) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))
    words = "w" * much

    page = fills_in(alice, f"{HERE}{path}", **{name: words})

    assert page.status_code == 422
    assert words in main_of(page)
    assert "That has 10000 characters." in shown(page)
    assert kept(alice).revision == 1


@pytest.mark.parametrize("junk", [{"what": "unicorn"}, {"what": HOSTILE}, {"revision": "x"}])
def test_what_no_page_of_ours_sends_is_refused(alice: Somebody, junk: dict[str, str]) -> None:
    page = alice.client.post(f"{HERE}ticks/", {"revision": "0", "what": "food", **junk})

    assert page.status_code == 422
    assert alice.store.all(Carrying) == []


@pytest.mark.parametrize("path", ["flu/", "undone/"])
def test_a_button_without_its_revision_is_no_button_of_ours(alice: Somebody, path: str) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    page = alice.client.post(f"{HERE}{path}", {"answer": "forms"})

    assert page.status_code == 400
    assert kept(alice).revision == 1


# Two windows


def test_two_windows_are_held_side_by_side(alice: Somebody) -> None:
    alice.keeps(carried())
    fills_in(alice, f"{HERE}ticks/", what=["food"])

    page = alice.client.post(f"{HERE}ticks/", {"revision": 1, "what": "forms", "other": "the dog"})

    assert page.status_code == 409
    for said in ("There are two of this.", "food", "forms, the dog"):
        assert said in shown(page)
    mine = forms_on(page)[0]
    alice.client.post(mine["action"], mine["fields"])
    assert kept(alice).what == (Carried.forms, Carried.other)


def test_a_note_of_each_window_can_be_kept_one_after_the_other(alice: Somebody) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))
    alice.client.post(f"{HERE}note/", {"revision": 1, "note": "Blue folder"})

    page = alice.client.post(f"{HERE}note/", {"revision": 1, "note": "Second shelf"})
    both = forms_on(page)[1]
    alice.client.post(both["action"], both["fields"])

    assert kept(alice).note == "Blue folder\n\nSecond shelf"


def test_what_was_deleted_meanwhile_gives_back_what_was_typed(alice: Somebody) -> None:
    page = alice.client.post(f"{HERE}note/", {"revision": 1, "note": "Blue folder"})

    assert page.status_code == 404
    assert "Blue folder" in main_of(page)


# Changed, removed, found again


def test_it_shows_the_last_answers_and_the_days_of_earlier_ones(alice: Somebody) -> None:
    alice.keeps(carried(), carried(id=new_id(), when=NEXT_DAY, what=(Carried.food,)))

    page = alice.client.get("/carry/")

    assert "Wednesday, 4 March 2026" in shown(page)
    assert "Earlier Tuesday, 3 March 2026 The bills · A parent · Forms" in shown(page)
    assert f'href="{HERE}"' in main_of(page)


def test_with_nothing_there_is_a_way_in_and_a_way_out(alice: Somebody) -> None:
    page = alice.client.get("/carry/")

    assert 'href="/carry/new/"' in main_of(page)
    assert "Not today" in shown(page)


def test_ticks_are_changed_on_the_same_day(alice: Somebody) -> None:
    alice.keeps(carried(other="the dog", what=(Carried.food, Carried.other)))

    form = alice.client.get(f"{HERE}ticks/")
    assert 'value="the dog"' in main_of(form)
    fills_in(alice, f"{HERE}ticks/", what=["forms"], other="")

    assert (kept(alice).what, kept(alice).other, kept(alice).when) == ((Carried.forms,), "", NOON)


def test_it_is_removed_and_that_is_taken_back(alice: Somebody) -> None:
    alice.keeps(carried(note="Blue folder"))

    page = alice.client.post(f"{HERE}remove/", follow=True)
    assert alice.store.all(Carrying) == []
    assert f'action="{HERE}undo/"' in page.content.decode()
    alice.client.post(f"{HERE}undo/")

    assert kept(alice).note == "Blue folder"


def test_it_is_found_by_what_was_written(alice: Somebody) -> None:
    alice.keeps(carried(note="Blue folder", what=(Carried.other,), other="Grandma’s pills"))

    page = alice.client.post("/notebook/search/", {"q": "blue PILLS"}, follow=True)

    assert f'href="{HERE}"' in main_of(page)


def test_the_notebook_has_a_door_to_it_once_there_is_something(alice: Somebody) -> None:
    before = main_of(alice.client.get("/notebook/"))
    alice.keeps(carried())

    after = main_of(alice.client.get("/notebook/"))

    assert 'href="/carry/"' not in before
    assert 'href="/carry/"' in after


@pytest.mark.parametrize("path", ["", "ticks/", "flu/", "next/", "note/"])
def test_nobody_else_finds_it(alice: Somebody, bob: Somebody, path: str) -> None:
    alice.keeps(carried(nobody_knows=Carried.the_bills))

    assert bob.client.get(f"{HERE}{path}").status_code == 404


# When it is offered


def test_after_a_tap_it_is_offered_and_not_before(alice: Somebody) -> None:
    assert "/carry/" not in main_of(alice.client.get("/"))

    page = alice.client.post("/moments/", {"id": str(new_id()), "what": "asked"}, follow=True)

    assert 'href="/carry/new/">What I carry, 1 minute</a>' in main_of(page)
    assert "Close" in shown(page)
    assert "/carry/" not in main_of(alice.client.get("/"))


def test_after_it_hurt_it_is_not_offered(alice: Somebody) -> None:
    now = lived(datetime.now(UTC), "UTC")
    hurt = happened(Happened.it_hurt, closed=now, closed_on=now.on, person_id=None)
    alice.keeps(hurt, a_moment())
    tap = {"id": str(new_id()), "what": "asked"}

    swapped = alice.client.post("/moments/", tap, headers={"HX-Request": "true"}).content.decode()

    assert "Kept. There is nothing else to do." in swapped
    assert "/carry/" not in swapped
