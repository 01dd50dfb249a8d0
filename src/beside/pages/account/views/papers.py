"""Take everything out, and bring it in again. A file passes through memory alone."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings as configured
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import render

from beside.keeping.crypto.words import tidy
from beside.keeping.disk.writing import writing
from beside.kernel.records import FromALaterRelease
from beside.kernel.sentences import Sentence
from beside.pages.account import asking
from beside.pages.account.arriving import look
from beside.pages.account.forms import ExportForm, ImportForm
from beside.pages.account.views.door import form_page
from beside.pages.front.requests import (
    PersonRequest,
    now,
    open_vault,
    person_required,
    when,
)
from beside.pages.templatetags.say import say
from beside.papers.export import VERSION, exported, sealed_for
from beside.papers.importing import (
    MOST_FOR_MANY,
    MOST_STRETCHING,
    LockedTooHard,
    NotAnExport,
    Parcel,
    TakesTooLong,
    WrongPassphrase,
    bring_in,
    is_sealed,
    read,
    unsealed,
)

NOT_AN_EXPORT = Sentence("This is not a file that Beside has made, or a part of it is missing.")
TOO_NEW = Sentence("A newer Beside has made this file. Get the newer one, and use that.")
WRONG_WORDS = Sentence("The file does not open with those words.")
TOO_SLOW = Sentence("This computer is too busy to open the file now. Try again in a while.")
TOO_HARD = Sentence(
    "This file is locked harder than we can open here. Bring in a plain one, or one that was "
    "exported here."
)
NEEDS_WORDS = Sentence("This file is locked. Fill in the words it is locked with.")


@form_page
@person_required
def export(request: PersonRequest) -> HttpResponse:
    """Ask for the words, and send everything as one file."""
    form = ExportForm(request.POST or None)
    page = asking.still_asked(request, form, "account/export.html")
    if page is not None:
        return page
    try:
        return _file(request, form)
    except asking.Refused as refusal:
        refusal.on(form, "words")
        return refusal.answer(request, "account/export.html", {"form": form})


def _file(request: PersonRequest, form: ExportForm) -> HttpResponse:
    said = form.cleaned_data
    with suppress(DatabaseError):  # the day of the look could not be written down
        look(request.opened.session, request.opened.notebook, on=when(request).on)
    body, kind = exported(open_vault(request), made=now()), "application/json"
    name = f"notebook-{VERSION}-{when(request).on.isoformat()}.json"
    if said["way"] == "locked":
        notebook = request.opened.notebook
        kept = tidy(said["passphrase"]) or asking.as_kept(notebook, said["words"])
        body = sealed_for(body, kept)
        name, kind = f"{name}.age", "application/octet-stream"
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": disposition})


@form_page
@person_required
def import_file(request: PersonRequest) -> HttpResponse:
    """Take a file, and put what is new in it into the notebook."""
    sent = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if sent else ImportForm()
    if not sent:
        return render(request, "account/import.html", {"form": form})
    parcel = _parcel(form) if form.is_valid() else None
    if parcel is None:
        return render(request, "account/import.html", {"form": form}, status=422)
    with writing():
        brought = bring_in(open_vault(request), parcel)
    mail = configured.MAIL is not None
    context = {"brought": brought, "damaged": parcel.damaged, "mail_offered": mail}
    return render(request, "account/imported.html", context)


def _parcel(form: ImportForm) -> Parcel | None:
    """Return what the file holds; else say on *form* why it cannot be read."""
    document, words = form.document, form.cleaned_data["passphrase"]
    try:
        if is_sealed(document):
            if not words:
                form.add_error("passphrase", say(NEEDS_WORDS))
                return None
            most = MOST_FOR_MANY if configured.HOSTED else MOST_STRETCHING
            document = unsealed(document, words, most=most)
        return read(document)
    except NotAnExport:
        form.add_error("file", say(NOT_AN_EXPORT))
    except FromALaterRelease:
        form.add_error("file", say(TOO_NEW))
    except LockedTooHard:
        form.add_error("file", say(TOO_HARD))
    except TakesTooLong:
        form.add_error("file", say(TOO_SLOW))
    except WrongPassphrase:
        form.add_error("passphrase", say(WRONG_WORDS))
    return None
