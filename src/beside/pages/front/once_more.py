"""A request that the database gave up for another's sake is answered again from its beginning.

Nothing of it was kept, and every save is idempotent, so that a part that was kept before is found
kept. Innermost of all, so that the tokens were looked at once and the answer is laid aside once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.disk.engine import is_one_file
from beside.pages.front.opened import as_it_came


class OnceMore:
    """Calls the view, as often as it takes; in one file nothing is ever given up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._next(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Answer in Django's place; it goes on as after its own call."""
        if is_one_file():
            return None
        return until_it_holds(
            lambda: view(request, *args, **kwargs), before_again=lambda: as_it_came(request)
        )
