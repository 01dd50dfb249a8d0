"""After a form, the browser is sent on, so that Back and Reload send nothing twice."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url


class SeeOther(HttpResponseRedirect):
    """303: whatever the method was, the next page is fetched."""

    status_code = 303


def see_other(to: str, *args: Any, **kwargs: Any) -> SeeOther:
    """Return a 303 to the view called *to*."""
    return SeeOther(resolve_url(to, *args, **kwargs))
