"""In and out: keep a notebook, open it, open it again, lock it, let it stay open."""

from __future__ import annotations

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from beside.keeping.accounts import passkeys
from beside.keeping.accounts.joining import Registration
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import lived
from beside.pages.account import asking, with_passkey
from beside.pages.account.arriving import arrived
from beside.pages.account.choosing import chosen_words, drawn_for_whoever_comes, joining
from beside.pages.account.forms import SpareKeyForm, WordsForm
from beside.pages.account.reminding import came_back
from beside.pages.account.ways import Way, way_in
from beside.pages.account.where import came_from, shown, wanted
from beside.pages.front import device
from beside.pages.front.answers import SeeOther, see_other
from beside.pages.front.arrivals import take_in_once_open
from beside.pages.front.kept import carried
from beside.pages.front.notices import notice
from beside.pages.front.opened import begin, end, opened
from beside.pages.front.preferences import remember
from beside.pages.front.quiet import in_this_browser
from beside.pages.front.requests import PersonRequest, now, person_required
from beside.pages.front.sent import sent_only
from beside.pages.front.visiting import carry_over, locked_in, visit_of
from beside.pages.front.zones import learn_zone, said_by_the_browser, zone_of

form_page = require_http_methods(["GET", "HEAD", "POST"])


def _enter(
    request: HttpRequest, response: HttpResponse, notebook: OpenNotebook, said: str = ""
) -> HttpResponse:
    """Let *response* begin a session for *notebook*; the next page says the notice *said*."""
    try:
        kept = notebook.preferences()
        if visit_of(request) is not None:
            remember(response, request, **in_this_browser(kept.looked_through, before=None))
        found = begin(request, response, notebook, idle_minutes=kept.idle_minutes)
        learn_zone(notebook, said_by_the_browser(request))
        arriving = lived(now(), zone_of(request, notebook))
        said = arrived(found.session, notebook, on=arriving.on) or said
        take_in_once_open(notebook, arriving)
        came_back(notebook.account_id, zone=arriving.zone, at=arriving.at)
    finally:
        notebook.close()
    if said:
        request.opened = found  # type: ignore[attr-defined]
        notice(request, said)  # type: ignore[arg-type]
    return response


@drawn_for_whoever_comes
@form_page
def keep(request: HttpRequest) -> HttpResponse:
    """Offer six words, or one's own, and make a notebook that they open."""
    if opened(request) is not None:
        return see_other("today:today")
    visit = visit_of(request)
    if Registration.closed == settings.REGISTRATION:
        return render(request, "account/keep_closed.html", {"visit": visit})
    choice = chosen_words(request, joins=joining(request))
    sent, context = choice.sent, choice.on_page(visit=visit, locked=locked_in(visit))
    if sent is None or not sent.is_valid():
        status = 200 if sent is None else 422
        return render(request, "account/keep.html", context, status=status)
    try:
        way = way_in(request, name=sent.name, code=sent.code)
        notebook = asking.kept_with(way, sent.chosen, drawn=sent is choice.six)
    except asking.Refused as refusal:
        refusal.on(sent, sent.says_it_at)
        return refusal.answer(request, "account/keep.html", context)
    carry_over(request, notebook)
    return _enter(request, see_other("today:today"), notebook, "notebook_kept")


def _words_typed(request: HttpRequest) -> WordsForm:
    """Return the form of the door; not yet sent where the person only asked to see or hide it."""
    by_name = settings.HOSTED
    if request.method != "POST":
        return WordsForm(by_name=by_name)
    see = shown(request)
    if "see" in request.POST:
        typed = {name: request.POST.get(name, "") for name in ("notebook", "words")}
        return WordsForm(initial=typed, shown=see, echoes=True, by_name=by_name)
    return WordsForm(request.POST, shown=see, by_name=by_name)


def _way_of(request: HttpRequest, form: Form) -> Way:
    """Return the way in to the notebook whose name was typed, where there are names."""
    return way_in(request, name=str(form.cleaned_data.get("notebook", "")))


@form_page
def open_notebook(request: HttpRequest) -> HttpResponse:
    """Ask for the words, and open what they open."""
    if opened(request) is not None:
        return SeeOther(wanted(request))
    form = _words_typed(request)
    context = _at_the_door(request, form)
    if not form.is_bound:
        return render(request, "account/open.html", context)
    if not form.is_valid():
        return render(request, "account/open.html", context, status=422)
    try:
        notebook = asking.opened_with_words(_way_of(request, form), form.cleaned_data["words"])
    except asking.Refused as refusal:
        refusal.on(form, "words")
        return refusal.answer(request, "account/open.html", context)
    return _enter(request, SeeOther(wanted(request)), notebook)


