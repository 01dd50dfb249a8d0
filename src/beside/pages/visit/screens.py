"""The screens of a first visit, each drawn the same whether it is fresh or comes back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.around.circle import wording as circle
from beside.around.circle.jobs import card_of
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import names
from beside.journey.pattern.model import Line
from beside.journey.pattern.payoff import ending, said_back
from beside.journey.practice import wording
from beside.journey.practice.model import Ask
from beside.journey.practice.templates import OFFERED
from beside.pages.front.visiting import VisitRequest, when_here
from beside.pages.practice.guessing import GuessForm
from beside.pages.visit.forms import OfferForm, WhoForm
from beside.pages.visit.questions import Question, asked, reflection

_OWN = (Line.another, Line.none, None)


def question_page(request: VisitRequest, one: Question) -> HttpResponse:
    """Return one question; where it was answered before, that answer is marked."""
    context = {
        "question": one,
        "asks": asked(one, request.visit),
        "answers": one.answers,
        "given": request.visit.said.get(one.name, ""),
    }
    return render(request, "visit/question.html", context, status=_status(request))


def said_page(request: VisitRequest) -> HttpResponse:
    """Return what was said, and the ending that fits it."""
    said = reflection(request.visit, when=when_here(request))
    context = {
        "sentences": said_back(said),
        "ending": ending(said).value,
        "has_line": said.line not in _OWN,
    }
    return render(request, "visit/said.html", context)


def offer_page(request: VisitRequest, form: OfferForm | None = None) -> HttpResponse:
    """Return the three that ask for little."""
    titled = [(wording.FOLDS[one.what], one) for one in OFFERED]
    context = {"form": form or OfferForm(), "offered": titled, "wording": wording}
    return render(request, "visit/test.html", context, status=_status(request))


def who_page(
    request: VisitRequest, draft: Ask, *, form: WhoForm | None = None, told: Safety | None = None
) -> HttpResponse:
    """Return the name and the two questions; *told* is what the last answers came to."""
    context = {
        "form": form or WhoForm(),
        "ask": draft,
        "told": circle.SAFETY[told] if told else None,
        "wording": wording,
    }
    return render(request, "visit/who.html", context, status=_status(request))


def guess_page(
    request: VisitRequest, draft: Ask, form: GuessForm | None = None, *, very_hard: bool = False
) -> HttpResponse:
    """Return the guess, with what is asked and of whom."""
    context: dict[str, Any] = {
        "form": form or GuessForm(initial={"saying": draft.words, "belief": ""}),
        "ask": draft,
        "very_hard": very_hard,
        "smaller": _smaller(draft),
        "wording": wording,
        **whom(request, draft),
    }
    return render(request, "visit/guess.html", context, status=_status(request))


def guess_again_page(request: VisitRequest, draft: Ask) -> HttpResponse:
    """Return the guess with all that was chosen, on the way back to it."""
    chosen = {"saying": draft.words, "belief": "", **request.POST.dict()}
    return guess_page(request, draft, GuessForm(initial=chosen))


def too_much_page(request: VisitRequest, draft: Ask) -> HttpResponse:
    """Return what is said where it is too much today; the guess waits with all that was chosen."""
    chosen = {str(name): str(value) for name, value in request.POST.items()}
    for name in ("csrfmiddlewaretoken", "although_hard"):
        chosen.pop(name, None)
    context = {"smaller": _smaller(draft), "chosen": list(chosen.items()), "wording": wording}
    return render(request, "visit/too_much.html", context, status=_status(request))


def whom(request: VisitRequest, draft: Ask) -> dict[str, object]:
    """Return who *draft* is for: a name, or a job."""
    known = names(request.visit.store.all(Person))
    name = known.get(draft.person_id, "") if draft.person_id else ""
    return {"who": name, "job": card_of(draft.job).who if draft.job else None}


def _smaller(draft: Ask) -> str:
    """Return where a smaller one is found: of the same sort."""
    return reverse("visit:jobs" if draft.job else "visit:test")


def _status(request: VisitRequest) -> int:
    return 422 if request.method == "POST" else 200
