"""*One page*: ten asks on the screen, and the same as a PDF. Nothing is sent anywhere."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from beside.around.circle.model import Person
from beside.journey.practice import finding
from beside.journey.practice import wording as practice
from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Reply
from beside.pages.front.answers import see_other
from beside.pages.front.preferences import preferences
from beside.pages.front.quiet import leaves_links_out
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.paper.choosing import Chosen, chosen, questions
from beside.pages.templatetags.say import say
from beside.papers.one_page import Page, page_of, printed, wording
from beside.papers.one_page.printed import expected


@person_required
@require_safe
def one_page(request: PersonRequest) -> HttpResponse:
    """Show the page as it would be on paper, and what may be left out of it."""
    now = chosen(request.GET, country=preferences(request).country)
    page = _page(request, now)
    context = {
        "page": page,
        "picture": expected(page, say),
        "questions": questions(now),
        "sent": now.sent.items(),
        "looked_through": leaves_links_out(request),
        "finding": finding,
        "practice": practice,
        "wording": wording,
    }
    return render(request, "paper/one_page.html" if page.rows else "paper/none_yet.html", context)


@person_required
@sent_only("paper:one_page")
def pdf(request: PersonRequest) -> HttpResponse:
    """Send the page as a PDF, under a name that says nothing; where nothing is on it, the page."""
    now = chosen(request.POST, country=preferences(request).country)
    page = _page(request, now)
    if not page.rows:
        return see_other("paper:one_page")
    language = (get_language() or "en").partition("-")[0]
    body = printed(page, paper=now.paper, say=say, language=language)
    headers = {"Content-Disposition": 'attachment; filename="page.pdf"'}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def _page(request: PersonRequest, now: Chosen) -> Page:
    store = open_vault(request)
    day = date_format(when(request).on, "j F Y")
    asks, people, replies = store.all(Ask), store.all(Person), store.all(Reply)
    return page_of(asks, people, day=day, choice=now.choice, replies=replies)
