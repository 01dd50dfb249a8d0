"""The page says which guesses were made on paper, where nobody saw them locked."""

from __future__ import annotations

import pytest

from beside.journey.practice.model import Prediction
from beside.papers.one_page import Choice, Page, Paper, page_of, printed, wording
from tests.support.cast import rex, sam
from tests.support.papers import is_accessible, pages_in
from tests.support.ten_asks import NO, PAGES, PARTLY, WELL, ask

WITH_GAPS = Prediction(well=40)


def page(*asks: object, choice: Choice = Choice()) -> Page:  # noqa: B008 - it is frozen
    return page_of(asks, [sam(), rex()], day="3 March 2026", choice=choice)


def test_where_all_were_it_is_said_once():
    unplanned = ask(2, NO, well=None, on_paper=True)

    legend = page(ask(0, WELL, on_paper=True), ask(1, NO, on_paper=True), unplanned).legend

    assert wording.ALL_ON_PAPER in legend


def test_else_their_rows_are_named():
    some = [ask(0, WELL), ask(1, NO, on_paper=True), ask(2, PARTLY, on_paper=True)]

    assert wording.on_paper([2, 3]) in page(*some).legend
    assert wording.on_paper([2]) in page(*some[:2]).legend


def test_without_one_nothing_is_said_of_paper():
    no_guess = ask(1, NO, well=None, on_paper=True)

    assert not any("paper" in one.id for one in page(ask(0, WELL), no_guess).legend)


def test_what_the_sheet_left_empty_stays_empty():
    (row,) = page(ask(0, WELL, on_paper=True, prediction=WITH_GAPS)).rows

    assert (row.guess, row.feared, row.feared_words) == (4, None, "")


@pytest.mark.parametrize("size", Paper)
def test_ten_rows_from_paper_are_one_page(size):
    rows = [
        one.but(on_paper=True, prediction=WITH_GAPS if number % 2 else one.prediction)
        for number, one in enumerate(PAGES["flagged"])
    ]

    pdf = printed(page(*rows, choice=Choice(names=True, words=True)), paper=size, say=str)

    assert pages_in(pdf) == 1
    assert is_accessible(pdf)
