"""How the notebook opens, where it is open, how it looks; and the end of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

import beside
from beside.keeping.accounts import opening
from beside.keeping.accounts.sessions import Session, sessions, steady
from beside.keeping.disk.copies import CopyRefused
from beside.keeping.vault.copies import forget_in_copies, last_copy
from beside.keeping.vault.notebook import TracesLeft, remove_everything
from beside.pages.account import asking, easier
from beside.pages.account.choosing import chosen_words, drawn_for_whoever_comes, drawn_key
from beside.pages.account.forms import DeleteForm, NewSpareKeyForm, WordsForm
from beside.pages.account.preferring import PreferencesForm
from beside.pages.account.views.door import form_page
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.notices import notice
from beside.pages.front.opened import end
from beside.pages.front.preferences import preferences, remember
from beside.pages.front.quiet import from_now_on, in_this_browser
from beside.pages.front.requests import PersonRequest, now, person_required, when
from beside.pages.front.sent import sent_only
from beside.pages.front.zones import zone_of


@dataclass(frozen=True)
class OpenIn:
    """A browser that the notebook is open in; *since* is the local time."""

    label: str
    since: datetime
    here: bool


def _local(request: PersonRequest, at: datetime) -> datetime:
    """Return *at* on the person's clock, without an offset, as templates show it unchanged."""
    zone = zone_of(request, request.opened.notebook)
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _open_in(request: PersonRequest) -> list[OpenIn]:
    ticks, clock = steady(), now()
    here = request.opened.session

    def seen(session: Session) -> OpenIn:
        since = _local(request, clock - timedelta(seconds=ticks - session.started))
        return OpenIn(session.label, since, here=session.public_id == here.public_id)

    key = request.opened.notebook.data_key
    return [seen(one) for one in sessions.of(here.account_id, data_key=key, now=ticks)]


@require_safe
@person_required
def settings(request: PersonRequest) -> HttpResponse:
    """Show what can be changed, and how it is now."""
    # A database of many is copied by whoever runs it, and pages say nothing about when.
    copied = None if configured.HOSTED else last_copy()
    today = when(request).on
    notebook = request.opened.notebook
    context = {
        "spare_key": opening.has_spare_key(notebook.account_id),
        "easier": easier.of(notebook),
        "open_in": len(_open_in(request)),
        "idle_minutes": notebook.preferences().idle_minutes,
        "place": zone_of(request, notebook).rpartition("/")[2].replace("_", " "),
        "copied": copied and _local(request, copied).date(),
        "today": today,
        "yesterday": today - timedelta(days=1),
    }
    return render(request, "account/settings.html", context)


@form_page
@person_required
@drawn_for_whoever_comes
def words(request: PersonRequest) -> HttpResponse:
    """Ask for the words, and change them."""
    choice = chosen_words(request, asks=True)
    ways = easier.other_ways(request.opened.notebook, request.POST)
    sent, context = choice.sent, {**choice.on_page(), "ways": ways}
    if sent is None:
        return render(request, "account/words.html", context)
    or_words = sent.chosen if sent.is_valid() else ""
    page = asking.still_asked(request, sent, "account/words.html", or_words=or_words, **context)
    if page is not None:
        return page
    try:
        _change_words(request, sent.chosen, alone=ways.ticked)
    except asking.Refused as refusal:
        refusal.on(sent, sent.says_it_at)
        return refusal.answer(request, "account/words.html", context)
    return see_other("account:settings")


def _change_words(request: PersonRequest, words: str, *, alone: bool) -> None:
    """From now on *words* open the notebook, with *alone* nothing else does; raise `Refused`."""
    notebook = request.opened.notebook
    asking.change_words(notebook, words, stays=request.opened.session.public_id)
    if alone:
        easier.end_all(notebook)
    rotate_token(request)  # or the next visit here would show the words that open from now on
    notice(request, "words_alone" if alone else "words_changed")


