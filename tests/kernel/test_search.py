"""Search finds what was meant, whatever the keyboard could write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.kernel.search import folded, matches, sought


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ines", "Inés was there"),
        ("INÉS", "ines was there"),
        ("strasse", "in der Straße"),
        ("łódź", "back in Lodz"),
        ("i'm fine", "I said: I’m fine."),
        ("istanbul", "İstanbul"),
        ("friday report", "the report for Friday"),
        ("сам", "Сам пришёл"),
        ("cafe", "cafe\u0301"),
        ("report", "re\u00adport"),
    ],
)
def test_search_looks_past_case_accents_and_order(query, text):
    assert matches(sought(query), text)


def test_every_word_must_occur():
    assert not matches(sought("friday soup"), "the report for Friday")


def test_words_may_be_spread_over_several_texts():
    assert matches(sought("sam report"), "the report", "Sam")


def test_a_word_never_runs_from_one_text_into_the_next():
    assert not matches(sought("reportsam"), "the report", "Sam")


@pytest.mark.parametrize("query", ["", "  ", "\u200b"])
def test_nothing_sought_is_nothing_found(query):
    assert not matches(sought(query), "anything")


@given(st.text(), st.text(), st.text())
def test_whatever_was_written_is_found_by_its_own_words(before, text, after):
    words = sought(text)

    assert not words or matches(words, f"{before} {text} {after}")


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_quick_way_for_plain_letters_says_the_same(text):
    assert folded(text) == folded(text + "é")[:-1]


def test_ten_years_of_notes_are_searched_in_under_300_ms():
    notes = [f"I’d had the week on me, und sagte nichts, {n}. " * 4 for n in range(36_500)]
    words = sought("woche 77")

    started = time.process_time()
    found = sum(matches(words, note) for note in notes)

    assert found == 0
    assert time.process_time() - started < 0.3
