"""Back after two weeks and more; not after a week, whatever was done in it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from beside.around.load.model import Carried, Carrying
from beside.journey.pattern.model import Item, ThreeQuestions
from beside.journey.practice.away import AWAY_DAYS, was_away
from beside.journey.practice.model import Ask
from beside.kernel.store import MemoryStore
from tests.support.cast import a_moment, asked_sam, drafted, happened, when

TODAY = date(2026, 3, 30)
"""In the month of the moments below: a month is too coarse to tell."""


def ago(days):
    return when(TODAY - timedelta(days=days))


def closed(days, **changes):
    then = ago(days)
    old = {"drafted": ago(90), "locked": ago(90)}
    return happened(closed=then, closed_on=then.on, **(old | changes))


def told(*records):
    asks = [record for record in records if isinstance(record, Ask)]
    return was_away(MemoryStore(*records), TODAY, asks=asks)


@pytest.mark.parametrize(("days", "away"), [(AWAY_DAYS, True), (AWAY_DAYS - 1, False), (0, False)])
def test_it_is_the_last_moment_that_counts_to_the_day(days, away):
    old = a_moment(id=UUID(int=7), when=ago(100))

    assert told(old, a_moment(when=ago(days))) is away


@pytest.mark.parametrize(
    "lately",
    [
        drafted(drafted=ago(3)),
        asked_sam(drafted=ago(90), locked_at=ago(3)),
        asked_sam(drafted=ago(90), locked_at=ago(90), sent=ago(3)),
        asked_sam(drafted=ago(90), locked_at=ago(90), answered_on=(ago(3).on,)),
        closed(3),
        ThreeQuestions(id=UUID(int=8), when=ago(3), asked=(Item.cost,), cost=1),
        Carrying(id=UUID(int=9), when=ago(3), what=(Carried.food,)),
    ],
)
def test_whatever_was_done_lately_counts(lately):
    assert told(a_moment(when=ago(100)), lately) is False


def test_old_tests_that_are_still_open_do_not():
    assert told(asked_sam(drafted=ago(90), locked_at=ago(90)), closed(40, id=UUID(int=7))) is True


def test_a_day_that_has_not_come_here_yet_is_not_long_ago():
    assert told(a_moment(when=ago(-1))) is False
