"""What they said aloud, as a form: the same answers, and the same two questions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from beside.journey.practice import wording
from beside.journey.practice.reply import Reply, Said
from beside.kernel.ids import new_id
from beside.kernel.store import Store
from beside.pages.front.said import said
from beside.pages.front.widgets import ChipsWidget
from beside.pages.sharing.answering import AnswerForm


class TellForm(AnswerForm):
    """An answer that was said aloud; *id* and *revision* let it be corrected."""

    field_order = ("said", "trouble", "glad", "words")

    id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    said = forms.TypedChoiceField(
        label=wording.TELL_ANSWER,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(one.value, text) for one, text in wording.ANSWERS.items()],
        coerce=Said,
        error_messages={"required": said(wording.HOW_NEEDED)},
        widget=ChipsWidget(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = wording.TELL_WORDS  # type: ignore[assignment]  # see above

    def clean(self) -> dict[str, Any]:
        """Make the answer of it, without what names the record."""
        named = {name: self.cleaned_data.pop(name, None) for name in ("id", "revision")}
        cleaned = super().clean()
        return cleaned | named

    def told(self) -> dict[str, Any]:
        """Return what the action takes."""
        given = self.cleaned_data
        return {
            "id": given["id"],
            "expected_revision": given["revision"],
            "answer": self.answer,
        }


def told_before(store: Store, ask_id: UUID) -> dict[str, Any]:
    """Return what was noted before, to be corrected; a fresh id where nothing was."""
    before = [one for one in store.all(Reply) if one.told and one.ask_id == ask_id]
    if not before:
        return {"id": new_id(), "revision": 0}
    one = before[-1]
    names = ("id", "revision", "said", "words", "own_time", "trouble", "glad", "may_quote")
    return {name: getattr(one, name) for name in names}
