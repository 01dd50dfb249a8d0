"""Whatever the numbers, nothing is drawn outside its picture, and nobody stands on anybody."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.charts import (
    Dates,
    Ends,
    Estimate,
    Markup,
    Near,
    NoSuchRing,
    OffTheScale,
    Rating,
    Trend,
    interval,
    line_with_band,
    rings,
    strip,
)
from beside.charts.line import LEFT, RIGHT
from beside.charts.rings import MIDDLE, RADIUS, ROOM, SIZE, places
from beside.charts.scale import Scale, area, line_through, seen, units
from tests.charts.pictures import SVG

ENDS, DATES = Ends("no", "yes"), Dates("3 Mar", "12 Nov")
tens = st.floats(0, 10)
hundreds = st.floats(0, 100)
anything = st.floats(allow_nan=False)
days = st.integers(700_000, 760_000)
ratings = st.lists(st.builds(Rating, days, hundreds, st.none() | hundreds), max_size=40)
trends = st.lists(st.builds(Trend, days, hundreds, anything, anything), max_size=40)


def draw_line(rated: list[Rating], trend: list[Trend]) -> Markup:
    return line_with_band(rated, trend, key="k", finding="x", dates=DATES)


def outside(drawn: str) -> list[ET.Element]:
    """Return what reaches over the edge of its picture, its stroke included."""
    tree = ET.fromstring(drawn)
    _, _, wide, high = map(float, tree.get("viewBox").split())
    return [one for one in tree.iter() if not _inside(one, wide, high)]


def _inside(one: ET.Element, wide: float, high: float) -> bool:
    across, down = _reach(one)
    return all(0 <= x <= wide for x in across) and all(0 <= y <= high for y in down)


def _reach(one: ET.Element) -> tuple[list[float], list[float]]:
    def number(name: str) -> float:
        return float(one.get(name, "0"))

    match one.tag.removeprefix(SVG):
        case "circle":
            x, y, r = number("cx"), number("cy"), number("r") + number("stroke-width") / 2
            return [x - r, x + r], [y - r, y + r]
        case "rect" | "svg":
            x, y = number("x"), number("y")
            return [x, x + number("width")], [y, y + number("height")]
        case "text":
            return [number("x")], [number("y")]
        case "path":
            return _along(one.get("d", ""))
    return [], []


def _along(way: str) -> tuple[list[float], list[float]]:
    x = y = 0.0
    across, down = [], []
    for step, said in re.findall(r"([A-Za-z])([^A-Za-z]*)", way):
        numbers = [float(number) for number in said.split()]
        match step:
            case "M" | "L":
                x, y = numbers
            case "H":
                (x,) = numbers
            case "V":
                (y,) = numbers
            case "v":
                y += numbers[0]
            case _:
                assert step == "Z"
        across.append(x)
        down.append(y)
    return across, down


# A row, an interval


@given(st.none() | tens, st.none() | tens)
def test_a_row_stays_in_its_picture(guess: float | None, happened: float | None):
    assert outside(strip(guess, happened)) == []


def test_a_row_without_a_guess_has_no_ring_and_without_a_fact_no_dot():
    assert "c-ring" not in strip(None, 5)
    assert "c-dot" not in strip(5, None)
    assert "<circle" not in strip(None, None)


@pytest.mark.parametrize(("value", "x"), [(0, "8"), (5, "58"), (10, "108"), (2.5, "33")])
def test_a_half_is_half_way(value: float, x: str):
    assert f'cx="{x}"' in strip(None, value)


def test_a_guess_that_was_right_is_a_dot_in_its_ring():
    ring, dot = (one for one in ET.fromstring(strip(7, 7)) if one.tag == f"{SVG}circle")

    assert ring.get("cx") == dot.get("cx")
    assert float(dot.get("r")) < float(ring.get("r")) - 1.25
    assert "c-tie" not in strip(7, 7)


@pytest.mark.parametrize("value", [-0.1, 10.1, math.nan, math.inf])
def test_what_is_off_the_scale_is_refused(value: float):
    with pytest.raises(OffTheScale):
        strip(value, None)


@given(st.builds(Estimate, st.none() | tens, tens, anything, anything))
def test_an_interval_stays_in_its_picture(estimate: Estimate):
    assert outside(interval(estimate, key="k", finding="x", ends=ENDS)) == []


def test_a_band_that_knows_nothing_at_all_is_refused():
    with pytest.raises(OffTheScale):
        interval(Estimate(3, 4, math.nan, 5), key="k", finding="x", ends=ENDS)


# A line


@given(ratings, trends)
def test_a_line_stays_in_its_picture(rated: list[Rating], trend: list[Trend]):
    assert outside(draw_line(rated, trend)) == []


@given(ratings, trends)
def test_no_place_is_no_number(rated: list[Rating], trend: list[Trend]):
    assert not re.search(r"nan|inf|e[+-]\d", draw_line(rated, trend), re.IGNORECASE)


@pytest.mark.parametrize("value", [0, 50, 100])
def test_one_day_and_one_value_can_be_drawn(value: float):
    drawn = draw_line([Rating(739_000, value)] * 3, [Trend(739_000, value, value, value)] * 3)

    assert outside(drawn) == []
    assert drawn.count("<circle") == 1
    assert "3 Mar" in drawn
    assert "12 Nov" not in drawn


def test_six_hundred_ratings_stay_light_and_leave_no_place_empty():
    rated = [Rating(739_000 + n, (n * 37) % 101, before=(n * 53) % 101) for n in range(600)]

    drawn = draw_line(rated, [Trend(one.day, 50, 40, 60) for one in rated])

    dots = [(float(x), float(y)) for x, y in re.findall(r'cx="([^"]+)" cy="([^"]+)"', drawn)]
    for one in rated:
        x = LEFT + (one.day - 739_000) / 599 * (RIGHT - LEFT)
        y = 156 - one.value * 1.4
        assert min(math.dist((x, y), dot) for dot in dots) < 2.5
    assert len(drawn) < 80_000


def test_the_ends_of_a_band_are_cut_where_the_scale_ends():
    drawn = draw_line([], [Trend(1, 50, -20, 130), Trend(2, 50, 0, 100)])

    assert f'd="{area([(LEFT, 16), (RIGHT, 16)], [(LEFT, 156), (RIGHT, 156)])}"' in drawn


def test_ratings_are_drawn_by_their_days_whatever_their_order():
    trend = [Trend(day, 50, 40, 60) for day in (3, 1, 2)]

    assert draw_line([], trend) == draw_line([], sorted(trend, key=lambda one: one.day))


# Rings


@pytest.mark.parametrize("ring", RADIUS)
@given(count=st.integers(0, 60))
def test_nobody_stands_on_anybody_of_the_same_ring(ring: int, count: int):
    found = places(ring, count)

    assert len(found) == min(count, ROOM[ring])
    for one, other in combinations(found, 2):
        assert math.dist(one, other) > 2 * SIZE + 2


def test_rings_are_far_enough_apart_from_each_other_from_the_mark_and_from_the_edge():
    inner, middle, outer = (RADIUS[ring] for ring in (1, 2, 3))

    assert min(middle - inner, outer - middle) > 2 * SIZE + 2
    assert inner - SIZE - 1 > 15
    assert outer + SIZE + 1 < MIDDLE


# Somebody called “+1” would look like the count of whoever has no room.
NAMES = st.text(max_size=9).filter(lambda name: "+" not in name)


@given(st.lists(st.builds(Near, NAMES, st.sampled_from([1, 2, 3])), max_size=70))
def test_everybody_is_inside_or_counted(people: list[Near]):
    drawn = rings(people, key="k", finding="x")

    more = sum(int(count) for count in re.findall(r">\+(\d+)</text>", drawn))
    assert outside(drawn) == []
    assert drawn.count('class="c-person"') + more == len(people)


def test_the_same_people_stand_in_the_same_places():
    people = [Near("Sa", 1), Near("In", 1), Near("Jo", 3, resting=True)]

    assert rings(people, key="k", finding="x") == rings(list(people), key="k", finding="x")


def test_who_rests_is_drawn_with_another_line_and_not_only_another_colour():
    drawn = rings([Near("Jo", 3, resting=True)], key="k", finding="x")

    assert "stroke-dasharray" in drawn
    assert 'class="c-person"' not in drawn


def test_nobody_is_joined_to_anybody():
    drawn = rings([Near("Sa", 1), Near("In", 2)], key="k", finding="x")

    assert "<path" not in drawn
    assert "<line" not in drawn


@pytest.mark.parametrize("ring", [0, 4, -1])
def test_a_ring_that_is_not_drawn_is_refused(ring: int):
    with pytest.raises(NoSuchRing):
        Near("Sa", ring)


# Scales and ways


@given(st.floats(0, 10), st.floats(0, 10))
def test_what_is_more_is_never_further_back(one: float, other: float):
    scale = Scale(0, 10, 8, 108)

    assert scale.at(min(one, other)) <= scale.at(max(one, other))


def test_a_scale_can_run_upwards():
    assert [Scale(0, 100, 156, 16).at(value) for value in (0, 50, 100)] == [156, 86, 16]


def test_where_all_values_are_one_the_place_is_the_middle():
    assert Scale(7, 7, 0, 10).at(7) == 5


def test_numbers_are_as_short_as_they_can_be():
    assert [units(number) for number in (3.0, 3.14159, 359.96, 0.04)] == ["3", "3.1", "360", "0"]


def test_a_way_goes_through_its_places():
    assert line_through([(1, 2), (3, 4.55)]) == "M1 2L3 4.5"


def test_a_place_that_is_taken_is_not_drawn_twice():
    assert len(seen([(1, 1), (1.1, 1.1), (9, 9)], gap=1)) == 2
