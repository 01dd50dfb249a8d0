"""One row of a sheet, in the order in which it stands there; whatever is empty stays empty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from beside.around.circle import wording as circle
from beside.around.circle.jobs import JOBS
from beside.around.circle.model import NAME_LIMIT, Person
from beside.around.circle.rules import by_name, may_be_put_forward
from beside.journey.pattern import wording as pattern
from beside.journey.pattern.rules import NotYetLived, TooLongAgo
from beside.journey.practice import finding, wording
from beside.journey.practice.model import (
    FEARED_LIMIT,
    Ask,
    AskKind,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
    Prediction,
)
from beside.journey.practice.typed_in import SheetRow, paper_guess, typed_last
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, can_be_seen, one_line
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.front.said import said
from beside.pages.front.widgets import (
    ChipsWidget,
    TensOrNoneWidget,
    WordsArea,
    WordsInput,
    ten_or_none,
)
from beside.pages.practice.forms import SayingField, job_field
from beside.pages.practice.shown import in_a_list
from beside.pages.templatetags.say import say

A_SHEET = 10
"""How many rows are shown that were typed in: as many as a sheet has."""
DAYS: dict[type[Exception], Sentence] = {
    NotYetLived: pattern.NOT_YET_LIVED,
    TooLongAgo: wording.DAY_TOO_LONG_AGO,
}
"""What is said of a day that cannot be the one."""

_GUESS = ("feared", "feared_words", "likely", "trouble", "came", "by_when")
"""What belongs to a guess, and means nothing without one."""
_AFTER = ("came", "next_guess", "on")
"""What comes after what happened, and means nothing without it."""
_MORE = ("what", "job", "by_when")
_NAMES = "names"


class TenOrDashWidget(TensOrNoneWidget):
    """A number from 0 to 10, and a dash that says there is none: as narrow as on the sheet."""

    template_name = "practice/ten_or_dash.html"


def ten_or_dash(label: Sentence, *, ends: tuple[Sentence, Sentence]) -> forms.TypedChoiceField:
    """Return the field of a number from 0 to 10, or none: then it is ``None``."""
    field = ten_or_none(label, ends=ends)
    field.widget = TenOrDashWidget(low=ends[0], high=ends[1])
    return field


def some_chips(label: Sentence, choices: Any, *, kind: Any, empty: Sentence) -> Any:
    """Return the field of one short answer of a few, or none: then it is ``None``."""
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[*((one.value, text) for one, text in choices.items()), ("", empty)],
        coerce=kind,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )


def a_day(label: Sentence, *, hint: Sentence | str = "") -> forms.DateField:
    """Return the field of a day, or none."""
    return forms.DateField(
        label=label,  # type: ignore[arg-type]  # as above
        help_text=hint,  # type: ignore[arg-type]  # as above
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"invalid": said(wording.NOT_A_DAY)},
    )


class LineField(forms.CharField):
    """A few words on one line, or none; what is too long is refused whole, never cut."""

    def __init__(self, label: Sentence, *, limit: int, long: Any, **attrs: str) -> None:
        super().__init__(
            label=label,  # type: ignore[arg-type]  # as above
            required=False,
            widget=WordsInput(attrs),
        )
        self._limit, self._long = limit, long

    def clean(self, value: str) -> str:
        """Return the words, or nothing where none can be seen. Raises `ValidationError`."""
        try:
            words = one_line(super().clean(value), limit=self._limit)
        except TooLong as long:
            much = self._long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None
        return words if can_be_seen(words) else ""


class PaperForm(forms.Form):
    """One row. It needs words or a kind, and a guess or what happened."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    name = LineField(wording.WHO_ON_PAPER, limit=NAME_LIMIT, long=circle.name_too_long, list=_NAMES)
    saying = SayingField(required=False)
    well = ten_or_dash(wording.WELL, ends=wording.CHANCE_ENDS)
    feared = some_chips(wording.OR_ONE_OF_THESE, wording.CHIPS, kind=Feared, empty=wording.NOT_SAID)
    feared_words = LineField(wording.FEARED, limit=FEARED_LIMIT, long=wording.words_too_long)
    likely = ten_or_dash(wording.LIKELY, ends=wording.CHANCE_ENDS)
    trouble = ten_or_dash(wording.TROUBLE, ends=wording.TROUBLE_ENDS)
    how = some_chips(
        wording.WHAT_HAPPENED, finding.OUTCOMES, kind=Happened, empty=wording.NOT_HAPPENED_YET
    )
    came = some_chips(
        wording.DID_IT_HAPPEN[Feared.other],
        wording.FEARED_ANSWERS,
        kind=FearedHappened,
        empty=wording.NOT_SAID,
    )
    channel = some_chips(
        wording.HOW_DID_IT_GO_OUT, wording.CHANNELS, kind=Channel, empty=wording.NOT_SAID
    )
    next_guess = ten_or_dash(wording.NEXT_GUESS, ends=wording.CHANCE_ENDS)
    on = a_day(wording.DAY_IT_WAS, hint=wording.DAY_IT_WAS_HINT)
    what = some_chips(wording.WHAT, wording.FOLDS, kind=AskKind, empty=wording.NOT_SAID)
    job = job_field(wording.JOB_FOLD, widget=forms.Select())
    by_when = a_day(wording.BY_WHEN)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"id": new_id()})
        self.fields["saying"].label = wording.ASKED_ON_PAPER  # type: ignore[assignment]  # as above
        self.fields["saying"].widget = WordsArea({"rows": 2})
        nobody = ("", say(wording.NOT_SAID))
        jobs = [nobody, *((card.job.value, say(card.who)) for card in JOBS)]
        self.fields["job"].choices = jobs  # type: ignore[attr-defined]  # it is a choice

    def clean(self) -> dict[str, Any]:
        """Refuse a row that says nothing, and answers without what they are about."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("name") and cleaned.get("job"):
            self.add_error("job", said(wording.FOR_ONE_ONLY))
        if "saying" in cleaned and not can_be_seen(cleaned["saying"]) and not cleaned.get("what"):
            self.add_error("saying", said(wording.WORDS_OR_KIND))
        if cleaned.get("well") is None and self._has(_GUESS):
            self.add_error("well", said(wording.GUESS_NEEDS_WELL))
        if cleaned.get("how") is None and self._has(_AFTER):
            self.add_error("how", said(wording.HAPPENED_FIRST))
        if cleaned.get("feared_words") and cleaned.get("feared") not in (None, Feared.other):
            # One of the two would be lost.
            self.add_error("feared", said(wording.OTHER_NEEDED))
        if {"well", "how"} <= cleaned.keys() and cleaned["well"] is cleaned["how"] is None:
            self.add_error("how", said(wording.GUESS_OR_OUTCOME))
        return cleaned

    def row(self) -> SheetRow:
        """Return the row, of a form that is valid. A kind may stand for the words."""
        cleaned = self.cleaned_data
        what = cleaned["what"] or AskKind.own_words
        words = cleaned["saying"]
        return SheetRow(
            what=what,
            words=words if can_be_seen(words) else say(wording.FOLDS[what]),
            name=cleaned["name"],
            job=cleaned["job"],
            prediction=self._guess(),
            outcome=self._outcome(),
            channel=cleaned["channel"],
            on=cleaned["on"],
        )

    def is_blank(self) -> bool:
        """Tell whether nothing was said at all."""
        return not self._has([name for name in self.fields if name != "id"])

    def refuse_day(self, refusal: Exception) -> None:
        """Say what is wrong with the day on which it is said to have happened."""
        self.add_error("on", said(DAYS[type(refusal)]))

    def more(self) -> list[BoundField]:
        """Return what the sheet asks for in passing."""
        return [self[name] for name in _MORE]

    def says_more(self) -> bool:
        """Tell whether any of it was answered, or may be asked for: then it is not folded."""
        return bool(self.errors.get("saying")) or any(
            one.errors or one.value() not in (None, "") for one in self.more()
        )

    def has_chip(self) -> bool:
        """Tell whether what is feared is one of the chips, or has a mistake: then they lie open."""
        return bool(self["feared"].errors or self["feared"].data)

    def _has(self, names: Iterable[str]) -> bool:
        return any(can_be_seen(str(self[name].data or "")) for name in names)

    def _guess(self) -> Prediction | None:
        names = ("well", "feared", "feared_words", "likely", "trouble", "by_when")
        told = {name: self.cleaned_data[name] for name in names}
        return None if told["well"] is None else paper_guess(**told)

    def _outcome(self) -> Outcome | None:
        how, following = self.cleaned_data["how"], self.cleaned_data["next_guess"]
        if how is None:
            return None
        following = None if following is None else following * 10
        return Outcome(how=how, feared_happened=self.cleaned_data["came"], next_guess=following)


def paper_page(request: PersonRequest, form: PaperForm, *, today: date) -> HttpResponse:
    """Return an empty row, or one that comes back, below those that were typed in before."""
    store = open_vault(request)
    people, rows = store.undated(Person), typed_last(store.all(Ask))
    form.fields["on"].widget.attrs["max"] = today.isoformat()
    context = {
        "form": form,
        "names": [one.name for one in by_name(people) if may_be_put_forward(one)],
        "names_id": _NAMES,
        "rows": in_a_list(rows[:A_SHEET], people),
        "count": len(rows),
        "wording": wording,
    }
    return render(request, "practice/paper.html", context, status=422 if form.is_bound else 200)
