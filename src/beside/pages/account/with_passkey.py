"""What a browser sends of a passkey, and the page that it must have come from."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from beside.keeping.accounts import passkeys
from beside.keeping.accounts.opening import NothingOpens
from beside.keeping.crypto.passkey import SALT, NotAPasskey, Page, answered, as_text, output
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.sentences import Sentence
from beside.kernel.words import can_be_seen, one_line
from beside.pages.account.asking import Refused
from beside.pages.account.forms import NEEDED, secret_field
from beside.pages.front.opened import browser_of
from beside.pages.front.requests import PersonRequest, when
from beside.pages.front.visiting import when_here
from beside.pages.front.widgets import WordsInput

NAME_LIMIT = 60
NO_PASSKEY = Sentence("That passkey opens nothing here. Your words still do.")
NOT_MADE = Sentence("The passkey could not be kept. Try again, a little faster.")
TOO_MANY = Sentence("Ten passkeys are enough. Remove one first.")


class NewPasskeyForm(forms.Form):
    """The words, and what the passkey is to be called."""

    words = secret_field(_("Your words"), fill="current-password")
    name = forms.CharField(
        label=_("A name for this device"),
        max_length=NAME_LIMIT,
        widget=WordsInput(),
        error_messages=NEEDED,
    )

    def clean_name(self) -> str:
        """Return the name on one line."""
        name = one_line(self.cleaned_data["name"], limit=NAME_LIMIT)
        if not can_be_seen(name):
            raise forms.ValidationError(_("Fill this in."))
        return name


def page_of(request: HttpRequest) -> Page:
    """Return the page that asks, as a passkey must name it."""
    host = request.get_host()
    return Page(origin=f"{request.scheme}://{host}", host=host.rsplit(":", 1)[0])


def can_be_used(request: HttpRequest) -> bool:
    """Tell whether a passkey can belong to this address: one in numbers has no name for it."""
    try:
        ip_address(page_of(request).host.strip("[]"))
    except ValueError:
        return True
    return False


def asked_for(request: HttpRequest) -> dict[str, Any]:
    """Return what the door needs to ask for a passkey; nothing where none opens anything here."""
    if not can_be_used(request) or not passkeys.any_here():
        return {}
    return {"passkey": {"salt": as_text(SALT)}}


def being_made(request: PersonRequest, name: str) -> dict[str, object]:
    """Return what the page needs that makes one."""
    notebook, session = request.opened.notebook, request.opened.session
    account_id, data_key = notebook.account_id, notebook.data_key
    known = [one.credential_id for one in passkeys.passkeys_of(account_id, data_key)]
    return {
        "challenge": passkeys.challenge_to_make(account_id, session.public_id),
        "known": " ".join(as_text(one) for one in known if one),
        "name": name,
        "salt": as_text(SALT),
    }


def keep(request: PersonRequest) -> None:
    """Let the passkey that was sent open this notebook; raise `Refused`."""
    notebook, sent = request.opened.notebook, request.POST
    name = one_line(sent.get("name", "")[:NAME_LIMIT], limit=NAME_LIMIT) or browser_of(request)
    try:
        passkeys.add(
            notebook.account_id,
            notebook.data_key,
            session=request.opened.session.public_id,
            name=name,
            on=when(request).on,
            answer=answered(sent.get("credential", "")),
            prf=output(sent.get("prf", "")),
            page=page_of(request),
        )
    except NotAPasskey:
        raise Refused(NOT_MADE) from None
    except passkeys.TooMany:
        raise Refused(TOO_MANY) from None


def opened_with_passkey(request: HttpRequest) -> OpenNotebook:
    """Return the notebook that the passkey in the request opens; raise `Refused`."""
    try:
        answer = answered(request.POST.get("credential", ""))
        prf = output(request.POST.get("prf", ""))
        page, on = page_of(request), when_here(request).on
        return OpenNotebook(*passkeys.open_with_passkey(answer, prf, page=page, on=on))
    except (NotAPasskey, NothingOpens):
        raise Refused(NO_PASSKEY) from None
