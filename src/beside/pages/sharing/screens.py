"""The screens of a link, drawn without the frame of a notebook: nobody is signed in here.

Even in a browser where somebody's notebook is open, nothing of it is asked for or shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi

from beside.journey.practice import wording
from beside.journey.practice.replies import Request, request_in
from beside.journey.practice.reply import Said
from beside.keeping.sharing.doors import Door
from beside.kernel.sentences import Sentence
from beside.pages.front.preferences import preferences
from beside.pages.sharing import wording as own
from beside.pages.sharing.answering import AnswerForm, CodeForm

FIELDS: Mapping[Said, tuple[str, ...]] = {
    Said.something_else: ("words", "own_time"),
    Said.offer: ("words", "own_time"),
}
"""What is asked before an answer is kept, where something is."""


def screen(request: HttpRequest, name: str, status: int = 200, **more: Any) -> HttpResponse:
    """Return the screen called *name*."""
    context = {
        "theme": preferences(request).theme,
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "made_up": settings.MADE_UP,
        "wording": wording,
        "own": own,
        **more,
    }
    return HttpResponse(render_to_string(f"sharing/{name}.html", context), status=status)


def shut(request: HttpRequest) -> HttpResponse:
    """Return the page for whoever has not opened anything yet; it says nothing of any link."""
    return screen(request, "shut", form=CodeForm())


def nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for every link that opens nothing."""
    return screen(request, "nothing", 404, form=CodeForm())


def asked(request: HttpRequest, door: Door, *, refused: Sentence | None = None) -> HttpResponse:
    """Return what the link shows, and what can be answered."""
    shown = shown_by(door)
    day = date_format(shown.by_when, "l, j F") if shown.by_when else ""
    more = {"shown": shown, "by_day": day, "door": door, "refused": refused}
    name = "offering" if door.is_open_door else "asked"
    offer = AnswerForm(initial={"said": Said.offer}).asking(own.OFFER_WORDS)
    form = offer if door.is_open_door else None
    status = 409 if refused else 200
    return screen(request, name, status, code=code_in(request), form=form, **more)


def in_words(request: HttpRequest, door: Door, form: AnswerForm) -> HttpResponse:
    """Return the screen for an answer that needs words, with its mistakes where it has some."""
    name = "offering" if door.is_open_door else "in_words"
    form.asking(own.OFFER_WORDS if door.is_open_door else own.OWN_WORDS)
    status = 422 if form.is_bound else 200
    more = {"shown": shown_by(door), "door": door}
    return screen(request, name, status, code=code_in(request), form=form, **more)


def thanks(request: HttpRequest, door: Door, form: AnswerForm) -> HttpResponse:
    """Return the two questions that may be skipped, with the answer that was kept in it."""
    status = 422 if form.is_bound else 200
    more = {"shown": shown_by(door), "door": door}
    return screen(request, "thanks", status, code=code_in(request), form=form, **more)


def done(request: HttpRequest, door: Door) -> HttpResponse:
    """Return the last screen."""
    return screen(request, "kept", code=code_in(request), shown=shown_by(door), door=door)


def closed(request: HttpRequest) -> HttpResponse:
    """Say that it is closed, to somebody it was not for."""
    return screen(request, "closed")


def shown_by(door: Door) -> Request:
    """Return what the link shows; raise `NotReadable` where a later release has sealed it."""
    return request_in(door.shown)


def code_in(request: HttpRequest) -> str:
    """Return the code that the form brought along."""
    return request.POST.get("code", "")
