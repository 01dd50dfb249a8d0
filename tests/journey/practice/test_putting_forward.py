"""What is put forward is one thing at a time, little in a week, and nothing while a no stings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from beside.journey.practice.actions import let_go, put_off
from beside.journey.practice.afterwards import record_outcome
from beside.journey.practice.lines_kept import Back
from beside.journey.practice.model import Happened, LineBack, Outcome, StillSo
from beside.journey.practice.putting_forward import (
    AT_MOST,
    Question,
    answered,
    answered_of_late,
    due_since,
    may_put_forward,
    next_due,
    next_question,
    rests,
)
from beside.kernel.days import lived
from beside.kernel.ids import new_id
from beside.kernel.store import MemoryStore
from tests.support.cast import (
    INES,
    LATER,
    NEXT_DAY,
    NOON,
    SAM,
    TODAY_WAS_A_LOT,
    TUESDAY,
    asked_sam,
    drafted,
    happened,
    hopeful,
    put_away,
    when,
)

A_LINE = Outcome(how=Happened.took_it_well, landed="It was quiet.")


def days_on(days):
    return TUESDAY + timedelta(days=days)


def some_answers(count, *, on=NEXT_DAY.on):
    return put_away(id=new_id(), answered_on=(on,) * count)


def asked(*asks, at=NEXT_DAY, put_forward=(SAM,)):
    return next_question(asks, at, put_forward=put_forward)


# One question


def test_a_test_whose_time_has_passed_comes_before_a_line():
    line = happened(id=new_id(), outcome=A_LINE)

    assert asked(line, asked_sam(), at=when(days_on(5))) == Question(asked_sam())


def test_where_no_test_is_due_a_line_comes_back():
    line = happened(outcome=A_LINE)

    assert asked(line, at=when(days_on(5))) == Question(line, Back.after_3)
    assert asked(line, at=when(days_on(35))) == Question(line, Back.after_30)


def test_else_there_is_none():
    assert asked(drafted(), put_away(), happened()) is None


def test_the_longest_due_comes_first():
    newer = asked_sam(locked_at=LATER, id=new_id())

    assert next_due([newer, asked_sam()], NEXT_DAY.on, put_forward=[SAM]) == asked_sam()


def test_one_that_comes_up_later_never_takes_the_place_of_another():
    waits = asked_sam(not_before=days_on(3))
    here = asked_sam(id=new_id(), locked_at=LATER)

    assert next_due([waits, here], days_on(4), put_forward=[SAM]) == here


def test_nothing_is_brought_up_with_somebody_who_may_not_be():
    line = happened(id=new_id(), outcome=A_LINE)

    assert asked(asked_sam(), line, at=when(days_on(5)), put_forward=[INES]) is None


def test_one_for_nobody_by_name_is_brought_up():
    alone = asked_sam(person_id=None)

    assert asked(alone, put_forward=[]) == Question(alone)


@pytest.mark.parametrize(
    ("ask", "days"),
    [
        (asked_sam(), 1),
        (asked_sam(not_before=days_on(4)), 4),
        (asked_sam(agreed=when(days_on(6))), 7),
        (asked_sam(prediction=hopeful().but(by_when=days_on(2))), 3),
        (asked_sam(agreed=when(days_on(2)), not_before=days_on(9)), 9),
    ],
)
def test_it_is_due_on_the_first_day_after_its_time(ask, days):
    assert due_since(ask) == days_on(days)
    assert next_due([ask], days_on(days - 1), put_forward=[SAM]) is None
    assert next_due([ask], days_on(days), put_forward=[SAM]) == ask


# 48 hours


@pytest.mark.parametrize("how", [Happened.no, Happened.it_hurt])
def test_after_a_no_and_after_it_hurt_nothing_comes_for_two_days(how):
    stung = happened(how, id=new_id())
    two_days = NEXT_DAY.at + timedelta(hours=48)

    early = lived(two_days - timedelta(minutes=1), "UTC")
    assert asked(stung, asked_sam(), at=early) is None
    assert asked(stung, asked_sam(), at=lived(two_days, "UTC")) == Question(asked_sam())


@pytest.mark.parametrize("how", [Happened.took_it_well, Happened.partly, Happened.no_answer])
def test_after_anything_else_there_is_no_rest(how):
    assert not rests([happened(how)], NEXT_DAY.at)


def test_another_time_zone_does_not_shorten_the_rest():
    stung = happened(Happened.no, id=new_id())
    far_east = lived(NEXT_DAY.at + timedelta(hours=40), "Pacific/Kiritimati")

    assert asked(stung, asked_sam(), at=far_east) is None


def test_an_outcome_that_lies_years_ahead_is_no_rest():
    ahead = lived(datetime(2040, 1, 1, tzinfo=UTC), "UTC")

    assert not rests([happened(Happened.no, closed=ahead, closed_on=ahead.on)], NEXT_DAY.at)


# Twelve


def test_the_twelfth_is_the_one_on_the_screen():
    assert asked(some_answers(AT_MOST - 2), asked_sam()) is not None
    assert asked(some_answers(AT_MOST - 1), asked_sam()) is None


def test_after_seven_days_an_answer_counts_no_more():
    eleven = some_answers(AT_MOST - 1)

    assert answered_of_late([eleven], NEXT_DAY.on + timedelta(days=6)) == AT_MOST - 1
    assert answered_of_late([eleven], NEXT_DAY.on + timedelta(days=7)) == 0


def test_an_answer_given_further_east_still_counts():
    assert answered_of_late([some_answers(1, on=days_on(2))], NEXT_DAY.on) == 1


@pytest.mark.parametrize(
    "verb",
    [
        put_off,
        let_go,
        lambda **said: record_outcome(**said, how=Happened.partly),
    ],
)
def test_whatever_is_answered_is_counted_once(verb):
    store = MemoryStore(asked_sam())
    said = {"store": store, "when": NEXT_DAY, "ask_id": TODAY_WAS_A_LOT, "expected_revision": 1}

    verb(**said)
    kept = verb(**said)

    assert kept.answered_on == (NEXT_DAY.on,)


def test_a_draft_that_is_let_go_answers_nothing():
    store = MemoryStore(drafted())

    kept = let_go(store=store, when=NOON, ask_id=TODAY_WAS_A_LOT, expected_revision=1)

    assert kept.answered_on == ()


def test_days_that_are_long_over_are_not_kept():
    ask = asked_sam(answered_on=(days_on(-9), days_on(-5)))

    assert answered(ask, TUESDAY).answered_on == (days_on(-5), TUESDAY)


def test_a_line_whose_days_ran_out_may_have_been_seen():
    lines = [happened(id=new_id(), outcome=A_LINE) for _ in range(AT_MOST - 1)]
    last = NEXT_DAY.on + timedelta(days=29)
    say = {"put_forward": [SAM]}

    assert may_put_forward(lines, last, **say)
    assert not may_put_forward(lines, last + timedelta(days=1), **say)
    assert may_put_forward(lines, last + timedelta(days=7), **say)


def test_an_answered_line_does_not_run_out():
    back = LineBack(after_3=StillSo.yes)
    lines = [happened(id=new_id(), outcome=A_LINE, line_back=back) for _ in range(AT_MOST)]

    assert may_put_forward(lines, NEXT_DAY.on + timedelta(days=30), put_forward=[SAM])


def test_what_went_with_its_person_may_have_been_seen():
    gone = asked_sam(id=new_id())
    here = asked_sam(person_id=INES)

    assert asked(some_answers(AT_MOST - 2), here, put_forward=[INES]) is not None
    assert asked(some_answers(AT_MOST - 2), here, gone, put_forward=[INES]) is None


def test_many_people_who_rest_for_years_do_not_silence_today():
    resting = [asked_sam(id=new_id(), person_id=new_id()) for _ in range(40)]
    here = asked_sam(person_id=INES)

    assert asked(*resting, here, put_forward=[INES]) == Question(here)
