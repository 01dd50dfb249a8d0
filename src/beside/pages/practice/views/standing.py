"""Where small tests stand: the list, the page of each, and what can be done with it by a button."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.around.circle.model import Person
from beside.around.circle.rules import by_name, may_be_put_forward
from beside.journey.pattern.rules import NotYetLived, TooLongAgo
from beside.journey.practice import actions, afterwards, finding, wording
from beside.journey.practice.model import Ask, AskKind
from beside.keeping.accounts.opening import has_spare_key
from beside.kernel.ids import new_id
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.practice.linked import forget_with_link
from beside.pages.practice.looking_back import how_it_went
from beside.pages.practice.refusals import kindly
from beside.pages.practice.shown import in_a_list, next_step, told
from beside.pages.practice.unplanned import HappenedForm
from beside.pages.practice.what_happened import at_a_glance

A_PAGE = 30
"""How many small tests that are over stand on one page."""


@person_required
@require_safe
def tests(request: PersonRequest) -> HttpResponse:
    """Show the open ones first, then those that are over, newest first."""
    store = open_vault(request)
    asks, people = store.all(Ask), store.all(Person)
    rows = in_a_list(asks, people)
    rest = {person.id for person in people if not may_be_put_forward(person)}
    over = Paginator([row for row in rows if not row.ask.is_open], A_PAGE)
    context = {
        "open": [row for row in rows if row.ask.is_open and row.ask.person_id not in rest],
        "resting": [row for row in rows if row.ask.is_open and row.ask.person_id in rest],
        "over": over.get_page(request.GET.get("page")),
        "so_far": at_a_glance(asks, people),
        "words": finding,
        "wording": wording,
    }
    return render(request, "practice/tests.html", context)


@person_required
@kindly
@require_safe
def ask(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Show one small test as it is now."""
    store = open_vault(request)
    one = store.get(Ask, ask_id)
    context = {
        **told(store, one),
        **how_it_went(store, one),
        "no_spare_key": not has_spare_key(request.opened.session.account_id),
        "wording": wording,
    }
    return render(request, f"practice/{one.state.value}.html", context)


@person_required
@kindly
def happened(request: PersonRequest) -> HttpResponse:
    """Note one that was not planned. It has no guess, and needs none."""
    store, at, sent = open_vault(request), when(request), request.method == "POST"
    people = by_name(store.all(Person))
    blank = {"id": new_id(), "what": AskKind.own_words}
    form = HappenedForm(request.POST if sent else None, initial=blank, people=people)
    form.fields["on"].widget.attrs["max"] = at.on.isoformat()
    if form.is_valid():
        try:
            done = afterwards.note_already_happened(store=store, when=at, **form.noted())
            return see_other(next_step(store, done), done.id)
        except (NotYetLived, TooLongAgo) as refusal:
            form.refuse_day(refusal)
    context = {"form": form, "wording": wording}
    return render(request, "practice/happened.html", context, status=422 if sent else 200)


@person_required
@sent_only("practice:ask")
@kindly
def put_off(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Not yet: it keeps."""
    revision = revision_sent(request)
    actions.put_off(
        store=open_vault(request), when=when(request), ask_id=ask_id, expected_revision=revision
    )
    notice(request, "put_off")
    return see_other("practice:tests")


@person_required
@sent_only("practice:ask")
@kindly
def let_go(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Put it away, without a word."""
    revision = revision_sent(request)
    actions.let_go(
        store=open_vault(request), when=when(request), ask_id=ask_id, expected_revision=revision
    )
    notice(request, "let_go")
    return see_other("practice:tests")


@person_required
@sent_only("practice:ask")
@kindly
def pick_up(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Take it out again, to where it was."""
    revision = revision_sent(request)
    actions.pick_up_again(store=open_vault(request), ask_id=ask_id, expected_revision=revision)
    notice(request, "picked_up")
    return see_other("practice:ask", ask_id)


@person_required
@kindly
def delete(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Ask once, then delete it for good."""
    store = open_vault(request)
    if request.method == "POST":
        forget_with_link(request, ask_id)
        notice(request, "removed")
        return see_other("practice:tests")
    return render(request, "practice/delete.html", {"ask": store.get(Ask, ask_id)})
