"""What I carry, in one minute: ticks, one question, and one thing to do or to leave."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from beside.around.load import actions
from beside.around.load.model import Carrying
from beside.around.load.rules import newest_first
from beside.kernel.ids import new_id
from beside.kernel.words import TooLong
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.load.forms import FluForm, NoteForm, TicksForm, ticked
from beside.pages.load.refusals import kindly
from beside.pages.load.shown import draft_of, one_page, page, test_of

EARLIER = 30
"""How many earlier times are shown."""
_ASIDE = "carrying_removed"


@person_required
@require_safe
def carry(request: PersonRequest) -> HttpResponse:
    """Show what was said last, and the days of earlier times."""
    every = newest_first(open_vault(request).all(Carrying))
    if not every:
        return page(request, "nothing", None)
    return one_page(request, every[0], every[1 : EARLIER + 1])


@person_required
@kindly
@require_safe
def one(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Show what was said once."""
    return one_page(request, open_vault(request).get(Carrying, carrying_id))


@person_required
@require_safe
def new(request: PersonRequest) -> HttpResponse:
    """Ask what is on somebody this week."""
    form = TicksForm(initial={"revision": 0})
    return page(request, "ticks", None, form, ticks_id=new_id())


@person_required
@kindly
def ticks(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Keep the ticks, or change them."""
    store, sent = open_vault(request), request.method == "POST"
    if not sent:
        kept = store.get(Carrying, carrying_id)
        return page(request, "ticks", kept, TicksForm(initial=ticked(kept)), ticks_id=carrying_id)
    form = TicksForm(request.POST)
    if form.is_valid():
        told, at = form.told(), when(request)
        try:
            actions.note_what_is_carried(store=store, when=at, id=carrying_id, **told)
        except ValueError as refusal:
            form.refuse(refusal)
        else:
            return see_other("load:flu", carrying_id)
    return page(request, "ticks", None, form, ticks_id=carrying_id)


@person_required
@kindly
def flu(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Ask which of these nobody would know how to do."""
    store, sent = open_vault(request), request.method == "POST"
    kept = store.get(Carrying, carrying_id)
    form = FluForm(request.POST if sent else None, carrying=kept)
    if not form.is_valid():
        return page(request, "flu", kept, form)
    said = actions.say_what_nobody_knows(
        store=store,
        carrying_id=carrying_id,
        thing=form.thing(),
        expected_revision=revision_sent(request),
    )
    if said.nobody_knows is not None:
        return see_other("load:next", carrying_id)
    notice(request, "answers_kept")
    return see_other("load:one", carrying_id)


@person_required
@kindly
@require_safe
def next_for_it(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Offer something smaller than asking for help, and as large as that, nothing."""
    kept = open_vault(request).get(Carrying, carrying_id)
    if kept.nobody_knows is None:
        return see_other("load:flu", carrying_id)
    return page(request, "next", kept)


@person_required
@sent_only("load:next")
@kindly
def make_a_test(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Make a small test of it, once; it goes on with whom it is for."""
    store = open_vault(request)
    kept = store.get(Carrying, carrying_id)
    made = test_of(store, kept)
    if made is not None:
        return see_other("practice:ask", made.id)
    if kept.nobody_knows is None:
        return see_other("load:flu", carrying_id)
    revision = revision_sent(request)
    return see_other("practice:who", draft_of(request, kept, kept.nobody_knows, revision=revision))


@person_required
@kindly
def note(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Write down where things are."""
    store, sent = open_vault(request), request.method == "POST"
    kept = store.get(Carrying, carrying_id)
    form = NoteForm(request.POST if sent else None, initial={"note": kept.note})
    if not form.is_valid():
        return page(request, "note", kept, form)
    words, revision = form.cleaned_data["note"], revision_sent(request)
    try:
        actions.write_it_down(
            store=store, carrying_id=carrying_id, note=words, expected_revision=revision
        )
    except TooLong as refusal:
        form.refuse(refusal)
        return page(request, "note", kept, form)
    notice(request, "answers_kept")
    return see_other("load:one", carrying_id)


@person_required
@sent_only("load:next")
@kindly
def undone(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Leave it undone this week, which is an answer too."""
    actions.leave_it_undone(
        store=open_vault(request),
        carrying_id=carrying_id,
        expected_revision=revision_sent(request),
    )
    notice(request, "answers_kept")
    return see_other("load:one", carrying_id)


@person_required
@sent_only("load:one")
def remove(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Delete it. It waits in memory for a slip of the finger to be taken back."""
    gone = actions.take_back_carrying(store=open_vault(request), id=carrying_id)
    if gone is not None:
        request.opened.session.aside[_ASIDE] = gone
    notice(request, "removed", undo=reverse("load:undo", args=[carrying_id]))
    return see_other("load:carry")


@person_required
@sent_only("load:one")
@kindly
def undo(request: PersonRequest, carrying_id: UUID) -> HttpResponse:
    """Take back that it was deleted."""
    gone: Carrying | None = request.opened.session.aside.get(_ASIDE)
    if gone is not None and gone.id == carrying_id:
        actions.bring_back_carrying(store=open_vault(request), gone=gone)
        notice(request, "brought_back")
    return see_other("load:carry")
