"""Said or sent, by the person: the page for it, the tap that says how, and a time agreed on."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from beside.journey.practice import sending, wording
from beside.journey.practice.actions import AlreadyPast
from beside.journey.practice.model import Ask
from beside.journey.practice.rules import Event, after
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.said import said
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.practice.refusals import kindly
from beside.pages.practice.sending import (
    AgreedForm,
    ChannelForm,
    EntryForm,
    entry_of,
    is_waiting,
    keep_time,
    leaving,
    send_page,
)


@person_required
@kindly
@require_safe
def send(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Show the words, and what may hand them on."""
    one = open_vault(request).get(Ask, ask_id)
    return send_page(request, one) if is_waiting(one) else see_other("practice:ask", ask_id)


@person_required
@sent_only("practice:ask")
@kindly
def channel(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Note how it went out, with one tap; another tap corrects it."""
    form = ChannelForm(request.POST)
    if not form.is_valid():
        return see_other("practice:ask", ask_id)
    chosen = form.cleaned_data["channel"]
    sending.say_how_it_went_out(
        store=open_vault(request),
        when=when(request),
        ask_id=ask_id,
        channel=chosen,
        expected_revision=revision_sent(request),
    )
    notice(request, "went_out" if chosen else "not_out")
    return see_other("practice:ask", ask_id)


@person_required
@sent_only("practice:send")
@kindly
def agree(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Keep the time that the two agreed on."""
    one, form = open_vault(request).get(Ask, ask_id), AgreedForm(request.POST, auto_id="agreed_%s")
    after(one, Event.agree)
    if not form.is_valid():
        return send_page(request, one, sent=form)
    try:
        keep_time(request, one, form)
    except AlreadyPast:
        form.add_error("on", said(wording.TIME_IS_OVER))
        return send_page(request, one, sent=form)
    except sending.TooFarOff:
        form.add_error("on", said(wording.TIME_TOO_FAR))
        return send_page(request, one, sent=form)
    notice(request, "time_kept")
    return see_other("practice:send", ask_id)


@person_required
@sent_only("practice:send")
@kindly
def take_back_time(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Take the time back."""
    sending.take_back_agreed(
        store=open_vault(request), ask_id=ask_id, expected_revision=revision_sent(request)
    )
    notice(request, "time_taken_back")
    return see_other("practice:send", ask_id)


@person_required
@sent_only("practice:send")
@kindly
def calendar(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Send the time as a file; nothing of it is kept, and what it says stands in no address."""
    one, form = open_vault(request).get(Ask, ask_id), EntryForm(request.POST)
    if one.agreed is None or not is_waiting(one) or not leaving(request, one).hands_on:
        return see_other("practice:send", ask_id)
    return entry_of(one, form) if form.is_valid() else send_page(request, one, sent=form)
