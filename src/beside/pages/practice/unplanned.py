"""Most real requests are not planned: what already happened is noted without a guess."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from beside.around.circle.jobs import JOBS
from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.model import AskKind, Channel
from beside.pages.front.said import said
from beside.pages.front.widgets import ChipsWidget
from beside.pages.practice.forms import NAMED, SayingField, how_field, job_field
from beside.pages.practice.typing_in import DAYS, a_day
from beside.pages.templatetags.say import say


class HappenedForm(forms.Form):
    """One that was not planned: no guess, whoever it was with."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    what = forms.TypedChoiceField(
        label=wording.WHAT,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(kind.value, text) for kind, text in wording.KINDS.items()],
        coerce=AskKind,
        empty_value=AskKind.own_words,
        required=False,
        widget=ChipsWidget(),
    )
    saying = SayingField()
    person_id = forms.TypedChoiceField(
        label=wording.WHO_WAS_IT,  # type: ignore[arg-type]  # see above
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs=NAMED),
    )
    how = how_field()
    on = a_day(wording.DAY_IT_WAS, hint=wording.DAY_IT_WAS_HINT)
    job = job_field(wording.JOB_FOLD, widget=forms.Select())
    channel = forms.TypedChoiceField(
        label=wording.HOW_DID_IT_GO_OUT,  # type: ignore[arg-type]  # see above
        choices=[("", wording.NOT_SAID), *((c.value, t) for c, t in wording.CHANNELS.items())],
        coerce=Channel,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", say(wording.NOBODY))
        for name, choices in (
            ("person_id", [(str(person.id), person.name) for person in people]),
            ("job", [(card.job.value, say(card.who)) for card in JOBS]),
        ):
            self.fields[name].choices = [nobody, *choices]  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, Any]:
        """Refuse two people at once: a small test is for one of them."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("person_id") and cleaned.get("job"):
            self.add_error("job", said(wording.FOR_ONE_ONLY))
        return cleaned

    def noted(self) -> dict[str, Any]:
        """Return what is noted, of a form that is valid."""
        names = ("id", "what", "how", "person_id", "job", "channel", "on")
        noted = {name: self.cleaned_data[name] for name in names}
        return {**noted, "words": self.cleaned_data["saying"]}

    def refuse_day(self, refusal: Exception) -> None:
        """Say what is wrong with the day on which it is said to have happened."""
        self.add_error("on", said(DAYS[type(refusal)]))

    def asks_who(self) -> bool:
        """Tell whether there is anybody by name to choose from."""
        return len(self.fields["person_id"].choices) > 1  # type: ignore[attr-defined]  # a choice

    def says_more(self) -> bool:
        """Tell whether the rest of it holds an answer."""
        return bool(self["job"].value() or self["channel"].value())
