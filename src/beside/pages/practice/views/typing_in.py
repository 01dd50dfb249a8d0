"""Typing in a sheet: one row after another, with two questions between them for who is new."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.around.circle import actions as circle
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.journey.pattern.rules import NotYetLived, TooLongAgo
from beside.journey.practice import typed_in, wording
from beside.journey.practice.model import Happened
from beside.kernel.ids import new_id
from beside.kernel.store import NotKept
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.practice.forms import TwoQuestionsForm
from beside.pages.practice.refusals import kindly
from beside.pages.practice.typing_in import PaperForm, paper_page

LAST = "last"
"""What a press says that ends the sheet; it goes on in an address, and holds nothing of anybody."""


@person_required
@kindly
def paper(request: PersonRequest) -> HttpResponse:
    """Keep one row, and go on to the next; an empty row ends it."""
    now, sent = when(request), request.method == "POST"
    form = PaperForm(request.POST if sent else None)
    if sent and LAST in request.POST and form.is_blank():
        return see_other("practice:tests")
    if not form.is_valid():
        return paper_page(request, form, today=now.on)
    try:
        kept = typed_in.type_in_row(
            store=open_vault(request),
            when=now,
            id=form.cleaned_data["id"],
            person_id=new_id(),
            row=form.row(),
        )
    except (NotYetLived, TooLongAgo) as refusal:
        form.refuse_day(refusal)
        return paper_page(request, form, today=now.on)
    return _onward(request, kept)


@person_required
@kindly
def somebody_new(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Ask the two questions about somebody who came in with a row; without an answer they rest."""
    form, person = TwoQuestionsForm(request.POST or None), _resting(request, person_id)
    if person is None:
        return _next_row(request)
    if not form.is_valid():
        return _two_questions(request, person, form)
    told = circle.answer_safety(
        store=open_vault(request),
        when=when(request),
        person_id=person_id,
        # Two taps are the whole form: what another window said meanwhile is answered anew.
        expected_revision=person.revision,
        **form.cleaned_data,
    )
    if safety_of(told) is not Safety.free:
        notice(request, safety_of(told).value)
    return _next_row(request)


@person_required
@sent_only("practice:paper", alone=True)
@kindly
def take_back(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Take back a row that was typed in a moment ago."""
    typed_in.take_back_row(store=open_vault(request), ask_id=ask_id)
    notice(request, "row_back")
    return see_other("practice:paper")


def _onward(request: PersonRequest, kept: typed_in.TypedIn) -> SeeOther:
    hurt = kept.ask.outcome is not None and kept.ask.outcome.how is Happened.it_hurt
    undo = reverse("practice:paper_back", args=[kept.ask.id])
    notice(request, "row_hurt" if hurt else "row_kept", undo=undo)
    if kept.newcomer is None:
        return _next_row(request)
    asked = reverse("practice:paper_person", args=[kept.newcomer.id])
    return SeeOther(f"{asked}?{LAST}=1" if LAST in request.POST else asked)


def _next_row(request: PersonRequest) -> SeeOther:
    ends = LAST in request.POST or LAST in request.GET
    return see_other("practice:tests" if ends else "practice:paper")


def _resting(request: PersonRequest, person_id: UUID) -> Person | None:
    """Return somebody about whom the two questions are open; ``None`` for anybody else."""
    try:
        person = open_vault(request).get(Person, person_id)
    except NotKept:
        return None
    return person if safety_of(person) is Safety.resting else None


def _two_questions(request: PersonRequest, person: Person, form: TwoQuestionsForm) -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "later": "practice:tests" if LAST in request.GET else "practice:paper",
        "wording": wording,
    }
    status = 422 if form.is_bound else 200
    return render(request, "practice/paper_person.html", context, status=status)
