"""What the summary above a form says: each mistake once, with the question that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.forms import BaseForm, FileInput, PasswordInput
from django.forms.boundfield import BoundField

from beside.pages.templatetags.say import first_id, say

register = template.Library()

LONGEST = 32
"""How many letters of a question stand in the summary: enough to know it again."""


@dataclass(frozen=True)
class Mistake:
    """What is wrong; where it has a question, its words, shortened, and the id that leads to it."""

    said: str
    question: str = ""
    leads_to: str = ""


@register.filter
def mistakes(form: BaseForm) -> list[Mistake]:
    """Return every mistake of *form*: of the whole first, then of each question in turn."""
    found = [Mistake(say(error)) for error in form.non_field_errors()]
    for bound in form:
        found += (_of(bound, say(error)) for error in bound.errors)
    return found


@register.filter
def keeps_the_rest(form: BaseForm) -> bool:
    """Tell whether something else that the person wrote or chose is still there.

    What was typed as dots, and a file, is never sent back, so that nothing is said of it.
    """
    gone = PasswordInput, FileInput
    return any(
        bound.name in form.changed_data
        and not bound.errors
        and not isinstance(bound.field.widget, gone)
        for bound in form.visible_fields()
    )


def _of(bound: BoundField, said: str) -> Mistake:
    if bound.is_hidden:
        return Mistake(said)
    # A name that Django makes up from the field's own is not a question that anybody saw.
    asked = say(bound.label) if bound.field.label else ""
    return Mistake(said, shortened(asked), first_id(bound))


def shortened(question: str) -> str:
    """Return *question* without its end mark, cut after a whole word where it is long."""
    asked = question.rstrip(" .:?")
    if len(asked) <= LONGEST:
        return asked
    words = asked[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
    return words.rstrip(" .,:;?") + "…"
