"""A line for each request: the route's name and a number, and nothing that anybody wrote."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from beside.config.lines import JsonLine
from beside.pages.front.logged import EachRequest

MARKER = "quietmarker"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(logging.getLogger("beside"), "propagate", True)
    caplog.set_level(logging.INFO, logger="beside")

    def read() -> list[dict[str, Any]]:
        return [json.loads(JsonLine().format(record)) for record in caplog.records]

    return read


def ask(path: str, *, status: int = 200, probe: bool = False) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        request.is_a_probe = probe  # type: ignore[attr-defined]
        request.resolver_match = None if probe else resolve(request.path)
        return HttpResponse(status=status)

    EachRequest(answer)(RequestFactory().post(path, {"note": MARKER}, QUERY_STRING=f"q={MARKER}"))


def test_a_line_names_the_route_and_not_the_address(lines: Any) -> None:
    ask("/people/7b0e2e1c-96f3-4ad5-8a32-0e5f7c5d0001/")

    (line,) = lines()
    assert line.keys() == {"time", "level", "event", "id", "route", "status", "ms"}
    assert (line["route"], line["status"]) == ("circle:person", 200)
    assert "7b0e2e1c" not in json.dumps(line)
    assert MARKER not in json.dumps(line)


def test_two_requests_have_two_numbers(lines: Any) -> None:
    ask("/now/")
    ask("/now/")

    first, second = lines()
    assert first["id"] != second["id"]


def test_a_slow_one_is_louder(lines: Any, settings: Any) -> None:
    settings.SLOW = 0

    ask("/now/")

    (line,) = lines()
    assert (line["event"], line["level"]) == ("slow", "warning")


@pytest.mark.parametrize(("status", "count"), [(200, 0), (503, 1)])
def test_health_is_worth_a_line_when_it_is_gone(lines: Any, status: int, count: int) -> None:
    ask("/readyz", status=status, probe=True)

    assert len(lines()) == count
