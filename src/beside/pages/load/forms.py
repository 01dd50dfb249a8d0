"""Ticks, one answer, a note: what can be said of what is carried, and all of it can be changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from beside.around.load import wording
from beside.around.load.actions import MoreThanFive, NothingTicked
from beside.around.load.model import Carried, Carrying
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong
from beside.pages.front.said import said
from beside.pages.front.widgets import ManyChipsWidget, WordsArea, WordsInput

OTHERS = "others"
"""What the button says that stands for nobody being needed."""


class TicksForm(forms.Form):
    """What is on somebody this week: ticks, and words for another thing."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    what = forms.TypedMultipleChoiceField(
        label=wording.UP_TO_FIVE,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(one.value, wording.CARRIED[one]) for one in Carried if one is not Carried.other],
        coerce=Carried,
        required=False,
        widget=ManyChipsWidget,
        error_messages={"invalid_choice": said(wording.NOT_TICKED)},
    )
    other = forms.CharField(
        label=wording.OTHER,  # type: ignore[arg-type]  # as above
        required=False,
        widget=WordsInput(),
    )

    def told(self) -> dict[str, Any]:
        """Return what `note_what_is_carried` takes, once the form is valid."""
        told = dict(self.cleaned_data)
        return {"expected_revision": told.pop("revision"), **told}

    def refuse(self, refusal: ValueError) -> None:
        """Say why it was not kept, beside the question that it is about."""
        if isinstance(refusal, TooLong):
            self.add_error("other", said(_too_long(refusal)))
        elif isinstance(refusal, MoreThanFive):
            self.add_error("what", said(wording.MORE_THAN_FIVE))
        elif isinstance(refusal, NothingTicked):
            self.add_error("what", said(wording.NOTHING_TICKED))
        else:
            raise refusal


class FluForm(forms.Form):
    """Which of these nobody would know how to do; ``None`` where others would manage."""

    answer = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), said(wording.NOT_TICKED))
    )

    def __init__(self, sent: QueryDict | None, *, carrying: Carrying) -> None:
        super().__init__(sent)
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)
        answer.choices = [(one.value, one.value) for one in carrying.what] + [(OTHERS, OTHERS)]

    def thing(self) -> Carried | None:
        """Return the answer, once the form is valid."""
        answer = self.cleaned_data["answer"]
        return None if answer == OTHERS else Carried(answer)


class NoteForm(forms.Form):
    """Where things are, in the person's words."""

    note = forms.CharField(
        label=wording.WHERE_THINGS_ARE,  # type: ignore[arg-type]  # a Sentence is said when drawn
        help_text=wording.NOTE_HINT,  # type: ignore[arg-type]  # as above
        required=False,
        strip=False,
        widget=WordsArea(attrs={"rows": 5}),
    )

    def refuse(self, refusal: TooLong) -> None:
        """Say that there is no room for all of it; it stays where it was typed."""
        self.add_error("note", said(_too_long(refusal)))


def ticked(carrying: Carrying) -> dict[str, Any]:
    """Return *carrying* as `TicksForm` begins with it."""
    return {
        "revision": carrying.revision,
        "what": [one.value for one in carrying.what],
        "other": carrying.other,
    }


def _too_long(refusal: TooLong) -> Sentence:
    return wording.too_long(limit=refusal.limit, length=refusal.length)
