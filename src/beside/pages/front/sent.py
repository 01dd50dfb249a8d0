"""What a press of a button brings along, and what its address says to somebody who only looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from beside.pages.front.answers import see_other

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


def sent_only(
    to: str, *, alone: bool = False
) -> Callable[
    [Callable[Concatenate[R, P], HttpResponse]],
    Callable[Concatenate[R, P], HttpResponse],
]:
    """Let a view see forms that are sent alone; whoever only looks is sent on to the page *to*.

    *alone*: that page has none of the ids in this address.
    """

    def guard(
        view: Callable[Concatenate[R, P], HttpResponse],
    ) -> Callable[Concatenate[R, P], HttpResponse]:
        @wraps(view)
        def guarded(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method != "POST":
                return see_other(to) if alone else see_other(to, *args, **kwargs)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def revision_sent(request: HttpRequest) -> int:
    """Return the revision that the pressed button stood beside; no page of ours leaves it out."""
    sent = request.POST.get("revision", "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 10):
        raise BadRequest
    return int(sent)
