"""They said it aloud: the person notes it, and it counts like an answer that came by itself."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from beside.journey.practice import replies, wording
from beside.journey.practice.model import Ask
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.sharing.refusals import kindly
from beside.pages.sharing.telling import TellForm, told_before


@person_required
@kindly
def told(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Note what they said to the request, and to the two questions."""
    store = open_vault(request)
    ask, before = store.get(Ask, ask_id), told_before(store, ask_id)
    form = TellForm(request.POST or None, initial=before)
    if form.is_valid():
        replies.tell(store=store, when=when(request), ask_id=ask_id, **form.told())
        notice(request, "answer_noted")
        return see_other("practice:ask", ask_id)
    status = 422 if form.is_bound else 200
    context = {"form": form, "ask": ask, "wording": wording}
    return render(request, "sharing/told.html", context, status=status)