def _at_the_door(request: HttpRequest, form: WordsForm) -> dict[str, object]:
    marked = bool(device.brought(request))
    return {
        "form": form,
        "next": wanted(request),
        "marked": marked,
        **with_passkey.asked_for(request),
    }


@require_safe
def challenge(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django hands it in
    """Say what a passkey has to answer. Nothing is written down of it."""
    return HttpResponse(passkeys.challenge_to_open(), content_type="text/plain")


@sent_only("account:open")
def open_with_passkey(request: HttpRequest) -> HttpResponse:
    """Open what the passkey opens; else say so, with the other ways beside it."""
    if opened(request) is not None:
        return SeeOther(wanted(request))
    try:
        notebook = with_passkey.opened_with_passkey(request)
    except asking.Refused as refusal:
        form = WordsForm(by_name=settings.HOSTED)
        context = _at_the_door(request, form) | {"trouble": refusal.sentence}
        return refusal.answer(request, "account/open.html", context)
    return _enter(request, SeeOther(wanted(request)), notebook)


@sent_only("account:open")
def open_again(request: HttpRequest) -> HttpResponse:
    """Open after a lock, and hand back what was typed meanwhile, however often it takes."""
    form = WordsForm(request.POST, by_name=settings.HOSTED)
    typed = carried(request)
    context: dict[str, object] = {"form": form, "next": wanted(request), "typed": typed}
    try:
        if not form.is_valid():
            return render(request, "front/locked.html", context, status=422)
        notebook = asking.opened_with_words(_way_of(request, form), form.cleaned_data["words"])
    except asking.Refused as refusal:
        refusal.on(form, "words")
        return refusal.answer(request, "front/locked.html", context)
    return _handed_back(request, notebook)


def _handed_back(request: HttpRequest, notebook: OpenNotebook) -> HttpResponse:
    """Show what was typed and was not kept, with a form that sends it where it was meant for."""
    response = SeeOther(wanted(request))
    _enter(request, response, notebook)
    typed = carried(request)
    if not typed:
        return response
    context = {"next": wanted(request), "typed": typed}
    page = render(request, "front/resume.html", context)
    page.cookies.update(response.cookies)
    return page


@form_page
def open_with_spare_key(request: HttpRequest) -> HttpResponse:
    """Ask for the spare key; then, with the key still in the form, for new words."""
    form = SpareKeyForm(request.POST or None, by_name=settings.HOSTED)
    if request.method != "POST":
        return render(request, "account/open_spare.html", {"form": form})
    if not form.is_valid():
        return render(request, "account/open_spare.html", {"form": form}, status=422)
    try:
        way = _way_of(request, form)
        asking.opened_with_spare_key(way, form.cleaned_data["spare_key"]).close()
    except asking.Refused as refusal:
        refusal.on(form, "spare_key")
        return refusal.answer(request, "account/open_spare.html", {"form": form})
    return _new_words(request, form)


def _new_words(request: HttpRequest, key: SpareKeyForm) -> HttpResponse:
    context = chosen_words(request).on_page(key=key)
    return render(request, "account/open_spare_words.html", context)


@sent_only("account:open_spare")
def renew(request: HttpRequest) -> HttpResponse:
    """Open with the spare key and new words; the key is spent, and a new one is offered."""
    key = SpareKeyForm(request.POST, by_name=settings.HOSTED)
    if not key.is_valid() or "six" not in request.POST:
        return see_other("account:open_spare")
    choice = chosen_words(request)
    sent, context = choice.sent, choice.on_page(key=key)
    if sent is None:
        return render(request, "account/open_spare_words.html", context)
    try:
        if not sent.is_valid():
            return render(request, "account/open_spare_words.html", context, status=422)
        way = _way_of(request, key)
        notebook = asking.renewed(way, key.cleaned_data["spare_key"], sent.chosen)
    except asking.Refused as refusal:
        refusal.on(sent, sent.says_it_at)
        return refusal.answer(request, "account/open_spare_words.html", context)
    return _enter(request, see_other("account:spare_key"), notebook, "words_changed")


@sent_only("today:today")
def lock(request: HttpRequest) -> HttpResponse:
    """Lock; a notebook that is locked already stays so."""
    response = see_other("today:today")
    end(request, response)
    return response


@person_required
@sent_only("today:today")
def stay(request: PersonRequest) -> HttpResponse:
    """Start the idle time anew: a script hears nothing, a person goes back to their page."""
    if "text/html" not in request.headers.get("Accept", ""):
        return HttpResponse(status=204)
    notice(request, "stays_open")
    return SeeOther(came_from(request))
