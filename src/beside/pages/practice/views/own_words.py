"""Words for next time: kept with one tap, removed with one, and brought back with one more."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from beside.journey.practice.model import Ask, OwnWords
from beside.journey.practice.own_words import forget_own_words, keep_own_words
from beside.kernel.ids import new_id
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.practice.refusals import kindly

_ASIDE = "own_words_removed"


@person_required
@sent_only("practice:ask")
@kindly
def keep_own(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Keep the words of a small test for next time."""
    store = open_vault(request)
    ask = store.get(Ask, ask_id)
    keep_own_words(store=store, when=when(request), id=new_id(), what=ask.what, words=ask.words)
    notice(request, "words_for_next_time")
    return see_other("practice:ask", ask_id)


@person_required
@sent_only("practice:new", alone=True)
def forget_own(request: PersonRequest, words_id: UUID) -> HttpResponse:
    """Keep them no longer. They wait in memory for a slip of the finger to be taken back."""
    gone = forget_own_words(store=open_vault(request), id=words_id)
    if gone is not None:
        request.opened.session.aside[_ASIDE] = gone
    notice(request, "words_forgotten", undo=reverse("practice:own_back", args=[words_id]))
    return see_other("practice:new")


@person_required
@sent_only("practice:new", alone=True)
@kindly
def own_back(request: PersonRequest, words_id: UUID) -> HttpResponse:
    """Take back that they were removed."""
    gone: OwnWords | None = request.opened.session.aside.get(_ASIDE)
    if gone is not None and gone.id == words_id:
        keep_own_words(
            store=open_vault(request),
            when=gone.added,
            id=gone.id,
            what=gone.what,
            words=gone.words,
        )
        notice(request, "words_back")
    return see_other("practice:new")
