"""How a page says a Sentence, draws an icon and sets out a field."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from beside.kernel.sentences import Sentence

register = template.Library()

POINTING = {"chevron-right", "arrow-left"}
"""Symbols that point along the line, and turn round where lines run from right to left."""


@register.filter
def say(spoken: object) -> str:
    """Return a Sentence in the language of the page; anything else as it is written."""
    if not isinstance(spoken, Sentence):
        return "" if spoken is None else str(spoken)
    said = gettext(spoken.id)
    values = {
        name: say(value) if isinstance(value, Sentence) else value
        for name, value in spoken.values.items()
    }
    return said % values if values else said


@register.filter
def large(spoken: Sentence) -> SafeString:
    """Return a Sentence with its numbers in large figures."""
    if not spoken.values:
        return escape(say(spoken))
    sentence = gettext(spoken.id).replace("{", "{{").replace("}", "}}")
    figures = {
        name: format_html('<span class="num">{}</span>', value)
        for name, value in spoken.values.items()
    }
    return format_html(sentence % {name: f"{{{name}}}" for name in figures}, **figures)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return one symbol of the sprite. It decorates: a word always stands beside it."""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{}"/></svg>',
        " turn" if name in POINTING else "",
        static("sprite.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def field(context: Context, bound: BoundField) -> SafeString:
    """Return a field with label, hint and mistake; spelling is checked if the person chose so."""
    attrs = bound.field.widget.attrs
    if "spellcheck" in attrs and context.get("spellcheck"):
        attrs["spellcheck"] = "true"
    return bound.as_field_group()


@register.filter
def written(typed: Iterable[tuple[str, str]] | None) -> list[str]:
    """Return what of a form's fields was written in words; ids, numbers and choices are not."""
    return [words for name, words in typed or () if " " in words.strip() and name != "id"]


@register.filter
def first_id(bound: BoundField) -> str:
    """Return the id that a link to a field leads to: its input, or the first of its answers."""
    return bound.id_for_label or f"{bound.auto_id}_0"
