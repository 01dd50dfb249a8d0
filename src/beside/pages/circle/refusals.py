"""When another window was quicker, or a person is gone: one clear page, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.around.circle import wording
from beside.around.circle.model import Person
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict, NotKept
from beside.pages.circle.told import all_in_rows
from beside.pages.front.conflicts import conflict_page
from beside.pages.front.kept import what_was_typed
from beside.pages.front.requests import PersonRequest

P = ParamSpec("P")


def kindly(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Answer a person who is gone with 404, and two versions with both of them."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotKept:
            context = {"wording": wording, "typed": what_was_typed(request)}
            return render(request, "circle/gone.html", context, status=404)
        except Conflict as conflict:
            return both_versions(request, conflict)

    return guarded


def both_versions(request: PersonRequest, conflict: Conflict) -> HttpResponse:
    """Return the page (409) with what is kept beside what was sent."""
    gone = conflict.kept is None
    back = "circle:people" if gone else "circle:person"
    return conflict_page(
        request,
        conflict,
        rows=_rows,
        back=reverse(back, args=[] if gone else [conflict.offered.id]),
    )


def _rows(record: Record) -> list[tuple[Sentence, str]]:
    return all_in_rows(record) if isinstance(record, Person) else []
