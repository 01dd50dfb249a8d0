"""What is turned away before anything is read: bodies too large, forms from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from beside.pages.front.failures import not_allowed, too_large

Next = Callable[[HttpRequest], HttpResponse]

DOOR_CAP = 16 * 1024
USUAL_CAP = 1024 * 1024
NOTE_CAP = 64 * 1024
IMPORT_CAP = 64 * 1024 * 1024
_CAPS = {
    "/r/": DOOR_CAP,
    "/open/": DOOR_CAP,
    "/open/again/": USUAL_CAP,
    "/open/passkey/": DOOR_CAP,
    "/note/": NOTE_CAP,
    "/settings/import/": IMPORT_CAP,
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class BodyCap:
    """Refuses a body that is larger than its address takes, before it is read."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            size = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = USUAL_CAP + 1
        if size > _CAPS.get(request.path, USUAL_CAP):
            return too_large(request)
        return self._next(request)


class OwnOriginOnly:
    """Refuses an unsafe method that the browser says comes from another site (beside the token)."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and not from_here(request):
            return not_allowed(request)
        return self._next(request)


def from_here(request: HttpRequest) -> bool:
    """Tell whether a page of ours (or the person's own hand) made the browser ask."""
    return request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}


class PlainCookiesForSafari:
    """Safari refuses `__Host-` cookies on plain http, even from this computer to itself.

    There, and nowhere else, the same cookies go by their name without the prefix.
    """

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        agent = request.headers.get("User-Agent", "")
        if request.is_secure() or "Safari/" not in agent or "Chrom" in agent:
            return self._next(request)
        for name in list(request.COOKIES):
            if name.startswith("b-"):
                request.COOKIES.setdefault("__Host-" + name[2:], request.COOKIES[name])
        response = self._next(request)
        for name in [name for name in response.cookies if name.startswith("__Host-")]:
            morsel = response.cookies.pop(name)
            plain = "b-" + name.removeprefix("__Host-")
            response.cookies[plain] = morsel.value
            for key, value in morsel.items():
                if key != "secure":
                    response.cookies[plain][key] = value
        return response
