"""What small tests come to is counted as it was, and nobody's silence or threat counts as kind."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given

from beside.around.circle.model import Job
from beside.journey.practice.evidence import (
    ENOUGH,
    Counts,
    evidence,
    first_guess,
    without,
)
from beside.journey.practice.model import AskState, Channel, Feared, FearedHappened, Happened
from tests.support.cast import INES, NOBODY, REX, SAM, asked_sam, put_away
from tests.support.tests_done import any_tests, several, went

FLAGGED = {REX}


def test_each_thing_that_happened_has_its_own_count():
    found = evidence(several(3, partly=2, no=1, hurt=1, silent=4))

    assert found.counts == Counts(well=3, partly=2, no=1, hurt=1, no_answer=4)


def test_no_answer_is_no_no():
    found = evidence(several(3, silent=6))

    assert found.counts.answered == 3
    assert found.counts.share == 1


def test_partly_is_a_half_and_what_hurt_is_none():
    assert evidence(several(partly=1, hurt=1)).counts.share == 0.25


def test_what_is_open_or_put_away_has_not_happened():
    found = evidence([asked_sam(), put_away(), went()])

    assert found.counts.answered == 1


def test_below_five_answers_there_are_counts_and_no_rate():
    assert evidence(several(4, silent=3)).rate is None
    assert evidence(several(5)).rate is not None


def test_what_already_happened_is_counted():
    found = evidence([*several(3), *several(2, guess=None)])

    assert found.counts.well == 5
    assert found.unplanned == 2


def test_an_unplanned_one_without_an_answer_is_in_no_count():
    assert evidence([went(Happened.no_answer, guess=None)]).unplanned == 0


def test_the_rate_begins_at_the_persons_own_first_guess():
    asks = [went(guess=10, day=3), went(guess=90, day=9), *several(3, guess=50)]

    low = evidence(asks).rate
    high = evidence([ask.but(prediction=ask.prediction.but(well=90)) for ask in asks]).rate

    assert first_guess(asks) == 0.1
    assert low.mean == pytest.approx((2 * 0.1 + 5) / 7)
    assert high.mean == pytest.approx((2 * 0.9 + 5) / 7)


def test_the_first_guess_is_the_one_that_was_locked_first_whatever_came_of_it():
    open_one = went(
        guess=70, day=0, state=AskState.locked, outcome=None, closed=None, closed_on=None
    )

    asks = [went(guess=20, day=5), open_one]

    assert first_guess(asks) == 0.7


def test_where_nothing_was_guessed_nothing_is_expected_either_way():
    assert evidence(several(5, guess=None)).rate.mean == pytest.approx((2 * 0.5 + 5) / 7)


@pytest.mark.parametrize("guess", [0, 100])
def test_a_guess_of_none_or_all_can_still_be_moved(guess):
    found = evidence([*several(3, guess=guess), *several(no=3, guess=guess)]).rate

    assert 0 < found.low < found.high < 1


# Those who are flagged


@given(any_tests())
def test_who_is_flagged_is_in_no_count(asks):
    found, others = evidence(asks, flagged=FLAGGED), evidence(without(asks, FLAGGED))

    assert found._replace(with_flagged=None) == others


@given(any_tests())
def test_with_and_without_stand_side_by_side_where_there_is_somebody(asks):
    found = evidence(asks, flagged=FLAGGED)

    if any(ask.person_id == REX for ask in asks):
        everyone = evidence(asks)
        assert found.with_flagged == (everyone.counts, everyone.came)
    else:
        assert found.with_flagged is None


def test_a_guess_about_somebody_flagged_is_not_the_first_guess():
    asks = [went(guess=0, whom=REX, day=0), *several(5, guess=60)]

    assert evidence(asks, flagged=FLAGGED).rate.mean == pytest.approx((2 * 0.6 + 5) / 7)


# What was feared


def test_the_feared_thing_came_so_often_of_so_many():
    asks = [
        *several(5, came=FearedHappened.no),
        *several(2, came=FearedHappened.yes),
        went(came=FearedHappened.a_bit),
        went(came=FearedHappened.cant_tell),
        *several(2),
    ]

    came = evidence(asks).came

    assert (came.came, came.a_bit, came.told) == (2, 1, 8)
    assert (came.cant_tell, came.unsaid) == (1, 2)


def test_without_a_guess_nothing_was_feared():
    assert evidence(several(3, guess=None)).feared == ()


def test_each_feared_thing_has_its_own_row():
    sighed = went(feared=Feared.they_sigh, came=FearedHappened.yes)
    owed = went(feared=Feared.id_owe_them, came=FearedHappened.no)

    rows = dict(evidence([owed, sighed]).feared)

    assert list(rows) == [Feared.they_sigh, Feared.id_owe_them]
    assert rows[Feared.they_sigh].came == 1
    assert rows[Feared.id_owe_them].stayed_away == 1


# Split up


@given(any_tests())
def test_the_parts_add_up_to_the_whole(asks):
    found = evidence(asks)

    for groups in (found.channels, found.people):
        assert sum(group.counts.well for group in groups) == found.counts.well
        assert sum(group.counts.answered for group in groups) == found.counts.answered


@given(any_tests())
def test_the_share_of_all_lies_between_those_of_the_parts(asks):
    found = evidence(asks)
    shares = [group.counts.share for group in found.people if group.counts.answered]

    if shares:
        assert min(shares) - 1e-9 <= found.counts.share <= max(shares) + 1e-9


@given(any_tests())
def test_a_persons_estimate_lies_between_their_share_and_that_of_all(asks):
    found = evidence(asks)

    for group in found.people:
        if group.rate:
            low, high = sorted((group.counts.share, min(max(found.counts.share, 0.05), 0.95)))
            assert low - 1e-9 <= group.rate.mean <= high + 1e-9


@given(any_tests())
def test_a_part_with_few_answers_has_counts_alone(asks):
    for group in (*evidence(asks).channels, *evidence(asks).people):
        assert (group.rate is None) == (group.counts.answered < ENOUGH)


def test_with_few_answers_a_person_leans_more_on_what_all_did():
    asks = [*several(no=5, whom=SAM), *several(no=40, whom=INES), *several(45, whom=None)]

    sam, ines = (
        next(group for group in evidence(asks).people if group.key.person_id == who)
        for who in (SAM, INES)
    )

    assert ines.rate.mean < sam.rate.mean < 0.5


def test_who_it_was_stands_with_the_most_answers_first():
    asks = [*several(1, whom=INES), *several(3, whom=SAM), went(whom=None, job=Job.library)]

    keys = [group.key for group in evidence(asks).people]

    assert keys[0].person_id == SAM
    assert (None, Job.library) in keys


def test_somebody_taken_out_stays_somebody():
    found = evidence([*several(2, whom=NOBODY), went(whom=SAM)])

    assert found.people[0].key.person_id == NOBODY


def test_ways_of_asking_stand_in_one_order_with_what_is_not_noted_last():
    ways = (None, Channel.email, Channel.face_to_face)

    for order in permutations(ways):
        found = evidence([went(by=way) for way in order])

        assert [one.key for one in found.channels] == [Channel.face_to_face, Channel.email, None]
