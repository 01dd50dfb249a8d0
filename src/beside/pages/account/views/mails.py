"""A note to self by mail: offered where a mail server is named, and off until a code came back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from beside.keeping.reminding import mailing
from beside.keeping.reminding.choice import reminder_of
from beside.pages.account.reminding import (
    A_NOTE,
    CodeForm,
    CodeNotSent,
    MailForm,
    asked_for,
    send_code,
    turn_on,
)
from beside.pages.account.views.door import form_page
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, now, person_required
from beside.pages.front.sent import sent_only

P = ParamSpec("P")


def _offered(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """Let nobody in where no mail server is named, or before days and a time were chosen."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if configured.MAIL is None or not reminder_of(request.opened.notebook).days:
            return see_other("account:reminders")
        return view(request, *args, **kwargs)

    return guarded


@form_page
@person_required
@_offered
def mail(request: PersonRequest) -> HttpResponse:
    """Ask for an address and what a mail says outside, and send a code there."""
    form = MailForm(request.POST or None, initial={"subject": A_NOTE, "sender": A_NOTE})
    if request.method == "POST" and form.is_valid():
        try:
            send_code(request, form)
        except CodeNotSent as refusal:
            form.add_error("address", refusal.sentence)
        else:
            return see_other("account:reminder_code")
    status = 422 if form.is_bound else 200
    return render(request, "account/reminder_mail.html", {"form": form}, status=status)


@form_page
@person_required
@_offered
def code(request: PersonRequest) -> HttpResponse:
    """Ask for the code, and let mails come once it fits."""
    form = CodeForm(request.POST or None)
    if not form.is_bound and asked_for(request) is None:
        return see_other("account:reminder_mail")
    reminder = reminder_of(request.opened.notebook)
    if form.is_bound and form.is_valid() and turn_on(request, form, reminder):
        notice(request, "mail_on")
        return see_other("account:reminders")
    status = 422 if form.is_bound else 200
    return render(request, "account/reminder_code.html", {"form": form}, status=status)


@person_required
@sent_only("account:reminders")
def off(request: PersonRequest) -> HttpResponse:
    """Let no mail come any more."""
    mailing.turn_off(request.opened.notebook.account_id)
    notice(request, "mail_off")
    return see_other("account:reminders")


@person_required
@sent_only("account:reminders")
def again(request: PersonRequest) -> HttpResponse:
    """Let mails come again that went quiet."""
    if configured.MAIL is not None:
        mailing.turn_on_again(request.opened.notebook.account_id, when=now())
        notice(request, "mail_on")
    return see_other("account:reminders")


# A mail program posts here without a cookie (RFC 8058). The token of the link is the one thing that
# lets it, and all it lets is this; what another site sends is turned away before.
@csrf_exempt
@form_page
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show one button to whoever looks; stop where it is pressed. Says the same of any link."""
    stopped = request.method == "POST"
    if stopped and configured.HOSTED:
        mailing.stop(token)
    return render(request, "account/stop.html", {"stopped": stopped})
