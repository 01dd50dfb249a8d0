"""How close guesses were: told alike when they were right and when they were not."""

from __future__ import annotations

import pytest
from hypothesis import given

from beside.journey.practice.calibration import Guesses, calibration
from beside.journey.practice.model import Happened
from tests.support.cast import REX
from tests.support.tests_done import any_tests, several, went

FLAGGED = {REX}


def test_below_five_guesses_with_an_answer_nothing_is_said():
    assert calibration(several(4, silent=9)) is None
    assert calibration(several(5)) is not None


def test_the_two_figures_and_the_distance():
    held = calibration([*several(8, guess=30), *several(no=2, guess=30)])

    assert (held.n, held.guessed, held.came) == (10, pytest.approx(0.3), pytest.approx(0.8))
    assert held.bias == pytest.approx(-0.5)
    assert held.brier_score == pytest.approx((8 * 0.7**2 + 2 * 0.3**2) / 10)


def test_partly_came_by_half():
    assert calibration(several(partly=5, guess=50)).brier_score == 0


def test_guesses_below_what_came():
    held = calibration([*several(8, guess=30), *several(no=2, guess=30)])

    assert held.guesses is Guesses.below
    assert held.by_a_lot


def test_guesses_above_what_came():
    held = calibration([*several(3, guess=60), *several(no=7, guess=60)])

    assert held.guesses is Guesses.above
    assert not held.by_a_lot


@pytest.mark.parametrize("guess", [50, 60, 70])
def test_guesses_that_were_right(guess):
    held = calibration([*several(6, guess=guess), *several(no=4, guess=guess)])

    assert held.guesses is Guesses.about


def test_with_many_answers_one_step_apart_is_still_about_right():
    held = calibration([*several(180, guess=80), *several(no=20, guess=80)])

    assert held.range.low > held.guessed
    assert held.guesses is Guesses.about


def test_with_few_answers_a_guess_inside_the_range_is_right():
    held = calibration([*several(3, guess=30), *several(no=2, guess=30)])

    assert held.bias == pytest.approx(-0.3)
    assert held.guesses is Guesses.about


def test_what_hurt_counts_as_much_as_a_no():
    assert calibration(several(hurt=5)).came == calibration(several(no=5)).came == 0


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"guess": None}, id="already happened"),
        pytest.param({"how": Happened.no_answer}, id="no answer"),
        pytest.param({"whom": REX}, id="flagged"),
    ],
)
def test_what_has_no_guess_no_answer_or_a_flag_changes_nothing(more):
    asks = several(3, no=3)

    assert calibration([*asks, went(**more)], flagged=FLAGGED) == calibration(asks)


@given(any_tests())
def test_the_figures_stay_on_their_scales(asks):
    held = calibration(asks)

    if held is not None:
        assert -1 <= held.bias <= 1
        assert 0 <= held.brier_score <= 1
        assert held.range.n == held.n
