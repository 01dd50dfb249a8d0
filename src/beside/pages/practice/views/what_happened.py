"""*What happened*: what was guessed beside what came, over all small tests."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.around.circle.model import Person
from beside.journey.practice import finding, line_finding, wording
from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Reply
from beside.pages.front.requests import PersonRequest, open_vault, person_required
from beside.pages.practice.what_happened import all_of_it


@person_required
@require_safe
def what_happened(request: PersonRequest) -> HttpResponse:
    """Show what the small tests come to so far."""
    store = open_vault(request)
    page = request.GET.get("page")
    shown = all_of_it(store.all(Ask), store.all(Person), store.all(Reply), page)
    context = {**shown, "words": finding, "line_words": line_finding, "wording": wording}
    return render(request, "practice/what_happened.html", context)
