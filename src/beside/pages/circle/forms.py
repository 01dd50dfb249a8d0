"""A person needs a name and two answers; all else can stay open, and is folded away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from enum import Enum
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from beside.around.circle import wording
from beside.around.circle.about import (
    About,
    NotAnAddress,
    NotANumber,
    a_mail,
    a_phone,
    about_of,
    own_words,
)
from beside.around.circle.actions import NotFlagged, NotTyped
from beside.around.circle.model import GoodFor, Person, Relation, Ring, Tired
from beside.kernel.sentences import Sentence
from beside.kernel.words import TooLong
from beside.pages.front.said import said
from beside.pages.front.somebody import NameField, afraid_field, another_field, hurt_field
from beside.pages.front.widgets import ChipsWidget, ManyChipsWidget, WordsInput

E = TypeVar("E", bound=Enum)

ABOUT = tuple(field.name for field in fields(About))
"""What can be said beside the name."""


class LineField(forms.CharField):
    """One line that may stay empty; *kept* returns it as it is kept, or says why not."""

    def __init__(self, label: Sentence, kept: Callable[[str], str], **attrs: str) -> None:
        super().__init__(
            label=label,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
            required=False,
            widget=WordsInput(attrs),
        )
        self.kept = kept

    def clean(self, value: str) -> str:
        """Return the line. Raises `ValidationError` where it cannot be kept as it is."""
        try:
            return self.kept(super().clean(value))
        except NotANumber:
            raise ValidationError(said(wording.NOT_A_NUMBER)) from None
        except NotAnAddress:
            raise ValidationError(said(wording.NOT_AN_ADDRESS)) from None
        except TooLong as long:
            much = wording.too_long(limit=long.limit, length=long.length)
            raise ValidationError(said(much)) from None


def open_field(
    label: Sentence, answers: Mapping[E, Sentence], coerce: Callable[[str], E]
) -> forms.TypedChoiceField:
    """Return the field of one of a few *answers*; left open it is ``None``."""
    chips = [(str(answer.value), text) for answer, text in answers.items()]
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[*chips, ("", wording.RING_OPEN)],
        coerce=coerce,
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )


def good_for_field() -> forms.TypedMultipleChoiceField:
    """Return the field of what somebody is good for: any of `GoodFor`."""
    return forms.TypedMultipleChoiceField(
        label=wording.GOOD_FOR,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[(one.value, text) for one, text in wording.GOOD_FORS.items()],
        coerce=GoodFor,
        empty_value=[],
        required=False,
        widget=ManyChipsWidget(),
    )


class AboutForm(forms.Form):
    """All that can be said beside the name."""

    relation = open_field(wording.RELATION, wording.RELATIONS, Relation)
    ring = open_field(wording.RING, wording.RINGS, lambda ring: Ring(int(ring)))
    good_for = good_for_field()
    good_for_words = LineField(wording.GOOD_FOR_WORDS, own_words)
    phone = LineField(wording.PHONE, a_phone, inputmode="tel")
    mail = LineField(wording.MAIL, a_mail, inputmode="email", autocapitalize="off")
    in_my_care = forms.BooleanField(
        label=wording.IN_MY_CARE,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        help_text=wording.IN_MY_CARE_WHY,  # type: ignore[arg-type]  # the same
        required=False,
    )
    tired = open_field(wording.TIRED, wording.TIREDS, Tired)

    @property
    def says_more(self) -> bool:
        """Whether something beside the name was said, or is wrong: it is not folded away then."""
        return self.is_bound and any(
            name in self.changed_data or name in self.errors for name in ABOUT
        )

    def told(self) -> dict[str, Any]:
        """Return what an action takes, of a form that is valid."""
        told = dict(self.cleaned_data)
        beside = {name: told.pop(name) for name in ABOUT}
        return {**told, "about": About(**beside)}


class NewPersonForm(AboutForm):
    """Somebody who is not here yet. The id was made when the form was drawn."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    name = NameField()
    hurt = hurt_field()
    afraid = afraid_field()
    another = another_field()

    field_order = ("id", "name", "hurt", "afraid")


class DescribeForm(AboutForm):
    """A name, and all that can be said beside it."""

    name = NameField()
    another = another_field()

    field_order = ("name",)


class SafetyForm(forms.Form):
    """The two questions, again."""

    hurt = hurt_field()
    afraid = afraid_field()


class UnflagForm(forms.Form):
    """The words that let a day begin, after which a flag may be taken back."""

    typed = LineField(wording.UNFLAG_FIELD, str, autocapitalize="off")

    def refuse(self, refusal: NotTyped | NotFlagged) -> None:
        """Say why the day does not begin."""
        self.full_clean()
        if isinstance(refusal, NotTyped):
            self.add_error("typed", said(wording.NOT_TYPED))
        else:
            self.add_error(None, said(wording.NOT_FLAGGED))


def describing(person: Person) -> DescribeForm:
    """Return the form of what is kept of *person*."""
    return DescribeForm(initial=_kept(person), auto_id="describe_%s")


def described_beside(person: Person, typed: AboutForm) -> DescribeForm | None:
    """Return the form of *person* with what *typed* says beside the name laid over it.

    ``None`` where it says nothing that is not kept already.
    """
    kept, new = _kept(person), {}
    for name in ABOUT:
        value = typed.cleaned_data.get(name)
        if name == "good_for":
            value = [*kept[name], *(one for one in value or () if one not in kept[name])]
        if value:
            new[name] = value
    laid = kept | new
    return None if laid == kept else DescribeForm(initial=laid, auto_id="describe_%s")


def _kept(person: Person) -> dict[str, Any]:
    kept = asdict(about_of(person))
    return {**kept, "good_for": list(kept["good_for"]), "name": person.name}
