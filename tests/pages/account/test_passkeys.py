"""Passkeys on the pages: asked for with the words, used at the door, and taken away again."""

from __future__ import annotations

import json
import re

import pytest
from django.http import HttpResponse
from django.test import Client

from beside.keeping.accounts.models import Passkey
from beside.keeping.crypto.passkey import Page, as_text
from beside.keeping.vault.notebook import LookedThrough
from tests.support.authenticator import Finger
from tests.support.household import Person, attribute, hidden, said

HERE = Page(origin="http://beside.localhost", host="beside.localhost")


def here() -> Client:
    return Client(enforce_csrf_checks=True, HTTP_HOST=HERE.host)


@pytest.fixture
def phone() -> Person:
    """Somebody at the address with a name, and with a phone that nobody looks through."""
    somebody = Person(client=here())
    somebody.keep()
    somebody.notebook().prefer(looked_through=LookedThrough.no)
    return somebody


def challenge_on(page: HttpResponse) -> str:
    form = re.search(r"<form[^>]*data-passkey[^>]*>", page.content.decode())
    assert form
    return attribute(form[0], "data-challenge")


def make(somebody: Person, finger: Finger, **changes: str) -> HttpResponse:
    asked = somebody.send("/settings/passkeys/new/", words=somebody.words, name="My phone")
    filled = hidden(asked, "/settings/passkeys/keep/")
    filled["credential"] = json.dumps(finger.made(challenge_on(asked)))
    filled["prf"] = as_text(bytes(finger.prf))
    return somebody.client.post("/settings/passkeys/keep/", filled | changes)


def use(somebody: Person, finger: Finger, **changes: str) -> HttpResponse:
    challenge = somebody.client.get("/open/passkey/challenge/").content.decode()
    filled = hidden(somebody.look("/open/"), "/open/passkey/")
    filled["credential"] = json.dumps(finger.answer(challenge))
    filled["prf"] = as_text(bytes(finger.prf))
    return somebody.client.post("/open/passkey/", filled | changes)


def lock(somebody: Person) -> None:
    somebody.send("/settings/", to="/lock/")


@pytest.mark.parametrize("said_so", [None, LookedThrough.maybe, LookedThrough.yes])
def test_they_are_not_offered_where_somebody_may_look(phone: Person, said_so) -> None:
    phone.notebook().prefer(looked_through=said_so)

    assert "Passkeys" not in said(phone.look("/settings/"))
    assert "Make a passkey" not in said(phone.look("/settings/passkeys/"))
    assert phone.client.get("/settings/passkeys/new/")["Location"] == "/settings/passkeys/"


def test_they_are_not_offered_at_an_address_in_numbers(alice: Person) -> None:
    alice.notebook().prefer(looked_through=LookedThrough.no)

    page = said(alice.look("/settings/passkeys/"))

    assert "needs an address with a name" in page
    assert "Make a passkey" not in page


def test_what_it_means_stands_on_the_page(phone: Person) -> None:
    for path in ("/settings/passkeys/", "/settings/passkeys/new/"):
        assert "Anyone who can unlock this phone could open it." in said(phone.look(path))


def test_the_words_are_asked_before_one_is_made(phone: Person) -> None:
    page = phone.send("/settings/passkeys/new/", words="not the words", name="My phone")

    assert page.status_code == 422
    assert "data-challenge" not in page.content.decode()


def test_it_is_made_and_opens(phone: Person) -> None:
    finger = Finger(HERE)
    assert make(phone, finger).status_code == 303
    assert "My phone" in said(phone.look("/settings/passkeys/"))
    lock(phone)

    page = use(phone, finger)

    assert (page.status_code, page["Location"]) == (303, "/")
    assert phone.is_in


def test_it_leads_where_somebody_wanted_to_go(phone: Person) -> None:
    finger = Finger(HERE)
    make(phone, finger)
    lock(phone)

    assert use(phone, finger, next="/settings/")["Location"] == "/settings/"


def test_the_door_offers_it_only_where_one_opens_something(phone: Person) -> None:
    lock(phone)
    assert "data-passkey" not in phone.look("/open/").content.decode()
    phone.open()
    make(phone, Finger(HERE))
    lock(phone)

    page = phone.look("/open/").content.decode()

    assert "data-passkey" in page
    assert "/static/passkey." in page
    assert "/static/passkey." not in phone.look("/").content.decode()


def test_one_that_is_not_known_is_answered_with_the_other_ways(phone: Person) -> None:
    make(phone, Finger(HERE))
    lock(phone)

    page = use(phone, Finger(HERE))

    assert page.status_code == 422
    assert "That passkey opens nothing here." in said(page)
    assert "Which words open it?" in said(page)
    assert not phone.is_in


def test_what_was_overheard_opens_nothing_again(phone: Person) -> None:
    finger = Finger(HERE)
    make(phone, finger)
    lock(phone)
    challenge = phone.client.get("/open/passkey/challenge/").content.decode()
    overheard = {
        "credential": json.dumps(finger.answer(challenge)),
        "prf": as_text(bytes(finger.prf)),
    }
    assert use(phone, finger, **overheard).status_code == 303

    mallory = Person(client=here())
    page = use(mallory, finger, **overheard)

    assert page.status_code == 422
    assert not mallory.is_in


@pytest.mark.parametrize("prf", ["", "AAAA", "é", "A" * 500])
def test_without_what_opens_nothing_is_kept_and_nothing_opens(phone: Person, prf: str) -> None:
    finger = Finger(HERE)
    assert make(phone, finger, prf=prf).status_code == 422
    assert Passkey.objects.count() == 0
    make(phone, finger)
    lock(phone)

    assert use(phone, finger, prf=prf).status_code == 422


def test_what_opens_is_on_no_page_that_comes_back(phone: Person) -> None:
    finger = Finger(HERE)
    make(phone, finger)
    lock(phone)
    filled = {"credential": "{}", "prf": as_text(bytes(finger.prf)), "name": "x"}

    refused = phone.client.post("/open/passkey/", filled)
    locked = phone.client.post("/settings/passkeys/keep/", filled)

    assert (refused.status_code, locked.status_code) == (403, 403)
    for page in (refused, locked):
        assert filled["prf"] not in page.content.decode()


def test_it_is_removed_with_one_press(phone: Person) -> None:
    finger = Finger(HERE)
    make(phone, finger)

    phone.send("/settings/passkeys/", to="/settings/passkeys/remove/")

    assert Passkey.objects.count() == 0
    lock(phone)
    phone.open()
    assert phone.is_in


def test_what_it_opened_elsewhere_is_locked_once_it_is_removed(phone: Person) -> None:
    finger = Finger(HERE)
    make(phone, finger)
    thief = Person(client=here())
    use(thief, finger)
    assert thief.is_in

    phone.send("/settings/passkeys/", to="/settings/passkeys/remove/")

    assert not thief.is_in
    assert phone.is_in


def test_making_one_with_anothers_challenge_keeps_nothing(phone: Person) -> None:
    finger = Finger(HERE)
    challenge = phone.client.get("/open/passkey/challenge/").content.decode()

    page = make(phone, finger, credential=json.dumps(finger.made(challenge)))

    assert page.status_code == 422
    assert "could not be kept" in said(page)
    assert Passkey.objects.count() == 0


def test_they_go_with_the_notebook(phone: Person) -> None:
    make(phone, Finger(HERE))

    phone.send("/settings/delete/", words=phone.words, sure="on")

    assert Passkey.objects.count() == 0


def test_the_script_is_small(settings) -> None:
    script = settings.STATICFILES_DIRS[0] / "passkey.js"

    assert len(script.read_bytes()) <= 3072
