"""Machines ask whether it runs and whether it can work; the answer is one word."""

from __future__ import annotations

import logging

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from beside.keeping.vault import steps
from beside.pages.front.health import Health

MARKER = "connection to 10.1.2.3 as beside failed"


def asked(path: str) -> HttpResponse:
    def elsewhere(_: HttpRequest) -> HttpResponse:
        return HttpResponse("a page")

    # By number and not by name, as a probe asks.
    return Health(elsewhere)(RequestFactory().get(path, HTTP_HOST="10.0.0.7:8750"))


def test_it_runs_whatever_the_database_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "taken", lambda: pytest.fail("it asked"))

    answer = asked("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_it_is_ready_where_the_database_fits() -> None:
    assert asked("/readyz").content == b"ok\n"


@pytest.mark.django_db
def test_a_database_of_an_older_release_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    known = steps.known()
    monkeypatch.setattr(steps, "known", lambda: known | {("vault", "9999_more")})

    answer = asked("/readyz")

    assert (answer.status_code, answer.content) == (503, b"not now\n")


@pytest.mark.django_db
def test_a_database_that_is_ahead_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the old nodes would leave while the new ones come."""
    known = steps.known()
    monkeypatch.setattr(steps, "known", lambda: known - {("vault", "0001_initial")})

    assert asked("/readyz").status_code == 200
    assert steps.of_a_later_release() == {("vault", "0001_initial")}


def test_a_database_that_is_away_is_said_without_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> None:
        raise OperationalError(MARKER)

    monkeypatch.setattr(steps, "taken", away)
    monkeypatch.setattr(logging.getLogger("beside"), "propagate", True)

    answer = asked("/readyz")

    assert (answer.status_code, answer.content) == (503, b"not now\n")
    assert {record.about["kind"] for record in caplog.records} == {"OperationalError"}
    assert MARKER not in caplog.text


def test_every_other_address_is_left_alone() -> None:
    assert asked("/healthz/").content == b"a page"
