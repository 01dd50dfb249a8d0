"""Two letters, whatever somebody writes as a name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.charts.letters import LONGEST, first_letters

FAMILY, GERMANY = "👩\u200d👩\u200d👧", "🇩🇪"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Sa", "Sa"),
        ("Sam", "Sa"),
        ("", ""),
        (" \t\n", ""),
        ("S a", "Sa"),
        ("E\u0301va", "E\u0301v"),
        ("\u0301E", "E"),
        ("\u202eמר", "מר"),
        ("\u2067S\u200fa\u061c", "Sa"),
        ("日本語", "日本"),
        (FAMILY + GERMANY + "x", FAMILY + GERMANY),
        ("🇩🇪🇫", "🇩🇪🇫"),
        ("👍🏽👍🏽👍🏽", "👍🏽👍🏽"),
        ("❤\ufe0f❤\ufe0f❤\ufe0f", "❤\ufe0f❤\ufe0f"),
        ("👩\u200d", "👩"),
        ("a\u200db\u200dc", "ab"),
        ("<>&", "<>"),
        ("\x00a\ud800b", "ab"),
    ],
)
def test_the_first_two_letters_are_those_that_a_reader_counts(text: str, letters: str):
    assert first_letters(text) == letters


def test_a_heap_of_accents_is_cut_off():
    assert len(first_letters("W" + "\u0301" * 5_000)) == LONGEST


@given(st.text())
def test_nothing_that_turns_text_round_is_left(text: str):
    found = first_letters(text)

    assert len(found) <= 2 * LONGEST
    assert {unicodedata.category(sign) for sign in found.replace("\u200d", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
