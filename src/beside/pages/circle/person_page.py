"""One person's page, drawn the same whether it is fresh or comes back with a mistake."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from beside.around.circle import rules, wording
from beside.around.circle.model import Person, Safety
from beside.pages.circle.forms import DescribeForm, SafetyForm
from beside.pages.circle.shown import asks_with, tag_of
from beside.pages.front.requests import PersonRequest, open_vault


def person_page(
    request: PersonRequest,
    somebody: Person,
    *,
    describing: DescribeForm | None = None,
    answering: SafetyForm | None = None,
) -> HttpResponse:
    """Return the page of *somebody*; with a form that was refused, its mistakes (422)."""
    safety = rules.safety_of(somebody)
    refused = describing or answering
    kept = {"name": somebody.name, "ring": somebody.ring}
    context = {
        "person": somebody,
        "initials": rules.initials(somebody.name),
        "tag": tag_of(somebody),
        "safety": wording.SAFETY[safety],
        "is_resting": safety is Safety.resting,
        "is_flagged": safety is Safety.flagged,
        "may_be_asked": rules.may_be_asked(somebody),
        "asks": asks_with(open_vault(request), somebody),
        "describing": describing or DescribeForm(initial=kept, auto_id="describe_%s"),
        "answering": answering or SafetyForm(auto_id="answer_%s"),
        "form": refused,
        "wording": wording,
    }
    return render(request, "circle/person.html", context, status=422 if refused else 200)
