"""Fact beside fear: nothing is said that is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.journey.practice.comparison import side_by_side, tens
from beside.journey.practice.model import FearedHappened, Happened
from tests.support.cast import asked_sam, happened


def told(how=Happened.took_it_well, **answers):
    return happened(outcome=happened(how).outcome.but(**answers))


def test_the_guess_stands_beside_what_happened():
    shown = side_by_side(told(feared_happened=FearedHappened.no, next_guess=50))

    assert str(shown.heading) == "Your guess: 3\u00a0in\u00a010. It happened: they took it well."
    assert [
        (str(row.name), row.guess, str(row.guess_said), row.fact, str(row.fact_said))
        for row in shown.rows
    ] == [
        ("They take it well", 3, "3 in 10", 10, "They took it well"),
        ("What you’d hate most", 6, "6 in 10", 0, "No"),
        ("Trouble for them", 5, "5 out of 10", None, "they have not said"),
        ("Next time, same person, same size", 3, "3 in 10", 5, "5 in 10"),
    ]
    assert str(shown.caution) == "One time is one time. It could be luck."


def test_what_was_skipped_says_so_and_draws_nothing():
    feared = side_by_side(told()).rows[1]

    assert (feared.fact, str(feared.fact_said)) == (None, "Not said")


def test_what_nobody_can_tell_draws_nothing():
    feared = side_by_side(told(feared_happened=FearedHappened.cant_tell)).rows[1]

    assert (feared.fact, str(feared.fact_said)) == (None, "Can’t tell")


def test_no_answer_is_not_drawn_as_a_no():
    well = side_by_side(told(Happened.no_answer)).rows[0]

    assert (well.fact, str(well.fact_said)) == (None, "No answer")


@pytest.mark.parametrize("how", Happened)
def test_every_outcome_has_its_own_sentence(how):
    assert "3\u00a0in\u00a010" in str(side_by_side(told(how)).heading)


def test_a_locked_guess_shows_no_fact():
    shown = side_by_side(asked_sam())

    assert all(row.fact is None for row in shown.rows)
    assert len(shown.rows) == 3


def test_without_a_guess_there_is_nothing_to_compare():
    shown = side_by_side(happened(prediction=None, locked=None))

    assert shown.rows == ()
    assert str(shown.caution) == "It was not planned, so there was no guess."


@given(st.integers(0, 100), st.sampled_from(Happened), st.sampled_from([None, *FearedHappened]))
def test_every_place_is_on_the_scale(next_guess, how, answer):
    rows = side_by_side(told(how, next_guess=next_guess, feared_happened=answer)).rows

    places = [place for row in rows for place in (row.guess, row.fact) if place is not None]
    assert all(0 <= place <= 10 for place in places)


@pytest.mark.parametrize("how", Happened)
def test_luck_is_spoken_of_beside_what_went_well_alone(how):
    well = how in (Happened.took_it_well, Happened.partly)

    assert ("luck" in str(side_by_side(told(how)).caution)) is well


@pytest.mark.parametrize("rating", range(11))
def test_a_tenth_comes_back_as_it_was_given(rating):
    assert tens(rating * 10) == rating
