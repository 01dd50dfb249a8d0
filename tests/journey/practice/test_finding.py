"""A finding is no stronger than its number of answers; a right guess is as large as a wrong one."""

from __future__ import annotations

import re

import pytest
import textstat
from hypothesis import given

from beside.journey.practice.calibration import calibration
from beside.journey.practice.evidence import ENOUGH, evidence
from beside.journey.practice.finding import (
    bias,
    feared,
    finding,
    outwards,
)
from beside.journey.practice.interval import Interval
from beside.journey.practice.model import FearedHappened
from tests.support.cast import REX
from tests.support.tests_done import any_tests, several, went

CAUSES = re.compile(r"\b(because|so that|thanks to|led to|made you|helped|kinder)\b", re.IGNORECASE)
CLOSE = re.compile(r"\b(right|close)\b")


def found(asks, flagged=()):
    return finding(evidence(asks, flagged=flagged), calibration(asks, flagged=flagged))


def heading(asks, flagged=()):
    return " ".join(str(one) for one in found(asks, flagged).heading).replace("\u00a0", " ")


def below(asks, flagged=()):
    return " ".join(str(one) for one in found(asks, flagged).says).replace("\u00a0", " ")


def how_close(asks):
    return [str(one) for one in bias(evidence(asks).counts, calibration(asks))]


def test_better_than_guessed():
    asks = [*several(8, guess=30), *several(no=2, guess=30)]

    assert heading(asks) == "You guessed 3 in 10. So far 8 of 10 took it well."
    assert below(asks) == (
        "It went a lot better than you guessed. "
        "A fair guess for next time is between 5 and 9 in 10."
    )


def test_you_were_right_stands_first():
    asks = [*several(9, guess=90), *several(no=1, guess=90)]

    assert heading(asks) == (
        "You were about right. You guessed 9 in 10. So far 9 of 10 took it well."
    )


def test_guesses_in_the_middle_were_right_on_average_alone():
    asks = [*several(5, guess=50), *several(no=5, guess=50)]

    assert heading(asks) == (
        "On average, you were about right. You guessed 5 in 10. So far 5 of 10 took it well."
    )


def test_what_hurt_stands_in_the_heading_as_plainly_as_the_rest():
    asks = several(2, partly=1, no=1, hurt=3, guess=50)

    assert heading(asks) == (
        "You guessed 5 in 10. So far 2 of 7 took it well, 1 partly, and 3 hurt."
    )
    assert not CLOSE.search(below(asks))


def test_what_hurt_stands_in_it_without_partly_and_without_a_guess():
    assert heading(several(4, hurt=2, guess=None)) == "So far 4 of 6 took it well, and 2 hurt."


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        (several(hurt=1), "One result so far. It hurt."),
        (several(1, hurt=2), "Three results so far. It hurt in 2 of 3."),
    ],
    ids=["one", "three"],
)
def test_below_five_what_hurt_is_said_as_well(asks, said):
    assert heading(asks) == said


@given(any_tests())
def test_where_anything_hurt_it_is_said_and_no_guess_is_called_close(asks):
    counts = evidence(asks, flagged={REX}).counts
    held = calibration(asks, flagged={REX})

    said = f"{heading(asks, {REX})} {below(asks, {REX})}"
    if held:
        said += " ".join(str(one) for one in bias(counts, held))

    assert (re.search(r"\bhurt\b", said) is not None) == (counts.hurt > 0)
    assert not (counts.hurt and CLOSE.search(said))


def test_worse_than_guessed_is_said_as_it_is():
    asks = [*several(2, guess=50), *several(no=8, guess=50)]

    assert heading(asks) == "You guessed 5 in 10. So far 2 of 10 took it well."
    assert below(asks).startswith("It went worse than you guessed.")


def test_after_worse_the_next_one_can_be_smaller_or_wait():
    asks = [*several(2, guess=50), *several(no=8, guess=50)]

    assert below(asks).endswith("The next one can be smaller, or wait.")


def test_worse_by_a_lot():
    assert below(several(no=9, hurt=1, guess=80)).startswith(
        "It went a lot worse than you guessed."
    )


