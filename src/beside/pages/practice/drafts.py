"""The pages of a draft, each drawn the same whether it is fresh or comes back with a mistake."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beside.around.circle import wording as circle
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import by_name, initials, may_be_asked, safety_of
from beside.journey.practice import actions, wording
from beside.journey.practice.model import Ask, AskState, Feared
from beside.journey.practice.setting_up import refuse_unsafe
from beside.kernel.ids import new_id
from beside.kernel.store import Store
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.front.sent import revision_sent
from beside.pages.practice.forms import SomebodyElseForm, TwoQuestionsForm, WhatForm, WhoForm
from beside.pages.practice.guessing import GuessForm
from beside.pages.practice.shown import is_said, person_of, who_of


def is_a_draft(ask: Ask) -> bool:
    """Tell whether it can still be changed."""
    return ask.state is AskState.drafted


def onward(draft: Ask) -> SeeOther:
    """Go on to what is missing: who it is for, else the guess."""
    return see_other("practice:guess" if draft.person_id else "practice:who", draft.id)


def where_to_guess(store: Store, ask: Ask) -> str:
    """Return where somebody belongs who opens the guess of *ask*; empty where it is right here."""
    if not is_a_draft(ask):
        return "practice:ask"
    person = person_of(store, ask)
    safe = ask.person_id is None or (person is not None and may_be_asked(person))
    return "" if safe else "practice:who"


def somebody_chosen(request: HttpRequest, store: Store) -> UUID | None:
    """Return the person that the address asks for, or ``None``.

    Raises `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`.
    """
    try:
        person_id = UUID(request.GET.get("for", ""))
    except ValueError:
        return None
    refuse_unsafe(store, person_id)
    return person_id


def change(request: PersonRequest, draft: Ask, **changes: Any) -> Ask:
    """Change what is asked or of whom; raises what `change_draft` raises."""
    asked = {"what": draft.what, "words": draft.words, "person_id": draft.person_id, **changes}
    return actions.change_draft(
        store=open_vault(request),
        ask_id=draft.id,
        expected_revision=revision_sent(request),
        **asked,
    )


def ask_newcomer(request: PersonRequest, ask_id: UUID, form: SomebodyElseForm) -> Ask:
    """Add whom *form* tells of, and let the draft be for them; raises as `ask_somebody_new`."""
    return actions.ask_somebody_new(
        store=open_vault(request),
        when=when(request),
        ask_id=ask_id,
        expected_revision=revision_sent(request),
        **form.cleaned_data,
    )


def lock(request: PersonRequest, draft: Ask, form: GuessForm) -> Ask:
    """Lock the guess of *form*; raises what `lock_prediction` raises."""
    return actions.lock_prediction(
        store=open_vault(request),
        when=when(request),
        ask_id=draft.id,
        prediction=form.prediction(),
        words=form.cleaned_data["saying"],
        although_hard="although_hard" in request.POST,
        expected_revision=revision_sent(request),
    )


def what_page(request: PersonRequest, form: WhatForm, draft: Ask | None = None) -> HttpResponse:
    """Return the three that ask for little, and own words; of a draft its own come first."""
    own = bool(form.errors)
    return _page(request, "what", form, draft, starters=wording.OFFERED, own_open=own)


def who_page(
    request: PersonRequest,
    draft: Ask,
    *,
    choosing: WhoForm | None = None,
    adding: SomebodyElseForm | None = None,
) -> HttpResponse:
    """Return the people who may be asked, those to ask about first, and somebody else.

    Whoever was left out stands apart; nobody who is flagged is on it.
    """
    everybody = by_name(open_vault(request).undated(Person))
    rows = [
        (one, initials(one.name), safety_of(one) is Safety.resting)
        for one in everybody
        if safety_of(one) is not Safety.flagged
    ]
    context = {
        "people": [row for row in rows if not row[0].left_out],
        "left_out": [row for row in rows if row[0].left_out],
        "nobody_yet": not everybody,
        "adding": adding or SomebodyElseForm(initial={"person_id": new_id()}, auto_id="new_%s"),
    }
    return _page(request, "who", choosing or adding, draft, **context)


def ask_first_page(
    request: PersonRequest, draft: Ask, person: Person, form: TwoQuestionsForm
) -> HttpResponse:
    """Return the two questions about somebody who rests."""
    return _page(request, "ask_first", form, draft, person=person, revision=person.revision)


def guess_page(
    request: PersonRequest, draft: Ask, form: GuessForm, *, very_hard: bool = False
) -> HttpResponse:
    """Return the guess; where it is very hard today, with a smaller one on top."""
    own = form["feared"].value() == Feared.other or bool(form["feared_words"].value())
    return _page(request, "guess", form, draft, very_hard=very_hard, own_fear=own)


def blank_guess(request: PersonRequest, draft: Ask) -> GuessForm:
    """Return the guess before it is sent: with what was chosen before, on the way back to it."""
    return GuessForm(initial={"saying": draft.words, "belief": "", **request.POST.dict()})


def too_much_page(request: PersonRequest, draft: Ask, form: GuessForm) -> HttpResponse:
    """Return what is said where it is too much today; the guess waits with all that was chosen."""
    chosen = {str(name): str(value) for name, value in request.POST.items()}
    for name in ("csrfmiddlewaretoken", "although_hard"):
        chosen.pop(name, None)
    typed = draft.but(words=form.cleaned_data["saying"])
    return _page(request, "too_much", form, draft, typed=typed, chosen=list(chosen.items()))


def _page(
    request: PersonRequest, name: str, form: Any, draft: Ask | None, **context: Any
) -> HttpResponse:
    sent = form is not None and form.is_bound
    shown = {
        "form": form,
        "ask": draft,
        "who": who_of(open_vault(request), draft) if draft else None,
        "is_said": draft is not None and is_said(draft),
        # A form that comes back stands on the revision that it was drawn with.
        "revision": request.POST.get("revision") or (draft.revision if draft else 0),
        "circle": circle,
        "wording": wording,
        **context,
    }
    return render(request, f"practice/{name}.html", shown, status=422 if sent else 200)
