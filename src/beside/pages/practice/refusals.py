"""What cannot be done is said in one clear sentence, beside what was typed; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.around.circle.actions import StaysFlagged
from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.afterwards import NoLineTested
from beside.journey.practice.lines_kept import NoLine
from beside.journey.practice.rules import (
    AlreadyDone,
    AlreadyLocked,
    NoGuess,
    NotDone,
    NotLocked,
    TakenBack,
)
from beside.journey.practice.setting_up import AskAgainFirst, NobodyThere, NotSafeToAsk
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict, NotKept
from beside.pages.front.conflicts import conflict_page
from beside.pages.front.kept import what_was_typed
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.front.somebody import in_rows
from beside.pages.practice.shown import rows_of

P = ParamSpec("P")

SAID: Mapping[type[Exception], tuple[Sentence, int]] = {
    AlreadyLocked: (wording.ALREADY_LOCKED, 409),
    AlreadyDone: (wording.ALREADY_DONE, 409),
    NotLocked: (wording.NOT_LOCKED, 409),
    NotDone: (wording.NOT_DONE, 409),
    TakenBack: (wording.LET_GO_FIRST, 409),
    NoGuess: (wording.NO_GUESS_TO_HOLD, 409),
    NoLine: (wording.NO_LINE, 409),
    NoLineTested: (wording.NO_LINE_TESTED, 409),
    NotSafeToAsk: (wording.NOT_SAFE, 422),
    StaysFlagged: (wording.NOT_SAFE, 422),
    AskAgainFirst: (wording.NOT_SURE_YET, 422),
    NobodyThere: (wording.NOBODY_THERE, 422),
    NotKept: (wording.NOT_THERE, 404),
}
_ABOUT_SOMEBODY = (NotSafeToAsk, StaysFlagged, AskAgainFirst, NobodyThere)


def kindly(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Say a refusal in a sentence, and show two versions side by side."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except tuple(SAID) as refusal:
            return refused(request, refusal, ask_id=kwargs.get("ask_id"))
        except Conflict as conflict:
            if isinstance(conflict.offered, Person):
                return both_people(request, conflict, ask_id=kwargs.get("ask_id"))
            return both_versions(request, conflict)

    return guarded


def refused(request: PersonRequest, refusal: Exception, *, ask_id: Any) -> HttpResponse:
    """Return the page with the one sentence."""
    sentence, status = SAID[type(refusal)]
    gone = ask_id is None or status == 404
    back = reverse("practice:tests") if gone else reverse("practice:ask", args=[ask_id])
    someone = isinstance(refusal, _ABOUT_SOMEBODY) and not gone
    context = {
        "sentence": sentence,
        "typed": what_was_typed(request),
        "back": back,
        "choose": reverse("practice:who", args=[ask_id]) if someone else "",
    }
    return render(request, "practice/refused.html", context, status=status)


def both_versions(request: PersonRequest, conflict: Conflict) -> HttpResponse:
    """Return the page (409) with what is kept beside what was sent."""
    gone = conflict.kept is None
    back = "practice:tests" if gone else "practice:ask"
    return conflict_page(
        request,
        conflict,
        rows=rows_of(open_vault(request)),
        back=reverse(back, args=[] if gone else [conflict.offered.id]),
        long_text="landed" if "landed" in request.POST else "",
    )


def both_people(request: PersonRequest, conflict: Conflict, *, ask_id: Any) -> HttpResponse:
    """Return the page (409) with who is kept beside who was sent.

    Whoever was added on the same old page is kept beside the first, not in their place; the
    revision is that of the small test.
    """
    added = {"person_id": str(new_id()), "revision": request.POST.get("revision", "")}
    return conflict_page(
        request,
        conflict,
        rows=lambda record: in_rows(record) if isinstance(record, Person) else [],
        back=reverse("practice:who", args=[ask_id]),
        again=added if "person_id" in request.POST else {},
    )
