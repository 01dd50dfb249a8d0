"""What is taken off a text is what nobody can see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.kernel.words import TooLong, can_be_seen, one_line, several_lines


def test_line_ends_of_a_form_count_once():
    assert several_lines("one\r\ntwo", limit=7) == "one\ntwo"


def test_a_text_at_the_limit_fits():
    assert several_lines("a" * 10, limit=10) == "a" * 10


def test_a_text_above_the_limit_is_refused_and_never_cut():
    with pytest.raises(TooLong) as refused:
        several_lines("a" * 11, limit=10)

    assert (refused.value.limit, refused.value.length) == (10, 11)


def test_a_refusal_does_not_repeat_the_text():
    with pytest.raises(TooLong) as refused:
        one_line("secret" * 50, limit=10)

    assert "secret" not in str(refused.value)


def test_a_line_loses_the_marks_that_turn_the_reading_round():
    assert one_line("\u202eSam\u2066\x00\x07 \n Ng", limit=20) == "Sam Ng"


@pytest.mark.parametrize("name", ["نی\u200cما", "👩\u200d🌾", "O’Neil", "Ma"])
def test_names_of_all_hands_stay_whole(name):
    assert one_line(name, limit=20) == name
    assert can_be_seen(name)


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200d", "\ufeff", "\u3164", "\u2800"])
def test_what_leaves_no_trace_cannot_be_seen(text):
    assert not can_be_seen(text)


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_kept_can_be_written_down_and_kept_again(text):
    kept = several_lines(text, limit=1_000)

    assert several_lines(kept.encode().decode(), limit=1_000) == kept
