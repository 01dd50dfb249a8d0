"""A line over time is the person's own answers, and a trend where there are enough of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.journey.practice.model import Belief
from beside.journey.practice.over_time import ENOUGH, NEWEST, Point, Way, lines, trend
from tests.support.cast import asked_sam
from tests.support.tests_done import FIRST_DAY, went

ALONE = Belief.rely_on_myself
RATINGS = st.lists(st.integers(0, 100), min_size=ENOUGH, max_size=NEWEST)


def rated(*pairs, belief=ALONE):
    return [
        went(day=7 * week, line=(belief, before, after))
        for week, (before, after) in enumerate(pairs)
    ]


def one_a_week(ratings):
    days = (FIRST_DAY.toordinal() + 7 * week for week in range(len(ratings)))
    return [
        Point(type(FIRST_DAY).fromordinal(day), held, None)
        for day, held in zip(days, ratings, strict=True)
    ]


def test_an_answer_after_a_test_stands_with_the_one_before():
    (line,) = lines(rated((80, 70)))

    assert line.points == (Point(FIRST_DAY, 70, 80),)


def test_an_answer_before_a_test_stands_alone_until_there_is_one_after():
    (line,) = lines(rated((80, None)))

    assert line.points == (Point(FIRST_DAY, 80, None),)


def test_a_test_whose_line_was_not_rated_says_nothing():
    assert lines([*rated((None, None)), asked_sam()]) == ()


def test_lines_stand_in_one_order_and_their_answers_oldest_first():
    danger = rated((60, 50), belief=Belief.vulnerability_is_danger)

    found = lines([*danger, *reversed(rated((80, 70), (60, 40)))])

    assert [one.belief for one in found] == [ALONE, Belief.vulnerability_is_danger]
    assert [point.held for point in found[0].points] == [70, 40]


def test_five_answers_are_too_early_and_six_are_enough():
    assert lines(rated(*[(80, 70)] * 5))[0].trend is None
    assert lines(rated(*[(80, 70)] * 6))[0].trend is not None


def test_answers_of_one_day_have_no_trend():
    assert lines([went(day=3, line=(ALONE, 50, n)) for n in range(10)])[0].trend is None


def test_the_oldest_answers_are_left_to_the_notebook():
    (line,) = lines(rated(*[(None, week % 100) for week in range(NEWEST + 5)]))

    assert len(line.points) == NEWEST
    assert line.points[0].held == 5


def test_a_straight_fall_is_found_as_it_is():
    found = trend(one_a_week([90, 80, 70, 60, 50, 40]))

    assert found.change == pytest.approx(-50)
    assert found.way is Way.down
    assert [round(place.held) for place in (found.places[0], found.places[-1])] == [90, 40]


def test_a_rise_is_said_as_plainly():
    assert trend(one_a_week([20, 30, 35, 50, 55, 70, 75])).way is Way.up


def test_answers_that_go_up_and_down_are_no_change():
    found = trend(one_a_week([40, 70, 45, 65, 50, 60, 42, 66]))

    assert found.low < 0 < found.high
    assert found.way is Way.level


@given(RATINGS)
def test_the_same_answers_give_the_same_picture(ratings):
    points = one_a_week(ratings)

    assert trend(points) == trend(points)


@given(RATINGS)
def test_a_band_has_its_lower_edge_below_its_upper(ratings):
    found = trend(one_a_week(ratings))

    assert found.low <= found.high
    assert all(place.low <= place.high for place in found.places)
    assert found.places[0].on == FIRST_DAY


@given(RATINGS)
def test_answers_turned_round_turn_the_trend_round(ratings):
    points, turned = one_a_week(ratings), one_a_week([100 - rating for rating in ratings])

    assert trend(turned).change == pytest.approx(-trend(points).change, abs=1e-6)
