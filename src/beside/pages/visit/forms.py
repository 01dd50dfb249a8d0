"""What is chosen on a first visit; every answer is a button."""

from __future__ import annotations

from typing import Any

from django import forms

from beside.around.circle.model import Job
from beside.journey.practice import wording
from beside.journey.practice.model import AskKind
from beside.journey.practice.templates import OFFERED
from beside.kernel.words import can_be_seen
from beside.pages.front.said import said
from beside.pages.front.somebody import NameField, afraid_field, hurt_field
from beside.pages.practice.forms import SayingField
from beside.pages.templatetags.say import say


class OfferForm(forms.Form):
    """One of the three that ask for little, or own words."""

    template = forms.ChoiceField(choices=[(one.key, "") for one in OFFERED], required=False)
    saying = SayingField(required=False)

    def clean(self) -> dict[str, Any]:
        """Let a template bring its words along; without one there must be own words."""
        cleaned = super().clean() or self.cleaned_data
        for one in OFFERED:
            if one.key == cleaned.get("template"):
                return {"what": one.what, "words": say(one.words)}
        if not self.errors and not can_be_seen(cleaned["saying"]):
            self.add_error("saying", said(wording.WORDS_NEEDED))
        return {"what": AskKind.own_words, "words": cleaned.get("saying", "")}


class JobForm(forms.Form):
    """Somebody whose job it is."""

    job = forms.TypedChoiceField(choices=[(job.value, "") for job in Job], coerce=Job)


class WhoForm(forms.Form):
    """A name, and the two questions."""

    name = NameField()
    hurt = hurt_field()
    afraid = afraid_field()
