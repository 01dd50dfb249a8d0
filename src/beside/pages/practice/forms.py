"""What is asked and of whom, and what happened; every mistake names what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from beside.around.circle.model import Job
from beside.journey.practice import wording
from beside.journey.practice.model import (
    LINE_LIMIT,
    WORDS_LIMIT,
    AskKind,
    FearedHappened,
    Happened,
    OwnWords,
)
from beside.journey.practice.templates import TEMPLATES
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, can_be_seen, several_lines
from beside.pages.front.said import said
from beside.pages.front.somebody import NameField, afraid_field, another_field, hurt_field
from beside.pages.front.widgets import ChoicesWidget, WordsArea
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


def job_field(
    label: Sentence | str = "", *, widget: forms.Widget | None = None
) -> forms.TypedChoiceField:
    """Return the field of somebody whose job it is: a `Job`, or ``None``."""
    unknown = said(wording.JOB_NOT_KNOWN)
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(job.value, job.value) for job in Job],
        coerce=Job,
        empty_value=None,
        required=False,
        widget=widget or forms.HiddenInput(),
        error_messages={"invalid_choice": unknown},
    )


class WhatForm(forms.Form):
    """Words of a template or kept before (their button carries their name), or words of now."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    person_id = forms.UUIDField(widget=forms.HiddenInput(), required=False)
    job = job_field()
    template = forms.ChoiceField(
        choices=[(one.key, one.words) for one in TEMPLATES],
        required=False,
        widget=forms.HiddenInput(),
        error_messages={"invalid_choice": said(wording.WORDS_GONE)},
    )
    kept = forms.UUIDField(
        required=False,
        widget=forms.HiddenInput(),
        error_messages={"invalid": said(wording.WORDS_GONE)},
    )
    saying = SayingField(required=False)

    def __init__(self, *args: Any, own: Iterable[OwnWords] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {one.id: one for one in own}

    def clean(self) -> dict[str, Any]:
        """Let what was tapped bring its words along; without a tap there must be own words."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("person_id") and cleaned.get("job"):
            self.add_error(None, said(wording.FOR_ONE_ONLY))
        if cleaned.get("kept") and cleaned["kept"] not in self.own:
            self.add_error("kept", said(wording.WORDS_GONE))
        if not self.errors and not can_be_seen(self.chosen()["words"]):
            self.add_error("saying", said(wording.WORDS_NEEDED))
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Return what is asked and the words for it, of a form without a mistake."""
        template = _TEMPLATES.get(self.cleaned_data["template"])
        if template:
            return {"what": template.what, "words": say(template.words)}
        own = self.own.get(self.cleaned_data["kept"])
        if own:
            return {"what": own.what, "words": own.words}
        # What is asked of somebody whose job it is comes as a favour.
        what = AskKind.favour if self.cleaned_data["job"] else AskKind.own_words
        return {"what": what, "words": self.cleaned_data["saying"]}

    def is_tapped(self) -> bool:
        """Tell whether the words come from a button, and were not typed."""
        return bool(self.cleaned_data["template"] or self.cleaned_data["kept"])


_TEMPLATES = {one.key: one for one in TEMPLATES}


class WhoForm(forms.Form):
    """Somebody who is here already, somebody whose job it is, or nobody by name."""

    person_id = forms.UUIDField(
        required=False,
        widget=forms.HiddenInput(),
        error_messages={"invalid": said(wording.WHO_NEEDED)},
    )
    job = job_field()
    nobody = forms.BooleanField(required=False, widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        """Refuse a form that chooses nobody at all, or two."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and sum(1 for choice in cleaned.values() if choice) != 1:
            self.add_error(None, said(wording.WHO_NEEDED))
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Return who it is for; whoever it was for before is not among them."""
        return {name: self.cleaned_data[name] for name in ("person_id", "job")}


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
