"""Words are asked at the door, and again before what cannot be undone. Guesses get slower first.

Whatever is wrong with the words, the answer is the same: it tells nobody how near they were.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beside.keeping.accounts import named, opening
from beside.keeping.accounts.joining import NobodyNew, NotInvited
from beside.keeping.accounts.sessions import sessions, steady
from beside.keeping.accounts.throttle import Wait
from beside.keeping.crypto.words import TooLong, tidy
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.sentences import Sentence
from beside.pages.account import ways
from beside.pages.account.ways import Counted, Way
from beside.pages.front.requests import PersonRequest
from beside.pages.templatetags.say import say

T = TypeVar("T")

WRONG = Sentence("That opens nothing here. Look at each word again.")
WRONG_OF_MANY = Sentence("That opens nothing here. Look at the name and at each word again.")
WRONG_KEY = Sentence("That spare key opens nothing here. Look at each group again.")
TOO_LONG = Sentence("That is longer than we can take. Use fewer than 1,000 letters.")
BUSY = Sentence("Busy for a moment. Try again in a few seconds.")
SLOWER = Sentence("Too many tries in a row. Seconds to wait: %(seconds)s.")
START_AGAIN = Sentence("Too many tries in a row. Close Beside on this computer and start it again.")
TAKEN = Sentence("Those words open another notebook. Choose others.")
NAME_TAKEN = Sentence("Another notebook has that name. Take other six words.")
NOT_INVITED = Sentence("That code lets nobody in here. Look at each group again.")
NOBODY_NEW = Sentence("No new notebook can be kept here now.")


class Refused(Exception):
    """It did not open. *sentence* says why, *retry_after* (seconds) when to try again.

    *at* names the field that it is about, where that is none of the words.
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        status: int = 422,
        retry_after: int | None = None,
        at: str = "",
    ) -> None:
        super().__init__(sentence.id)
        self.sentence = sentence
        self.at = at
        self.status = status
        self.retry_after = retry_after

    def on(self, form: Form, field: str) -> None:
        """Say it beside *field*."""
        form.is_valid()
        form.add_error(self.at if self.at in form.fields else field, say(self.sentence))

    def answer(
        self, request: HttpRequest, template: str, context: dict[str, object]
    ) -> HttpResponse:
        """Return the page again, with the status that fits."""
        response = render(request, template, context, status=self.status)
        if self.retry_after is not None:
            response.headers["Retry-After"] = str(self.retry_after)
        return response


def opened_with_words(way: Way, words: str) -> OpenNotebook:
    """Return the notebook that *words* open; raise `Refused`."""
    wrong = WRONG_OF_MANY if settings.HOSTED else WRONG
    return _notebook(_tried(way.tries, lambda: way.open(words), words, wrong))


def opened_with_spare_key(way: Way, typed: str) -> OpenNotebook:
    """Return the notebook that the spare key opens; raise `Refused`."""
    return _notebook(_tried(way.tries, lambda: way.open_with_spare_key(typed), typed, WRONG_KEY))


def kept_with(way: Way, words: str, *, drawn: bool) -> OpenNotebook:
    """Return the notebook that *words* open from now on; raise `Refused`.

    Words of one's own may open a notebook already, so that they count as a try; six that were
    *drawn* are beyond guessing.
    """
    tries = way.tries_to_keep(drawn=drawn)
    try:
        return _notebook(_counted(tries, lambda: way.keep(words), words))
    except named.NameTaken:
        raise Refused(NAME_TAKEN) from None
    except NotInvited:
        raise Refused(NOT_INVITED, at="invitation") from None
    except NobodyNew:
        raise Refused(NOBODY_NEW) from None


def still_asked(
    request: PersonRequest, form: Form, template: str, /, *, or_words: str = "", **more: object
) -> HttpResponse | None:
    """Return the page that asks for the words of this notebook: fresh, or with what is wrong.

    ``None`` once *form* is valid and its words open it, or *or_words* do: a change of words that
    was sent twice.
    """
    context = {**more, "form": form}
    if request.method != "POST":
        return render(request, template, context)
    if not form.is_valid():
        return render(request, template, context, status=422)
    try:
        _ask_again(request.opened.notebook.account_id, form.cleaned_data["words"], or_words)
    except Refused as refusal:
        refusal.on(form, "words")
        return refusal.answer(request, template, context)
    return None


def change_words(notebook: OpenNotebook, words: str, *, stays: UUID | None = None) -> None:
    """From now on *words* open *notebook*; no session but *stays* is open any more.

    It counts as a try, since it tells whether *words* open another notebook. Raises `Refused`.
    """
    account_id, data_key = notebook.account_id, notebook.data_key
    tries = ways.tries_inside(account_id)
    try:
        _counted(tries, lambda: ways.change_words(account_id, data_key, words), words)
    except opening.OpenAnother:
        raise Refused(TAKEN) from None
    sessions.end_all(account_id, but=stays)


def as_kept(notebook: OpenNotebook, words: str) -> str:
    """Return *words*, which open *notebook*, in the very form that does; raise `Refused`."""
    try:
        return ways.as_kept(notebook.account_id, words)
    except opening.TooBusy:
        raise Refused(BUSY, status=503, retry_after=5) from None


def renewed(way: Way, spare_key: str, words: str) -> OpenNotebook:
    """Open with the spare key, set *words*, and spend the key; raise `Refused`.

    A form that was sent twice finds the key spent, and the words opening: that is as good.
    """
    try:
        notebook = opened_with_spare_key(way, spare_key)
    except Refused as refusal:
        if refusal.sentence is not WRONG_KEY:
            raise
        try:
            return _notebook(way.open(words))
        except (opening.NothingOpens, opening.TooBusy):
            raise refusal from None
    change_words(notebook, words)
    opening.remove_spare_key(notebook.account_id)
    return notebook


def _ask_again(account_id: UUID, words: str, or_words: str) -> None:
    def attempt() -> None:
        if not any(ways.opens(account_id, one) for one in (words, or_words) if one):
            raise opening.NothingOpens

    _tried(ways.tries_inside(account_id), attempt, words)


def _notebook(found: tuple[UUID, DataKey]) -> OpenNotebook:
    return OpenNotebook(*found)


def _tried(tries: Counted, attempt: Callable[[], T], typed: str, wrong: Sentence = WRONG) -> T:
    """Return what *attempt* returns, which forgives the tries before it; raises `Refused`."""
    found = _counted(tries, attempt, typed, wrong)
    tries.opened()
    return found


def _counted(
    tries: Counted | None, attempt: Callable[[], T], typed: str, wrong: Sentence = WRONG
) -> T:
    """Return what *attempt* returns. Counts it among *tries* before it costs anything.

    Without any it is free. Raises `Refused`.
    """
    try:
        tidy(typed)
        if tries is not None:
            tries.try_at(steady())
        return attempt()
    except TooLong:
        raise Refused(TOO_LONG) from None
    except opening.NothingOpens:
        raise Refused(wrong) from None
    except opening.TooBusy:
        if tries is not None:
            tries.not_tried()
        raise Refused(BUSY, status=503, retry_after=5) from None
    except Wait as wait:
        raise _too_soon(wait.seconds) from None


def _too_soon(seconds: float | None) -> Refused:
    if seconds is None:
        return Refused(START_AGAIN, status=429)
    whole = math.ceil(seconds)
    return Refused(Sentence(SLOWER.id, seconds=whole), status=429, retry_after=whole)
