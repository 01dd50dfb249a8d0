"""A visit: somebody looks around, and nothing is written down. Its answers lie in memory alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beside.journey.practice.model import Ask
from beside.keeping.accounts.sessions import steady
from beside.keeping.accounts.visits import NoVisit, Visit, visits
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import When, lived
from beside.pages.front.answers import see_other
from beside.pages.front.kept import what_was_typed
from beside.pages.front.opened import COOKIE, opened
from beside.pages.front.quiet import from_now_on, is_quiet, told
from beside.pages.front.requests import now
from beside.pages.front.zones import learn_zone, said_by_the_browser, zone_outside

P = ParamSpec("P")
_ZONE = "zone"


class VisitRequest(HttpRequest):
    """A request of somebody who looks around."""

    visit: Visit


def visit_of(request: HttpRequest) -> Visit | None:
    """Return the visit of this browser, or ``None``. Nothing is asked of the database."""
    if not hasattr(request, "_visit"):
        request._visit = _found(request)  # type: ignore[attr-defined]  # noqa: SLF001 - ours
    return request._visit  # type: ignore[attr-defined, no-any-return]  # noqa: SLF001 - ours


def _found(request: HttpRequest) -> Visit | None:
    try:
        return visits.of(request.COOKIES.get(COOKIE, ""), now=steady())
    except NoVisit:
        return None


def begin_visit(request: HttpRequest, response: HttpResponse) -> None:
    """Begin a visit in this browser, in place of any before."""
    visits.end(request.COOKIES.get(COOKIE, ""))
    cookie = visits.begin(now=steady())
    zone = said_by_the_browser(request)
    if zone:
        visit = visits.of(cookie, now=steady())
        visit.aside[_ZONE] = zone
        visits.keep(visit)
    response.set_cookie(COOKIE, cookie, secure=True, httponly=True, samesite="Strict")


def end_visit(request: HttpRequest, response: HttpResponse) -> None:
    """Forget the visit, and take the cookie back."""
    visits.end(request.COOKIES.get(COOKIE, ""))
    response.delete_cookie(COOKIE, samesite="Strict")


def visit_required(
    view: Callable[Concatenate[VisitRequest, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Let only a visit in, one request of it at a time; an answer gives it another half hour.

    Whoever comes too late finds the door, and what they typed.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if opened(request) is not None:
            return see_other("today:today")
        visit = visit_of(request)
        if visit is None:
            return _over(request)
        request.visit = visit  # type: ignore[attr-defined]
        with visit.lock:
            if request.method == "POST":
                visit.since = steady()
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def when_here(request: HttpRequest) -> When:
    """Return this instant, with the day that it is where somebody is who is signed out."""
    return lived(now(), zone_outside(request, _heard_from(visit_of(request))))


def _heard_from(visit: Visit | None) -> str:
    return str(visit.aside.get(_ZONE, "")) if visit else ""


def carry_over(request: HttpRequest, notebook: OpenNotebook) -> None:
    """Keep all that was said on this visit in *notebook*, as it was said. Twice is once."""
    visit = visit_of(request)
    if visit is None:
        return
    learn_zone(notebook, _heard_from(visit))
    with visit.lock:
        with notebook.store.together():
            for record in visit.store.every():
                notebook.store.put(record.but(revision=0), expected_revision=0)
        kept, phone = notebook.preferences(), visit.said.get("phone")
        if phone is not None:
            before, minutes = kept.looked_through, kept.idle_minutes
            notebook.prefer(**from_now_on(told(phone), before=before, idle_minutes=minutes))


def locked_in(visit: Visit | None) -> Ask | None:
    """Return the small test whose guess was locked on this visit, or ``None``."""
    asks = visit.store.all(Ask) if visit else []
    return next((ask for ask in asks if ask.locked), None)


def is_quiet_visit(visit: Visit | None) -> bool:
    """Tell whether the answer about the phone asks for quiet on this visit."""
    phone = visit.said.get("phone") if visit else None
    return phone is not None and is_quiet(told(phone))


def _over(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return see_other("today:today")
    return render(request, "visit/over.html", {"typed": what_was_typed(request)}, status=410)
