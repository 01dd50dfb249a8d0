"""What the frame around every page needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from beside.keeping.accounts.sessions import steady
from beside.pages.front.notices import take
from beside.pages.front.opened import Opened, opened
from beside.pages.front.places import places
from beside.pages.front.preferences import preferences
from beside.pages.front.visiting import is_quiet_visit, visit_of

WARNING = 120
"""Seconds before the notebook locks by itself in which the page says so."""


@dataclass(frozen=True)
class Idle:
    """Seconds until the page warns, and until the notebook locks."""

    warn_after: int
    lock_after: int


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame; where the database is down, the frame of somebody who is signed out."""
    chosen = preferences(request)
    shown: dict[str, Any] = {
        "theme": chosen.theme,
        "quiet_titles": chosen.quiet_titles or is_quiet_visit(visit_of(request)),
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "signed_in": False,
        "made_up": settings.MADE_UP,
        "hosted": settings.HOSTED,
        "registration": settings.REGISTRATION,
    }
    if settings.HOSTED:
        shown |= {
            "run_by": settings.RUN_BY,
            "contact": settings.CONTACT,
            "copies_days": settings.COPIES_DAYS,
        }
    match = request.resolver_match
    # The page for bad nights is made of nothing that can fail.
    if match is not None and match.namespace == "safety":
        return shown
    try:
        found = opened(request)
    except DatabaseError:  # where many are served, it holds the sessions too
        return shown
    return shown if found is None else {**shown, **_of_a_person(request, found)}


def _of_a_person(request: HttpRequest, found: Opened) -> dict[str, Any]:
    try:
        bar = places(request, found.notebook.store)
        spellcheck = found.notebook.preferences().spellcheck
    except DatabaseError:
        return {}
    said = take(found.session)
    left = int(found.session.left(steady()))
    return {
        "signed_in": True,
        "places": bar,
        "spellcheck": spellcheck,
        "notice": said.sentence if said else None,
        "notice_undo": said.undo if said else "",
        "notice_details": said.details if said else "",
        "idle": Idle(warn_after=max(0, left - WARNING), lock_after=left),
        "differs": found.session.aside.get("differs", False),
        "damaged": found.notebook.store.damaged,
    }
