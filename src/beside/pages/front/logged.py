"""Seeing without reading: one line a request, with the name of its route and not its address.

An address holds ids, a query what was asked, a body what was written; none of them is in a line.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from logging import INFO, WARNING
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

log = logging.getLogger("beside.requests")

UNNAMED = "-"
"""Nothing answers at that address, or it was turned away before anybody looked."""


class EachRequest:
    """Writes which route was asked for, how it went and how long it took; slow ones louder."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        number = request.number = secrets.token_hex(4)  # type: ignore[attr-defined]
        response = self._next(request)
        took = (perf_counter() - began) * 1000
        if not _is_a_probe(request, response):
            _write(number, route_of(request), response.status_code, took)
        return response


def route_of(request: HttpRequest) -> str:
    """Return the name of the route."""
    if request.path.startswith(str(settings.STATIC_URL)):
        return "static"
    return request.resolver_match.view_name if request.resolver_match else UNNAMED


def _is_a_probe(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether it asked for nothing but health, and found it: that is asked all day."""
    return bool(getattr(request, "is_a_probe", False)) and response.status_code == 200


def _write(number: str, route: str, status: int, took: float) -> None:
    level, event = (WARNING, "slow") if took >= settings.SLOW else (INFO, "request")
    about = {"event": event, "id": number, "route": route, "status": status, "ms": round(took, 1)}
    log.log(level, event, extra={"about": about})
