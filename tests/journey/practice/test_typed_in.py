"""A sheet of paper, typed in: its guesses count like locked ones, and say where they are from."""

from __future__ import annotations

from datetime import timedelta

import pytest

from beside.around.circle.actions import answer_safety
from beside.around.circle.model import Answer, Fear, Job, Person, Safety
from beside.around.circle.rules import safety_of
from beside.journey.pattern.rules import NotYetLived, TooLongAgo
from beside.journey.practice import wording
from beside.journey.practice.actions import (
    ForOneOnly,
    WordsNeeded,
    let_go,
    pick_up_again,
)
from beside.journey.practice.afterwards import record_outcome
from beside.journey.practice.calibration import calibration
from beside.journey.practice.comparison import side_by_side
from beside.journey.practice.evidence import evidence, first_guess
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    DoesNotAddUp,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
    OutOfRange,
    Prediction,
)
from beside.journey.practice.putting_forward import next_due, rests
from beside.journey.practice.rules import NoGuess, NotDone
from beside.journey.practice.typed_in import (
    NothingOnIt,
    SheetRow,
    guessed_on_paper,
    is_guessed_on_paper,
    paper_guess,
    take_back_row,
    type_in_row,
    typed_last,
)
from beside.kernel.ids import new_id
from beside.kernel.store import Conflict, MemoryStore, NotKept
from tests.support.cast import (
    LATER,
    NEXT_DAY,
    NOON,
    REX,
    SAM,
    TODAY_WAS_A_LOT,
    TUESDAY,
    asked_sam,
    happened,
    ines,
    jo,
    rex,
    sam,
    when,
)
from tests.support.tests_done import several

A_WEEK_AGO = TUESDAY - timedelta(days=7)
GUESS = paper_guess(well=3, feared=Feared.they_sigh, likely=6, trouble=5)
WELL = Outcome(how=Happened.took_it_well, feared_happened=FearedHappened.no, next_guess=70)


def a_row(**changes: object) -> SheetRow:
    whole = SheetRow(
        what=AskKind.favour,
        words="Could you bring milk?",
        name="Sa",
        prediction=GUESS,
        outcome=WELL,
        channel=Channel.message,
    )
    return whole._replace(**changes)


def typed(store: MemoryStore, row: SheetRow, *, at=NOON, **same):
    ids = {"id": new_id(), "person_id": new_id()} | same
    return type_in_row(store=store, when=at, row=row, **ids)


# What a row becomes


def test_a_whole_row_is_done_from_the_first_with_its_guess():
    ask = typed(MemoryStore(), a_row()).ask

    assert (ask.state, ask.prediction, ask.outcome) == (AskState.done, GUESS, WELL)
    assert (ask.on_paper, ask.channel, ask.sent) == (True, Channel.message, NOON)


def test_nobody_here_saw_when_its_guess_was_locked():
    assert typed(MemoryStore(), a_row()).ask.locked is None


def test_without_a_day_it_is_over_on_the_day_it_is_typed_in():
    ask = typed(MemoryStore(), a_row()).ask

    assert (ask.closed_on, ask.closed.on) == (TUESDAY, TUESDAY)


def test_it_lies_on_the_day_that_was_said():
    ask = typed(MemoryStore(), a_row(on=A_WEEK_AGO)).ask

    assert (ask.closed_on, ask.closed.on, ask.day) == (A_WEEK_AGO, A_WEEK_AGO, A_WEEK_AGO)
    assert ask.drafted == NOON


@pytest.mark.parametrize(
    ("on", "refusal"),
    [(NEXT_DAY.on, NotYetLived), (TUESDAY.replace(year=1899), TooLongAgo)],
)
def test_a_day_that_cannot_be_is_refused(on, refusal):
    store = MemoryStore()

    with pytest.raises(refusal):
        typed(store, a_row(on=on))

    assert list(store.every()) == []


def test_a_guess_alone_waits_like_any_locked_one():
    store = MemoryStore(sam())

    ask = typed(store, a_row(name="Sam", outcome=None)).ask

    assert (ask.state, ask.locked, ask.day) == (AskState.locked, NOON, None)
    assert next_due([ask], TUESDAY, put_forward=[SAM]) is None
    assert next_due([ask], NEXT_DAY.on, put_forward=[SAM]) == ask


def test_what_waited_can_be_let_go_picked_up_and_be_over():
    store = MemoryStore()
    ask = typed(store, a_row(outcome=None)).ask
    then = {"store": store, "ask_id": ask.id}

    let_go(when=LATER, expected_revision=1, **then)
    pick_up_again(expected_revision=2, **then)
    done = record_outcome(when=NEXT_DAY, how=Happened.partly, expected_revision=3, **then)

    assert (done.state, done.on_paper, done.locked) == (AskState.done, True, NOON)
    assert done.prediction == GUESS


