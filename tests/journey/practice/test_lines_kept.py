"""A line that was kept comes back three times at most, and never after it hurt."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.journey.practice.afterwards import answer_line
from beside.journey.practice.lines_kept import (
    Back,
    NoLine,
    back_of,
    line_before_next,
    line_due,
    line_of,
    shown_before_next,
)
from beside.journey.practice.model import Ask, Happened, LineBack, Outcome, StillSo
from beside.journey.practice.rules import NotDone, TakenBack
from beside.kernel.ids import new_id
from beside.kernel.store import Conflict, MemoryStore
from tests.support.cast import (
    INES,
    NEXT_DAY,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    happened,
    put_away,
    when,
)

QUIET = "It was quiet. I slept."


def told(how=Happened.took_it_well, *, line=QUIET, **changes):
    return happened(outcome=Outcome(how=how, landed=line), **changes)


def days_on(days):
    return NEXT_DAY.on + timedelta(days=days)


def say(store, answer, *, days=3, revision=1):
    return answer_line(
        store=store,
        when=when(days_on(days)),
        ask_id=TODAY_WAS_A_LOT,
        answer=answer,
        expected_revision=revision,
    )


# Which line


def test_what_it_was_like_is_the_line():
    assert line_of(told()) == QUIET


def test_a_line_worth_keeping_stands_before_what_it_was_like():
    kept = Outcome(how=Happened.partly, landed=QUIET, kept_line="They did not mind.")

    assert line_of(happened(outcome=kept)) == "They did not mind."


@pytest.mark.parametrize("ask", [asked_sam(), put_away(), told(Happened.it_hurt), told(line="")])
def test_there_is_no_line_before_it_happened_nor_after_it_hurt(ask):
    assert line_of(ask) == ""


# Before the next test


def test_the_newest_line_comes_before_the_next_test():
    older = told(id=new_id(), closed_on=days_on(-9))

    assert line_before_next([older, told()], flagged=[]) == told()


def test_a_line_comes_before_one_test_alone():
    assert line_before_next([shown_before_next(told())], flagged=[]) is None


def test_no_line_comes_from_somebody_who_is_flagged_now():
    assert line_before_next([told()], flagged=[SAM]) is None
    assert line_before_next([told()], flagged=[INES]) == told()


@pytest.mark.parametrize("place", ["after_3", "after_30"])
def test_a_line_that_was_put_away_comes_before_no_test(place):
    away = told(line_back=LineBack(**{place: StillSo.put_away}))

    assert line_before_next([away], flagged=[]) is None


def test_to_be_shown_changes_nothing_else():
    answered = told(line_back=LineBack(after_3=StillSo.yes))

    assert shown_before_next(answered).line_back == LineBack(before_next=True, after_3=StillSo.yes)


# After 3 days, and after 30


def test_it_comes_back_from_the_third_day_and_again_from_the_thirtieth():
    days = {days: back_of(told(), days_on(days)) for days in (0, 2, 3, 29, 30, 60, 61)}

    assert days == {
        0: None,
        2: None,
        3: Back.after_3,
        29: Back.after_3,
        30: Back.after_30,
        60: Back.after_30,
        61: None,
    }


@pytest.mark.parametrize("answer", [StillSo.yes, StillSo.not_so_sure])
def test_each_time_it_is_asked_once(answer):
    store = MemoryStore(told())

    first = say(store, answer)
    assert back_of(first, days_on(3)) is None
    assert back_of(first, days_on(30)) is Back.after_30

    second = say(store, answer, days=31, revision=2)
    assert back_of(second, days_on(31)) is None
    assert second.line_back == LineBack(after_3=answer, after_30=answer)


def test_one_that_was_put_away_does_not_come_back():
    away = say(MemoryStore(told()), StillSo.put_away)

    assert [back_of(away, days_on(days)) for days in range(70)] == [None] * 70


def test_the_line_that_waits_longest_comes_first():
    newer = told(id=new_id(), closed_on=days_on(1))

    assert line_due([newer, told()], days_on(5), put_forward=[SAM]) == told()


def test_no_line_comes_from_somebody_who_may_not_be_brought_up():
    assert line_due([told()], days_on(3), put_forward=[INES]) is None


def test_a_line_from_nobody_by_name_comes_back():
    alone = told(person_id=None)

    assert line_due([alone], days_on(3), put_forward=[]) == alone


@given(st.integers(-5, 100))
def test_what_is_due_is_a_line_of_its_days(days):
    due = line_due([told()], days_on(days), put_forward=[SAM])

    assert (due is not None) == (3 <= days <= 60)


# Answering


def test_the_same_answer_twice_is_one():
    store = MemoryStore(told())

    assert say(store, StillSo.yes) == say(store, StillSo.yes)
    assert store.get(Ask, TODAY_WAS_A_LOT).revision == 2


def test_two_windows_with_two_answers_meet_in_a_conflict():
    store = MemoryStore(told())
    say(store, StillSo.yes)

    with pytest.raises(Conflict):
        say(store, StillSo.put_away)


def test_an_answer_is_counted_on_its_day():
    assert say(MemoryStore(told()), StillSo.yes).answered_on == (days_on(3),)


@pytest.mark.parametrize(
    ("ask", "refusal"),
    [
        (asked_sam(), NotDone),
        (put_away(), TakenBack),
        (told(line=""), NoLine),
        (told(Happened.it_hurt), NoLine),
    ],
)
def test_where_there_is_no_line_there_is_nothing_to_answer(ask, refusal):
    with pytest.raises(refusal):
        say(MemoryStore(ask), StillSo.yes)