@form_page
@person_required
@drawn_for_whoever_comes
def spare_key(request: PersonRequest) -> HttpResponse:
    """Show a new spare key; it counts once it was written down."""
    notebook = request.opened.notebook
    form = NewSpareKeyForm(request.POST or None, initial={"spare_key": drawn_key(request)})
    there = opening.has_spare_key(notebook.account_id)
    page = asking.still_asked(request, form, "account/spare_key.html", there=there)
    if page is not None:
        return page
    opening.set_spare_key(notebook.account_id, notebook.data_key, form.cleaned_data["spare_key"])
    rotate_token(request)  # or the next visit here would show the key that opens from now on
    notice(request, "spare_key_kept")
    return see_other("account:settings")


@form_page
@person_required
def no_spare_key(request: PersonRequest) -> HttpResponse:
    """Ask for the words, and let the spare key open nothing any more."""
    form = WordsForm(request.POST or None)
    page = asking.still_asked(request, form, "account/no_spare_key.html")
    if page is not None:
        return page
    opening.remove_spare_key(request.opened.notebook.account_id)
    notice(request, "spare_key_removed")
    return see_other("account:settings")


@require_safe
@person_required
def places(request: PersonRequest) -> HttpResponse:
    """List where the notebook is open."""
    return render(request, "account/sessions.html", {"open_in": _open_in(request)})


@person_required
@sent_only("account:sessions")
def close_others(request: PersonRequest) -> HttpResponse:
    """Lock it everywhere but here."""
    here = request.opened.session
    sessions.end_all(here.account_id, but=here.public_id)
    notice(request, "sessions_ended")
    return see_other("account:sessions")


@form_page
@person_required
def looks(request: PersonRequest) -> HttpResponse:
    """Change when it locks, and how it looks."""
    form = PreferencesForm(
        request.POST or None, languages=list(configured.LANGUAGES), initial=_as_now(request)
    )
    if request.method != "POST":
        return render(request, "account/preferences.html", {"form": form})
    if not form.is_valid():
        return render(request, "account/preferences.html", {"form": form}, status=422)
    response = see_other("account:settings")
    quietly = _prefer(request, form.for_the_notebook())
    remember(response, request, **{**form.for_this_browser(), **quietly})
    notice(request, "preferences_kept")
    return response


def _prefer(request: PersonRequest, chosen: dict[str, Any]) -> dict[str, str]:
    """Keep what was chosen about the notebook; return what it changes about this browser.

    A phone that others look through asks for more than was chosen.
    """
    notebook = request.opened.notebook
    before = notebook.preferences().looked_through
    said = chosen.pop("looked_through", before)
    minutes = chosen.pop("idle_minutes")
    quietly = from_now_on(said, before=before, idle_minutes=minutes)
    kept = notebook.prefer(**chosen, **quietly)
    sessions.set_idle(notebook.account_id, kept.idle_minutes * 60)
    return in_this_browser(said, before=before)


def _as_now(request: PersonRequest) -> dict[str, object]:
    kept, here = request.opened.notebook.preferences(), preferences(request)
    return {
        "idle": kept.idle_minutes,
        "looked_through": kept.looked_through,
        "spellcheck": kept.spellcheck,
        "theme": here.theme,
        "quiet": here.quiet_titles,
        "lang": here.lang,
    }


@form_page
@person_required
def delete(request: PersonRequest) -> HttpResponse:
    """Ask for the words and a tick, and remove the notebook for good."""
    form = DeleteForm(request.POST or None)
    page = asking.still_asked(request, form, "account/delete.html")
    if page is not None:
        return page
    left = _removed(request.opened.notebook.account_id)
    response = SeeOther(reverse("account:gone") + left)
    end(request, response)
    return response


def _removed(account_id: UUID) -> str:
    """Remove the notebook, here and in the copies; return what the next page must add."""
    try:
        remove_everything(account_id)
        if not configured.HOSTED:
            forget_in_copies()
    except (TracesLeft, CopyRefused, OSError):
        return "?copies=left"
    return ""


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Say what is gone."""
    left = request.GET.get("copies") == "left"
    return render(request, "account/gone.html", {"copies_left": left})


@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """Say what Beside cannot do."""
    return render(request, "account/limits.html")


@require_safe
def source(request: HttpRequest) -> HttpResponse:
    """Say where the program's own text lies (AGPL, section 13)."""
    where = {
        "folder": Path(beside.__path__[0]),
        "source": configured.SOURCE,
        "version": beside.__version__,
    }
    return render(request, "account/source.html", where)
