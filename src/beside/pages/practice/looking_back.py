"""The pages after an outcome: one question each, and a kind word where one would be wrong."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from beside.journey.practice import readings, wording
from beside.journey.practice.comparison import side_by_side
from beside.journey.practice.model import Ask, FearedHappened, Happened
from beside.journey.practice.rules import After, Event, NoGuess, after
from beside.kernel.store import Store
from beside.pages.front.answers import see_other
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.practice.forms import FearedForm, LandForm
from beside.pages.practice.shown import (
    caution_of,
    feared_said,
    next_step,
    own_fear,
    person_of,
    who_of,
)
from beside.pages.practice.since import said_aside, said_since


def looked_back(request: PersonRequest, ask_id: UUID) -> Ask:
    """Return a small test that is done. Raises `NotDone`, `TakenBack`, `NotKept`."""
    one = open_vault(request).get(Ask, ask_id)
    after(one, Event.look_back)
    return one


def feared_page(request: PersonRequest, one: Ask, form: FearedForm) -> HttpResponse:
    """Return the question about the feared thing. Raises `NoGuess` where nothing was guessed."""
    if one.prediction is None:
        raise NoGuess(str(one.id))
    silent = one.outcome is not None and one.outcome.how is Happened.no_answer
    shown = {"question": feared_said(one), "own": own_fear(one), "silent": silent}
    answers = list(wording.FEARED_ANSWERS.items())
    if silent:
        # Nobody can know what did not come: the answer that says so is the nearest.
        answers.sort(key=lambda answer: answer[0] is not FearedHappened.cant_tell)
    return after_page(request, "feared", one, form, past=After.feared, answers=answers, **shown)


def land_page(request: PersonRequest, one: Ask, form: LandForm) -> HttpResponse:
    """Return what stands at the end; after no answer there is nothing to say."""
    match one.outcome.how if one.outcome else None:
        case Happened.no:
            return after_page(request, "after_no", one, None)
        case Happened.it_hurt:
            return after_page(request, "after_hurt", one, None)
        case Happened.no_answer if not form.is_bound:
            return see_other("practice:ask", one.id)
    if not form.is_bound and one.outcome:
        form = LandForm(initial={"landed": one.outcome.landed})
    return after_page(request, "land", one, form)


def how_it_went(store: Store, one: Ask) -> dict[str, Any]:
    """Return what depends on how it went: what else it could mean, and whom to leave out.

    Nothing excuses somebody who may not be safe, and whoever rests is not brought up anyway.
    """
    how = one.outcome.how if one.outcome else None
    person = person_of(store, one)
    careful = caution_of(person) is not None
    return {
        "hurt": how is Happened.it_hurt,
        "stings": how is Happened.no,
        "silent": how is Happened.no_answer,
        "lands": how in (Happened.took_it_well, Happened.partly),
        "meanings": () if how is None or careful else readings.readings_of(how),
        "readings": readings,
        "asks_to_leave_out": person is not None and not person.left_out and not careful,
        "since": [
            *said_since(one, beside=side_by_side(one).more),
            *said_aside(one, careful=careful),
        ],
    }


def after_page(
    request: PersonRequest,
    name: str,
    one: Ask,
    form: Any,
    *,
    past: After | None = None,
    **more: Any,
) -> HttpResponse:
    """Return one of the pages after an outcome; *past* is the step that *skip* leaves out."""
    store, sent = open_vault(request), form is not None and request.method == "POST"
    context = {
        "form": form,
        "ask": one,
        "who": who_of(store, one),
        "person": person_of(store, one),
        "revision": request.POST.get("revision") or one.revision,
        "skip": next_step(store, one, past=past) if past else "practice:ask",
        "wording": wording,
        **how_it_went(store, one),
        **more,
    }
    return render(request, f"practice/{name}.html", context, status=422 if sent else 200)
