"""After it happened: a fact first, then what was feared, the next guess, and a moment to land.

Each step can be skipped, and each can be opened again from the test's own page.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from beside.journey.practice import afterwards, wording
from beside.journey.practice.comparison import side_by_side
from beside.journey.practice.model import Ask, StillSo
from beside.journey.practice.rules import After, Event, after
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.practice.adding_more import MoreForm, StillSoForm, more_page
from beside.pages.practice.forms import AgainForm, FearedForm, LandForm, OutcomeForm
from beside.pages.practice.looking_back import after_page, feared_page, land_page, looked_back
from beside.pages.practice.refusals import kindly
from beside.pages.practice.shown import caution_of, next_step, person_of


@person_required
@kindly
def outcome(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Note what happened, as a fact."""
    store, form = open_vault(request), OutcomeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        one = store.get(Ask, ask_id)
        after(one, Event.record)
        return after_page(request, "outcome", one, form, answers=wording.OUTCOMES)
    done = afterwards.record_outcome(
        store=store,
        when=when(request),
        ask_id=ask_id,
        how=form.cleaned_data["how"],
        expected_revision=revision_sent(request),
    )
    return see_other(next_step(store, done), ask_id)


@person_required
@kindly
def feared(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Say whether the feared thing happened."""
    store, form = open_vault(request), FearedForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return feared_page(request, looked_back(request, ask_id), form)
    done = afterwards.say_whether_feared(
        store=store,
        ask_id=ask_id,
        answer=form.cleaned_data["answer"],
        expected_revision=revision_sent(request),
    )
    return see_other(next_step(store, done, past=After.feared), ask_id)


@person_required
@kindly
def again(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Guess for next time: same person, same size."""
    store, form = open_vault(request), AgainForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        one = looked_back(request, ask_id)
        if caution_of(person_of(store, one)):
            return see_other(next_step(store, one, past=After.next_guess), ask_id)
        compared = side_by_side(one)
        shown = {"heading": compared.heading, "caution": compared.caution, "numbers": range(11)}
        return after_page(request, "again", one, form, past=After.next_guess, **shown)
    done = afterwards.guess_again(
        store=store,
        ask_id=ask_id,
        next_guess=form.cleaned_data["next_guess"] * 10,
        expected_revision=revision_sent(request),
    )
    return see_other(next_step(store, done, past=After.next_guess), ask_id)


@person_required
@kindly
def land(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Let it land, in a few words or none; after a no, and after it hurt, say one kind thing."""
    store, sent = open_vault(request), request.method == "POST"
    form = LandForm(request.POST if sent else None)
    if not sent or not form.is_valid():
        return land_page(request, looked_back(request, ask_id), form)
    afterwards.let_it_land(
        store=store,
        ask_id=ask_id,
        line=form.cleaned_data["landed"],
        expected_revision=revision_sent(request),
    )
    return see_other("practice:one", ask_id)


@person_required
@kindly
def more(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Say what else there was; all of it can stay empty."""
    one, sent = looked_back(request, ask_id), request.method == "POST"
    form = MoreForm(request.POST if sent else None, ask=one)
    if not form.is_valid():
        return more_page(request, one, form)
    afterwards.add_more(
        store=open_vault(request),
        ask_id=ask_id,
        expected_revision=revision_sent(request),
        **form.answers(),
    )
    notice(request, "kept")
    return see_other("practice:ask", ask_id)


@person_required
@sent_only("practice:ask")
@kindly
def line(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Say with one tap whether a line that was kept is still so."""
    form = StillSoForm(request.POST)
    if not form.is_valid():
        return see_other("today:today")
    answer = form.cleaned_data["answer"]
    afterwards.answer_line(
        store=open_vault(request),
        when=when(request),
        ask_id=ask_id,
        answer=answer,
        expected_revision=revision_sent(request),
    )
    notice(request, "line_put_away" if answer is StillSo.put_away else "kept")
    return see_other("today:today")
