"""Whether it runs, and whether it can work: asked by machines, answered in one word.

Answered before the name in the request is looked at, since a probe asks by number. It tells no
version, no count and no reason; the reason is in the log.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from beside.keeping.vault import steps
from beside.pages.front.failures import code_for, place_of

Next = Callable[[HttpRequest], HttpResponse]

ALIVE = "/healthz"
READY = "/readyz"

log = logging.getLogger("beside.health")


class Health:
    """Answers `/healthz` (it runs) and `/readyz` (the database answers, and fits this release)."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path not in {ALIVE, READY}:
            return self._next(request)
        request.is_a_probe = True  # type: ignore[attr-defined]
        well = request.path == ALIVE or is_ready()
        return HttpResponse(
            "ok\n" if well else "not now\n",
            status=200 if well else 503,
            content_type="text/plain; charset=utf-8",
        )


def is_ready() -> bool:
    """Tell whether the database answers and has been through every step of this release.

    More steps than ours are no hindrance: another node may be a release ahead of this one.
    """
    try:
        return not steps.missing()
    except DatabaseError as problem:
        log.error("the database does not answer", extra={"about": _about(problem)})  # noqa: TRY400 - a traceback holds values
        return False


def _about(problem: DatabaseError) -> dict[str, object]:
    kind, place = type(problem).__name__, place_of(problem)
    return {"event": "not ready", "code": code_for(problem), "kind": kind, "at": place}
