"""The language is what this browser asked for: in Settings, or else in its own header."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from beside.pages.front.preferences import preferences


class Language:
    """Speaks one language for the length of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = preferences(request).lang
        if not chosen or not translation.check_for_language(chosen):
            chosen = translation.get_language_from_request(request)
        with translation.override(chosen):
            response = self._next(request)
        response.headers.setdefault("Content-Language", chosen)
        return response
