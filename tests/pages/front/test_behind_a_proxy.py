"""What a proxy says of the way here counts from the proxy that was named, and from nobody else."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from beside.pages.front.proxy import BehindAProxy, OverTlsAlone

PROXY, STRANGER, PERSON = "10.0.0.5", "203.0.113.9", "198.51.100.7"


@pytest.fixture(autouse=True)
def hosted(settings: Any) -> None:
    settings.TRUSTED_PROXIES = [ip_network(f"{PROXY}/32")]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = ["notes.example.org"]


def asked(came_from: str, *, method: str = "get", **headers: str) -> HttpRequest:
    """Return the request as the program sees it."""
    seen: list[HttpRequest] = []

    def look(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    extra = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    sent = getattr(RequestFactory(), method)(
        "/people/?q=a", REMOTE_ADDR=came_from, HTTP_HOST="notes.example.org", **extra
    )
    BehindAProxy(look)(sent)
    return seen[0]


def test_the_proxy_says_that_it_was_over_tls() -> None:
    assert asked(PROXY, x_forwarded_proto="https").is_secure()
    assert not asked(PROXY, x_forwarded_proto="http").is_secure()


def test_a_stranger_says_it_in_vain() -> None:
    request = asked(STRANGER, x_forwarded_proto="https", x_forwarded_for=PERSON)

    assert not request.is_secure()
    assert request.META["REMOTE_ADDR"] == STRANGER
    assert not any("FORWARDED" in name for name in request.META)


def test_the_last_address_is_the_one_that_the_proxy_saw() -> None:
    request = asked(PROXY, x_forwarded_for=f"1.2.3.4, evil, {PERSON}")

    assert request.META["REMOTE_ADDR"] == PERSON


@pytest.mark.parametrize("odd", ["", "unknown", "10.0.0.300", f"{PERSON}:80", "<b>"])
def test_what_is_no_address_changes_nothing(odd: str) -> None:
    assert asked(PROXY, x_forwarded_for=odd).META["REMOTE_ADDR"] == PROXY


def test_an_address_that_is_none_is_nobodys_proxy() -> None:
    assert not asked("", x_forwarded_proto="https").is_secure()


def test_who_comes_over_plain_http_is_sent_to_https() -> None:
    answer = OverTlsAlone(lambda _: HttpResponse("page"))(asked(PROXY))

    assert answer.status_code == 301
    assert answer["Location"] == "https://notes.example.org/people/?q=a"


def test_no_form_is_taken_over_plain_http() -> None:
    answer = OverTlsAlone(lambda _: HttpResponse("kept"))(asked(PROXY, method="post"))

    assert answer.status_code == 403


def test_over_tls_everything_goes_on() -> None:
    request = asked(PROXY, x_forwarded_proto="https")

    assert OverTlsAlone(lambda _: HttpResponse("page"))(request).content == b"page"
