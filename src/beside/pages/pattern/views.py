"""Moments: kept with one tap, described when there is time, read by day, found by any word."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from beside.around.circle.model import Person
from beside.journey.pattern.actions import take_back_moment
from beside.journey.pattern.model import Moment
from beside.journey.pattern.rules import NotYetLived
from beside.journey.pattern.wording import MOMENTS, NOT_YET_LIVED, NOTHING_FOUND, NOTHING_YET
from beside.journey.practice.model import Ask
from beside.kernel.store import Conflict, NotKept
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.said import said
from beside.pages.front.sent import sent_only
from beside.pages.pattern import lately, searching
from beside.pages.pattern.days import named
from beside.pages.pattern.forms import SearchForm, TapForm
from beside.pages.pattern.rooms import rooms
from beside.pages.pattern.telling import both_versions, form_for, tell
from beside.pages.pattern.timeline import month_asked, month_shown, place_of
from beside.pages.pattern.waiting import tests_of_late, waiting


@person_required
@require_safe
def new(request: PersonRequest) -> HttpResponse:
    """Offer the three choices and the rest, where Today shows something else."""
    return render(request, "pattern/new.html", lately.choices())


@vary_on_headers("HX-Request")
@person_required
@sent_only("pattern:new")
def keep(request: PersonRequest) -> HttpResponse:
    """Keep a moment with one tap."""
    form = TapForm(request.POST)
    if not form.is_valid():
        return render(request, "pattern/new.html", lately.choices() | {"form": form}, status=422)
    store = open_vault(request)
    is_first = not any(store.has(kind) for kind in (Moment, Ask, Person))
    lately.keep_tap(request, form)
    if not request.htmx:  # type: ignore[attr-defined]  # HtmxMiddleware puts it there
        return see_other("today:today")
    if is_first:
        # The Notebook gets its place in the bar, which stands outside of the fragment.
        return HttpResponseClientRefresh()
    tests = tests_of_late(store, when(request))
    shown = {"in_place": True, "waiting": waiting(tests), "rests": tests.rest()}
    return render(request, "pattern/lately.html#lately", lately.choices() | shown)


@person_required
def moment(request: PersonRequest, moment_id: UUID) -> HttpResponse:
    """Say more about a moment, or something else."""
    form = form_for(request, moment_id)
    if form.is_valid():
        try:
            told = tell(request, form)
        except NotYetLived:
            form.add_error("on", said(NOT_YET_LIVED))
        except Conflict as conflict:
            return both_versions(request, form, conflict)
        else:
            notice(request, "kept")
            return SeeOther(place_of(told, today=when(request).on))
    shown = {"form": form, "moment": form.moment, "what": MOMENTS[form.moment.what]}
    shown["day"] = named(form.moment.when.on, today=when(request).on)
    return render(request, "pattern/moment.html", shown, status=422 if form.is_bound else 200)


@person_required
@sent_only("pattern:moment")
def undo(request: PersonRequest, moment_id: UUID) -> HttpResponse:
    """Take back what a tap kept."""
    take_back_moment(store=open_vault(request), moment_id=moment_id)
    notice(request, "taken_back")
    return see_other("today:today")


@person_required
def delete(request: PersonRequest, moment_id: UUID) -> HttpResponse:
    """Ask once, then delete a moment for good."""
    store = open_vault(request)
    if request.method == "POST":
        take_back_moment(store=store, moment_id=moment_id)
        notice(request, "removed")
        return see_other("pattern:notebook")
    try:
        kept = store.get(Moment, moment_id)
    except NotKept:
        raise Http404 from None
    day = named(kept.when.on, today=when(request).on)
    shown = {"moment": kept, "what": MOMENTS[kept.what], "day": day}
    return render(request, "pattern/delete.html", shown)


@person_required
@require_safe
def notebook(request: PersonRequest) -> HttpResponse:
    """Show one month, newest day first."""
    before = month_asked(request.GET.get("before", ""))
    month = month_shown(open_vault(request), before=before, today=when(request).on)
    shown = {
        "month": month,
        "older": before,
        "search": SearchForm(),
        "nothing": NOTHING_YET,
        "rooms": [] if before else rooms(open_vault(request)),
    }
    return render(request, "pattern/notebook.html", shown)


@person_required
def search(request: PersonRequest) -> HttpResponse:
    """Look through everything; the words wait beside the session and never in an address."""
    session = request.opened.session
    if request.method == "POST":
        form = SearchForm(request.POST)
        if not form.is_valid():
            return render(request, "pattern/search.html", {"form": form}, status=422)
        searching.look_for(session, form.cleaned_data["q"])
        return see_other("pattern:search")
    query = searching.looked_for(session)
    found = searching.found(open_vault(request), query, today=when(request).on) if query else None
    shown = {"form": SearchForm(initial={"q": query}), "found": found, "nothing": NOTHING_FOUND}
    return render(request, "pattern/search.html", shown)
