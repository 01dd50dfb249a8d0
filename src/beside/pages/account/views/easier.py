"""What makes opening easier: passkeys, and the devices that may drop a moment in."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beside.keeping.accounts import devices, passkeys
from beside.keeping.accounts.sessions import sessions
from beside.pages.account import asking, easier, with_passkey
from beside.pages.account.letterbox import empty
from beside.pages.account.views.door import form_page
from beside.pages.account.with_passkey import NewPasskeyForm
from beside.pages.front import device
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.opened import browser_of
from beside.pages.front.requests import PersonRequest, person_required, when
from beside.pages.front.sent import sent_only


@require_safe
@person_required
def passkeys_page(request: PersonRequest) -> HttpResponse:
    """List the passkeys that open this notebook."""
    return _passkeys(request)


def _passkeys(request: PersonRequest, trouble: object = None, status: int = 200) -> HttpResponse:
    shown = {
        "easier": easier.of(request.opened.notebook),
        "usable": with_passkey.can_be_used(request),
        "trouble": trouble,
    }
    return render(request, "account/passkeys.html", shown, status=status)


@form_page
@person_required
def new_passkey(request: PersonRequest) -> HttpResponse:
    """Ask for the words and a name; then the browser makes a passkey."""
    if not easier.is_offered(request.opened.notebook):
        return see_other("account:passkeys")
    form = NewPasskeyForm(request.POST or None, initial={"name": browser_of(request)})
    page = asking.still_asked(request, form, "account/passkey_new.html")
    if page is not None:
        return page
    context = with_passkey.being_made(request, form.cleaned_data["name"])
    return render(request, "account/passkey_make.html", context)


@person_required
@sent_only("account:passkeys")
def keep_passkey(request: PersonRequest) -> HttpResponse:
    """Let the passkey that was made open this notebook."""
    if not easier.is_offered(request.opened.notebook):
        return see_other("account:passkeys")
    try:
        with_passkey.keep(request)
    except asking.Refused as refusal:
        return _passkeys(request, refusal.sentence, refusal.status)
    notice(request, "passkey_kept")
    return see_other("account:passkeys")


@person_required
@sent_only("account:passkeys")
def no_passkey(request: PersonRequest) -> HttpResponse:
    """Let a passkey open nothing any more, and end what it may have opened elsewhere."""
    here = request.opened.session
    passkeys.remove(here.account_id, _named(request))
    sessions.end_all(here.account_id, but=here.public_id)
    notice(request, "passkey_removed")
    return see_other("account:passkeys")


def _named(request: HttpRequest) -> bytes:
    """Return the row that a button stood beside; one that is none names nothing."""
    try:
        return bytes.fromhex(request.POST.get("which", ""))
    except ValueError:
        return b""


@require_safe
@person_required
def letterbox(request: PersonRequest) -> HttpResponse:
    """List the devices that may drop a moment in."""
    return _letterbox(request)


def _letterbox(request: PersonRequest, *, full: bool = False) -> HttpResponse:
    known, here = easier.of(request.opened.notebook), ""
    with suppress(devices.NotMarked):
        here = devices.opening_of(device.brought(request)).slot.device.hex()
    shown = {
        "easier": known,
        "here": here,
        "is_here": any(one.called == here for one in known.devices),
        "full": full,
    }
    return render(request, "account/letterbox.html", shown, status=422 if full else 200)


@person_required
@sent_only("account:letterbox")
def mark_device(request: PersonRequest) -> HttpResponse:
    """Let this device drop moments in from now on."""
    notebook = request.opened.notebook
    if not easier.is_offered(notebook):
        return see_other("account:letterbox")
    name, on = browser_of(request), when(request).on
    try:
        cookie = devices.mark(notebook.account_id, notebook.data_key, name=name, on=on)
    except devices.Full:
        return _letterbox(request, full=True)
    response = see_other("account:letterbox")
    device.give(response, cookie)
    notice(request, "device_marked")
    return response


@person_required
@sent_only("account:letterbox")
def unmark_device(request: PersonRequest) -> HttpResponse:
    """Let a device drop nothing in any more; what waits from it is taken in first."""
    notebook, which = request.opened.notebook, _named(request)
    empty(notebook)
    response = see_other("account:letterbox")
    with suppress(devices.NotMarked):
        if devices.opening_of(device.brought(request)).slot.device == which:
            device.take_back(response)
    devices.unmark(notebook.account_id, which)
    notice(request, "device_unmarked")
    return response
