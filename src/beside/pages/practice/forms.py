"""What is asked and of whom, and what happened; every mistake names what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.model import (
    LINE_LIMIT,
    WORDS_LIMIT,
    AskKind,
    FearedHappened,
    Happened,
)
from beside.kernel.words import TooLong, can_be_seen, several_lines
from beside.pages.front.said import said
from beside.pages.front.somebody import NameField, afraid_field, another_field, hurt_field
from beside.pages.front.widgets import ChipsWidget, ChoicesWidget, WordsArea
from beside.pages.templatetags.say import say

NAMED = {"data-hx-disable": True, "translate": "no", "autocomplete": "off"}
"""What a list of names carries: it is a person's own words, if few."""


class SayingField(forms.CharField):
    """The words of a request. (Never a field called *words*: those open a notebook.)"""

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            label=wording.SAYING,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
            required=required,
            widget=WordsArea(),
            error_messages={"required": said(wording.WORDS_NEEDED)},
        )

    def clean(self, value: str) -> str:
        """Return the words. Raises `ValidationError` where there are none, or too many."""
        words = fitting(super().clean(value), limit=WORDS_LIMIT)
        if self.required and not can_be_seen(words):
            raise ValidationError(said(wording.WORDS_NEEDED))
        return words


def fitting(text: str, *, limit: int) -> str:
    """Return *text* as it is kept. Raises `ValidationError` where it is too long."""
    try:
        return several_lines(text, limit=limit)
    except TooLong as long:
        much = wording.words_too_long(limit=long.limit, length=long.length)
        raise ValidationError(said(much)) from None


class WhatForm(forms.Form):
    """One of the three that ask for little (its button carries its name), or own words."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    person_id = forms.UUIDField(widget=forms.HiddenInput(), required=False)
    starter = forms.ChoiceField(
        choices=[(one.what.value, one.title) for one in wording.OFFERED], required=False
    )
    saying = SayingField(required=False)

    def clean(self) -> dict[str, Any]:
        """Let a starter bring its words along; without one there must be own words."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.pop("starter", "")
        cleaned["what"] = AskKind(chosen or AskKind.own_words)
        for starter in wording.OFFERED:
            if starter.what == chosen:
                cleaned["saying"] = say(starter.words)
        if not self.errors and not can_be_seen(cleaned["saying"]):
            self.add_error("saying", said(wording.WORDS_NEEDED))
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Return what is asked and the words for it, of a form that is valid."""
        return {"what": self.cleaned_data["what"], "words": self.cleaned_data["saying"]}


class WhoForm(forms.Form):
    """Somebody who is here already."""

    person_id = forms.UUIDField(error_messages={"required": said(wording.WHO_NEEDED)})


class TwoQuestionsForm(forms.Form):
    """Whether somebody is safe, asked before anything else is."""

    hurt = hurt_field()
    afraid = afraid_field()


class SomebodyElseForm(forms.Form):
    """Somebody who is not here yet: a name and the two questions."""

    person_id = forms.UUIDField(widget=forms.HiddenInput())
    name = NameField()
    hurt = hurt_field()
    afraid = afraid_field()
    another = another_field()


class SayingForm(forms.Form):
    """The words alone."""

    saying = SayingField()


def how_field() -> forms.TypedChoiceField:
    """Return the field of what happened: a `Happened`."""
    return forms.TypedChoiceField(
        label=wording.WHAT_HAPPENED,  # type: ignore[arg-type]  # a Sentence is said when drawn
        choices=[(how.value, text) for how, text in wording.OUTCOMES.items()],
        coerce=Happened,
        widget=ChoicesWidget(),
        error_messages={"required": said(wording.HOW_NEEDED)},
    )


class OutcomeForm(forms.Form):
    """What happened."""

    how = how_field()


class FearedForm(forms.Form):
    """Whether the feared thing happened."""

    answer = forms.TypedChoiceField(
        choices=[(answer.value, text) for answer, text in wording.FEARED_ANSWERS.items()],
        coerce=FearedHappened,
        error_messages={"required": said(wording.ANSWER_NEEDED)},
    )


class AgainForm(forms.Form):
    """The guess for next time, 0–10."""

    next_guess = forms.TypedChoiceField(
        choices=[(number, str(number)) for number in range(11)],
        coerce=int,
        error_messages={"required": said(wording.ANSWER_NEEDED)},
    )


class LandForm(forms.Form):
    """One line, or none."""

    landed = forms.CharField(
        label=wording.LAND,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        required=False,
        widget=WordsArea(),
    )

    def clean_landed(self) -> str:
        """Return the line as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["landed"], limit=LINE_LIMIT)


class HappenedForm(forms.Form):
    """One that was not planned: no guess, whoever it was with."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    what = forms.TypedChoiceField(
        label=wording.WHAT,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(kind.value, text) for kind, text in wording.KINDS.items()],
        coerce=AskKind,
        empty_value=AskKind.own_words,
        required=False,
        widget=ChipsWidget(),
    )
    saying = SayingField()
    person_id = forms.TypedChoiceField(
        label=wording.WHO_WAS_IT,  # type: ignore[arg-type]  # see above
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs=NAMED),
    )
    how = how_field()

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", say(wording.NOBODY))
        self.fields["person_id"].choices = [  # type: ignore[attr-defined]  # it is a choice
            nobody,
            *((str(person.id), person.name) for person in people),
        ]

    def noted(self) -> dict[str, Any]:
        """Return what is noted, of a form that is valid."""
        noted = {name: self.cleaned_data[name] for name in ("id", "what", "how", "person_id")}
        return {**noted, "words": self.cleaned_data["saying"]}

    def asks_who(self) -> bool:
        """Tell whether there is anybody to choose from."""
        return len(self.fields["person_id"].choices) > 1  # type: ignore[attr-defined]  # a choice