def test_guesses_that_differ_are_said_as_about():
    asks = [*several(5, guess=20), *several(5, guess=40)]

    assert heading(asks).startswith("You guessed about 3 in 10.")


def test_partly_has_its_own_count_beside_it():
    asks = [*several(4, partly=4, no=2)]

    assert heading(asks).endswith("So far 4 of 10 took it well, and 4 partly.")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "One result so far."), (3, "Three results so far."), (4, "Four results so far.")],
)
def test_below_five_there_is_no_conclusion(count, said):
    asks = several(count, silent=2)

    assert heading(asks) == said
    assert below(asks) == "It is too soon to say much. Five gives a first look."


def test_without_enough_guesses_there_are_counts_and_a_range_alone():
    asks = several(5, no=1, guess=None)

    assert heading(asks) == "So far 5 of 6 took it well."
    assert below(asks).startswith("Too few of them had a guess")


def test_nothing_yet():
    assert heading([]) == "Nothing has happened here yet."


def test_silence_alone_is_no_result():
    assert heading(several(silent=7)) == "No answer so far."


def test_tests_with_those_who_are_flagged_come_to_no_finding():
    asks = several(9, whom=REX)

    assert heading(asks, {REX}) == "Your caution may be right."


@given(any_tests())
def test_a_finding_never_says_why(asks):
    said = found(asks, {REX})

    text = " ".join(str(one) for one in (*said.heading, *said.says))
    assert not CAUSES.search(text)


@given(any_tests())
def test_a_range_is_said_from_five_answers_on(asks):
    counts = evidence(asks, flagged={REX}).counts

    assert ("fair guess" in below(asks, {REX})) == (counts.answered >= ENOUGH)


def test_a_range_is_rounded_outwards():
    assert outwards(Interval(0.72, 0.549, 0.871, 10)) == (5, 9)
    assert outwards(Interval(0.12, 0.004, 0.31, 3)) == (0, 4)


def test_the_feared_thing_says_of_how_many():
    came = evidence(several(4, came=FearedHappened.no)).came

    assert [str(one) for one in feared(came)] == ["It came in 0 of 4.", "Too few to say more."]


def test_a_bit_is_said_apart():
    asks = [*several(8, came=FearedHappened.no), went(came=FearedHappened.a_bit)]

    assert [str(one) for one in feared(evidence(asks).came)] == [
        "It came in 0 of 9.",
        "In 1 more it came a bit.",
    ]


def test_what_nobody_can_tell_is_said_and_left_out():
    asks = [*several(5, came=FearedHappened.yes), went(came=FearedHappened.cant_tell), went()]

    assert [str(one) for one in feared(evidence(asks).came)] == [
        "It came in 5 of 5.",
        "In 2 it is not known.",
    ]


def test_both_figures_of_the_guesses_carry_their_number():
    asks = [*several(8, guess=30), *several(no=2, guess=30)]

    assert how_close(asks) == [
        "On average, your guesses were lower than what came.",
        "You guessed 3 in 10, and 8 in 10 came. That is the average of 10 tests.",
    ]


def test_guesses_that_were_close_one_by_one_are_called_close():
    asks = [*several(5, guess=90), *several(no=5, guess=10)]

    assert how_close(asks)[0] == "On average, your guesses were close to what came."
    assert len(how_close(asks)) == 2


def test_guesses_that_were_close_on_average_alone_say_so():
    asks = [*several(5, guess=50), *several(no=5, guess=50)]

    assert how_close(asks)[1] == "One by one, they were further off."


def test_where_it_hurt_the_figures_of_the_guesses_stand_alone():
    assert how_close(several(5, hurt=5, guess=50)) == [
        "You guessed 5 in 10, and 5 in 10 came. That is the average of 10 tests."
    ]


@given(any_tests(most=25))
def test_a_ten_year_old_can_read_it(asks):
    said = found(asks, {REX})
    text = " ".join(str(one) for one in (*said.heading, *said.says)).replace("\u00a0", " ")

    assert textstat.textstat.flesch_kincaid_grade(text) <= 5
