"""What came back through a link comes in when the notebook is opened, and rests with its person.

A link is closed for as long as its person may not be asked: whoever is flagged must not find a page
that says otherwise. That follows by itself from whatever was said about them, on any page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from beside.around.circle.model import Person
from beside.around.circle.rules import may_be_asked, may_be_put_forward
from beside.journey.practice import replies
from beside.journey.practice.replies import Answer
from beside.journey.practice.reply import ANSWERS, Said
from beside.keeping.sharing.coming_in import Came, bring_in, is_waiting, let_go_of_old
from beside.keeping.sharing.links import Link, let_rest
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import When
from beside.kernel.ids import new_id
from beside.kernel.records import NotReadable
from beside.kernel.store import Conflict

log = logging.getLogger("beside.arrivals")
_ABOUT_PEOPLE = frozenset({"circle", "practice", "sharing"})
"""Areas in which something may be said about a person."""


def take_in_once_open(notebook: OpenNotebook, when: When) -> None:
    """Take in what came back; whatever goes wrong with it never keeps a notebook shut."""
    if not settings.REPLY_LINKS:
        return
    try:
        take_in(notebook, when)
    except (DatabaseError, Conflict) as problem:
        log.error("answers could not be taken in: %s", type(problem).__name__)  # noqa: TRY400 - no values


def take_in(notebook: OpenNotebook, when: When) -> int:
    """Keep what came back as replies, and return how many there were."""
    unknown: list[Came] = []

    def keep(came: Came) -> None:
        if came.link is None:
            unknown.append(came)
        else:
            _keep(notebook, came, came.link, when)

    count = bring_in(notebook, keep)
    if unknown:
        # However many lie there for links that nobody made, they are said once.
        replies.note_unchecked(store=notebook.store, when=when, id=new_id())
    let_go_of_old(notebook, when)
    let_links_rest(notebook)
    return count


def _keep(notebook: OpenNotebook, came: Came, link: Link, when: When) -> None:
    answer = _read(came, link)
    if answer is None:
        replies.note_unchecked(
            store=notebook.store,
            when=when,
            id=new_id(),
            link_id=link.id,
            ask_id=link.ask_id,
            person_id=link.person_id,
        )
        return
    replies.take_in(
        store=notebook.store,
        when=when,
        id=new_id(),
        answer=answer,
        link_id=link.id,
        ask_id=link.ask_id,
        person_id=link.person_id,
    )


def _read(came: Came, link: Link) -> Answer | None:
    """Return the answer, or ``None`` where it is none that this link can bring."""
    try:
        answer = None if came.body is None else replies.answer_in(came.body)
    except NotReadable:
        return None
    allowed = (Said.offer, Said.not_for_me) if link.ask_id is None else (*ANSWERS, Said.not_for_me)
    return answer if answer is not None and answer.said in allowed else None


def something_waits(account_id: UUID) -> bool:
    """Tell whether something came back since the notebook was opened."""
    return bool(settings.REPLY_LINKS) and is_waiting(account_id)


def let_links_rest(notebook: OpenNotebook) -> None:
    """Let each link rest whose person may not be asked now, and let the others open."""
    links = [link for link in notebook.store.undated(Link) if link.person_id and not link.ended]
    if not links:
        return
    people = {person.id: person for person in notebook.store.undated(Person)}
    rest = {link.id for link in links if not _opens_for(link, people.get(link.person_id))}  # type: ignore[arg-type]  # those without a person are left out
    _rest(notebook, rest, resting=True)
    _rest(notebook, {link.id for link in links} - rest, resting=False)


def _rest(notebook: OpenNotebook, links: Iterable[UUID], *, resting: bool) -> None:
    let_rest(notebook.account_id, links, resting=resting)


def _opens_for(link: Link, person: Person | None) -> bool:
    if person is None:
        return False
    return may_be_put_forward(person) if link.ask_id is None else may_be_asked(person)


class LinksRest:
    """Lets links rest after whatever was said about somebody, on the page where it was said."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._next(request)
        found = getattr(request, "opened", None)
        match = request.resolver_match
        told = request.method == "POST" and match is not None and match.namespace in _ABOUT_PEOPLE
        if settings.REPLY_LINKS and told and found is not None:
            try:
                let_links_rest(found.notebook)
            except DatabaseError as problem:
                log.error("links were not looked at: %s", type(problem).__name__)  # noqa: TRY400
        return response
