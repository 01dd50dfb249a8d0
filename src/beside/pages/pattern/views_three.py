"""How I do it: three questions at a time, when a person opens them, and what they said before."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from beside.journey.pattern import three_questions, wording
from beside.journey.pattern.model import ThreeQuestions
from beside.journey.pattern.three_questions import NothingAnswered
from beside.kernel.ids import new_id
from beside.kernel.records import Record
from beside.kernel.store import Conflict, NotKept
from beside.pages.front.answers import see_other
from beside.pages.front.conflicts import conflict_page
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.said import said
from beside.pages.front.sent import sent_only
from beside.pages.pattern.three import (
    ThreeForm,
    answers_shown,
    first_visits,
    items_sent,
    rows_of,
)

_ASIDE = "answers_removed"


@person_required
@require_safe
def how(request: PersonRequest) -> HttpResponse:
    """Show what was said before, by its day, and make nothing of it."""
    store, at = open_vault(request), when(request)
    shown = {
        "items": answers_shown(store.all(ThreeQuestions), at),
        "visits": first_visits(store, at),
        "wording": wording,
    }
    return render(request, "pattern/how.html", shown)


@person_required
@require_safe
def three(request: PersonRequest) -> HttpResponse:
    """Put three of our own questions, those never put before first."""
    sittings = open_vault(request).all(ThreeQuestions)
    form = ThreeForm(None, items=three_questions.next_three(sittings))
    return _page(request, form, new_id())


@person_required
def sitting(request: PersonRequest, answers_id: UUID) -> HttpResponse:
    """Keep what was answered at one sitting, or change it."""
    if request.method != "POST":
        kept = _kept(request, answers_id)
        return _page(request, ThreeForm(None, items=kept.asked, sitting=kept), answers_id, kept)
    form = ThreeForm(request.POST, items=items_sent(request.POST))
    if not form.items:
        return see_other("pattern:three")
    if not form.is_valid():
        return _page(request, form, answers_id)
    store, at, told = open_vault(request), when(request), form.answers()
    try:
        three_questions.keep_three(store=store, when=at, id=answers_id, **told)
    except NothingAnswered:
        form.add_error(None, said(wording.NOTHING_TO_KEEP))
        return _page(request, form, answers_id)
    except Conflict as conflict:
        back = reverse("pattern:how")
        return conflict_page(request, conflict, rows=rows_of, back=back)
    notice(request, "answers_kept")
    return see_other("pattern:how")


@person_required
@sent_only("pattern:sitting")
def remove(request: PersonRequest, answers_id: UUID) -> HttpResponse:
    """Delete a sitting, or what was said on a first visit; a slip can be taken back."""
    gone = three_questions.take_back_answers(store=open_vault(request), id=answers_id)
    if gone is not None:
        request.opened.session.aside[_ASIDE] = gone
    notice(request, "removed", undo=reverse("pattern:answers_back", args=[answers_id]))
    return see_other("pattern:how")


@person_required
@sent_only("pattern:sitting")
def bring_back(request: PersonRequest, answers_id: UUID) -> HttpResponse:
    """Take back that they were deleted."""
    gone: Record | None = request.opened.session.aside.get(_ASIDE)
    if gone is not None and gone.id == answers_id:
        three_questions.bring_back_answers(store=open_vault(request), gone=gone)
        notice(request, "brought_back")
    return see_other("pattern:how")


def _page(
    request: PersonRequest, form: ThreeForm, answers_id: UUID, kept: ThreeQuestions | None = None
) -> HttpResponse:
    shown = {"form": form, "answers_id": answers_id, "kept": kept, "wording": wording}
    return render(request, "pattern/three.html", shown, status=422 if form.is_bound else 200)


def _kept(request: PersonRequest, answers_id: UUID) -> ThreeQuestions:
    try:
        return open_vault(request).get(ThreeQuestions, answers_id)
    except NotKept:
        raise Http404 from None
