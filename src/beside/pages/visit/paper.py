"""The paper twin, for whoever cannot use a screen safely: the same for everybody, so made once."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from beside.pages.templatetags.say import say
from beside.papers.sheet.sheet import VARIANTS, Paper, Variant, sheet

_BY_NAME = {variant.file_name: variant for variant in VARIANTS}


@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    """Offer the sheet, to print here or elsewhere."""
    context = {
        "ordinary": [(one.paper is Paper.a4, one.file_name) for one in VARIANTS if not one.large],
        "large": [(one.paper is Paper.a4, one.file_name) for one in VARIANTS if one.large],
    }
    return render(request, "visit/sheet.html", context)


@require_safe
def paper(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """Return one sheet as a PDF."""
    if name not in _BY_NAME:
        raise Http404
    made = _made(_BY_NAME[name], get_language() or "en")
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@lru_cache(maxsize=2 * len(VARIANTS))
def _made(variant: Variant, language: str) -> bytes:
    return sheet(variant, say=say, language=language)
