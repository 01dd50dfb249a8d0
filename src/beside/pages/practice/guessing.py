"""The guess: five answers beside the words; everything else about it is there for who wants it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from beside.journey.practice import wording
from beside.journey.practice.model import (
    EXACT_LIMIT,
    FEARED_LIMIT,
    Belief,
    Feared,
    HowHard,
    Prediction,
)
from beside.journey.practice.rules import belief_of, short_guess
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, one_line
from beside.pages.front.said import said
from beside.pages.front.widgets import ChipsWidget, WordsArea, WordsInput, ten_or_none, tens
from beside.pages.practice.forms import SayingField, fitting

MORE = (
    "observable",
    "by_when",
    "how_bad",
    "how_id_cope",
    "partly_right",
    "belief",
    "line_now",
    "exact",
)
"""What stands behind *Add more*, in this order."""
_TENS = {
    "how_bad": "how_bad",
    "how_id_cope": "how_id_cope",
    "line_now": "line_now",
    "exact": "suds",
}
"""Which of it is a number from 0 to 10, and what it is kept as, in percent."""


def number(
    label: Sentence, *, needed: Sentence, low: Sentence | str = "", high: Sentence | str = ""
) -> forms.TypedChoiceField:
    """Return the field of a number from 0 to 10; *needed* is said where it is missing."""
    field = tens(label, low=low, high=high)
    field.error_messages["required"] = said(needed)
    return field


def some_words(label: Sentence, *, hint: Sentence | str = "") -> forms.CharField:
    """Return the field of some lines in a person's own words."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        help_text=hint,  # type: ignore[arg-type]  # as above
        required=False,
        widget=WordsArea({"rows": 2}),
    )


class GuessForm(forms.Form):
    """All of the guess. Nothing is kept before every answer is there."""

    line = forms.UUIDField(required=False, widget=forms.HiddenInput())
    """The test whose line stands above."""
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
    observable = some_words(wording.OBSERVABLE, hint=wording.OBSERVABLE_HINT)
    by_when = forms.DateField(
        label=wording.BY_WHEN,  # type: ignore[arg-type]  # as above
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"invalid": said(wording.NOT_A_DAY)},
    )
    how_bad = ten_or_none(wording.HOW_BAD, ends=wording.HOW_BAD_ENDS)
    how_id_cope = ten_or_none(wording.COPE, ends=wording.COPE_ENDS)
    partly_right = some_words(wording.PARTLY_RIGHT)
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

    line_now = ten_or_none(wording.LINE_NOW, ends=wording.LINE_NOW_ENDS)
    exact = ten_or_none(wording.EXACT, ends=wording.EXACT_ENDS, hint=wording.EXACT_HINT)

    def clean_observable(self) -> str:
        """Return it as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["observable"], limit=EXACT_LIMIT)

    def clean_partly_right(self) -> str:
        """Return it as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["partly_right"], limit=EXACT_LIMIT)

    def clean_feared_words(self) -> str:
        """Return one's own words for what is feared. Raises `ValidationError`."""
        try:
            return one_line(self.cleaned_data["feared_words"], limit=FEARED_LIMIT)
        except TooLong as long:
            much = wording.words_too_long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None

    def clean(self) -> dict[str, Any]:
        """Refuse own words beside another chip, and a number without its line."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("feared", Feared.other)
        if cleaned.get("feared_words") and chosen is not Feared.other:
            # One of the two would be lost.
            self.add_error("feared", said(wording.OTHER_NEEDED))
        lines = (cleaned.get("belief"), belief_of(chosen))
        if "feared" in cleaned and cleaned.get("line_now") is not None and not any(lines):
            self.add_error("belief", said(wording.LINE_NEEDED))
        return cleaned

    def prediction(self) -> Prediction:
        """Return the guess of a form that is valid; how hard, as a number, goes before the word."""
        names = ("well", "feared", "feared_words", "likely", "trouble", "hard", "belief")
        short = short_guess(**{name: self.cleaned_data[name] for name in names})
        exact = {
            kept: self.cleaned_data[name] * 10
            for name, kept in _TENS.items()
            if self.cleaned_data[name] is not None
        }
        told = {name: self.cleaned_data[name] for name in ("observable", "by_when", "partly_right")}
        return short.but(**told, **exact)

    def more(self) -> list[BoundField]:
        """Return the questions behind *Add more*."""
        return [self[name] for name in MORE]

    def says_more(self) -> bool:
        """Tell whether any of them was answered, or has a mistake: then they are not folded."""
        return any(one.errors or one.value() not in (None, "") for one in self.more())

    def is_in_own_words(self) -> bool:
        """Tell whether what is feared is said, or about to be said, in the person's own words."""
        own, chip = self["feared_words"], self["feared"]
        return bool(own.value() or own.errors) or chip.value() == Feared.other
