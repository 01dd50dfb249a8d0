"""The letterbox: off until asked for, on one's own device, and nothing can be read at it."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from beside.journey.pattern.model import Moment, MomentKind
from beside.keeping.accounts.models import Device, Letter
from beside.keeping.vault.models import Manifest, SealedRow
from beside.keeping.vault.notebook import LookedThrough
from beside.pages.account import letterbox
from tests.support.household import Person, hidden, said

WORDS = "Carried the washing machine up.\nPast two neighbours."


@pytest.fixture
def phone(alice: Person) -> Person:
    """Alice, who said that nobody looks, and marked this device."""
    alice.notebook().prefer(looked_through=LookedThrough.no)
    alice.send("/settings/letterbox/", to="/settings/letterbox/mark/")
    return alice


def lock(somebody: Person) -> None:
    somebody.send("/settings/", to="/lock/")


def drop(somebody: Person, what: str = "did_it_alone", **rest: str):
    return somebody.send("/note/", what=what, **rest)


@pytest.mark.parametrize("said_so", [None, LookedThrough.maybe, LookedThrough.yes])
def test_it_is_not_offered_where_somebody_may_look(alice: Person, said_so) -> None:
    alice.notebook().prefer(looked_through=said_so)

    assert "Letterbox" not in said(alice.look("/settings/"))
    assert "Use it on this device" not in said(alice.look("/settings/letterbox/"))
    token = {"csrfmiddlewaretoken": alice.client.cookies["__Host-csrf"].value}
    alice.client.post("/settings/letterbox/mark/", token)
    assert Device.objects.count() == 0


def test_it_is_off_until_somebody_wants_it(alice: Person) -> None:
    alice.notebook().prefer(looked_through=LookedThrough.no)

    assert "Letterbox" in said(alice.look("/settings/"))
    assert "__Host-d" not in alice.client.cookies
    lock(alice)
    assert "Nothing can be dropped in here." in said(alice.look("/note/"))


def test_the_cookie_is_closed_and_lives_for_a_year(phone: Person) -> None:
    cookie = phone.client.cookies["__Host-d"]

    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert cookie["max-age"] == 365 * 24 * 60 * 60


def test_a_moment_waits_sealed_and_is_taken_in_with_its_own_day(phone: Person) -> None:
    lock(phone)

    page = drop(phone, note=WORDS)

    assert (page.status_code, page["Location"]) == (303, "/note/kept/")
    assert "Kept. It can’t be read here." in said(phone.look("/note/kept/"))
    assert b"washing" not in bytes(Letter.objects.get().sealed)
    phone.open()
    assert "What waited in the letterbox is in" in said(phone.look("/"))
    (moment,) = phone.notebook().store.all(Moment)
    assert (moment.what, moment.note) == (MomentKind.did_it_alone, WORDS)
    assert Letter.objects.count() == 0


def test_what_waits_cannot_be_read_on_any_page(phone: Person) -> None:
    lock(phone)
    drop(phone, note=WORDS)

    for path in ("/note/", "/note/kept/", "/", "/open/"):
        assert "washing" not in phone.look(path).content.decode()


def test_the_same_form_twice_is_one_moment(phone: Person) -> None:
    lock(phone)
    filled = hidden(phone.look("/note/"), "/note/") | {"what": "let_someone"}

    phone.client.post("/note/", filled)
    phone.client.post("/note/", filled)

    phone.open()
    assert len(phone.notebook().store.all(Moment)) == 1


def test_too_many_letters_are_refused_with_all_of_them_still_there(phone: Person) -> None:
    lock(phone)

    page = drop(phone, note="x" * 2001)

    assert page.status_code == 422
    assert "That is 2001 letters; there is room for 2000." in said(page)
    assert "x" * 2001 in page.content.decode()
    assert Letter.objects.count() == 0


def test_a_choice_is_needed_and_must_be_one_of_three(phone: Person) -> None:
    lock(phone)

    for what in ("", "took_it_on", "nothing"):
        page = drop(phone, what=what, note=WORDS)
        assert page.status_code == 422
        assert "Past two neighbours." in page.content.decode()


def test_it_is_full_at_twenty_and_says_so(phone: Person) -> None:
    lock(phone)
    for _ in range(20):
        drop(phone)

    page = drop(phone, note=WORDS)

    assert page.status_code == 422
    assert "The letterbox is full." in said(page)
    assert "washing machine" in page.content.decode()
    phone.open()
    assert len(phone.notebook().store.all(Moment)) == 20


def test_open_it_leads_to_today_instead(phone: Person) -> None:
    assert phone.client.get("/note/")["Location"] == "/"


def test_a_page_from_before_the_notebook_was_opened_still_keeps(phone: Person) -> None:
    lock(phone)
    filled = hidden(phone.look("/note/"), "/note/") | {"what": "let_someone"}
    phone.open()
    filled["csrfmiddlewaretoken"] = phone.client.cookies["__Host-csrf"].value

    assert phone.client.post("/note/", filled).status_code == 303
    assert Letter.objects.count() == 1


def test_the_door_shows_the_slot_on_this_device_alone(phone: Person, charlie: Person) -> None:
    lock(phone)

    for path in ("/", "/open/"):
        assert "Drop a moment in" in said(phone.look(path))
        assert "Drop a moment in" not in said(charlie.look(path))


def test_a_removed_device_keeps_nothing_and_gives_the_words_back(phone: Person) -> None:
    lock(phone)
    filled = hidden(phone.look("/note/"), "/note/") | {"what": "let_someone", "note": WORDS}
    elsewhere = Person(words=phone.words)
    elsewhere.open()
    elsewhere.send("/settings/letterbox/", to="/settings/letterbox/remove/")

    page = phone.client.post("/note/", filled)

    assert page.status_code == 403
    assert "washing machine" in page.content.decode()
    assert page.cookies["__Host-d"].value == ""
    assert Letter.objects.count() == Device.objects.count() == 0


def test_what_waits_is_taken_in_before_its_device_is_removed(phone: Person) -> None:
    lock(phone)
    phone.open()
    filled = {"what": "let_someone", "id": "d0000000-0000-4000-8000-000000000009"}
    filled["csrfmiddlewaretoken"] = phone.client.cookies["__Host-csrf"].value
    phone.client.post("/note/", filled)

    phone.send("/settings/letterbox/", to="/settings/letterbox/remove/")

    assert len(phone.notebook().store.all(Moment)) == 1


def test_a_device_stays_where_what_waits_could_not_be_taken_in(
    phone: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(phone)
    phone.open()
    filled = {"what": "let_someone", "id": "d0000000-0000-4000-8000-000000000009"}
    filled["csrfmiddlewaretoken"] = phone.client.cookies["__Host-csrf"].value
    phone.client.post("/note/", filled)
    monkeypatch.setattr(letterbox, "note_moment", no_room)
    phone.client.raise_request_exception = False

    page = phone.send("/settings/letterbox/", to="/settings/letterbox/remove/")

    assert page.status_code >= 500
    assert (Letter.objects.count(), Device.objects.count()) == (1, 1)


def no_room(**_moment: object) -> None:
    raise OperationalError("database or disk is full")


def test_a_letter_that_cannot_be_read_is_told_and_the_rest_is_in(phone: Person) -> None:
    lock(phone)
    drop(phone)
    kept = Letter.objects.values().get()
    forged = {**kept, "id": "d0000000-0000-4000-8000-000000000008", "sealed": b"\xba\x01" * 99}
    forged.pop("pk", None)
    Letter(**forged).save(force_insert=True)

    phone.open()

    assert "could not be read, and is gone" in said(phone.look("/"))
    assert len(phone.notebook().store.all(Moment)) == 1
    assert Letter.objects.count() == 0


def test_nothing_of_it_is_left_when_the_notebook_is_deleted(phone: Person) -> None:
    lock(phone)
    drop(phone, note=WORDS)
    phone.open()
    filled = {"what": "let_someone", "id": "d0000000-0000-4000-8000-000000000009"}
    filled["csrfmiddlewaretoken"] = phone.client.cookies["__Host-csrf"].value
    phone.client.post("/note/", filled)

    account_id = phone.notebook().account_id

    phone.send("/settings/delete/", words=phone.words, sure="on")

    for table in (Letter, Device, SealedRow, Manifest):
        assert table.objects.filter(account_id=account_id).count() == 0


def test_it_needs_the_token_of_its_form(phone: Person) -> None:
    lock(phone)

    assert phone.client.post("/note/", {"what": "did_it_alone"}).status_code == 403
    assert Letter.objects.count() == 0


def test_somebody_without_a_notebook_finds_no_list(charlie: Person) -> None:
    assert isinstance(charlie.client, Client)
    assert charlie.client.get("/settings/letterbox/").status_code == 302
