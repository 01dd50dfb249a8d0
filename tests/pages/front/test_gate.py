"""What is turned away before it is read, and the way out."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from beside.keeping.accounts.sessions import sessions
from beside.pages.front.gate import DOOR_CAP, USUAL_CAP
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

SAFARI = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.5 Safari/605.1.15"
)
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36"


def from_site(site: str) -> dict[str, Any]:
    return {"headers": {"host": "beside.localhost", "sec-fetch-site": site}}


@pytest.mark.parametrize(("address", "cap"), [("/open/", DOOR_CAP), ("/moments/", USUAL_CAP)])
def test_a_body_that_is_too_large_is_turned_away_unread(address: str, cap: int) -> None:
    client = Client(headers={"host": "beside.localhost"})

    answer = client.post(address, {"words": "x" * cap})

    assert answer.status_code == 413
    assert "kept" in answer.content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_from_another_site_changes_nothing(alice: Somebody, site: str) -> None:
    answer = alice.client.post("/lock/", **from_site(site))

    assert answer.status_code == 403
    assert alice.client.get("/").context["signed_in"]


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_leaving_locks_and_takes_the_cookie_back(alice: Somebody, site: str) -> None:
    answer = alice.client.get("/leave/", **from_site(site))

    assert (answer.status_code, answer["Location"]) == (303, settings.LEAVE_TO)
    assert answer.cookies["__Host-b"].value == ""
    assert not alice.client.get("/").context["signed_in"]


def test_another_site_can_not_lock_the_notebook(alice: Somebody) -> None:
    answer = alice.client.get("/leave/", **from_site("cross-site"))

    assert answer.status_code == 303
    assert alice.client.get("/").context["signed_in"]


def test_safari_gets_the_same_cookies_without_the_prefix(alice: Somebody) -> None:
    cookie = alice.client.cookies["__Host-b"].value
    safari = Client(headers={"host": "beside.localhost", "user-agent": SAFARI})
    safari.cookies["b-b"] = cookie

    page = safari.get("/")

    assert page.context["signed_in"]
    assert "b-csrf" in page.cookies
    assert not page.cookies["b-csrf"]["secure"]
    assert page.cookies["b-csrf"]["httponly"]
    assert not [name for name in page.cookies if name.startswith("__Host-")]


def test_no_other_browser_is_believed_without_the_prefix(alice: Somebody) -> None:
    other = Client(headers={"host": "beside.localhost", "user-agent": CHROME})
    other.cookies["b-b"] = alice.client.cookies["__Host-b"].value

    assert not other.get("/").context["signed_in"]


def test_a_cookie_that_opens_nothing_any_more_is_taken_back(alice: Somebody) -> None:
    sessions.end(alice.client.cookies["__Host-b"].value)

    answer = alice.client.get("/")

    assert answer.cookies["__Host-b"]["max-age"] == 0
