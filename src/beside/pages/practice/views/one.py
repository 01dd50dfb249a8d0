"""That is one: it ends here, and what else there is can be left where it is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.journey.pattern.wording import THREE
from beside.journey.practice import wording
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import one_is_over
from beside.keeping.accounts.opening import has_spare_key
from beside.pages.front.answers import see_other
from beside.pages.front.requests import PersonRequest, open_vault, person_required
from beside.pages.practice.looking_back import looked_back
from beside.pages.practice.refusals import kindly
from beside.pages.practice.shown import ends_quietly, who_of


@person_required
@kindly
@require_safe
def one(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Say that it is kept. After the first, say that it is one; no other number is said."""
    ask = looked_back(request, ask_id)
    if not ends_quietly(ask):
        return see_other("practice:land", ask_id)
    store = open_vault(request)
    context = {
        "ask": ask,
        "who": who_of(store, ask),
        "is_the_first": one_is_over(store.all(Ask)),
        "no_spare_key": not has_spare_key(request.opened.session.account_id),
        "three": THREE,
        "wording": wording,
    }
    return render(request, "practice/one.html", context)
