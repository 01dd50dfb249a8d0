"""What can be said about a moment: the tap alone is needed, and everything else can be left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from beside.around.circle import wording as circle
from beside.around.circle.model import Person
from beside.around.circle.rules import by_name
from beside.journey.pattern import wording
from beside.journey.pattern.model import ALONE, NOTE_LIMIT, Choice, Moment, MomentKind
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong, several_lines
from beside.pages.front.said import said
from beside.pages.front.widgets import (
    ChipsWidget,
    ChoicesWidget,
    WordsArea,
    WordsInput,
    ten_or_none,
)
from beside.pages.templatetags.say import say

FIRST_YEAR = 1900
QUERY_LIMIT = 300
"""How many characters may be looked for at once."""

NOT_SAID = Sentence("Not said")
WHAT_NEEDED = gettext_lazy("We need to know what it was.")
NOT_A_DAY = gettext_lazy("We need a day here, or nothing.")


class NoteField(forms.CharField):
    """A note in a person's own words; one that is too long is refused whole, never cut."""

    def clean(self, value: Any) -> str:
        try:
            return several_lines(super().clean(value), limit=NOTE_LIMIT)
        except TooLong as problem:
            much = wording.note_too_long(limit=problem.limit, length=problem.length)
            raise forms.ValidationError(said(much)) from None


class TapForm(forms.Form):
    """One tap. *id* was made when the page was drawn, so that a tap sent twice is one."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    what = forms.TypedChoiceField(
        choices=[(kind.value, kind.value) for kind in MomentKind],
        coerce=MomentKind,
        widget=forms.HiddenInput,
        error_messages={"required": WHAT_NEEDED, "invalid_choice": WHAT_NEEDED},
    )


class MomentForm(forms.Form):
    """Everything about one moment, said anew."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    note = NoteField(
        label=wording.NOTE,  # type: ignore[arg-type]  # a Sentence is translated when it is drawn
        required=False,
        strip=False,
        widget=WordsArea(attrs={"rows": 5}),
    )
    who = forms.ChoiceField(
        label=wording.WHO,  # type: ignore[arg-type]  # as above
        required=False,
        widget=forms.Select(attrs={"translate": "no", "autocomplete": "off"}),
    )
    on = forms.DateField(
        label=wording.DAY,  # type: ignore[arg-type]  # as above
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"invalid": NOT_A_DAY},
    )
    discomfort = ten_or_none(wording.DISCOMFORT, ends=wording.DISCOMFORT_ENDS)
    load = ten_or_none(wording.LOAD, ends=wording.LOAD_ENDS)
    choice = forms.TypedChoiceField(
        label=wording.CHOICE,  # type: ignore[arg-type]  # as above
        choices=[*((c.value, wording.CHOICES[c]) for c in Choice), ("", NOT_SAID)],
        coerce=Choice,
        empty_value=None,
        required=False,
        widget=ChoicesWidget,
    )
    what = forms.TypedChoiceField(
        label="",
        choices=[(kind.value, wording.MOMENTS[kind]) for kind in MomentKind],
        coerce=MomentKind,
        widget=ChipsWidget,
        error_messages={"required": WHAT_NEEDED, "invalid_choice": WHAT_NEEDED},
    )

    def __init__(self, sent: QueryDict | None, *, people: Iterable[Person], moment: Moment) -> None:
        super().__init__(sent, initial=_told(moment))
        self.moment = moment
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = _those(people, moment.person_id)

    def clean_on(self) -> date | None:
        """Return the day; one before anybody's time is a slip of the finger."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and on.year < FIRST_YEAR:
            raise forms.ValidationError(NOT_A_DAY)
        return on

    def described(self) -> Mapping[str, Any]:
        """Return what `describe_moment` takes, once the form is valid."""
        answers = dict(self.cleaned_data)
        who = answers.pop("who")
        revision = answers.pop("revision")
        return {
            **answers,
            "expected_revision": revision,
            "person_id": UUID(who) if who else None,
        }

    def asks_who(self) -> bool:
        """Tell whether there is anybody to choose from."""
        return len(self.fields["who"].choices) > 1  # type: ignore[attr-defined]  # a choice

    def asks_why_alone(self) -> bool:
        """Tell whether something was done alone there, or that was answered before."""
        return self["what"].value() in ALONE or bool(self["choice"].value())

    def says_more(self) -> bool:
        """Tell whether anything of the folded part has been said, or needs a look."""
        names = ("discomfort", "load", "choice")
        return any(self[name].value() not in (None, "") or self[name].errors for name in names)


class SearchForm(forms.Form):
    """What to look for, anywhere in the notebook."""

    q = forms.CharField(
        label=gettext_lazy("Look for"),
        required=False,
        max_length=QUERY_LIMIT,
        error_messages={
            "max_length": gettext_lazy("That is a lot to look for. A few words are enough.")
        },
        widget=WordsInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )


def _those(people: Iterable[Person], kept: UUID | None) -> list[tuple[str, str]]:
    those = [(str(person.id), person.name) for person in by_name(people)]
    if kept is not None and str(kept) not in dict(those):
        those.append((str(kept), say(circle.TAKEN_OUT)))
    return [("", say(circle.NOBODY_BY_NAME)), *those]


def _told(moment: Moment) -> dict[str, Any]:
    return {
        "revision": moment.revision,
        "note": moment.note,
        "who": moment.person_id or "",
        "on": moment.when.on,
        "discomfort": moment.discomfort,
        "load": moment.load,
        "choice": moment.choice.value if moment.choice else "",
        "what": moment.what.value,
    }
