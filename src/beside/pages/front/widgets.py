"""Answers are drawn as buttons and stay radio buttons beneath, so that they work without script."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from beside.kernel.sentences import Sentence

NO_NUMBER = Sentence("No number")

NOTE = {
    # A browser may send what is typed to its maker to check or translate it; here it may not.
    "autocomplete": "off",
    "spellcheck": "false",
    "writingsuggestions": "false",
    "translate": "no",
    "dir": "auto",
}


class ChoicesWidget(forms.RadioSelect):
    """One answer of a few, each a large button beneath the other."""

    template_name = "front/forms/choices.html"


class ChipsWidget(forms.RadioSelect):
    """One answer of a few short ones, side by side."""

    template_name = "front/forms/chips.html"


class ManyChipsWidget(forms.CheckboxSelectMultiple):
    """Any of a few short answers, side by side."""

    template_name = "front/forms/chips.html"


class TensWidget(forms.RadioSelect):
    """A number from 0 to 10 in two rows of buttons; *low* and *high* say what the ends mean."""

    template_name = "front/forms/tens.html"

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        low: Sentence | str = "",
        high: Sentence | str = "",
    ) -> None:
        super().__init__(attrs, choices=[(number, str(number)) for number in range(11)])
        self.low = low
        self.high = high

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"low": self.low, "high": self.high}
        return context


class TensOrNoneWidget(TensWidget):
    """A number from 0 to 10, and beside it the answer that there is none."""

    template_name = "front/forms/tens_or_none.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"none": NO_NUMBER, "is_none": value in (None, "")}
        return context


class WordsInput(forms.TextInput):
    """One line in a person's own words, kept from spelling services and translators."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(NOTE | (attrs or {}))


class WordsArea(forms.Textarea):
    """Some lines in a person's own words, kept from spelling services and translators."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(NOTE | {"rows": 3} | (attrs or {}))


def tens(
    label: Sentence | str,
    *,
    low: Sentence | str = "",
    high: Sentence | str = "",
    required: bool = True,
) -> forms.TypedChoiceField:
    """Return the field of a number from 0 to 10: an int once it is clean, None when left out."""
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a Sentence is translated when it is drawn
        choices=[(number, str(number)) for number in range(11)],
        coerce=int,
        empty_value=None,
        required=required,
        error_messages={"required": gettext_lazy("Choose a number.")},
        widget=TensWidget(low=low, high=high),
    )


def ten_or_none(
    label: Sentence, *, ends: tuple[Sentence, Sentence], hint: Sentence | str = ""
) -> forms.TypedChoiceField:
    """Return the field of a number from 0 to 10, which can be taken away again: ``None``."""
    field = tens(label, required=False)
    field.help_text = hint  # type: ignore[assignment]  # a Sentence is said when it is drawn
    field.widget = TensOrNoneWidget(low=ends[0], high=ends[1])
    return field
