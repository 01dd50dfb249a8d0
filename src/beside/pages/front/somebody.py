"""Wherever somebody is added, the same two questions come before anything else is asked."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from beside.around.circle import wording
from beside.around.circle.actions import NameNeeded, a_name
from beside.around.circle.model import Answer, Fear, Person
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong
from beside.pages.front.said import said
from beside.pages.front.widgets import ChoicesWidget, WordsInput
from beside.pages.templatetags.say import say


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


def in_rows(person: Person) -> list[tuple[Sentence, str]]:
    """Return the name and both answers as labels and texts, to hold two versions together."""
    hurt = wording.HURT_ANSWERS[person.hurt] if person.hurt else wording.NOT_SAID
    afraid = wording.AFRAID_ANSWERS[person.afraid] if person.afraid else wording.NOT_SAID
    return [
        (wording.NAME, person.name),
        (wording.HURT, say(hurt)),
        (wording.AFRAID, say(afraid)),
    ]
