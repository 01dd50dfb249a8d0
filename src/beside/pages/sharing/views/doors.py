"""The open door: one link for one safe person, through which they may offer something."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from beside.around.circle.model import Person
from beside.journey.practice.setting_up import refuse_unsafe
from beside.keeping.sharing import links
from beside.keeping.sharing.links import MOST_DAYS
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.sharing.linking import LinkForm
from beside.pages.sharing.open_door import door_for, door_page, made
from beside.pages.sharing.refusals import kindly, links_offered


@person_required
@links_offered
@kindly
@require_safe
def door(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Show the door of somebody, or what it takes to open one."""
    return door_page(request, open_vault(request).get(Person, person_id))


@person_required
@links_offered
@sent_only("sharing:door")
@kindly
def make(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Open a door for somebody safe; one that is open stays the one."""
    store, form = open_vault(request), LinkForm(request.POST)
    refuse_unsafe(store, person_id)
    if not form.is_valid():
        return door_page(request, store.get(Person, person_id), form=form)
    made(request, person_id, form)
    return see_other("sharing:door", person_id)


@person_required
@links_offered
@sent_only("sharing:door")
@kindly
def longer(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Keep it open for thirty more days."""
    found = door_for(open_vault(request), person_id)
    if found is not None:
        links.keep_open(request.opened.notebook, found, when=when(request), days=MOST_DAYS)
        notice(request, "door_longer")
    return see_other("sharing:door", person_id)


@person_required
@links_offered
@sent_only("sharing:door")
@kindly
def close(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Close it for good."""
    found = door_for(open_vault(request), person_id)
    if found is not None:
        links.take_back(request.opened.notebook, found)
        notice(request, "link_taken_back")
    return see_other("sharing:door", person_id)