def test_what_happened_without_a_guess_already_happened():
    ask = typed(MemoryStore(), a_row(prediction=None, outcome=Outcome(how=Happened.no))).ask

    assert (ask.state, ask.prediction) == (AskState.done, None)
    assert not is_guessed_on_paper(ask)
    assert side_by_side(ask).caution == wording.NO_GUESS_ON_PAPER


def test_a_guess_may_have_gaps():
    ask = typed(MemoryStore(), a_row(prediction=paper_guess(well=4))).ask

    assert ask.prediction == Prediction(well=40)
    well, feared, trouble, _ = side_by_side(ask).rows
    assert (well.guess, feared.guess, trouble.guess) == (4, None, None)
    assert feared.guess_said == trouble.guess_said == wording.NOT_SAID


def test_a_guess_with_gaps_is_for_paper_alone():
    with pytest.raises(DoesNotAddUp):
        asked_sam(prediction=Prediction(well=40))
    with pytest.raises(DoesNotAddUp):
        happened(locked=None)

    assert happened(locked=None, on_paper=True).prediction.is_whole


def test_own_words_for_what_is_feared_are_enough():
    guess = paper_guess(well=3, feared_words=" She goes\nquiet. ")

    assert (guess.feared, guess.feared_words) == (Feared.other, "She goes quiet.")
    assert paper_guess(well=3, feared_words=" \u200b ").feared is None


def test_what_is_feared_carries_its_line():
    assert GUESS.belief is Belief.depending_hurts
    assert paper_guess(well=3).belief is None


def test_a_number_off_the_scale_is_refused():
    with pytest.raises(OutOfRange):
        paper_guess(well=11)
    with pytest.raises(OutOfRange):
        paper_guess(well=3, trouble=11)


# What is refused


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (a_row(prediction=None, outcome=None), NothingOnIt),
        (a_row(outcome=None, on=TUESDAY), NotDone),
        (a_row(prediction=None), NoGuess),
        (a_row(words=" \u200b"), WordsNeeded),
        (a_row(job=Job.library), ForOneOnly),
    ],
)
def test_a_row_that_says_too_little_or_too_much_is_refused(row, refusal):
    store = MemoryStore()

    with pytest.raises(refusal):
        typed(store, row)

    assert list(store.every()) == []


# Never twice


def test_the_same_form_twice_is_one_row_and_one_person():
    store, ids = MemoryStore(), {"id": new_id()}

    first = typed(store, a_row(on=A_WEEK_AGO), **ids)
    second = typed(store, a_row(on=A_WEEK_AGO), at=LATER, **ids)

    assert second == first
    assert first.newcomer is not None
    assert (len(store.all(Ask)), len(store.all(Person))) == (1, 1)


def test_the_same_form_without_a_day_is_one_row_past_midnight():
    store, ids = MemoryStore(), {"id": new_id()}
    first = typed(store, a_row(), **ids)

    assert typed(store, a_row(), at=NEXT_DAY, **ids) == first


@pytest.mark.parametrize("change", [{"words": "Tea?"}, {"on": A_WEEK_AGO}, {"name": "Mo"}])
def test_another_row_under_the_same_id_is_shown_beside_the_first(change):
    store, ids = MemoryStore(), {"id": new_id()}
    first = typed(store, a_row(), **ids)

    with pytest.raises(Conflict):
        typed(store, a_row(**change), **ids)

    assert store.all(Ask) == [first.ask]
    assert [person.name for person in store.all(Person)] == ["Sa"]


# Whom it was with


def test_somebody_new_rests_until_the_two_questions_are_answered():
    store = MemoryStore()

    kept = typed(store, a_row())

    (person,) = store.all(Person)
    assert kept.newcomer == person
    assert kept.ask.person_id == person.id
    assert (person.name, safety_of(person)) == ("Sa", Safety.resting)


def test_the_same_name_is_the_same_person():
    store = MemoryStore(sam(), ines())

    kept = typed(store, a_row(name=" INES "))

    assert kept.newcomer is None
    assert kept.ask.person_id == ines().id
    assert len(store.all(Person)) == 2


def test_of_two_with_one_name_the_one_to_be_careful_with_is_meant():
    store = MemoryStore(sam(), rex(name="Sam"))

    assert typed(store, a_row(name="Sam")).ask.person_id == REX


def test_ten_rows_with_one_name_are_one_person():
    store = MemoryStore()

    rows = [typed(store, a_row(), at=when(TUESDAY, hour)) for hour in range(10)]

    assert [bool(row.newcomer) for row in rows] == [True] + [False] * 9
    assert len(store.all(Person)) == 1


