"""What came back: taken in, looked at, left for later, or made into a small test."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.journey.practice import replies, wording
from beside.journey.practice.reply import Reply
from beside.kernel.ids import new_id
from beside.pages.front.answers import see_other
from beside.pages.front.arrivals import take_in
from beside.pages.front.back import aside_of
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.sharing.arrived import LATER, arrived
from beside.pages.sharing.offers import WORDS
from beside.pages.sharing.refusals import kindly
from beside.pages.templatetags.say import say


@person_required
@sent_only("today:today")
@kindly
def come_in(request: PersonRequest) -> HttpResponse:
    """Take in what came back since the notebook was opened."""
    take_in(request.opened.notebook, when(request))
    return see_other("today:today")


@person_required
@sent_only("today:today")
def later(request: PersonRequest) -> HttpResponse:
    """Leave answers for another time: Today shows them again once the notebook is next opened."""
    aside = aside_of(request)
    if aside is not None:
        aside[LATER] = True
    return see_other("today:today")


@person_required
@kindly
@require_safe
def reply(request: PersonRequest, reply_id: UUID) -> HttpResponse:
    """Show one answer."""
    store = open_vault(request)
    one = arrived(store, store.get(Reply, reply_id))
    return render(request, "sharing/reply.html", {"arrived": one, "wording": wording})


@person_required
@sent_only("sharing:reply")
@kindly
def seen(request: PersonRequest, reply_id: UUID) -> HttpResponse:
    """Note that it was seen, and go on: to what happened, where that is what was asked for."""
    one = replies.see(store=open_vault(request), when=when(request), reply_id=reply_id)
    if "outcome" in request.POST and one.ask_id is not None:
        return see_other("practice:outcome", one.ask_id)
    return see_other("today:today")


@person_required
@sent_only("sharing:reply")
@kindly
def accept(request: PersonRequest, reply_id: UUID) -> HttpResponse:
    """Make a small test of an offer, and go on to the guess."""
    made = replies.accept_offer(
        store=open_vault(request),
        when=when(request),
        reply_id=reply_id,
        ask_id=new_id(),
        words=say(WORDS),
    )
    return see_other("practice:guess", made.id)
