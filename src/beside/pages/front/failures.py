"""When something fails, the page says what is kept, and the log says where: never what.

A failure has a short code that a person can read out. It stands for the kind of failure and the
line it happened at; no message and no value goes into it, or into the log.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language

from beside.keeping.accounts.far_visits import Unreachable
from beside.keeping.accounts.opening import TooBusy
from beside.pages.front.kept import what_was_typed
from beside.pages.front.preferences import preferences

log = logging.getLogger("beside.failures")


def _page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    """Return a page that asks nothing of the database, and no session."""
    context.update(
        {
            "retry_path": request.path,
            "theme": preferences(request).theme,
            "language": get_language() or "en",
            "made_up": settings.MADE_UP,
        }
    )
    body = render_to_string(f"front/{status}.html", context)
    return HttpResponse(body, status=status)


def _fresh_token(request: HttpRequest) -> str:
    """Return a token to send the same form with; empty where there is none, or it held a file."""
    return get_token(request) if request.method == "POST" and not request.FILES else ""


def place_of(problem: BaseException) -> str:
    """Return ``file:line`` of the innermost line that is ours, else of the innermost."""
    return place_in(problem.__traceback__)


def place_in(trace: TracebackType | None) -> str:
    """Return the same of a trace alone."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if "beside" in Path(frame.filename).parts]
    for frame in reversed(ours or frames):
        return f"{Path(frame.filename).name}:{frame.lineno}"
    return "?"


def code_for(problem: BaseException) -> str:
    """Return six letters and digits for the kind of failure and its place."""
    text = f"{type(problem).__name__} {place_of(problem)}"
    return hashlib.sha256(text.encode()).hexdigest()[:6].upper()


def report(request: HttpRequest, problem: BaseException) -> str:
    """Write one line without values to the log, and return the code."""
    code, kind, place = code_for(problem), type(problem).__name__, place_of(problem)
    route = request.resolver_match.view_name if request.resolver_match else "-"
    about = {"event": "failure", "code": code, "kind": kind, "at": place, "route": route}
    about["id"] = getattr(request, "number", "")
    log.error("failure %s %s at %s in %s", code, kind, place, route, extra={"about": about})
    return code


def bad_request(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    return _page(request, 400)


def not_allowed(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    return _page(request, 403)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form's token did not fit: an old page, or another site.

    A token is new once the notebook was opened in another window; then the form may go again.
    """
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    token = _fresh_token(request) if ours else ""
    return _page(request, 403, typed=what_was_typed(request), again_token=token)


def not_found(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001 - Django names it
    return _page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, 413)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Our fault; with what was typed, so that it can be tried again or copied."""
    problem = sys.exc_info()[1] or RuntimeError()
    code = report(request, problem)
    status = 503 if isinstance(problem, (DatabaseError, TooBusy, Unreachable)) else 500
    # The token fitted already, so that the same form may be sent once more from here.
    token = _fresh_token(request)
    response = _page(request, status, code=code, typed=what_was_typed(request), again_token=token)
    if status == 503:
        response.headers["Retry-After"] = "10"
    return response
