"""A device that was marked as somebody's own brings a cookie along. It opens nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

COOKIE = "__Host-d"
A_YEAR = 365 * 24 * 60 * 60


def brought(request: HttpRequest) -> str:
    """Return what the device brought along; nothing where it was never marked."""
    return request.COOKIES.get(COOKIE, "")[:200]


def give(response: HttpResponse, cookie: str) -> None:
    """Let this browser hold *cookie* for a year."""
    response.set_cookie(
        COOKIE, cookie, max_age=A_YEAR, secure=True, httponly=True, samesite="Strict"
    )


def take_back(response: HttpResponse) -> None:
    """Let this browser hold it no longer."""
    response.delete_cookie(COOKIE, samesite="Strict")
