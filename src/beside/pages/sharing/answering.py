"""What somebody with a link may say, as forms; the code of the link rides in each of them.

So no server keeps anything between two screens, and neither does the browser: no cookie, no
session, nothing in an address.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from beside.journey.practice import replies, wording
from beside.journey.practice.replies import Answer, SayWhat
from beside.journey.practice.reply import ANSWERS, TIME_LIMIT, WORDS_LIMIT, Glad, Said
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong
from beside.pages.front.said import said
from beside.pages.front.widgets import ChipsWidget, WordsArea, WordsInput, tens
from beside.pages.sharing import wording as own

LARGEST_CODE = 500
"""Characters of a code, or of the whole link pasted in its place."""


class CodeForm(forms.Form):
    """The code by hand, where no script read it."""

    code = forms.CharField(
        label=own.CODE,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        help_text=own.CODE_HINT,  # type: ignore[arg-type]  # see above
        max_length=LARGEST_CODE,
        required=False,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class AnswerForm(forms.Form):
    """An answer, and with *asks* the two questions that go with it."""

    said = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in (*ANSWERS, Said.offer)],
        coerce=Said,
        widget=forms.HiddenInput,
    )
    trouble = tens(
        wording.TROUBLE_ASKED,
        low=wording.TROUBLE_ENDS[0],
        high=wording.TROUBLE_ENDS[1],
        required=False,
    )
    glad = forms.TypedChoiceField(
        label=wording.GLAD_ASKED,  # type: ignore[arg-type]  # see above
        choices=[(one.value, text) for one, text in wording.GLADS.items()],
        coerce=Glad,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )
    words = forms.CharField(
        label=own.WORDS,  # type: ignore[arg-type]  # see above
        required=False,
        widget=WordsArea(),
    )
    own_time = forms.CharField(
        label=own.OWN_TIME,  # type: ignore[arg-type]  # see above
        required=False,
        widget=WordsInput(),
    )
    may_quote = forms.BooleanField(label=own.MAY_QUOTE, required=False)  # type: ignore[arg-type]

    def asking(self, question: Sentence) -> AnswerForm:
        """Return the form with *question* above the words."""
        # The field as it is drawn: once it was validated, it no longer follows its definition.
        self["words"].label = question  # type: ignore[assignment]  # see above
        return self

    @property
    def says_more(self) -> bool:
        """Whether there is anything to see in the part that is folded."""
        folded = ("words", "own_time", "may_quote")
        return any(self[name].value() or self[name].errors for name in folded)

    def clean_words(self) -> str:
        """Return them as written. Raises `ValidationError` where they are too long."""
        return self._fitting("words", WORDS_LIMIT)

    def clean_own_time(self) -> str:
        """Return it as written. Raises `ValidationError` where it is too long."""
        return self._fitting("own_time", TIME_LIMIT)

    def clean(self) -> dict[str, Any]:
        """Make the answer of it, so that one that needs words is told so here."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.answer: Answer = replies.answer(**cleaned)
            except SayWhat:
                self.add_error("words", said(own.WORDS_NEEDED))
            except TooLong as long:
                self.add_error("words", _too_long(long))
        return cleaned

    def _fitting(self, name: str, limit: int) -> str:
        text: str = self.cleaned_data[name]
        if len(text) > limit:
            raise ValidationError(_too_long(TooLong(limit=limit, length=len(text))))
        return text


def _too_long(long: TooLong) -> str:
    return said(wording.words_too_long(limit=long.limit, length=long.length))
