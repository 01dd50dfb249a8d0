"""A first visit: six taps to something true, a small test for who wants it, nothing written down.

Every page can be opened again, so that Back works; every form leads on by 303.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.around.circle.jobs import JOBS
from beside.around.circle.rules import may_be_asked, safety_of
from beside.journey.practice.setting_up import HardToday, TooHard
from beside.pages.front.answers import see_other
from beside.pages.front.opened import opened
from beside.pages.front.sent import sent_only
from beside.pages.front.visiting import (
    VisitRequest,
    begin_visit,
    end_visit,
    visit_required,
    when_here,
)
from beside.pages.practice.guessing import GuessForm
from beside.pages.visit.forms import JobForm, OfferForm, WhoForm
from beside.pages.visit.questions import QUESTIONS, SKIPPED, answer, page_after
from beside.pages.visit.screens import (
    guess_again_page,
    guess_page,
    offer_page,
    question_page,
    said_page,
    too_much_page,
    who_page,
)
from beside.pages.visit.small_test import choose, choose_job, choose_who, draft_of, is_locked, lock


@sent_only("today:today")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin anew: somebody else may have been here before, at the same browser."""
    if opened(request) is not None:
        return see_other("today:today")
    response = see_other("visit:phone")
    begin_visit(request, response)
    return response


@visit_required
def question(request: VisitRequest, name: str) -> HttpResponse:
    """Ask one thing; any answer moves on."""
    one = QUESTIONS[name]
    given = request.POST.get("answer", "")
    if request.method != "POST" or given not in {*dict(one.answers), SKIPPED}:
        return question_page(request, one)
    answer(request.visit, one, given, when=when_here(request))
    return see_other(f"visit:{page_after(one, given)}")


@visit_required
@require_safe
def quietly(request: VisitRequest) -> HttpResponse:
    """Say what is left behind on a phone that somebody else looks through."""
    return render(request, "visit/quietly.html")


@visit_required
@require_safe
def said(request: VisitRequest) -> HttpResponse:
    """Say back what was said."""
    return said_page(request)


@visit_required
def jobs(request: VisitRequest) -> HttpResponse:
    """Choose somebody whose job it is: it works with nobody."""
    form = JobForm(request.POST or None)
    if is_locked(request.visit):
        return see_other("account:keep")
    if request.method == "POST" and form.is_valid():
        choose_job(request.visit, form.cleaned_data["job"], when=when_here(request))
        return see_other("visit:guess")
    return render(request, "visit/jobs.html", {"jobs": JOBS})


@visit_required
def offer(request: VisitRequest) -> HttpResponse:
    """Choose one of three that ask for little, or own words."""
    form = OfferForm(request.POST)
    if is_locked(request.visit):
        return see_other("account:keep")
    if request.method != "POST":
        return offer_page(request)
    if not form.is_valid():
        return offer_page(request, form)
    choose(request.visit, when=when_here(request), **form.cleaned_data)
    return see_other("visit:who")


@visit_required
def who(request: VisitRequest) -> HttpResponse:
    """Say who it is for; the two questions come before any guess."""
    draft, form = draft_of(request.visit), WhoForm(request.POST)
    if draft is None or is_locked(request.visit):
        return see_other("account:keep" if draft else "visit:test")
    if request.method != "POST":
        return who_page(request, draft)
    if not form.is_valid():
        return who_page(request, draft, form=form)
    person = choose_who(request.visit, when=when_here(request), **form.cleaned_data)
    if may_be_asked(person):
        return see_other("visit:guess")
    return who_page(request, draft, told=safety_of(person))


@visit_required
def guess(request: VisitRequest) -> HttpResponse:
    """Guess, and lock it: it is really locked, kept or not."""
    draft, form = draft_of(request.visit), GuessForm(request.POST)
    if draft is None or is_locked(request.visit):
        return see_other("account:keep" if draft else "visit:test")
    if request.method != "POST" or "back" in request.POST:
        return guess_again_page(request, draft)
    if not form.is_valid():
        return guess_page(request, draft, form)
    try:
        hard = "although_hard" in request.POST
        lock(request.visit, draft, form, when=when_here(request), although_hard=hard)
    except HardToday:
        return guess_page(request, draft, form, very_hard=True)
    except TooHard:
        return too_much_page(request, draft)
    return see_other("account:keep")


def nothing(request: HttpRequest) -> HttpResponse:
    """Keep nothing: what was said is forgotten, and the cookie with it."""
    if request.method != "POST":
        return render(request, "visit/nothing.html")
    response = see_other("visit:nothing")
    end_visit(request, response)
    return response


@require_safe
def seen(request: HttpRequest) -> HttpResponse:
    """Say what others can see, and what we cannot help with."""
    return render(request, "visit/seen.html")
