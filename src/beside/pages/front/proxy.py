"""Who is believed about what came before: a proxy that was named, and nobody else.

Behind a proxy every request seems to come from the proxy. It says in headers who asked, and
whether that was over TLS; anybody could send those headers, so they count from a trusted one alone.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from beside.pages.front.failures import not_allowed
from beside.pages.front.gate import SAFE

Next = Callable[[HttpRequest], HttpResponse]

_SAID_BY_A_PROXY = (
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_FORWARDED",
    "HTTP_X_REAL_IP",
)


class BehindAProxy:
    """Drops what a stranger says about the way here; takes the asker's address from a proxy."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_trusted(request.META.get("REMOTE_ADDR", "")):
            for name in _SAID_BY_A_PROXY:
                request.META.pop(name, None)
            return self._next(request)
        # The last one was added by the proxy itself; those before it are whatever was sent.
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if _is_an_address(last):
            request.META["REMOTE_ADDR"] = last
        return self._next(request)


class OverTlsAlone:
    """Sends who came over plain http to https, and takes no form that came that way."""

    def __init__(self, get_response: Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.is_secure():
            return self._next(request)
        if request.method not in SAFE:
            return not_allowed(request)
        return HttpResponsePermanentRedirect(
            f"https://{request.get_host()}{request.get_full_path()}"
        )


def _is_trusted(address: str) -> bool:
    if not _is_an_address(address):
        return False
    asked = ip_address(address)
    return any(asked in network for network in settings.TRUSTED_PROXIES)


def _is_an_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
