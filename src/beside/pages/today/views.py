"""The first page: a door while the notebook is shut, and one next thing once it is open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.journey.practice import wording
from beside.pages.front.device import brought
from beside.pages.front.opened import opened
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.sharing.arrived import on_today
from beside.pages.today.next_thing import next_thing


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show the door to whoever has no notebook open here, and Today to a person."""
    if opened(request) is None:
        return render(request, "today/door.html", {"marked": bool(brought(request))})
    return _today(request)


@person_required
def _today(request: PersonRequest) -> HttpResponse:
    # What somebody answered comes before anything that is put forward from here.
    shown = on_today(request) or next_thing(open_vault(request), when=when(request))
    return render(request, "today/today.html", shown | {"wording": wording})
