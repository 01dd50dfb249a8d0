"""Afterwards there is more to say for who wants to, and none of it is needed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from beside.around.circle.model import Job
from beside.journey.pattern.rules import NotYetLived
from beside.journey.practice.actions import ForOneOnly, lock_prediction
from beside.journey.practice.afterwards import (
    More,
    NoLineTested,
    add_more,
    asked_more,
    note_already_happened,
    record_outcome,
)
from beside.journey.practice.comparison import side_by_side
from beside.journey.practice.model import (
    EXACT_LIMIT,
    LINE_LIMIT,
    Again,
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Closeness,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
    OutOfRange,
)
from beside.journey.practice.rules import AlreadyDone, NoGuess, NotDone, NotLocked, TakenBack
from beside.kernel.days import lived
from beside.kernel.store import Conflict, MemoryStore, NotKept
from beside.kernel.words import TooLong
from tests.support.cast import (
    NEXT_DAY,
    NOON,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    hopeful,
    hopeless,
    put_away,
    sam,
)

EVERYTHING = {
    "worst": 60,
    "coped": 70,
    "closeness": Closeness.nearer,
    "surprise": 80,
    "line_after": 40,
    "again": Again.no,
    "fluke": "He was on holiday.",
    "kept_line": "They did not mind.",
}
NO_BELIEF = hopeful().but(feared=Feared.other, belief=None)


def more(store, *, revision=1, **answers):
    return add_more(store=store, ask_id=TODAY_WAS_A_LOT, expected_revision=revision, **answers)


# Add more


def test_all_of_it_is_kept_beside_what_happened():
    kept = more(MemoryStore(happened()), **EVERYTHING)

    assert kept.outcome == Outcome(how=Happened.took_it_well, **EVERYTHING)


def test_what_is_not_said_stays_as_it_was():
    store = MemoryStore(happened())
    more(store, worst=60, again=Again.yes)

    kept = more(store, coped=20, again=None, revision=2)

    assert (kept.outcome.worst, kept.outcome.coped, kept.outcome.again) == (60, 20, None)


def test_the_same_twice_is_one():
    store = MemoryStore(happened())

    assert more(store, **EVERYTHING) == more(store, **EVERYTHING)


def test_two_windows_that_say_different_things_meet_in_a_conflict():
    store = MemoryStore(happened())
    more(store, worst=60)

    with pytest.raises(Conflict):
        more(store, worst=10)


def test_the_guess_is_never_touched():
    kept = more(MemoryStore(happened()), **EVERYTHING)

    assert kept.prediction == hopeful()


@pytest.mark.parametrize("how", Happened)
def test_whatever_happened_more_can_be_said(how):
    assert more(MemoryStore(happened(how)), worst=90).outcome.worst == 90


@pytest.mark.parametrize("name", ["worst", "coped", "surprise", "line_after"])
def test_a_number_outside_its_scale_is_refused(name):
    with pytest.raises(OutOfRange):
        more(MemoryStore(happened()), **{name: 101})


@pytest.mark.parametrize(("name", "limit"), [("fluke", EXACT_LIMIT), ("kept_line", LINE_LIMIT)])
def test_words_above_the_limit_are_refused_and_not_cut(name, limit):
    store = MemoryStore(happened())

    with pytest.raises(TooLong):
        more(store, **{name: "w" * (limit + 1)})
    assert store.get(Ask, TODAY_WAS_A_LOT).outcome == happened().outcome


@pytest.mark.parametrize(
    ("ask", "refusal"), [(drafted(), NotDone), (asked_sam(), NotDone), (put_away(), TakenBack)]
)
def test_there_is_nothing_more_to_say_before_it_happened(ask, refusal):
    with pytest.raises(refusal):
        more(MemoryStore(ask), worst=10)


def test_there_is_nothing_more_to_say_once_it_is_deleted():
    with pytest.raises(NotKept):
        more(MemoryStore(), worst=10)


@pytest.mark.parametrize("guess", [None, NO_BELIEF])
def test_a_line_that_was_not_tested_is_not_looked_at_again(guess):
    ask = happened(prediction=guess)

    with pytest.raises(NoLineTested):
        more(MemoryStore(ask), line_after=10)


# What is asked


def test_of_a_line_is_asked_where_one_was_tested():
    assert More.line_after in asked_more(happened())
    assert More.line_after not in asked_more(happened(prediction=NO_BELIEF))
    assert More.line_after not in asked_more(happened(prediction=None, locked=None))


def test_after_it_hurt_nobody_asks_for_a_lesson():
    assert asked_more(happened(Happened.it_hurt)) == (More.worst, More.coped, More.closeness)


@pytest.mark.parametrize("ask", [drafted(), asked_sam(), put_away()])
def test_nothing_is_asked_before_it_happened(ask):
    assert asked_more(ask) == ()


# Before beside after


def test_only_what_was_said_both_times_stands_side_by_side():
    full = hopeful().but(line_now=80, how_id_cope=30, belief=Belief.rely_on_myself)
    outcome = Outcome(how=Happened.partly, worst=60, coped=70, line_after=50)

    rows = side_by_side(happened(prediction=full, outcome=outcome)).more

    assert [(str(row.name), str(row.guess_said), str(row.fact_said)) for row in rows] == [
        ("How hard: that day, and at the hardest moment", "3 out of 10", "6 out of 10"),
        ("How well you’d cope, and how you did", "3 out of 10", "7 out of 10"),
        ("“I can only rely on myself”", "8 out of 10", "5 out of 10"),
    ]
    assert side_by_side(happened(prediction=full)).more == ()
    assert [row.guess for row in side_by_side(happened(outcome=outcome)).more] == [3]


# It already happened


def unplanned(store, **changes):
    said = {"id": TODAY_WAS_A_LOT, "what": AskKind.favour, "words": "I asked for a lift."}
    return note_already_happened(
        store=store, when=NEXT_DAY, **(said | {"how": Happened.partly} | changes)
    )


def test_one_with_somebody_whose_job_it_is_is_noted_too():
    kept = unplanned(MemoryStore(), job=Job.library, channel=Channel.face_to_face)

    assert (kept.job, kept.person_id, kept.prediction) == (Job.library, None, None)
    assert (kept.channel, kept.sent) == (Channel.face_to_face, NEXT_DAY)


def test_how_it_went_out_need_not_be_said():
    kept = unplanned(MemoryStore())

    assert (kept.channel, kept.sent) == (None, None)


def test_one_is_with_somebody_by_name_or_with_a_job_and_not_with_both():
    store = MemoryStore(sam())

    with pytest.raises(ForOneOnly):
        unplanned(store, person_id=SAM, job=Job.library)
    assert store.all(Ask) == []


# Bad input


@pytest.mark.parametrize(("ask", "refusal"), [(drafted(), NotLocked), (put_away(), TakenBack)])
def test_an_outcome_of_what_was_not_locked_or_let_go_is_refused(ask, refusal):
    store = MemoryStore(ask)

    with pytest.raises(refusal):
        record_outcome(
            store=store,
            when=NEXT_DAY,
            ask_id=TODAY_WAS_A_LOT,
            how=Happened.no,
            expected_revision=1,
        )
    assert store.get(Ask, TODAY_WAS_A_LOT).outcome is None


def test_a_guess_that_comes_after_the_outcome_changes_nothing():
    store = MemoryStore(happened())

    with pytest.raises(AlreadyDone):
        lock_prediction(
            store=store,
            when=NEXT_DAY,
            ask_id=TODAY_WAS_A_LOT,
            prediction=hopeless(),
            expected_revision=1,
        )
    assert store.get(Ask, TODAY_WAS_A_LOT).prediction == hopeful()


def test_an_outcome_in_another_time_zone_is_kept_on_the_day_it_is_there():
    store = MemoryStore(asked_sam())
    # Half an hour after the guess, it is the day before in Honolulu.
    west = lived(NOON.at.replace(hour=5), "Pacific/Honolulu")

    kept = record_outcome(
        store=store, when=west, ask_id=TODAY_WAS_A_LOT, how=Happened.partly, expected_revision=1
    )

    assert kept.closed_on == west.on
    assert kept.state is AskState.done
    assert len(store.all(Ask)) == 1


def test_after_it_hurt_what_was_said_before_can_still_be_changed():
    rosy = Outcome(how=Happened.it_hurt, next_guess=60, landed="It was warm.", again=Again.yes)
    store = MemoryStore(happened(outcome=rosy))

    asked = asked_more(store.get(Ask, TODAY_WAS_A_LOT))
    kept = add_more(
        store=store, ask_id=TODAY_WAS_A_LOT, expected_revision=1, next_guess=None, landed=" "
    )

    more = (More.worst, More.coped, More.closeness)
    assert set(asked) == {*more, More.again, More.landed, More.next_guess}
    assert kept.outcome == Outcome(how=Happened.it_hurt, again=Again.yes)


def test_too_much_of_what_it_was_like_is_refused_whole():
    store = MemoryStore(happened(Happened.it_hurt))

    with pytest.raises(TooLong):
        add_more(
            store=store,
            ask_id=TODAY_WAS_A_LOT,
            expected_revision=1,
            landed="w" * (LINE_LIMIT + 1),
        )
    assert store.get(Ask, TODAY_WAS_A_LOT).revision == 1


# The day on which it happened


def test_what_already_happened_is_kept_on_the_day_that_was_said():
    kept = unplanned(MemoryStore(), on=NOON.on - timedelta(days=30))

    assert kept.closed_on == NOON.on - timedelta(days=30)
    assert kept.closed is not None
    assert kept.closed.at < kept.drafted.at


def test_without_a_day_it_was_today():
    kept = unplanned(MemoryStore())

    assert (kept.closed, kept.closed_on) == (kept.drafted, kept.drafted.on)


def test_a_day_that_has_not_come_is_refused():
    store = MemoryStore()

    with pytest.raises(NotYetLived):
        unplanned(store, on=date(2099, 1, 1))
    assert store.all(Ask) == []


def test_a_day_that_was_said_stays_when_an_answer_came_after_all():
    store = MemoryStore()
    said = unplanned(store, how=Happened.no_answer, on=NOON.on - timedelta(days=30))

    kept = record_outcome(
        store=store, when=NEXT_DAY, ask_id=said.id, how=Happened.partly, expected_revision=1
    )

    assert kept.closed_on == said.closed_on


def test_what_was_never_feared_did_not_come_either():
    store = MemoryStore(happened(Happened.it_hurt, prediction=None, locked=None))

    with pytest.raises(NoGuess):
        add_more(
            store=store,
            ask_id=TODAY_WAS_A_LOT,
            expected_revision=1,
            feared_happened=FearedHappened.no,
        )
    assert store.get(Ask, TODAY_WAS_A_LOT).revision == 1
