"""The letterbox, from the outside: a signed-out page on a device that was marked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.keeping.accounts import devices
from beside.keeping.accounts.devices import Opening
from beside.kernel.sentences import Sentence
from beside.pages.account.letterbox import FULL, NoteForm, drop, on_page
from beside.pages.account.views.door import form_page
from beside.pages.front import device
from beside.pages.front.answers import see_other
from beside.pages.front.kept import what_was_typed
from beside.pages.front.opened import opened
from beside.pages.front.visiting import when_here


@form_page
def note(request: HttpRequest) -> HttpResponse:
    """Offer the three choices and a few words, and let what was chosen wait, sealed."""
    if request.method != "POST" and opened(request) is not None:
        return see_other("today:today")
    try:
        opening = devices.opening_of(device.brought(request))
        return _note(request, opening)
    except devices.NotMarked:
        return _not_marked(request)


def _note(request: HttpRequest, opening: Opening) -> HttpResponse:
    form = NoteForm(request.POST or None)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        drop(opening, form, when=when_here(request))
    except devices.Full:
        return _page(request, form, full=FULL, status=422)
    return see_other("account:note_kept")


def _page(
    request: HttpRequest, form: NoteForm, *, full: Sentence | None = None, status: int = 200
) -> HttpResponse:
    context = on_page(form) | {"full": full}
    return render(request, "account/note.html", context, status=status)


def _not_marked(request: HttpRequest) -> HttpResponse:
    """Say that this device is not marked (any more), with what was typed; forget its cookie."""
    context = {"typed": what_was_typed(request) if request.method == "POST" else []}
    response = render(request, "account/note_gone.html", context, status=403)
    device.take_back(response)
    return response


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """Say that it is kept, and cannot be read here."""
    return render(request, "account/note_kept.html")
