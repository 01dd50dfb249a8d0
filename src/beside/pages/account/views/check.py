"""Whether all is there: what was counted, beside what is there now. It blocks nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from beside.keeping.vault.manifest import Found
from beside.pages.account.arriving import DIFFERS
from beside.pages.account.views.door import form_page
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, person_required, when


@form_page
@person_required
def check(request: PersonRequest) -> HttpResponse:
    """Look now; where something differs, let the person go on from what is there."""
    notebook, session, on = request.opened.notebook, request.opened.session, when(request).on
    if request.method == "POST":
        notebook.store.counted.count_anew(on=on)
        session.aside.pop(DIFFERS, None)
        notice(request, "counted_anew")
        return see_other("account:settings")
    look = notebook.store.look(on=on)
    if look.found is Found.as_left:
        session.aside.pop(DIFFERS, None)
    return render(request, "account/check.html", {"look": look, "found": look.found.value})
