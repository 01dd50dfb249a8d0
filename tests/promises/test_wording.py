"""Every sentence of the product, wherever it stands: plain, kind, and in nobody's way.

Names behaviour and not a person; praises nobody, scolds nobody, orders nobody about.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
import textstat

from tools.sentences import gathered

QUOTED = {"I can only rely on myself"}
"""Lines that people have in their heads, as they say them."""

TERMS = {"Brier score: 0 is spot on, 1 is far off"}
"""A figure by the name that the field has for it: of guesses, and of nobody."""

DENIED = {"These are our own questions. This is a reflection, not a test score."}
"""Where it is said that there is none."""

NEVER = re.compile(
    r"\b(just|only|simply|should|must|brave|proud|journey|deserve\w*|heal\w*|burden|vault|streak|"
    r"score|well done|great job|congratulations|circle|recovery code|hyper-independen\w*)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>|&\w+;")
ENOUGH = 40
"""Words below which a reading grade says nothing."""


def every_sentence() -> dict[str, list[str]]:
    """Return what is said in each file, without the places for values."""
    said = defaultdict(list)
    for message in gathered():
        if not message.id:
            continue
        forms = message.id if isinstance(message.id, tuple | list) else [message.id]
        for file, _ in message.locations:
            said[file].extend(
                PLACE.sub("7", form) for form in forms if form not in QUOTED | TERMS | DENIED
            )
    return said


SAID = every_sentence()


def test_sentences_are_found():
    assert len(SAID) > 40
    assert "If it’s bad now" in SAID["pages/templates/front/page.html"]


def test_no_sentence_pushes_praises_or_scolds():
    wrong = [
        (file, one) for file, all_of_it in SAID.items() for one in all_of_it if NEVER.search(one)
    ]

    assert wrong == []


def test_no_sentence_shouts():
    assert [one for all_of_it in SAID.values() for one in all_of_it if "!" in one] == []


def test_quotes_and_apostrophes_are_typographic():
    assert [
        one for all_of_it in SAID.values() for one in all_of_it if re.search("['\"]", one)
    ] == []


@pytest.mark.parametrize("file", sorted(SAID))
def test_a_ten_year_old_can_read_it(file: str):
    text = " ".join(one if one[-1] in ".?:…”" else f"{one}." for one in SAID[file])

    if len(text.split()) >= ENOUGH:
        assert textstat.textstat.flesch_kincaid_grade(text) <= 5
