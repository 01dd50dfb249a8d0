"""A benchmark that says *reached* must mean it, and measure the same words every time."""

from __future__ import annotations

import json
from datetime import date

from benchmarks.figures import Figure, table, write
from benchmarks.notebook import RECORDS, last_month, ten_years

TODAY = date(2026, 3, 3)


def test_a_value_is_good_enough_up_to_the_most_it_may_be():
    within = Figure("search", 900, "ms", most=900)
    above = Figure("search", 901, "ms", most=900)

    assert within.reached
    assert above.reached is False


def test_a_value_may_have_to_be_as_high_as_something():
    enough = Figure("serving", 200, "requests/s", fewest=200)
    too_few = Figure("serving", 199, "requests/s", fewest=200)

    assert enough.reached
    assert too_few.reached is False
    assert "≥ 200 requests/s" in table([too_few])


def test_a_ratio_that_could_not_be_told_is_not_good_enough():
    figure = Figure("opening", 300, "ms", least=0.4)

    assert figure.reached is False


def test_what_is_only_reported_is_neither_reached_nor_missed():
    figure = Figure("saving", 3, "ms")

    assert figure.reached is None


def test_a_missed_target_stands_out_in_the_table():
    figures = [Figure("search", 901, "ms", most=900), Figure("saving", 3, "ms")]

    lines = table(figures).splitlines()

    assert [("NOT REACHED" in line) for line in lines] == [False, True, False]


def test_the_file_holds_the_five_fields_and_nothing_else(tmp_path):
    file = tmp_path / "build" / "bench.json"

    write([Figure("page", 4.20001, "ms", against=0.17, ratio=0.0405, most=6, said="aside")], file)

    assert json.loads(file.read_text()) == [
        {"name": "page", "value": 4.2, "unit": "ms", "against": 0.17, "ratio": 0.0405}
    ]


def test_the_ten_years_are_the_same_in_every_run():
    one, other = (ten_years(TODAY, zone="UTC") for _ in range(2))

    assert len(one) == RECORDS
    assert all(record.says_the_same_as(same) for record, same in zip(one, other, strict=True))


def test_a_month_holds_as_much_that_is_open_as_ten_years_do():
    records = ten_years(TODAY, zone="UTC")

    month = last_month(records, TODAY)

    assert 200 < len(month) < 500
    assert [r.id for r in month if not r.day] == [r.id for r in records if not r.day]
