"""When another window was quicker, or it is gone: one clear page, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.kernel.store import Conflict, NotKept
from beside.pages.front.conflicts import conflict_page
from beside.pages.front.kept import what_was_typed
from beside.pages.front.requests import PersonRequest
from beside.pages.load.shown import rows_of

P = ParamSpec("P")


def kindly(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Answer what is gone with 404 and what was typed, and two versions with both of them."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotKept:
            typed = {"typed": what_was_typed(request)}
            return render(request, "load/gone.html", typed, status=404)
        except Conflict as conflict:
            gone = conflict.kept is None
            back = "load:carry" if gone else "load:one"
            return conflict_page(
                request,
                conflict,
                rows=rows_of,
                back=reverse(back, args=[] if gone else [conflict.offered.id]),
                long_text="note" if "note" in request.POST else "",
            )

    return guarded
