"""Every answer forbids the same things, whatever it is and however it went."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db(transaction=True)

EVERYWHERE = ["/", "/now/", "/keep/", "/open/", "/leave/", "/nothing/here/", "/tests/"]


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"host": "beside.localhost"}, raise_request_exception=False)


@pytest.mark.parametrize("address", EVERYWHERE)
def test_nothing_comes_from_elsewhere_and_nothing_is_kept(anybody: Client, address: str) -> None:
    answer = anybody.get(address)

    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex"
    assert "Clear-Site-Data" not in answer


def test_the_browser_may_use_nothing_of_the_machine_but_the_clipboard_and_passkeys(
    anybody: Client,
) -> None:
    allowed = [
        rule.strip()
        for rule in anybody.get("/")["Permissions-Policy"].split(",")
        if not rule.endswith("=()")
    ]

    assert allowed == [
        "clipboard-write=(self)",
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]


def test_a_year_of_https_is_asked_for_where_there_is_https_alone(anybody: Client) -> None:
    assert "Strict-Transport-Security" not in anybody.get("/now/")
    assert anybody.get("/now/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("host", ["evil.example", "localhost", "192.168.1.9", "beside.localhost.x"])
def test_a_name_that_is_not_ours_is_turned_away(host: str) -> None:
    answer = Client(headers={"host": host}).get("/")

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Leave this page" in page
    assert "What you kept before is safe." in page
    assert host not in page
