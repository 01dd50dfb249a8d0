"""Where somebody goes after the door: to a page of ours, or to the first one."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def ours(address: str | None) -> str:
    """Return the path of *address* where it is a page of this program; else an empty text."""
    if not address or not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return ""
    path = urlsplit(address).path
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    # A door that leads straight out again helps nobody.
    return "" if match.view_name == "front:leave" else path


def wanted(request: HttpRequest) -> str:
    """Return the page that was asked for before the door; else the first one."""
    asked = request.POST.get("next") or request.GET.get("next")
    return ours(asked) or resolve_url("today:today")


def came_from(request: HttpRequest) -> str:
    """Return the page that the request was sent from; else the first one."""
    sent_from = urlsplit(request.headers.get("Referer", ""))
    path = sent_from.path if sent_from.netloc == request.get_host() else ""
    return ours(path) or resolve_url("today:today")


def shown(request: HttpRequest) -> bool:
    """Tell whether the person chose to see what they type at the door."""
    return request.POST.get("see", request.POST.get("shown")) == "1"
