"""What a view may rely on: only `open_vault` yields a store, and only to a person who opened it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from beside.kernel.days import When, lived
from beside.kernel.store import Store
from beside.pages.front.kept import what_was_typed
from beside.pages.front.opened import Opened, opened
from beside.pages.front.zones import zone_of

P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request from somebody whose notebook is open."""

    opened: Opened


def person_required(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Let only an open notebook in; others find the door, with what they had typed still there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = opened(request)
        if found is None:
            return _the_door(request)
        request.opened = found  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return guarded


def _the_door(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        asked = urlencode({"next": request.path})
        return HttpResponseRedirect(f"{reverse('account:open')}?{asked}")
    context = {"next": request.path, "typed": what_was_typed(request)}
    return render(request, "front/locked.html", context, status=403)


def open_vault(request: PersonRequest) -> Store:
    """Return the person's records."""
    return request.opened.notebook.store


def now() -> datetime:
    """Read the clock (UTC)."""
    return datetime.now(UTC)


def when(request: PersonRequest) -> When:
    """Return this instant, with the day that it is where the person is."""
    return lived(now(), zone_of(request, request.opened.notebook))
