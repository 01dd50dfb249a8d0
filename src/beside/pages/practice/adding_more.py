"""Everything else that can be said afterwards stands on a page of its own, and none of it is asked.

What was said before stands in it again, so that an answer can be changed, or taken away.
"""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from beside.journey.practice import wording
from beside.journey.practice.afterwards import More, MoreAnswers, asked_more
from beside.journey.practice.comparison import tens
from beside.journey.practice.model import (
    EXACT_LIMIT,
    LINE_LIMIT,
    Again,
    Ask,
    Closeness,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
    StillSo,
)
from beside.kernel.sentences import Sentence
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.front.widgets import ChipsWidget, WordsArea, ten_or_none
from beside.pages.practice.forms import fitting
from beside.pages.practice.shown import who_of

RATINGS = (More.worst, More.coped, More.surprise, More.line_after, More.next_guess)
"""Which of it is a number from 0 to 10; it is kept in percent."""
_FOR_YOU = (
    More.feared_happened,
    More.worst,
    More.coped,
    More.surprise,
    More.line_after,
    More.landed,
)
_YOU_AND_THEM = (More.closeness, More.next_guess, More.again, More.fluke)


class MoreForm(forms.Form):
    """What else there is to say about one small test that is over; all of it can stay empty."""

    worst = ten_or_none(wording.WORST, ends=wording.EXACT_ENDS)
    coped = ten_or_none(wording.COPED, ends=wording.COPE_ENDS)
    closeness = forms.TypedChoiceField(
        label=wording.CLOSENESS,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[("", wording.NOT_SAID), *wording.CLOSENESSES.items()],
        coerce=Closeness,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )
    surprise = ten_or_none(wording.SURPRISE, ends=wording.SURPRISE_ENDS)
    line_after = ten_or_none(wording.LINE_NOW, ends=wording.LINE_NOW_ENDS)
    again = forms.TypedChoiceField(
        label=wording.AGAIN,  # type: ignore[arg-type]  # as above
        choices=[("", wording.NOT_SAID), *wording.AGAINS.items()],
        coerce=Again,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )
    fluke = forms.CharField(
        label=wording.FLUKE,  # type: ignore[arg-type]  # as above
        required=False,
        strip=False,
        widget=WordsArea({"rows": 2}),
    )
    kept_line = forms.CharField(
        label=wording.KEPT_LINE,  # type: ignore[arg-type]  # as above
        help_text=wording.KEPT_LINE_HINT,  # type: ignore[arg-type]  # as above
        required=False,
        strip=False,
        widget=WordsArea({"rows": 2}),
    )
    landed = forms.CharField(
        label=wording.LANDED,  # type: ignore[arg-type]  # as above
        required=False,
        strip=False,
        widget=WordsArea({"rows": 2}),
    )
    next_guess = ten_or_none(wording.ROW_NEXT, ends=wording.CHANCE_ENDS)
    feared_happened = forms.TypedChoiceField(
        label=wording.DID_IT_HAPPEN[Feared.other],  # type: ignore[arg-type]  # as above
        choices=[("", wording.NOT_SAID), *wording.FEARED_ANSWERS.items()],
        coerce=FearedHappened,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )

    def __init__(self, data: QueryDict | None = None, *, ask: Ask) -> None:
        super().__init__(data, initial=_said_before(ask.outcome))
        asked = asked_more(ask)
        for name in More:
            if name not in asked:
                del self.fields[name]
        if ask.outcome and ask.outcome.how is Happened.it_hurt and More.kept_line in asked:
            # No line comes back from a test that hurt.
            self.fields[More.kept_line].help_text = ""
        if ask.prediction and ask.prediction.belief and More.line_after in asked:
            again = wording.line_again(ask.prediction.belief)
            self.fields[More.line_after].label = again  # type: ignore[assignment]  # as above

    def clean_fluke(self) -> str:
        """Return it as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["fluke"], limit=EXACT_LIMIT)

    def clean_kept_line(self) -> str:
        """Return it as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["kept_line"], limit=LINE_LIMIT)

    def clean_landed(self) -> str:
        """Return it as it is kept. Raises `ValidationError` where it is too long."""
        return fitting(self.cleaned_data["landed"], limit=LINE_LIMIT)

    def folds(self) -> list[tuple[Sentence, list[BoundField], bool]]:
        """Return the rest by what it is about: its name, its fields, and whether it lies open."""
        parts = ((wording.FOR_YOU, _FOR_YOU), (wording.YOU_AND_THEM, _YOU_AND_THEM))
        folds = [(name, [self[one] for one in some if one in self.fields]) for name, some in parts]
        return [(name, some, any(map(_is_said, some))) for name, some in folds]

    def answers(self) -> MoreAnswers:
        """Return what was said, of a form that is valid."""
        said: dict[str, Any] = dict(self.cleaned_data)
        for name in RATINGS:
            if said.get(name) is not None:
                said[name] *= 10
        return cast("MoreAnswers", said)


class StillSoForm(forms.Form):
    """Whether a line that was kept is still so."""

    answer = forms.TypedChoiceField(
        choices=[(answer.value, text) for answer, text in wording.STILL_SO.items()],
        coerce=StillSo,
    )


def more_page(request: PersonRequest, one: Ask, form: MoreForm) -> HttpResponse:
    """Return what else can be said about a small test that is over."""
    sent = form.is_bound
    context = {
        "ask": one,
        "who": who_of(open_vault(request), one),
        "form": form,
        "revision": request.POST.get("revision") or one.revision,
        "wording": wording,
    }
    return render(request, "practice/more.html", context, status=422 if sent else 200)


def _is_said(field: BoundField) -> bool:
    return bool(field.errors) or field.value() not in (None, "")


def _said_before(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {}
    before = {name.value: getattr(outcome, name.value) for name in More}
    for name in RATINGS:
        if before[name] is not None:
            before[name] = tens(before[name])
    return {name: "" if answer is None else answer for name, answer in before.items()}
