"""A person needs a name and two answers; how near they are can stay open."""

from __future__ import annotations

from django import forms

from beside.around.circle import wording
from beside.around.circle.model import Ring
from beside.pages.front.somebody import NameField, afraid_field, another_field, hurt_field
from beside.pages.front.widgets import ChipsWidget


def ring_field() -> forms.TypedChoiceField:
    """Return the field of how near somebody is: a `Ring`, or ``None``."""
    rings = [(str(ring.value), text) for ring, text in wording.RINGS.items()]
    return forms.TypedChoiceField(
        label=wording.RING,  # type: ignore[arg-type]  # a Sentence is said when it is drawn
        choices=[*rings, ("", wording.RING_OPEN)],
        coerce=lambda ring: Ring(int(ring)),
        empty_value=None,
        required=False,
        widget=ChipsWidget(),
    )


class NewPersonForm(forms.Form):
    """Somebody who is not here yet. The id was made when the form was drawn."""

    id = forms.UUIDField(widget=forms.HiddenInput())
    name = NameField()
    hurt = hurt_field()
    afraid = afraid_field()
    ring = ring_field()
    another = another_field()


class DescribeForm(forms.Form):
    """A name, and how near they are."""

    name = NameField()
    ring = ring_field()


class SafetyForm(forms.Form):
    """The two questions, again."""

    hurt = hurt_field()
    afraid = afraid_field()
