"""Wherever somebody is added, the same two questions come before anything else is asked."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from beside.around.circle import wording
from beside.around.circle.actions import NameNeeded, a_name
from beside.around.circle.model import Answer, Fear, Person
from beside.around.circle.rules import initials
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong
from beside.pages.front.kept import what_was_typed
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.front.said import said
from beside.pages.front.widgets import ChoicesWidget, WordsInput
from beside.pages.templatetags.say import say

_NEW = ("id", "name", "another")
"""What does not go on with *the same person*: they have a name and an id."""


class NameField(forms.CharField):
    """A name or initials, on one line."""

    def __init__(self) -> None:
        super().__init__(
            label=wording.NAME,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
            widget=WordsInput(),
            error_messages={"required": said(wording.NAME_NEEDED)},
        )

    def clean(self, value: str) -> str:
        """Return the name. Raises `ValidationError` where there is none, or no room for it."""
        try:
            return a_name(super().clean(value))
        except NameNeeded:
            raise ValidationError(said(wording.NAME_NEEDED)) from None
        except TooLong as long:
            much = wording.name_too_long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None


def hurt_field() -> forms.TypedChoiceField:
    """Return the field of the first question: an `Answer`."""
    return forms.TypedChoiceField(
        label=wording.HURT,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(answer.value, text) for answer, text in wording.HURT_ANSWERS.items()],
        coerce=Answer,
        widget=ChoicesWidget(),
        error_messages={"required": said(wording.HURT_NEEDED)},
    )


def afraid_field() -> forms.TypedChoiceField:
    """Return the field of the second question: a `Fear`."""
    return forms.TypedChoiceField(
        label=wording.AFRAID,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(answer.value, text) for answer, text in wording.AFRAID_ANSWERS.items()],
        coerce=Fear,
        widget=ChoicesWidget(),
        error_messages={"required": said(wording.AFRAID_NEEDED)},
    )


def another_field() -> forms.BooleanField:
    """Return the field that says: somebody else, who has the name of one who is here."""
    return forms.BooleanField(required=False, widget=forms.HiddenInput())


def same_name_page(request: PersonRequest, person_id: UUID, *, same: str = "") -> HttpResponse:
    """Ask (409) whether *person_id* is who was meant; all that was typed goes on with the answer.

    *same* is where it goes when it is the same person: what was answered is never lost. Without it
    the form was about somebody else, who is to have that name too, or another one after all.
    """
    there = open_vault(request).get(Person, person_id)
    typed = [(name, value) for name, value in what_was_typed(request) if name != "another"]
    context = {
        "person": there,
        "initials": initials(there.name),
        "same": same,
        "answered": [(name, value) for name, value in typed if name not in _NEW],
        "again": [*typed, ("another", "on")],
        "back": [*typed, ("back", "on")],
        "wording": wording,
    }
    return render(request, "front/same_name.html", context, status=409)


def in_rows(person: Person) -> list[tuple[Sentence, str]]:
    """Return the name and both answers as labels and texts, to hold two versions together."""
    hurt = wording.HURT_ANSWERS[person.hurt] if person.hurt else wording.NOT_SAID
    afraid = wording.AFRAID_ANSWERS[person.afraid] if person.afraid else wording.NOT_SAID
    return [
        (wording.NAME, person.name),
        (wording.HURT, say(hurt)),
        (wording.AFRAID, say(afraid)),
    ]
