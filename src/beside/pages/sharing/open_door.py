"""The page of one open door."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.replies import Request, packed
from beside.keeping.sharing import links
from beside.keeping.sharing.links import Link
from beside.kernel.store import Store
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.sharing.linking import LinkForm, blank, caution_about, sent_by


def door_for(store: Store, person_id: UUID) -> Link | None:
    """Return the door that was opened last for somebody, and not closed."""
    doors = [
        link
        for link in store.undated(Link)
        if link.ask_id is None and link.person_id == person_id and not link.ended
    ]
    return max(doors, key=lambda link: (link.made.at, link.id), default=None)


def made(request: PersonRequest, person_id: UUID, form: LinkForm) -> Link:
    """Open a door for somebody; where one is open already, return that."""
    given, notebook = form.cleaned_data, request.opened.notebook
    there = door_for(notebook.store, person_id)
    if there is not None:
        return there
    return links.make(
        notebook,
        when=when(request),
        id=given["id"],
        shown=packed(Request(name=given["name"])),
        name=given["name"],
        days=given["days"],
        person_id=person_id,
    )


def door_page(
    request: PersonRequest, person: Person, *, form: LinkForm | None = None
) -> HttpResponse:
    """Return the page of the door for *person*; with a form that was refused, its mistakes."""
    store = open_vault(request)
    link = door_for(store, person.id)
    shown = sent_by(request, link, "", person, wording.DOOR_SAYS) if link else {}
    context = {
        "person": person,
        "caution": caution_about(person),
        "link": link,
        "form": form or blank(store),
        "wording": wording,
        **shown,
    }
    return render(request, "sharing/door.html", context, status=422 if form else 200)
