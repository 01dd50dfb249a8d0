"""A link for one small test: made with one more guess, shown, taken back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from beside.journey.practice.model import Ask
from beside.keeping.sharing import links
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.sharing.linking import LinkForm, link_page, made
from beside.pages.sharing.refusals import kindly, links_offered


@person_required
@links_offered
@kindly
@require_safe
def link(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Show the link of a small test, or what it takes to make one."""
    return link_page(request, open_vault(request).get(Ask, ask_id))


@person_required
@links_offered
@sent_only("sharing:link")
@kindly
def make(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Make it: the answer to one question is the button that does."""
    ask, form = open_vault(request).get(Ask, ask_id), LinkForm(request.POST)
    if not form.is_valid():
        return link_page(request, ask, form=form)
    made(request, ask, form, revision_sent(request))
    return see_other("sharing:link", ask_id)


@person_required
@links_offered
@sent_only("sharing:link")
@kindly
def take_back(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Close it for good."""
    ask, notebook = open_vault(request).get(Ask, ask_id), request.opened.notebook
    found = links.link_of(notebook, ask.link_id)
    if found is not None:
        links.take_back(notebook, found)
        notice(request, "link_taken_back")
    return see_other("sharing:link", ask_id)
