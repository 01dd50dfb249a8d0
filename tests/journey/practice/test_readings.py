"""Other things it could mean: possibilities, never an excuse, never a lesson."""

from __future__ import annotations

import re

import pytest
import textstat

from beside.journey.practice.model import Happened
from beside.journey.practice.readings import (
    AFTER_A_NO,
    AFTER_NO_ANSWER,
    NO_EXCUSE,
    OTHER_THINGS,
    TO_ONESELF,
    WE_CANNOT_TELL,
    YOU_CAN,
    readings_of,
)

READINGS = [*AFTER_A_NO, *AFTER_NO_ANSWER]
ALL = [*READINGS, NO_EXCUSE, OTHER_THINGS, TO_ONESELF, WE_CANNOT_TELL, YOU_CAN]

# "At least", "it's not about you" and their like tell somebody how to take it.
TEACHES = re.compile(
    r"\b(lessons?|learn\w*|grow\w*|strong\w*|courage|well done|good for you|at least|try to|"
    r"not about you|don’t take|didn’t mean|because|forgive|understand)\b",
    re.IGNORECASE,
)

each = pytest.mark.parametrize("sentence", ALL, ids=lambda one: one.id[:30])


def test_a_no_has_a_few_readings():
    assert 5 <= len(AFTER_A_NO) <= 6
    assert readings_of(Happened.no) == AFTER_A_NO


def test_no_answer_has_a_few_readings():
    assert 3 <= len(AFTER_NO_ANSWER) <= 5
    assert readings_of(Happened.no_answer) == AFTER_NO_ANSWER


@pytest.mark.parametrize("how", [Happened.took_it_well, Happened.partly, Happened.it_hurt])
def test_what_hurt_and_what_went_well_are_not_read_again(how):
    assert readings_of(how) == ()


@pytest.mark.parametrize("sentence", READINGS, ids=lambda one: one.id[:30])
def test_a_reading_is_a_possibility(sentence):
    assert re.match(r"(They|It) may ", sentence.id)


@pytest.mark.parametrize("readings", [AFTER_A_NO, AFTER_NO_ANSWER])
def test_it_may_also_be_a_no_and_that_is_said_last(readings):
    assert readings[-1].id.startswith("It may be a no")


def test_a_no_to_this_is_theirs():
    assert AFTER_A_NO[-1].id.endswith("that is theirs to say.")


def test_no_reading_excuses_bad_treatment():
    cruel = re.compile(r"\b(shout\w*|cruel\w*|mean|rude\w*|hurt\w*|angry|anger)\b")

    assert [one.id for one in READINGS if cruel.search(one.id)] == []
    assert "none of this makes that all right" in NO_EXCUSE.id


def test_we_do_not_say_which():
    assert "We can’t tell" in WE_CANNOT_TELL.id


def test_the_line_to_oneself_is_ones_own():
    assert TO_ONESELF.id.startswith("I ")
    assert not re.search(r"\b(you|they)\b", TO_ONESELF.id, re.IGNORECASE)


@each
def test_nothing_teaches_or_praises(sentence):
    assert not TEACHES.search(sentence.id)


@each
def test_each_is_short(sentence):
    assert len(sentence.id.split()) <= 17


@each
def test_a_ten_year_old_can_read_each(sentence):
    assert textstat.textstat.flesch_kincaid_grade(sentence.id) <= 5


def test_no_two_are_the_same():
    assert len({one.id for one in ALL}) == len(ALL)
