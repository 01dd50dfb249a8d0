"""What cannot be done with a link or an answer is said in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from beside.journey.practice import wording
from beside.journey.practice.replies import NotAnOffer, NothingToAnswer
from beside.journey.practice.rules import AlreadyDone, AlreadyLocked, NotLocked, TakenBack
from beside.journey.practice.setting_up import AskAgainFirst, NobodyThere, NotSafeToAsk
from beside.keeping.sharing.keys import NoReplyKey
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict, NotKept
from beside.pages.front.kept import what_was_typed
from beside.pages.front.requests import PersonRequest

P = ParamSpec("P")

SAID: Mapping[type[Exception], tuple[Sentence, int]] = {
    NothingToAnswer: (wording.NOTHING_TO_ANSWER, 409),
    NotAnOffer: (wording.NOT_AN_OFFER, 409),
    AlreadyLocked: (wording.ALREADY_LOCKED, 409),
    AlreadyDone: (wording.ALREADY_DONE, 409),
    NotLocked: (wording.NOT_LOCKED, 409),
    TakenBack: (wording.LET_GO_FIRST, 409),
    NotSafeToAsk: (wording.NOT_SAFE, 422),
    AskAgainFirst: (wording.NOT_SURE_YET, 422),
    NobodyThere: (wording.NOBODY_THERE, 422),
    NoReplyKey: (wording.KEY_BROKEN, 409),
    Conflict: (wording.CHANGED_MEANWHILE, 409),
    NotKept: (wording.NO_REPLY_THERE, 404),
}


def kindly(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Say a refusal in a sentence; what was typed stands beside it."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except tuple(SAID) as refusal:
            return _refused(request, *SAID[type(refusal)])

    return guarded


def links_offered(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Let a page of links be seen where links can be opened by others; else say why not."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.REPLY_LINKS:
            return _refused(request, wording.NO_LINKS_HERE, 404)
        return view(request, *args, **kwargs)

    return guarded


def _refused(request: PersonRequest, sentence: Sentence, status: int) -> HttpResponse:
    context = {
        "sentence": sentence,
        "typed": what_was_typed(request),
        "back": reverse("practice:tests"),
    }
    return render(request, "practice/refused.html", context, status=status)
