"""The guess: five answers beside the words, and a line that the feared thing carries by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from beside.journey.practice import wording
from beside.journey.practice.model import FEARED_LIMIT, Belief, Feared, HowHard, Prediction
from beside.journey.practice.rules import short_guess
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, one_line
from beside.pages.front.said import said
from beside.pages.front.widgets import ChipsWidget, WordsInput, tens
from beside.pages.practice.forms import SayingField


def number(
    label: Sentence, *, needed: Sentence, low: Sentence | str = "", high: Sentence | str = ""
) -> forms.TypedChoiceField:
    """Return the field of a number from 0 to 10; *needed* is said where it is missing."""
    field = tens(label, low=low, high=high)
    field.error_messages["required"] = said(needed)
    return field


class GuessForm(forms.Form):
    """All of the guess. Nothing is kept before every answer is there."""

    saying = SayingField()
    well = number(
        wording.WELL,
        needed=wording.WELL_NEEDED,
        low=wording.CHANCE_ENDS[0],
        high=wording.CHANCE_ENDS[1],
    )
    feared = forms.TypedChoiceField(
        label=wording.FEARED,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(feared.value, text) for feared, text in wording.CHIPS.items()],
        coerce=Feared,
        widget=ChipsWidget(),
        error_messages={"required": said(wording.FEARED_NEEDED)},
    )
    feared_words = forms.CharField(
        label=wording.OTHER_WORDS,  # type: ignore[arg-type]  # see above
        required=False,
        widget=WordsInput(),
    )
    likely = number(
        wording.LIKELY,
        needed=wording.LIKELY_NEEDED,
        low=wording.CHANCE_ENDS[0],
        high=wording.CHANCE_ENDS[1],
    )
    trouble = number(
        wording.TROUBLE,
        needed=wording.TROUBLE_NEEDED,
        low=wording.TROUBLE_ENDS[0],
        high=wording.TROUBLE_ENDS[1],
    )
    hard = forms.TypedChoiceField(
        label=wording.HARD,  # type: ignore[arg-type]  # see above
        choices=[(str(hard.value), text) for hard, text in wording.HARDS.items()],
        coerce=lambda suds: HowHard(int(suds)),
        widget=ChipsWidget(),
        error_messages={"required": said(wording.HARD_NEEDED)},
    )
    belief = forms.TypedChoiceField(
        label=wording.BELIEF,  # type: ignore[arg-type]  # see above
        choices=[
            ("", wording.BELIEF_OF_CHIP),
            *((belief.value, text) for belief, text in wording.BELIEFS.items()),
        ],
        coerce=Belief,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )

    def clean_feared_words(self) -> str:
        """Return one's own words for what is feared. Raises `ValidationError`."""
        try:
            return one_line(self.cleaned_data["feared_words"], limit=FEARED_LIMIT)
        except TooLong as long:
            much = wording.words_too_long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None

    def clean(self) -> dict[str, Any]:
        """Refuse own words beside another chip: one of the two would be lost."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("feared", Feared.other)
        if cleaned.get("feared_words") and chosen is not Feared.other:
            self.add_error("feared", said(wording.OTHER_NEEDED))
        return cleaned

    def prediction(self) -> Prediction:
        """Return the guess of a form that is valid."""
        names = ("well", "feared", "feared_words", "likely", "trouble", "hard", "belief")
        return short_guess(**{name: self.cleaned_data[name] for name in names})
