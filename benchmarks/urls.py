"""Every address of the program, and one that answers nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from beside.config import urls
from beside.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def nothing(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("benchmarks/nothing/", nothing), *urls.urlpatterns]
