"""The way out, which works from every page, with and without script."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from beside.pages.front.answers import SeeOther
from beside.pages.front.gate import from_here
from beside.pages.front.opened import end


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Lock, take the cookie back, and go to a page that could be anybody's.

    A GET, because a form that leads to another site is blocked. Asked by another site it locks
    nothing: no stranger's page may close a notebook.
    """
    response = SeeOther(settings.LEAVE_TO)
    if from_here(request):
        end(request, response)
    return response
