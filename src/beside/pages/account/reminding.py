"""The forms of a note to self: on which days and when, to which address, and the code from it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings as configured
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beside.keeping.accounts.throttle import Wait
from beside.keeping.reminding import confirming, mailing
from beside.keeping.reminding.choice import TITLE_LIMIT, Reminder, clock, minute_of
from beside.keeping.reminding.post import Letter, NotSent, PostOffice, code_letter, is_plain
from beside.kernel.words import TooLong, can_be_seen, one_line
from beside.pages.account.forms import NEEDED
from beside.pages.front.requests import PersonRequest, now, when
from beside.pages.front.widgets import ManyChipsWidget, WordsInput

ASIDE = "mail asked"
"""What lies beside the session while a code is on its way."""
HEADER_LIMIT = 78
"""Characters of a subject or a sender."""
A_NOTE = _("A note to self")
ADDRESS_NEEDED = _("Type an address, like ana@example.org.")


class CodeNotSent(Exception):
    """No code went out; *sentence* says why."""

    def __init__(self, sentence: Any) -> None:
        super().__init__()
        self.sentence = sentence


def _clock_field(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput({"type": "time", "autocomplete": "off"}, format="%H:%M"),
        error_messages=dict.fromkeys(("required", "invalid"), _("Type a time, like 09:00.")),
    )


class ReminderForm(forms.Form):
    """The days, the time, what it is called, and the hours that stay quiet."""

    days = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        choices=[(str(day), name) for day, name in WEEKDAYS_ABBR.items()],
        coerce=int,
        widget=ManyChipsWidget,
        error_messages={"required": _("Choose one day or more.")},
    )
    at = _clock_field(_("At what time?"))
    title = forms.CharField(
        label=_("What your calendar will say"),
        help_text=_("Who looks at the calendar sees this."),
        required=False,
        widget=WordsInput(),
    )
    alarm = forms.BooleanField(label=_("The calendar may ring"), required=False)
    quiet_from = _clock_field(_("Quiet from"))
    quiet_to = _clock_field(_("Quiet until"))

    def clean_title(self) -> str:
        """Return it on one line, or what it is called by itself."""
        try:
            title = one_line(self.cleaned_data["title"], limit=TITLE_LIMIT)
        except TooLong:
            raise ValidationError(_("That is too long. 200 letters fit.")) from None
        return title if can_be_seen(title) else gettext("A note to self")

    def chosen(self) -> dict[str, Any]:
        """Return it as it is kept."""
        said = self.cleaned_data
        minutes = {name: minute_of(said[name]) for name in ("at", "quiet_from", "quiet_to")}
        return said | minutes


class MailForm(forms.Form):
    """Where a mail goes, and what can be seen of it from outside."""

    address = forms.EmailField(
        label=_("To which address?"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages=dict.fromkeys(("required", "invalid", "max_length"), ADDRESS_NEEDED),
    )
    subject = forms.CharField(label=_("What it is called"), required=False, widget=WordsInput())
    sender = forms.CharField(label=_("Who it is from"), required=False, widget=WordsInput())

    def clean_address(self) -> str:
        """Refuse what no mail server takes."""
        address = str(self.cleaned_data["address"])
        if not (address.isascii() and is_plain(address)):
            raise ValidationError(ADDRESS_NEEDED)
        return address

    def clean_subject(self) -> str:
        return _header(self.cleaned_data["subject"])

    def clean_sender(self) -> str:
        return _header(self.cleaned_data["sender"])


class CodeForm(forms.Form):
    """The code that came by mail."""

    code = forms.CharField(
        label=_("The six digits from the mail"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages=NEEDED,
    )


def _header(typed: str) -> str:
    """Return what may stand at the head of a mail; refuse what would end a line of it."""
    if not is_plain(typed):
        raise ValidationError(_("Leave out line breaks, and signs that can’t be seen."))
    if len(typed) > HEADER_LIMIT:
        raise ValidationError(_("That is too long. 78 letters fit."))
    return typed if can_be_seen(typed) else gettext("A note to self")


def as_now(reminder: Reminder) -> dict[str, Any]:
    """Return what the form holds at first."""
    times: dict[str, time] = {
        name: clock(getattr(reminder, name)) for name in ("at", "quiet_from", "quiet_to")
    }
    days = [str(day) for day in reminder.days]
    return {"days": days, "title": reminder.title or A_NOTE, "alarm": reminder.alarm, **times}


def days_named(reminder: Reminder) -> list[Any]:
    """Return the names of its days, from Monday on."""
    return [WEEKDAYS[day] for day in reminder.days]


def send_code(request: PersonRequest, form: MailForm) -> None:
    """Send a code to the address of *form*, and lay aside what it is for. Raises `CodeNotSent`."""
    account_id, said = request.opened.notebook.account_id, form.cleaned_data
    counted, code = confirming.asking(account_id, said["address"]), confirming.new_code()
    try:
        counted.try_at(0.0)
    except Wait:
        raise CodeNotSent(_("Some codes went out already. Try again in a while.")) from None
    moment = now()
    letter = Letter(said["address"], said["subject"], said["sender"], code_letter(code), at=moment)
    try:
        with _post().open() as way:
            way.send(letter)
    except NotSent:
        counted.not_tried()
        raise CodeNotSent(_("The mail could not be sent. Nothing was changed.")) from None
    kept = confirming.hidden(account_id, code, said["address"])
    until = moment.timestamp() + confirming.LASTS
    request.opened.session.aside[ASIDE] = [
        said["address"],
        said["subject"],
        said["sender"],
        kept,
        until,
    ]


def _post() -> PostOffice:
    """Return the mail server; pages that need one are closed where there is none."""
    post = configured.MAIL
    assert post is not None
    return post


def asked_for(request: PersonRequest) -> list[Any] | None:
    """Return what waits for its code, or ``None`` where nothing does (any more)."""
    waits: list[Any] | None = request.opened.session.aside.get(ASIDE)
    return waits if waits is not None and waits[4] > now().timestamp() else None


def turn_on(request: PersonRequest, form: CodeForm, reminder: Reminder) -> bool:
    """Let mails come where the code fits; else say so on *form*, and return ``False``."""
    waits, account_id = asked_for(request), request.opened.notebook.account_id
    if waits is None:
        form.add_error("code", _("That code is over. Ask for a new one."))
        return False
    address, subject, sender, kept, _until = waits
    tried = confirming.trying(account_id)
    try:
        tried.try_at(0.0)
    except Wait:
        form.add_error("code", _("That was a lot of tries. Wait a while."))
        return False
    if not confirming.fits(account_id, form.cleaned_data["code"], address, kept):
        form.add_error("code", _("That is not the code in the mail."))
        return False
    tried.opened()
    moment = when(request)
    mailing.turn_on(
        account_id,
        address=address,
        subject=subject,
        sender=sender,
        reminder=reminder,
        zone=moment.zone,
        when=moment.at,
    )
    request.opened.session.aside.pop(ASIDE, None)
    return True


def follow(request: PersonRequest, reminder: Reminder) -> None:
    """Let mails keep to *reminder* from now on, where there are any."""
    if configured.MAIL is None:
        return
    moment = when(request)
    account_id = request.opened.notebook.account_id
    mailing.follow(account_id, reminder=reminder, zone=moment.zone, when=moment.at)


def came_back(account_id: UUID, *, zone: str, at: datetime) -> None:
    """Note that the notebook was opened; whatever goes wrong with it keeps nobody out."""
    if configured.MAIL is not None:
        with suppress(DatabaseError):
            mailing.came_back(account_id, zone=zone, when=at)
