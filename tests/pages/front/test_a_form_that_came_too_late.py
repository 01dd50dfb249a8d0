"""A form with an old token keeps its words, and may go again where the page was ours."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from beside.around.circle.model import Person
from tests.support.people import HERE, Somebody

WORDS = "Sam from next door"
ANSWERS = {
    "id": "7d0f5b8e-9d55-4a52-8a5e-0c6f6f3f2a11",
    "name": WORDS,
    "hurt": "no",
    "afraid": "no",
}
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def strict(alice: Somebody) -> Client:
    """Alice's browser, from which no form goes without a token."""
    return alice.open_in(Client(enforce_csrf_checks=True, **HERE))


def token_on(page: str) -> str:
    return re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[-1]


def test_it_can_be_sent_again_with_one_press(alice: Somebody, strict: Client) -> None:
    refused = strict.post("/people/new/", ANSWERS, headers=OURS)
    page = refused.content.decode()

    sent = strict.post("/people/new/", ANSWERS | {"csrfmiddlewaretoken": token_on(page)})

    assert refused.status_code == 403
    assert WORDS in page
    assert sent.status_code == 303
    assert [one.name for one in alice.store.all(Person)] == [WORDS]


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_what_came_from_elsewhere_gets_no_token(strict: Client, site: str) -> None:
    refused = strict.post("/people/new/", ANSWERS, headers={"Sec-Fetch-Site": site})

    assert refused.status_code == 403
    assert "csrfmiddlewaretoken" not in refused.content.decode()


def test_what_was_carried_to_the_door_is_carried_on(charlie: Client) -> None:
    strict = Client(enforce_csrf_checks=True, **HERE)
    sent = {"typed-note": WORDS, "next": "/people/", "words": "nobody must see these"}

    page = strict.post("/open/again/", sent, headers=OURS).content.decode()

    assert f'name="typed-note" value="{WORDS}"' in page
    assert 'name="next" value="/people/"' in page
    assert "nobody must see these" not in page


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/lock/", "/"),
        ("/open/again/", "/open/"),
        ("/open/spare/words/", "/open/spare/"),
        ("/now/country/", "/now/"),
    ],
)
def test_an_address_for_forms_leads_whoever_looks_to_a_page(
    charlie: Client, path: str, to: str
) -> None:
    assert charlie.get(path).url == to


def test_a_failure_looks_as_this_browser_was_asked_to(charlie: Client) -> None:
    charlie.cookies["__Host-p"] = "theme=dark"

    assert 'data-theme="dark"' in charlie.get("/nowhere/").content.decode()
