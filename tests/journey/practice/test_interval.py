"""An interval says how little is known; it must be the one that it claims to be."""

from __future__ import annotations

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.journey.practice.evidence import (
    ALL_OTHERS,
    HALF_A_STEP,
    OWN_GUESS,
    Counts,
    estimate,
)
from beside.journey.practice.interval import beta_interval, quantile, regularised

SHAPES = st.floats(0.1, 400)
GUESSES = st.integers(0, 10).map(lambda tens: tens / 10)
WEIGHTS = st.sampled_from((OWN_GUESS, ALL_OTHERS))


@st.composite
def tallies(draw, *, least=0):
    n = draw(st.integers(least, 200))
    well = draw(st.integers(0, n))
    partly = draw(st.integers(0, n - well))
    return Counts(well=well, partly=partly, no=n - well - partly)


def twice(counts):
    return Counts(well=2 * counts.well, partly=2 * counts.partly, no=2 * counts.no)


def width(interval):
    return interval.high - interval.low


@pytest.mark.parametrize(
    ("well", "of", "said"),
    [(3, 4, (0.60, 0.34, 0.84)), (8, 10, (0.72, 0.55, 0.87)), (0, 3, (0.12, 0.00, 0.31))],
)
def test_the_worked_numbers(well, of, said):
    counts = Counts(well=well, no=of - well)

    found = estimate(counts, 0.3, OWN_GUESS)

    assert tuple(round(part, 2) for part in found[:3]) == said
    assert found.n == of


@given(SHAPES, SHAPES, st.floats(0, 1))
def test_the_incomplete_beta_function_is_the_one_of_the_tables(a, b, x):
    with mpmath.workdps(30):
        known = float(mpmath.betainc(a, b, 0, x, regularized=True))

    assert regularised(a, b, x) == pytest.approx(known, abs=1e-10)


@given(SHAPES, SHAPES, st.sampled_from((0.1, 0.5, 0.9)))
def test_what_lies_below_a_quantile_is_as_much_as_it_says(a, b, p):
    x = quantile(p, a, b)

    with mpmath.workdps(30):
        below, above = (
            float(mpmath.betainc(a, b, 0, min(max(near, 0), 1), regularized=True))
            for near in (x - 1e-9, x + 1e-9)
        )
    assert 0 <= x <= 1
    assert below - 1e-9 <= p <= above + 1e-9


@given(tallies(), GUESSES, WEIGHTS)
def test_an_estimate_and_its_interval_lie_between_none_and_all(counts, guess, weight):
    found = estimate(counts, guess, weight)

    assert 0 <= found.low <= found.mean <= found.high <= 1


def test_the_mean_can_lie_outside_where_nearly_all_lies_at_one_end():
    """Said of the type, and out of reach of a page: a guess is kept half a step away from 0."""
    found = beta_interval(0.01, 1, n=0)

    assert found.mean > found.high
    assert OWN_GUESS * HALF_A_STEP >= 0.1


@given(tallies(least=5), GUESSES, WEIGHTS)
def test_twice_as_many_of_the_same_share_narrows_it(counts, guess, weight):
    few, many = estimate(counts, guess, weight), estimate(twice(counts), guess, weight)

    assert width(many) < width(few)


@given(tallies(), GUESSES, WEIGHTS)
def test_one_more_that_was_taken_well_never_lowers_it(counts, guess, weight):
    more = Counts(well=counts.well + 1, partly=counts.partly, no=counts.no)

    before, after = estimate(counts, guess, weight), estimate(more, guess, weight)

    assert after.mean > before.mean
    assert after.low >= before.low
    assert after.high >= before.high - 1e-9


@given(tallies(least=1), GUESSES, WEIGHTS)
def test_an_estimate_lies_between_what_was_expected_and_what_came(counts, guess, weight):
    found = estimate(counts, guess, weight)

    expected = min(max(guess, HALF_A_STEP), 1 - HALF_A_STEP)
    low, high = sorted((expected, counts.share))
    assert low - 1e-9 <= found.mean <= high + 1e-9
