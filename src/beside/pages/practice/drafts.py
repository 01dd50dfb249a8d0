"""The pages of a draft, each drawn the same whether it is fresh or comes back with a mistake."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beside.around.circle import wording as circle
from beside.around.circle.jobs import card_of
from beside.around.circle.model import Job, Person
from beside.around.circle.rules import apart, may_be_asked
from beside.journey.practice import actions, wording
from beside.journey.practice.lines_kept import line_before_next, line_of
from beside.journey.practice.model import Ask, AskState
from beside.journey.practice.rules import opening
from beside.journey.practice.setting_up import is_left_out_of, refuse_unsafe
from beside.kernel.store import Store
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.front.sent import revision_sent
from beside.pages.practice.choosing import what_there_is, who_there_is
from beside.pages.practice.forms import SomebodyElseForm, TwoQuestionsForm, WhatForm, WhoForm
from beside.pages.practice.guessing import MORE, GuessForm
from beside.pages.practice.shown import person_of, who_of
from beside.pages.practice.unfinished import guess_is_over, guess_laid_aside, lay_guess_aside
from beside.pages.practice.worded import is_said
from beside.pages.templatetags.say import say


def is_a_draft(ask: Ask) -> bool:
    """Tell whether it can still be changed."""
    return ask.state is AskState.drafted


def onward(draft: Ask) -> SeeOther:
    """Go on to what is missing: who it is for, else the guess."""
    known = draft.person_id or draft.job
    return see_other("practice:guess" if known else "practice:who", draft.id)


def where_to_guess(store: Store, ask: Ask) -> str:
    """Return where somebody belongs who opens the guess of *ask*; empty where it is right here."""
    if not is_a_draft(ask):
        return "practice:ask"
    if ask.person_id is None:
        return ""
    person = person_of(store, ask)
    asked = person is not None and may_be_asked(person) and not is_left_out_of(ask.what, person)
    return "" if asked else "practice:who"


def somebody_chosen(request: HttpRequest, store: Store) -> dict[str, Any]:
    """Return the person or the job that the address asks for; nothing where it asks for neither.

    Raises `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`.
    """
    try:
        person_id = UUID(request.GET.get("for", ""))
    except ValueError:
        job = request.GET.get("job", "")
        if job not in list(Job):
            return {}
        return {"job": Job(job), "saying": say(card_of(Job(job)).saying)}
    refuse_unsafe(store, person_id)
    return {"person_id": person_id}


def change(request: PersonRequest, draft: Ask, **changes: Any) -> Ask:
    """Change what is asked or of whom; raises what `change_draft` raises."""
    parts = ("what", "words", "person_id", "job")
    asked = {part: getattr(draft, part) for part in parts} | changes
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
    locked = actions.lock_prediction(
        store=open_vault(request),
        when=when(request),
        ask_id=draft.id,
        prediction=form.prediction(),
        words=form.cleaned_data["saying"],
        line_shown=form.cleaned_data["line"],
        although_hard="although_hard" in request.POST,
        expected_revision=revision_sent(request),
    )
    guess_is_over(request, draft.id)
    return locked


def change_mind(request: PersonRequest, draft: Ask, *, words: str) -> Ask:
    """Keep *words*, and let the rest of an unfinished guess wait; raises as `change_draft`."""
    changed = change(request, draft, words=words)
    lay_guess_aside(request, draft.id, GuessForm.base_fields.keys() - {"saying"})
    return changed


def what_page(request: PersonRequest, form: WhatForm, draft: Ask | None = None) -> HttpResponse:
    """Return the three that ask for little, all others, and own words; a draft's come first."""
    there = what_there_is(request, form, draft)
    return _page(request, "what", form, draft, own_open=bool(form.errors), **there)


def who_page(
    request: PersonRequest,
    draft: Ask,
    *,
    choosing: WhoForm | None = None,
    adding: SomebodyElseForm | None = None,
) -> HttpResponse:
    """Return who may be asked, those to ask about first, somebody else, and whose job it is."""
    there = who_there_is(request, draft, adding=adding)
    return _page(request, "who", choosing or adding, draft, **there)


def ask_first_page(
    request: PersonRequest, draft: Ask, person: Person, form: TwoQuestionsForm
) -> HttpResponse:
    """Return the two questions about somebody who rests."""
    return _page(request, "ask_first", form, draft, person=person, revision=person.revision)


def guess_page(
    request: PersonRequest, draft: Ask, form: GuessForm, *, very_hard: bool = False
) -> HttpResponse:
    """Return the guess; where it is very hard today, with a smaller one on top."""
    earlier = line_above(open_vault(request))
    above = (
        {"earlier": earlier, "line": line_of(earlier), "opening": opening(earlier.words)}
        if earlier
        else {}
    )
    return _page(request, "guess", form, draft, very_hard=very_hard, **above)


def line_above(store: Store) -> Ask | None:
    """Return the earlier test whose line stands above the next guess, if there is one."""
    asks = store.all(Ask)
    return line_before_next(asks, apart(store.undated(Person), (ask.person_id for ask in asks)))


def blank_guess(request: PersonRequest, draft: Ask) -> GuessForm:
    """Return the guess before it is sent: with what was chosen before, on the way back to it."""
    before = guess_laid_aside(request, draft.id)
    start = {"saying": draft.words, **dict.fromkeys(MORE, "")}
    return GuessForm(initial={**start, **before, **request.POST.dict()})


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
