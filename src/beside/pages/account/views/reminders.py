"""A note to self in one's own calendar: days, a time, and a file that leads nowhere."""

from __future__ import annotations

from django.conf import settings as configured
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from beside.keeping.reminding import choice, mailing
from beside.keeping.reminding.calendar import calendar_file
from beside.keeping.reminding.choice import InQuietHours, reminder_of
from beside.pages.account.reminding import ReminderForm, as_now, days_named, follow
from beside.pages.account.views.door import form_page
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.quiet import leaves_links_out
from beside.pages.front.requests import PersonRequest, now, person_required, when
from beside.pages.front.sent import sent_only


@require_safe
@person_required
def reminders(request: PersonRequest) -> HttpResponse:
    """Show what was chosen, and what can be made of it."""
    notebook = request.opened.notebook
    reminder = reminder_of(notebook)
    standing = mailing.standing_of(notebook.account_id) if configured.MAIL else None
    shown = {
        "reminder": reminder,
        "days": days_named(reminder),
        "at": choice.clock(reminder.at),
        "looked_through": leaves_links_out(request),
        "mail_offered": configured.MAIL is not None,
        "standing": standing,
    }
    return render(request, "account/reminders.html", shown)


@form_page
@person_required
def days_and_time(request: PersonRequest) -> HttpResponse:
    """Ask for days and a time, and keep them."""
    notebook = request.opened.notebook
    form = ReminderForm(request.POST or None, initial=as_now(reminder_of(notebook)))
    if request.method == "POST" and form.is_valid():
        try:
            follow(request, choice.choose(notebook=notebook, **form.chosen()))
        except InQuietHours:
            form.add_error("at", _("That lies in your quiet hours. What you had stays as it was."))
        else:
            notice(request, "reminder_kept")
            return see_other("account:reminders")
    status = 422 if form.is_bound else 200
    return render(request, "account/reminder_when.html", {"form": form}, status=status)


@require_safe
@person_required
def calendar(request: PersonRequest) -> HttpResponse:
    """Hand the calendar file out, under a name that says nothing."""
    reminder = reminder_of(request.opened.notebook)
    if not reminder.days or leaves_links_out(request):
        return see_other("account:reminders")
    body = calendar_file(reminder, title=reminder.title, zone=when(request).zone, made=now())
    file = {"Content-Disposition": 'attachment; filename="note.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=file)


@person_required
@sent_only("account:reminders")
def remove(request: PersonRequest) -> HttpResponse:
    """Remove what was chosen, and let no mail come."""
    notebook = request.opened.notebook
    choice.forget(notebook=notebook)
    mailing.turn_off(notebook.account_id)
    notice(request, "reminder_gone")
    return see_other("account:reminders")
