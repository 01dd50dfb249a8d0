"""The screens of a first visit, each drawn the same whether it is fresh or comes back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from beside.around.circle import wording as circle
from beside.around.circle.model import Safety
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
    said = reflection(request.visit, when=when_here())
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
    """Return the guess."""
    context: dict[str, Any] = {
        "form": form or GuessForm(initial={"saying": draft.words, "belief": ""}),
        "ask": draft,
        "very_hard": very_hard,
        "wording": wording,
    }
    return render(request, "visit/guess.html", context, status=_status(request))


def too_much_page(request: VisitRequest) -> HttpResponse:
    """Return what is said where it is too much today: it is not set up."""
    return render(request, "visit/too_much.html", {"wording": wording}, status=_status(request))


def _status(request: VisitRequest) -> int:
    return 422 if request.method == "POST" else 200
