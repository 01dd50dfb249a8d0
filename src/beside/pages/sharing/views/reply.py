"""The page behind a link. To look at its address shows, counts and uses nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from beside.journey.practice.replies import Answer, packed
from beside.journey.practice.reply import Said
from beside.keeping.sharing import doors
from beside.keeping.sharing.doors import Door, OpensNothing, ReadAlready, WrittenTooOften
from beside.kernel.records import NotReadable
from beside.pages.sharing import screens
from beside.pages.sharing import wording as own
from beside.pages.sharing.answering import AnswerForm
from beside.pages.sharing.screens import FIELDS


# A token against forged forms would need a cookie. Each form here carries the code of the link,
# which no other site knows; and what another site sends is turned away before (`OwnOriginOnly`).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest) -> HttpResponse:
    """Show a closed page; what it holds is shown to whoever sends its code."""
    if not settings.REPLY_LINKS:
        raise Http404
    if request.method != "POST":
        return screens.shut(request)
    try:
        with doors.opened(screens.code_in(request)) as door:
            return STEPS.get(request.POST.get("step", ""), _look)(request, door)
    except (OpensNothing, NotReadable):
        return screens.nothing(request)


def _look(request: HttpRequest, door: Door) -> HttpResponse:
    doors.count_view(door)
    return screens.asked(request, door)


def _again(request: HttpRequest, door: Door) -> HttpResponse:
    return screens.asked(request, door)


def _answer(request: HttpRequest, door: Door) -> HttpResponse:
    """Keep an answer with one press; ask for words first where it needs some."""
    form = AnswerForm(request.POST)
    if request.POST.get("said") in set(FIELDS) and "words" not in request.POST:
        blank = AnswerForm(initial={"said": request.POST["said"]})
        return screens.in_words(request, door, blank)
    if not form.is_valid():
        needs_words = request.POST.get("said") in set(FIELDS)
        return screens.in_words(request, door, form) if needs_words else _again(request, door)
    if not _fits(door, form.answer):
        return _again(request, door)
    return _left(request, door, form.answer) or _after(request, door, form.answer)


def _fits(door: Door, answer: Answer) -> bool:
    """Tell whether this link asks what was answered: offers come through the open door alone."""
    return (answer.said is Said.offer) == door.is_open_door


def _after(request: HttpRequest, door: Door, answer: Answer) -> HttpResponse:
    if door.is_open_door:
        return screens.done(request, door)
    kept = {"said": answer.said, "words": answer.words, "own_time": answer.own_time}
    return screens.thanks(request, door, AnswerForm(initial=kept))


def _more(request: HttpRequest, door: Door) -> HttpResponse:
    """Keep the answer once more, with what was said to the two questions."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return screens.thanks(request, door, form)
    if not _fits(door, form.answer):
        return _again(request, door)
    return _left(request, door, form.answer) or screens.done(request, door)


def _skip(request: HttpRequest, door: Door) -> HttpResponse:
    return screens.done(request, door)


def _not_for_me(request: HttpRequest, door: Door) -> HttpResponse:
    doors.close(door, packed(Answer(said=Said.not_for_me)))
    return screens.closed(request)


def _left(request: HttpRequest, door: Door, answer: Answer) -> HttpResponse | None:
    """Leave *answer*; return the screen that says why it could not be left, else ``None``."""
    try:
        doors.leave(door, packed(answer))
    except ReadAlready:
        return screens.asked(request, door, refused=own.READ_ALREADY)
    except WrittenTooOften:
        return screens.asked(request, door, refused=own.WRITTEN_TOO_OFTEN)
    return None


STEPS: Mapping[str, Callable[[HttpRequest, Door], HttpResponse]] = {
    "answer": _answer,
    "more": _more,
    "skip": _skip,
    "again": _again,
    "not_for_me": _not_for_me,
}
"""What a form asks for; anything else looks at what the link shows, and is counted."""
