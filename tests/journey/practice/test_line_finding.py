"""The answers to a line are said in tens, as they are asked for."""

from __future__ import annotations

import pytest

from beside.journey.practice.line_finding import line, so_far_put
from beside.journey.practice.model import Belief
from beside.journey.practice.over_time import lines
from tests.support.tests_done import went

ALONE = Belief.rely_on_myself


def test_a_line_with_few_answers_is_said_as_it_was_put():
    asks = [went(day=week, line=(ALONE, 80 - 10 * week, 70 - 10 * week)) for week in range(3)]
    (one,) = lines(asks)

    assert line(one) == ()
    assert str(so_far_put(one)) == "8, 7, 6, 5 out of 10"


@pytest.mark.parametrize(("held", "said"), [(84, "8"), (85, "9"), (4, "0"), (5, "1")])
def test_between_two_tens_a_half_is_rounded_up(held: int, said: str):
    (one,) = lines([went(line=(ALONE, None, held))])

    assert str(so_far_put(one)) == f"{said} out of 10"


def test_a_line_that_falls_says_from_where_to_where():
    asks = [went(day=7 * week, line=(ALONE, None, 90 - 10 * week)) for week in range(6)]
    (one,) = lines(asks)

    assert [str(said) for said in line(one)] == [
        "Your answers went down.",
        "From about 9 to about 4 out of 10, over 6 answers.",
    ]


def test_a_trend_off_the_scale_ends_where_the_scale_does():
    rated = [100, 100, 100, 100, 10, 0, 0, 0]
    asks = [went(day=7 * week, line=(ALONE, None, held)) for week, held in enumerate(rated)]
    (one,) = lines(asks)

    assert one.trend.places[0].held > 100
    assert str(line(one)[1]).startswith("From about 10 to about 0 out of 10")
