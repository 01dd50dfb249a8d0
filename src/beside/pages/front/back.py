"""A form that is answered with a page gets an address of its own, so that Back finds that page.

A browser that goes back to the answer of a form asks whether to send the form again, and shows an
error meanwhile. So the answer is laid beside the session or the visit (gone with it, and on no disk
in clear) and the browser is sent on to look at it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, MutableMapping
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from beside.keeping.accounts.plain import shrunk
from beside.keeping.disk.engine import is_one_file
from beside.pages.front.answers import SeeOther
from beside.pages.front.opened import opened
from beside.pages.front.visiting import visit_of

Next = Callable[[HttpRequest], HttpResponse]

PAGES = 12
"""How many answers are kept for one session."""
SIZE = 2 * 1024 * 1024
"""How many bytes they may have together."""
SHRUNK = 24 * 1024
"""How many bytes one may shrink to where they lie in a row of a table (`sealed_aside.MOST`)."""
_ASIDE = "answer "
_ANSWERED = frozenset({200, 404, 409, 422})
_NEVER_KEPT = frozenset({"account", "front", "safety", "reply"})
"""What opens a notebook is never laid anywhere, and a page for bad nights needs no session; nor
does what somebody else may read who has a link."""


class Answer(NamedTuple):
    """What a form was answered with, at which address."""

    path: str
    status: int
    body: bytes

    def __repr__(self) -> str:
        return "<Answer>"


class AnswersHaveAddresses:
    """Lays an answer aside and sends the browser to it; htmx and old browsers get it at once."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kept = laid_aside(request)
        if kept is not None:
            return HttpResponse(kept.body, status=kept.status)
        response = self._next(request)
        return lay_aside(request, response) if _is_an_answer(request, response) else response


def laid_aside(request: HttpRequest) -> Answer | None:
    """Return the answer that the address names, or ``None``: then the page is made anew."""
    name = request.GET.get("shown", "")
    if request.method != "GET" or not name:
        return None
    kept = (aside_of(request) or {}).get(_ASIDE + name)
    answer = Answer(*kept) if kept else None
    return answer if answer and answer.path == request.path else None


def lay_aside(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep *response* beside the session, and return the way to it."""
    aside = aside_of(request)
    if aside is None or not _has_room_for(response.content):
        return response
    name = secrets.token_urlsafe(9)
    aside[_ASIDE + name] = Answer(request.path, response.status_code, response.content)
    _make_room(aside)
    query = request.GET.copy()
    query["shown"] = name
    way = SeeOther(f"{request.path}?{query.urlencode()}")
    way.cookies = response.cookies
    return way


def _is_an_answer(request: HttpRequest, response: HttpResponse) -> bool:
    navigates = request.headers.get("Sec-Fetch-Mode") == "navigate"
    match = request.resolver_match
    return (
        request.method == "POST"
        and navigates
        and "HX-Request" not in request.headers
        and match is not None
        and match.namespace not in _NEVER_KEPT
        and response.status_code in _ANSWERED
        and not response.streaming
        and response.headers.get("Content-Type", "").startswith("text/html")
    )


def aside_of(request: HttpRequest) -> MutableMapping[str, Any] | None:
    """Return what pages lay beside the session or the visit; ``None`` for somebody at the door."""
    found = opened(request)
    if found is not None:
        return found.session.aside
    visit = visit_of(request)
    return visit.aside if visit else None


def _has_room_for(body: bytes) -> bool:
    if len(body) > SIZE:
        return False
    return is_one_file() or shrunk(body) <= SHRUNK


def _make_room(aside: MutableMapping[str, Any]) -> None:
    """Let the oldest answers go until no more are there than there is room for."""
    kept = [(name, aside.get(name)) for name in list(aside) if name.startswith(_ASIDE)]
    sizes = {name: len(Answer(*answer).body) for name, answer in kept if answer}
    while len(sizes) > PAGES or sum(sizes.values()) > SIZE:
        oldest = next(iter(sizes))
        del sizes[oldest]
        aside.pop(oldest, None)
