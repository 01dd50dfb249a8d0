"""The page on which a link is made, shown and taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format

from beside.around.circle import wording as circle
from beside.around.circle.model import Person
from beside.around.circle.rules import may_be_asked, safety_of
from beside.journey.practice import wording
from beside.journey.practice.model import Ask
from beside.journey.practice.replies import (
    NAME_LIMIT,
    NameNeeded,
    ask_by_link,
    asking_name,
    packed,
    request_of,
)
from beside.journey.practice.reply import Glad
from beside.journey.practice.sending import message_links
from beside.keeping.sharing import links
from beside.keeping.sharing.links import DAYS, MOST_DAYS, Link
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.kernel.store import NotKept, Store
from beside.kernel.words import TooLong
from beside.pages.front.quiet import leaves_links_out
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.front.said import said
from beside.pages.front.widgets import WordsInput
from beside.pages.templatetags.say import say


class LinkForm(forms.Form):
    """Who asks, for how many days, and the guess that goes with it (one tap sends the form)."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=wording.LINK_NAME,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        help_text=wording.LINK_NAME_HINT,  # type: ignore[arg-type]  # see above
        error_messages={"required": said(wording.LINK_NAME_NEEDED)},
        widget=WordsInput(),
    )
    days = forms.IntegerField(
        label=wording.LINK_DAYS,  # type: ignore[arg-type]  # see above
        min_value=1,
        max_value=MOST_DAYS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), said(wording.LINK_DAYS_NEEDED)
        ),
        widget=forms.NumberInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    glad = forms.TypedChoiceField(
        choices=[(one.value, text) for one, text in wording.GLADS.items()],
        coerce=Glad,
        empty_value=None,
        required=False,
    )

    def clean_name(self) -> str:
        """Return it as it will be read. Raises `ValidationError`."""
        try:
            return asking_name(self.cleaned_data["name"])
        except NameNeeded:
            raise ValidationError(said(wording.LINK_NAME_NEEDED)) from None
        except TooLong as long:
            much = wording.words_too_long(limit=NAME_LIMIT, length=long.length)
            raise ValidationError(said(much)) from None


def blank(store: Store) -> LinkForm:
    """Return the form as it begins: with the name that stood on the link before."""
    before = sorted(store.undated(Link), key=lambda one: (one.made.at, one.id))
    name = before[-1].name if before else ""
    return LinkForm(initial={"id": new_id(), "name": name, "days": DAYS})


def made(request: PersonRequest, ask: Ask, form: LinkForm, revision: int) -> Link:
    """Make the link of *ask*; raises what `ask_by_link` raises.

    The small test notes its link first: one that is refused there is never made.
    """
    given, notebook = form.cleaned_data, request.opened.notebook
    shown = packed(request_of(ask, name=given["name"]))
    with notebook.store.together():
        ask_by_link(
            store=notebook.store,
            ask_id=ask.id,
            link_id=given["id"],
            glad_guess=given["glad"],
            expected_revision=revision,
        )
        return links.make(
            notebook,
            when=when(request),
            id=given["id"],
            shown=shown,
            name=given["name"],
            days=given["days"],
            ask_id=ask.id,
            person_id=ask.person_id,
        )


def person_of(store: Store, person_id: UUID | None) -> Person | None:
    """Return who *person_id* is; ``None`` for nobody, and for somebody taken out."""
    try:
        return store.get(Person, person_id) if person_id else None
    except NotKept:
        return None


def caution_about(person: Person | None) -> Sentence | None:
    """Return what is said of somebody who may not be asked."""
    return None if person is None or may_be_asked(person) else circle.SAFETY[safety_of(person)]


def link_page(request: PersonRequest, ask: Ask, *, form: LinkForm | None = None) -> HttpResponse:
    """Return the page of the link of *ask*; with a form that was refused, its mistakes."""
    store = open_vault(request)
    person = person_of(store, ask.person_id)
    link = links.link_of(request.opened.notebook, ask.link_id)
    context = {
        "ask": ask,
        "name": person.name if person else "",
        "caution": caution_about(person),
        "link": link,
        "form": form or blank(store),
        "revision": request.POST.get("revision") or ask.revision,
        "wording": wording,
        **(sent_by(request, link, ask.words, person) if link else {}),
    }
    return render(request, "sharing/link.html", context, status=422 if form else 200)


def sent_by(
    request: PersonRequest,
    link: Link,
    words: str,
    person: Person | None,
    says: Sentence = wording.LINK_OPENS_A_PAGE,
) -> dict[str, Any]:
    """Return what a page shows of *link*: how it stands, and the message that it goes out with."""
    stands = links.standing(request.opened.notebook.account_id, link.id)
    message = "\n\n".join(
        part for part in (words, f"{say(says)}\n{address(request, link)}") if part
    )
    quiet = leaves_links_out(request)
    return {
        "stands": stands,
        "message": message if stands.opens else "",
        "links": None if quiet or not stands.opens else message_links(message, person),
        "looked_through": quiet,
        "until": date_format(link.until, "l, j F"),
        "views": wording.times(stands.views),
    }


def address(request: HttpRequest, link: Link) -> str:
    """Return the link itself. What opens it stands behind the ``#``, where no server sees it."""
    return f"{request.build_absolute_uri(reverse('reply:reply'))}#{link.code}"
