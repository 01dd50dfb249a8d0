"""The open session of a request: found, unwrapped once, and wiped when the answer is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token

from beside.keeping.accounts import known_browsers
from beside.keeping.accounts.names import name_hash_of
from beside.keeping.accounts.sessions import NoSession, Session, sessions, steady
from beside.keeping.accounts.visits import Visit, visits
from beside.keeping.vault.notebook import OpenNotebook
from beside.pages.front.failures import report

COOKIE = "__Host-b"
KNOWN = "__Host-k"
"""By which a browser that opened a notebook is known again where many are served; opens nothing."""


@dataclass(frozen=True)
class Opened:
    """A notebook that is open for this request."""

    session: Session
    notebook: OpenNotebook
    cookie: str

    def __repr__(self) -> str:
        return "<Opened>"


def opened(request: HttpRequest) -> Opened | None:
    """Return the open notebook of this request, or ``None``.

    Where many are served it asks the database, and raises `DatabaseError` where that is away.
    """
    if not hasattr(request, "_opened"):
        request._opened = _resume(request)  # type: ignore[attr-defined]  # noqa: SLF001 - ours
    return request._opened  # type: ignore[attr-defined, no-any-return]  # noqa: SLF001 - ours


def _resume(request: HttpRequest) -> Opened | None:
    cookie = request.COOKIES.get(COOKIE, "")
    if not cookie:
        return None
    try:
        session, data_key = sessions.resume(cookie, now=steady())
    except NoSession:
        return None
    return Opened(session, OpenNotebook(session.account_id, data_key), cookie)


def as_it_came(request: HttpRequest) -> None:
    """Forget what was found for *request*, so that it can be answered from the beginning.

    What lies in a visit stays as it is: no form of a visit is given up.
    """
    _close(request)
    for found in ("_opened", "opened"):
        request.__dict__.pop(found, None)
    if request.method == "POST":
        for _, files in request.FILES.lists():
            for file in files:
                file.seek(0)


def begin(
    request: HttpRequest, response: HttpResponse, notebook: OpenNotebook, *, idle_minutes: int
) -> Opened:
    """Open a session for *notebook* in this browser, in place of any other.

    The request is that of an open notebook from here on, and its form token is a new one.
    """
    _close(request)
    sessions.end(request.COOKIES.get(COOKIE, ""))
    visits.end(request.COOKIES.get(COOKIE, ""))
    cookie = sessions.start(
        notebook.account_id,
        notebook.data_key,
        label=browser_of(request),
        idle=idle_minutes * 60,
        now=steady(),
    )
    response.set_cookie(COOKIE, cookie, secure=True, httponly=True, samesite="Strict")
    if settings.HOSTED:
        _know_again(request, response, notebook)
    rotate_token(request)
    session, data_key = sessions.resume(cookie, now=steady())
    found = Opened(session, OpenNotebook(session.account_id, data_key), cookie)
    request._opened = found  # type: ignore[attr-defined]  # noqa: SLF001 - ours
    return found


def _know_again(request: HttpRequest, response: HttpResponse, notebook: OpenNotebook) -> None:
    """Let this browser be known at the door, so that nobody else's guesses hold it up."""
    named = name_hash_of(notebook.account_id)
    if named is None:
        return
    known = known_browsers.remembered(request.COOKIES.get(KNOWN, ""), named)
    lasts = known_browsers.LASTS
    response.set_cookie(KNOWN, known, max_age=lasts, secure=True, httponly=True, samesite="Strict")


def end(request: HttpRequest, response: HttpResponse) -> None:
    """Lock: forget the session, or the visit, and take the cookie back."""
    _close(request)
    sessions.end(request.COOKIES.get(COOKIE, ""))
    visits.end(request.COOKIES.get(COOKIE, ""))
    request._opened = None  # type: ignore[attr-defined]  # noqa: SLF001 - ours
    response.delete_cookie(COOKIE, samesite="Strict")


def _close(request: HttpRequest) -> None:
    found: Opened | None = getattr(request, "_opened", None)
    if found is not None:
        found.notebook.close()


def browser_of(request: HttpRequest) -> str:
    """Return a word for the browser, so that a person can tell their sessions apart."""
    agent = request.headers.get("User-Agent", "")
    names = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"), ("Safari/", "Safari"))
    systems = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
    name = next((name for mark, name in names if mark in agent), "")
    system = next((system for system in systems if system in agent), "")
    return " · ".join(part for part in (name, system) if part)


def _keep_aside(request: HttpRequest) -> None:
    """Let what lies beside the session, and what was said on a visit, be there next time."""
    found: Opened | None = getattr(request, "_opened", None)
    visit: Visit | None = getattr(request, "_visit", None)
    if visit is not None:
        visits.keep(visit)
    if found is None:
        return
    try:
        sessions.keep_aside(found.session)
    except DatabaseError as problem:
        # The answer is made, and what was kept is kept: a notice less is no failure.
        report(request, problem)


class OpenedSession:
    """Keeps what was laid aside, wipes the key, and takes back a cookie that opens nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            response = self._next(request)
            _keep_aside(request)
        finally:
            _close(request)
        found: Opened | None = getattr(request, "_opened", None)
        stale = hasattr(request, "_opened") and found is None and _opens_nothing(request)
        if stale and COOKIE not in response.cookies:
            response.delete_cookie(COOKIE, samesite="Strict")
        return response


def _opens_nothing(request: HttpRequest) -> bool:
    """Tell whether there is a cookie that belongs to no session and to no visit."""
    cookie = request.COOKIES.get(COOKIE, "")
    return bool(cookie) and not visits.is_there(cookie, now=steady())