def test_a_row_may_be_with_nobody_by_name_or_with_whose_job_it_is():
    store = MemoryStore()

    assert typed(store, a_row(name=" ")).ask.person_id is None
    assert typed(store, a_row(name="", job=Job.library)).ask.job is Job.library
    assert store.all(Person) == []


@pytest.mark.parametrize("careful", [rex(name="Sa"), jo(name="Sa")])
def test_what_was_with_somebody_to_be_careful_with_is_kept_and_never_brought_up(careful):
    store = MemoryStore(careful)

    over, waits = typed(store, a_row()).ask, typed(store, a_row(outcome=None)).ask

    assert {over.person_id, waits.person_id} == {careful.id}
    assert next_due([waits], NEXT_DAY.on, put_forward=[]) is None


# Taken back


def test_a_row_is_taken_back_and_whoever_came_in_with_it():
    store = MemoryStore(sam())
    ask = typed(store, a_row()).ask

    take_back_row(store=store, ask_id=ask.id)
    take_back_row(store=store, ask_id=ask.id)

    assert list(store.every()) == [store.get(Person, SAM)]


def test_what_is_no_row_of_a_sheet_is_not_taken_back():
    store = MemoryStore(sam(), asked_sam())

    with pytest.raises(NotKept):
        take_back_row(store=store, ask_id=TODAY_WAS_A_LOT)

    assert store.all(Ask) == [asked_sam(revision=1)]


def test_somebody_who_was_answered_for_stays():
    store = MemoryStore()
    kept = typed(store, a_row())
    flagged = answer_safety(
        store=store,
        when=LATER,
        person_id=kept.newcomer.id,
        hurt=Answer.yes,
        afraid=Fear.no,
        expected_revision=1,
    )

    take_back_row(store=store, ask_id=kept.ask.id)

    assert list(store.every()) == [flagged]


def test_somebody_who_is_in_another_row_stays():
    store = MemoryStore()
    first, second = typed(store, a_row()).ask, typed(store, a_row()).ask

    take_back_row(store=store, ask_id=first.id)

    assert store.all(Ask) == [second]
    assert len(store.all(Person)) == 1


def test_somebody_who_was_here_before_stays():
    store = MemoryStore(sam())

    take_back_row(store=store, ask_id=typed(store, a_row(name="Sam")).ask.id)

    assert list(store.every()) == [store.get(Person, SAM)]


# What it counts for


def ten_rows() -> list[Ask]:
    store = MemoryStore()
    for number in range(10):
        how = Happened.no if number < 2 else Happened.took_it_well
        outcome = Outcome(how=how, feared_happened=FearedHappened.no)
        typed(store, a_row(outcome=outcome, on=TUESDAY - timedelta(days=number)))
    return store.all(Ask)


def test_a_guess_on_paper_counts_like_one_that_was_locked_here():
    typed_in = calibration(ten_rows())
    here = calibration([*several(no=2, guess=30), *several(8, guess=30)])

    assert typed_in == here
    assert evidence(ten_rows()).unplanned == 0


def test_what_is_missing_on_paper_is_in_no_count_of_it():
    store = MemoryStore()
    typed(store, a_row(prediction=paper_guess(well=3)))

    found = evidence(store.all(Ask))

    assert found.came.stayed_away == 1
    assert found.feared == ()


def test_the_first_guess_may_be_one_on_paper():
    store = MemoryStore()
    typed(store, a_row(prediction=paper_guess(well=8), on=A_WEEK_AGO))

    assert first_guess([asked_sam(), *store.all(Ask)]) == 0.8
    assert first_guess([asked_sam()]) == 0.3


def test_an_old_no_that_is_typed_in_does_not_silence_today():
    store = MemoryStore()
    said_no = a_row(outcome=Outcome(how=Happened.no))

    typed(store, said_no._replace(on=A_WEEK_AGO))
    assert not rests(store.all(Ask), NOON.at)

    typed(store, said_no)
    assert rests(store.all(Ask), NOON.at)


def test_those_on_paper_can_be_told_from_the_others():
    store = MemoryStore(asked_sam())
    first = typed(store, a_row(on=A_WEEK_AGO)).ask
    no_guess = a_row(prediction=None, outcome=Outcome(how=Happened.no))
    last = typed(store, no_guess, at=LATER).ask

    assert guessed_on_paper(store.all(Ask)) == 1
    assert typed_last(store.all(Ask)) == [last, first]
    assert TODAY_WAS_A_LOT not in {ask.id for ask in typed_last(store.all(Ask))}
