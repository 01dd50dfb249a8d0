"""Three questions on one page, and what was said before: own answers, each on its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from beside.journey.pattern import wording
from beside.journey.pattern.model import AtTwo, Item, Reflection, ThreeQuestions, WhenDoubled
from beside.journey.pattern.payoff import said_back
from beside.journey.pattern.three_questions import AT_A_TIME, said_before
from beside.kernel.days import When
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store
from beside.pages.front.widgets import ChoicesWidget, TensOrNoneWidget, tens
from beside.pages.pattern.days import named
from beside.pages.templatetags.say import say

SHOWN = 6
"""How many answers to one question are shown, the newest."""

_CHOICES: dict[Item, tuple[type[StrEnum], Any]] = {
    Item.when_doubled: (WhenDoubled, wording.WHEN_DOUBLED),
    Item.at_two: (AtTwo, wording.AT_TWO),
}


class TensOrSkipWidget(TensOrNoneWidget):
    """A number from 0 to 10, and beside it the way past the question."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["none"] = wording.SKIP
        return context


class ThreeForm(forms.Form):
    """The questions that were put; each of them can be skipped."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        items: Sequence[Item],
        sitting: ThreeQuestions | None = None,
    ) -> None:
        before = {item.value: sitting.answer(item) for item in items} if sitting else {}
        revision = sitting.revision if sitting else 0
        super().__init__(sent, initial={"revision": revision, **before})
        self.items = items
        for item in items:
            self.fields[item.value] = _field(item)

    def questions(self) -> list[forms.BoundField]:
        """Return the questions, in their order."""
        return [self[item.value] for item in self.items]

    def answers(self) -> dict[str, Any]:
        """Return what `keep_three` takes, once the form is valid."""
        answers = dict(self.cleaned_data)
        return {"asked": self.items, "expected_revision": answers.pop("revision"), **answers}


@dataclass(frozen=True, repr=False)
class AnswerShown:
    """One answer, on its day; *sitting_id* leads to where it can be changed."""

    day: str
    answer: Sentence
    sitting_id: UUID


@dataclass(frozen=True, repr=False)
class ItemShown:
    """One question with its answers, the newest first; *too_early* to hold them side by side."""

    question: Sentence
    answers: Sequence[AnswerShown]
    too_early: bool


@dataclass(frozen=True, repr=False)
class FirstVisit:
    """What was said on a first visit, on its day."""

    id: UUID
    day: str
    sentences: Sequence[Sentence]


def items_sent(sent: QueryDict) -> tuple[Item, ...]:
    """Return the questions that the form was drawn with, in our order; none of ours, none at all.

    A page shows `AT_A_TIME`; a form that names more was not one of ours.
    """
    names = sent.getlist("asked")
    items = tuple(item for item in Item if item.value in names)
    return items if len(items) <= AT_A_TIME else ()


def answers_shown(sittings: Iterable[ThreeQuestions], when: When) -> list[ItemShown]:
    """Return what was said before, question by question."""
    return [
        ItemShown(
            wording.ITEMS[one.item],
            [
                AnswerShown(
                    named(said.on, today=when.on),
                    wording.answered(one.item, said.answer),
                    said.sitting_id,
                )
                for said in one.said[:SHOWN]
            ],
            one.too_early,
        )
        for one in said_before(sittings)
    ]


def first_visits(store: Store, when: When) -> list[FirstVisit]:
    """Return what was said on first visits, the newest first; there is one as a rule."""
    kept = sorted(store.all(Reflection), key=lambda one: (one.when.at, one.id), reverse=True)
    shown = [FirstVisit(one.id, named(one.when.on, today=when.on), said_back(one)) for one in kept]
    return [one for one in shown if one.sentences]


def rows_of(record: Record) -> list[tuple[Sentence, str]]:
    """Return a sitting as labels and texts, to hold two versions of it side by side."""
    if not isinstance(record, ThreeQuestions):
        return []
    answers = ((item, record.answer(item)) for item in record.asked)
    return [
        (wording.ITEMS[item], "" if answer is None else say(wording.answered(item, answer)))
        for item, answer in answers
    ]


def _field(item: Item) -> forms.Field:
    label = wording.ITEMS[item]
    if item not in _CHOICES:
        low, high = wording.ENDS[item]
        field = tens(label, required=False)
        field.widget = TensOrSkipWidget(low=low, high=high)
        return field
    kind, words = _CHOICES[item]
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a Sentence is translated when it is drawn
        choices=[*((one.value, words[one]) for one in kind), ("", wording.SKIP)],
        coerce=kind,
        empty_value=None,
        required=False,
        widget=ChoicesWidget,
    )
