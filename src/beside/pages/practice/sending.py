"""The page from which a request goes out: the words, what hands them on, and a time agreed on."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskState, Channel
from beside.journey.practice.sending import (
    SUMMARY_LIMIT,
    Links,
    agree_on,
    calendar_file,
    calendar_uid,
    message_links,
)
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, can_be_seen, one_line
from beside.pages.front.quiet import leaves_links_out
from beside.pages.front.requests import PersonRequest, now, open_vault, when
from beside.pages.front.said import said
from beside.pages.front.sent import revision_sent
from beside.pages.front.widgets import WordsInput
from beside.pages.practice.shown import caution_of, person_of, told
from beside.pages.templatetags.say import say

LARGE_UP_TO = 280
"""How many characters are set so large that they can be read from an arm's length."""


class ChannelForm(forms.Form):
    """How it went out; nothing chosen takes the answer back."""

    channel = forms.TypedChoiceField(
        choices=[(channel.value, text) for channel, text in wording.CHANNELS.items()],
        coerce=Channel,
        empty_value=None,
        required=False,
    )


class AgreedForm(forms.Form):
    """The day and the time that the two agreed on."""

    on = forms.DateField(
        label=wording.WHAT_DAY,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        widget=forms.DateInput({"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        error_messages=dict.fromkeys(("required", "invalid"), said(wording.DAY_NEEDED)),
    )
    at = forms.TimeField(
        label=wording.WHAT_TIME,  # type: ignore[arg-type]  # see above
        widget=forms.TimeInput({"type": "time", "autocomplete": "off"}, format="%H:%M"),
        error_messages=dict.fromkeys(("required", "invalid"), said(wording.TIME_NEEDED)),
    )


class EntryForm(forms.Form):
    """What the calendar will say: neutral, until the person types something else."""

    summary = forms.CharField(
        label=wording.CALENDAR_SAYS,  # type: ignore[arg-type]  # see above
        required=False,
        widget=WordsInput(),
    )

    def clean_summary(self) -> str:
        """Return it on one line. Raises `ValidationError` where it is too long."""
        try:
            summary = one_line(self.cleaned_data["summary"], limit=SUMMARY_LIMIT)
        except TooLong as long:
            much = wording.words_too_long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None
        return summary if can_be_seen(summary) else say(wording.A_NOTE)


@dataclass(frozen=True, repr=False)
class Leaving:
    """What may leave from the page of one test.

    *meets*: a time may be agreed on; *hands_on*: links and calendar files may be made, too.
    """

    meets: bool
    hands_on: bool


def leaving(request: PersonRequest, one: Ask) -> Leaving:
    """Return what may leave: nothing for somebody who may not be asked, or who was taken out."""
    person = person_of(open_vault(request), one)
    free = caution_of(person) is None and (person is not None or one.person_id is None)
    return Leaving(free, hands_on=free and not leaves_links_out(request))


def send_page(request: PersonRequest, one: Ask, *, sent: forms.Form | None = None) -> HttpResponse:
    """Return the page; *sent* is the form on it that could not be kept."""
    store, may = open_vault(request), leaving(request, one)
    shown = told(store, one)
    links = message_links(one.words, shown["person"]) if may.hands_on and shown["is_said"] else None
    agreeing = sent if isinstance(sent, AgreedForm) else AgreedForm(auto_id="agreed_%s")
    entry = {"summary": say(wording.A_NOTE)}
    context = {
        **shown,
        "may": may,
        "looked_through": leaves_links_out(request),
        "links": links,
        "too_long": _too_long(links) if links else None,
        "is_large": len(one.words) <= LARGE_UP_TO,
        "agreeing": agreeing,
        "noting": sent if isinstance(sent, EntryForm) else EntryForm(initial=entry),
        "form": sent,
        "revision": request.POST.get("revision") or one.revision,
        "wording": wording,
    }
    return render(request, "practice/send.html", context, status=422 if sent else 200)


def is_waiting(one: Ask) -> bool:
    """Tell whether it is still to be said, or its answer is still to come."""
    return one.state is AskState.locked


def keep_time(request: PersonRequest, one: Ask, form: AgreedForm) -> Ask:
    """Keep the time of *form*; raises what `agree_on` raises."""
    moment = when(request)
    return agree_on(
        store=open_vault(request),
        when=moment,
        ask_id=one.id,
        zone=moment.zone,
        **form.cleaned_data,
        expected_revision=revision_sent(request),
    )


def entry_of(one: Ask, form: EntryForm) -> HttpResponse:
    """Return the calendar file of the time that was agreed on, under a name that says nothing."""
    if one.agreed is None:
        raise ValueError("no time was agreed on")
    body = calendar_file(
        summary=form.cleaned_data["summary"],
        agreed=one.agreed,
        uid=calendar_uid(one.id),
        made=now(),
        version=one.revision,
    )
    file = {"Content-Disposition": 'attachment; filename="note.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=file)


def _too_long(links: Links) -> Sentence | None:
    """Return what is said where a link could not take the words; they all can where it is None."""
    if not links.text or not links.whatsapp:
        return wording.TOO_LONG_FOR_LINKS
    return None if links.mail else wording.TOO_LONG_FOR_MAIL
