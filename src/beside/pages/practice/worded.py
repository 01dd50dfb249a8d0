"""How the words of a small test are taken, and what its guess says beyond the short one."""

from __future__ import annotations

from django.utils.formats import date_format

from beside.journey.practice import wording
from beside.journey.practice.comparison import tens
from beside.journey.practice.model import Ask, AskKind, OwnWords, Prediction
from beside.journey.practice.own_words import kept_as
from beside.journey.practice.templates import TEMPLATES
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store
from beside.pages.templatetags.say import say

Row = tuple[Sentence, Sentence | None, str]
"""The name of an answer, what we say, and what the person wrote."""


def is_said(ask: Ask) -> bool:
    """Tell whether the words are for somebody's ears, and not something to do."""
    ours = {(one.what, say(one.words)): one.is_said for one in TEMPLATES}
    return ours.get((ask.what, ask.words), ask.what is not AskKind.accept)


def may_keep_words(store: Store, ask: Ask) -> bool:
    """Tell whether the words may be kept for next time: neither ours, nor kept already."""
    ours = any(say(one.words) == ask.words for one in TEMPLATES)
    return not ours and kept_as(store.undated(OwnWords), ask.words) is None


def more_guessed(guess: Prediction) -> list[Row]:
    """Return what was answered behind *Add more*, row by row."""
    numbers = (
        (wording.ROW_HOW_BAD, guess.how_bad),
        (wording.ROW_COPE, guess.how_id_cope),
        (wording.ROW_LINE_NOW, guess.line_now),
    )
    rows: list[Row] = []
    if guess.observable:
        rows.append((wording.ROW_OBSERVABLE, None, guess.observable))
    if guess.by_when:
        rows.append((wording.ROW_BY_WHEN, wording.by_day(date_format(guess.by_when, "l, j F")), ""))
    rows.extend(
        (name, wording.of_ten(tens(much)), "") for name, much in numbers if much is not None
    )
    if guess.partly_right:
        rows.append((wording.ROW_PARTLY, None, guess.partly_right))
    return rows
