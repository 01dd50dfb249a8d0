"""A guess is locked before, held against what happened after, and touched by nobody between."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from beside.around.circle.actions import remove_person
from beside.around.circle.model import Answer, Fear, Job, Person
from beside.journey.practice.actions import (
    AlreadyPast,
    ForOneOnly,
    WordsNeeded,
    ask_somebody_new,
    change_draft,
    draft_ask,
    let_go,
    lock_prediction,
    pick_up_again,
    put_off,
    remove_ask,
)
from beside.journey.practice.afterwards import (
    guess_again,
    let_it_land,
    note_already_happened,
    record_outcome,
    say_whether_feared,
)
from beside.journey.practice.model import (
    EXACT_LIMIT,
    LINE_LIMIT,
    WORDS_LIMIT,
    Ask,
    AskKind,
    AskState,
    Belief,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
    Outcome,
    OutOfRange,
    Prediction,
)
from beside.journey.practice.putting_forward import rests
from beside.journey.practice.rules import (
    After,
    AlreadyDone,
    AlreadyLocked,
    NoGuess,
    NotDone,
    NotLocked,
    TakenBack,
    belief_of,
    comes_after,
    due,
    found,
    newest_first,
    not_answered,
    opening,
    short_guess,
)
from beside.journey.practice.setting_up import (
    SMALLER_FOR_DAYS,
    AskAgainFirst,
    Ceiling,
    HardToday,
    NobodyThere,
    NotSafeToAsk,
    TooHard,
    ceiling,
    hurt_last,
    is_left_out_of,
    smaller_next,
)
from beside.kernel.days import days_after
from beside.kernel.store import Conflict, MemoryStore
from beside.kernel.words import TooLong
from tests.support.cast import (
    INES,
    JO,
    LATER,
    NEXT_DAY,
    NOBODY,
    NOON,
    REX,
    SAM,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    TUESDAY,
    asked_sam,
    drafted,
    happened,
    hopeful,
    hopeless,
    ines,
    jo,
    put_away,
    rex,
    sam,
    when,
)


def with_people(*records):
    return MemoryStore(sam(), ines(), jo(), rex(), *records)


def draft(store, **changes):
    said = {"id": TODAY_WAS_A_LOT, "what": AskKind.let_it_be_seen, "words": THE_WORDS}
    return draft_ask(store=store, when=NOON, **(said | {"person_id": SAM} | changes))


def lock(store, prediction=None, *, revision=1, at=NOON, **changes):
    return lock_prediction(
        store=store,
        when=at,
        ask_id=TODAY_WAS_A_LOT,
        prediction=prediction or hopeful(),
        expected_revision=revision,
        **changes,
    )


DAYS_LATER = when(days_after(NEXT_DAY.on, 9))


def record(store, how=Happened.took_it_well, *, revision=1, at=NEXT_DAY):
    return record_outcome(
        store=store, when=at, ask_id=TODAY_WAS_A_LOT, how=how, expected_revision=revision
    )


def with_id(**changes):
    return {"ask_id": TODAY_WAS_A_LOT, "expected_revision": 1} | changes


# Before


def test_a_draft_is_open_and_has_no_day():
    store = with_people()

    kept = draft(store)

    assert store.undated(Ask) == [kept]
    assert kept.is_open


def test_the_same_draft_sent_twice_is_one():
    store = with_people()

    assert draft(store) == draft(store)
    assert len(store.all(Ask)) == 1


def test_a_draft_sent_again_after_its_guess_was_locked_changes_nothing():
    store = with_people(asked_sam())

    assert draft(store).state is AskState.locked


def test_a_small_test_may_be_for_nobody_by_name():
    store = MemoryStore()
    draft(store, person_id=None, what=AskKind.accept)

    assert lock(store).state is AskState.locked


@pytest.mark.parametrize("words", ["", " \r\n ", "\u200b"])
def test_a_small_test_needs_words(words):
    with pytest.raises(WordsNeeded):
        draft(with_people(), words=words)


def test_words_above_the_limit_are_refused_and_not_cut():
    with pytest.raises(TooLong):
        draft(with_people(), words="w" * (WORDS_LIMIT + 1))


@pytest.mark.parametrize(
    ("person_id", "refusal"),
    [(REX, NotSafeToAsk), (JO, AskAgainFirst), (NOBODY, NobodyThere)],
)
def test_nothing_is_set_up_with_somebody_who_may_not_be_safe(person_id, refusal):
    store = with_people(drafted(person_id=person_id))

    with pytest.raises(refusal):
        draft(with_people(), person_id=person_id)
    with pytest.raises(refusal):
        lock(store)

    assert store.get(Ask, TODAY_WAS_A_LOT).state is AskState.drafted


def test_a_draft_changes_until_the_guess_is_locked():
    store = with_people(drafted())

    changed = change_draft(
        store=store, what=AskKind.mend, words="I snapped.", person_id=INES, **with_id()
    )

    assert (changed.words, changed.person_id) == ("I snapped.", INES)


def test_what_a_locked_guess_was_about_is_never_edited():
    store = with_people(asked_sam())

    with pytest.raises(AlreadyLocked):
        change_draft(store=store, what=AskKind.mend, words="else", person_id=SAM, **with_id())


def for_somebody_new(store, *, hurt, revision=1):
    return ask_somebody_new(
        store=store,
        when=NOON,
        ask_id=TODAY_WAS_A_LOT,
        person_id=SAM,
        name="Sam",
        hurt=hurt,
        afraid=Fear.no,
        expected_revision=revision,
    )


def test_a_draft_can_be_for_somebody_new_and_the_same_form_adds_them_once():
    store = MemoryStore(drafted(person_id=None))

    once = for_somebody_new(store, hurt=Answer.no)
    twice = for_somebody_new(store, hurt=Answer.no)

    assert once == twice
    assert once.person_id == SAM
    assert [person.name for person in store.all(Person)] == ["Sam"]


@pytest.mark.parametrize(
    ("hurt", "refusal"), [(Answer.yes, NotSafeToAsk), (Answer.not_sure, AskAgainFirst)]
)
def test_somebody_new_who_may_not_be_safe_is_kept_and_the_draft_stays_without_them(hurt, refusal):
    store = MemoryStore(drafted(person_id=None))

    with pytest.raises(refusal):
        for_somebody_new(store, hurt=hurt)

    assert store.get(Person, SAM).hurt is hurt
    assert store.get(Ask, TODAY_WAS_A_LOT).person_id is None


def with_a_job(store, **changes):
    return draft(store, person_id=None, job=Job.library, **changes)


def test_a_small_test_may_be_for_somebody_whose_job_it_is():
    store = MemoryStore()

    kept = with_a_job(store)

    assert (kept.job, kept.person_id) == (Job.library, None)
    assert with_a_job(store) == kept
    assert lock(store).job is Job.library


def test_a_draft_for_another_job_under_the_same_id_is_another():
    store = MemoryStore()
    with_a_job(store)

    with pytest.raises(Conflict):
        draft(store, person_id=None, job=Job.union)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"job": Job.union, "person_id": None}, {"person_id": SAM}),
        ({"person_id": SAM}, {"job": Job.union, "person_id": None}),
        ({"person_id": SAM}, {"person_id": None}),
    ],
)
def test_whoever_is_chosen_takes_the_place_of_who_it_was_for(before, now):
    store = with_people(drafted(**before))

    changed = change_draft(
        store=store, what=AskKind.favour, words="A smaller thing.", **now, **with_id()
    )

    assert (changed.person_id, changed.job) == (now["person_id"], now.get("job"))


def test_a_small_test_is_never_for_two():
    store = with_people(drafted())
    both = {"person_id": SAM, "job": Job.union}

    with pytest.raises(ForOneOnly):
        draft(MemoryStore(), **both)
    with pytest.raises(ForOneOnly):
        change_draft(store=store, what=AskKind.mend, words="w", **both, **with_id())

    assert store.get(Ask, TODAY_WAS_A_LOT).job is None


def test_a_job_never_comes_into_a_locked_guess():
    store = with_people(asked_sam())

    with pytest.raises(AlreadyLocked):
        change_draft(
            store=store,
            what=AskKind.let_it_be_seen,
            words=THE_WORDS,
            person_id=None,
            job=Job.union,
            **with_id(),
        )


# The guess


def test_the_short_guess_is_kept_in_percent():
    guess = hopeful()

    assert (guess.well, guess.feared_likely, guess.trouble, guess.suds) == (30, 60, 5, 30)


@pytest.mark.parametrize(
    ("feared", "belief"),
    [
        (Feared.they_let_me_down, Belief.rely_on_myself),
        (Feared.id_have_to_redo_it, Belief.rely_on_myself),
        (Feared.gets_used_against_me, Belief.depending_hurts),
        (Feared.id_owe_them, Belief.depending_hurts),
        (Feared.they_sigh, Belief.depending_hurts),
        (Feared.they_think_less_of_me, Belief.vulnerability_is_danger),
        (Feared.they_see_me_like_this, Belief.vulnerability_is_danger),
        (Feared.other, None),
    ],
)
def test_the_feared_thing_carries_its_line(feared, belief):
    assert belief_of(feared) is belief


def test_the_person_may_pick_another_line():
    guess = short_guess(
        well=3,
        feared=Feared.they_sigh,
        likely=6,
        trouble=5,
        hard=HowHard.easy,
        belief=Belief.rely_on_myself,
    )

    assert guess.belief is Belief.rely_on_myself


@pytest.mark.parametrize("numbers", [{"well": 11}, {"well": -1}, {"likely": 11}, {"trouble": 11}])
def test_a_guess_outside_its_scale_is_refused(numbers):
    answers = {"well": 3, "likely": 6, "trouble": 5} | numbers

    with pytest.raises(OutOfRange):
        short_guess(feared=Feared.they_sigh, hard=HowHard.easy, **answers)


def test_locking_keeps_the_guess_and_when(noon):
    store = with_people(drafted())

    locked = lock(store, at=noon)

    assert (locked.state, locked.prediction, locked.locked) == (AskState.locked, hopeful(), noon)


def test_the_same_guess_sent_twice_is_locked_once():
    store = with_people(drafted())

    assert lock(store, at=NOON) == lock(store, at=LATER)


def test_a_locked_prediction_is_never_edited(noon):
    store = with_people(asked_sam(locked_at=noon))

    with pytest.raises(AlreadyLocked):
        lock(store, hopeless(), at=noon)

    assert store.get(Ask, TODAY_WAS_A_LOT).prediction == hopeful()


def test_words_changed_beside_the_guess_are_locked_with_it():
    store = with_people(drafted())

    locked = lock(store, words="Today was long.")

    assert (locked.words, locked.state) == ("Today was long.", AskState.locked)


def test_other_words_for_a_locked_guess_are_refused():
    store = with_people(asked_sam())

    with pytest.raises(AlreadyLocked):
        lock(store, words="Something else.")


def test_two_tabs_with_two_guesses_lock_the_first():
    store = with_people(drafted())
    lock(store, hopeful(), revision=1)

    with pytest.raises(AlreadyLocked):
        lock(store, hopeless(), revision=1)

    assert store.get(Ask, TODAY_WAS_A_LOT).prediction == hopeful()


def test_a_guess_after_the_outcome_is_refused():
    store = with_people(happened())

    with pytest.raises(AlreadyDone):
        lock(store, hopeless())


@pytest.mark.parametrize(
    ("suds", "answer"),
    [
        (0, Ceiling.fine),
        (69, Ceiling.fine),
        (70, Ceiling.offer_smaller),
        (79, Ceiling.offer_smaller),
        (80, Ceiling.not_set_up),
        (100, Ceiling.not_set_up),
    ],
)
def test_the_ceiling_offers_a_smaller_one_and_then_sets_nothing_up(suds, answer):
    assert ceiling(suds) is answer


def test_a_very_hard_one_is_locked_only_after_a_smaller_one_was_offered():
    store = with_people(drafted())

    with pytest.raises(HardToday):
        lock(store, hopeless(HowHard.very))

    assert lock(store, hopeless(HowHard.very), although_hard=True).state is AskState.locked


def test_one_that_is_too_much_is_not_set_up_and_the_draft_is_kept():
    store = with_people(drafted())

    with pytest.raises(TooHard):
        lock(store, hopeless(HowHard.too_much), although_hard=True)

    assert store.get(Ask, TODAY_WAS_A_LOT).words == THE_WORDS
    assert store.get(Ask, TODAY_WAS_A_LOT).state is AskState.drafted


def more(**changes):
    """Return a guess with all that *Add more* asks for."""
    said = {
        "observable": "She sighs and says no.",
        "by_when": TUESDAY,
        "how_bad": 70,
        "how_id_cope": 40,
        "partly_right": "She says yes, and sighs.",
        "line_now": 80,
        "suds": 60,
    }
    return hopeful().but(**(said | changes))


def test_everything_else_about_a_guess_is_locked_with_it():
    store = with_people(drafted())

    locked = lock(store, more())

    assert locked.prediction == more()
    assert lock(store, more(), at=LATER) == locked
    with pytest.raises(AlreadyLocked):
        lock(store, more(observable="Something else."))


def test_a_day_that_is_over_when_the_guess_is_locked_is_refused():
    store = with_people(drafted())

    with pytest.raises(AlreadyPast):
        lock(store, more(by_when=TUESDAY - timedelta(days=1)))

    assert store.get(Ask, TODAY_WAS_A_LOT).state is AskState.drafted
    assert lock(store, more(by_when=TUESDAY)).state is AskState.locked


def test_the_same_guess_sent_again_after_its_day_was_over_is_still_the_same():
    store = with_people(drafted())
    locked = lock(store, more())

    assert lock(store, more(), at=NEXT_DAY) == locked


@pytest.mark.parametrize("part", ["observable", "partly_right"])
def test_a_long_text_beside_the_guess_is_refused_and_not_cut(part):
    with pytest.raises(TooLong):
        lock(with_people(drafted()), more(**{part: "w" * (EXACT_LIMIT + 1)}))


def test_the_ceiling_goes_by_the_number_where_there_is_one():
    with pytest.raises(HardToday):
        lock(with_people(drafted()), more(suds=70))
    with pytest.raises(TooHard):
        lock(with_people(drafted()), more(suds=80), although_hard=True)


EARLIER = uuid4()


def with_a_line(store, **changes):
    outcome = Outcome(how=Happened.took_it_well, landed="It was quiet.")
    kept = store.put(happened(id=EARLIER, outcome=outcome).but(**changes), expected_revision=0)
    return kept.id


def test_the_line_that_stood_above_a_guess_is_marked_with_the_lock():
    store = with_people(drafted())
    line = with_a_line(store)

    lock(store, line_shown=line)
    lock(store, line_shown=line)

    earlier = store.get(Ask, line)
    assert earlier.line_back is not None
    assert earlier.line_back.before_next
    assert earlier.revision == 2


def test_a_guess_that_is_refused_marks_no_line():
    store = with_people(drafted())
    line = with_a_line(store)

    with pytest.raises(HardToday):
        lock(store, more(suds=70), line_shown=line)
    with pytest.raises(Conflict):
        lock(store, revision=7, line_shown=line)

    assert store.get(Ask, line).line_back is None


def test_a_line_that_was_deleted_meanwhile_holds_no_lock_back():
    store = with_people(drafted())

    assert lock(store, line_shown=uuid4()).state is AskState.locked


# Afterwards, for a while


def over(how, *, days_ago, **changes):
    closed = when(TUESDAY - timedelta(days=days_ago))
    return happened(how, id=uuid4(), closed=closed, closed_on=closed.on, **changes)


@pytest.mark.parametrize("how", Happened)
def test_a_smaller_one_comes_next_after_a_no_and_after_it_hurt(how):
    asks = [over(how, days_ago=1), over(Happened.took_it_well, days_ago=2), drafted()]

    assert smaller_next(asks, TUESDAY) is (how in (Happened.no, Happened.it_hurt))


def test_a_smaller_one_comes_next_for_fourteen_days():
    days = [n for n in range(30) if smaller_next([over(Happened.no, days_ago=n)], TUESDAY)]

    assert days == list(range(SMALLER_FOR_DAYS))


def test_what_came_after_a_no_ends_it_and_what_was_let_go_does_not():
    no = over(Happened.no, days_ago=5)

    assert not smaller_next([no, over(Happened.partly, days_ago=1)], TUESDAY)
    assert smaller_next([no, put_away()], TUESDAY)
    assert not smaller_next([], TUESDAY)


def test_only_a_handover_leaves_somebody_in_my_care_out():
    left_out = [kind for kind in AskKind if is_left_out_of(kind, sam(in_my_care=True))]

    assert left_out == [AskKind.delegate]
    assert not is_left_out_of(AskKind.delegate, sam())


# Waiting


def test_nothing_is_due_on_the_day_it_was_locked():
    assert not due(asked_sam(), TUESDAY)
    assert due(asked_sam(), NEXT_DAY.on)


def test_a_draft_and_a_closed_one_are_never_due():
    later = TUESDAY + timedelta(days=900)

    assert not due(drafted(), later)
    assert not due(happened(), later)


def test_not_yet_keeps_it_out_of_sight_until_the_day():
    store = with_people(asked_sam())

    kept = put_off(store=store, when=NEXT_DAY, **with_id())

    assert [n for n in range(10) if due(kept, TUESDAY + timedelta(days=n))] == [4, 5, 6, 7, 8, 9]


def test_not_yet_takes_a_day_of_ones_own():
    store = with_people(asked_sam())
    in_may = TUESDAY + timedelta(days=60)

    assert put_off(store=store, when=NOON, until=in_may, **with_id()).not_before == in_may


def test_waiting_for_a_day_that_is_over_is_refused():
    store = with_people(asked_sam())

    with pytest.raises(AlreadyPast):
        put_off(store=store, when=NOON, until=TUESDAY, **with_id())


# Letting go


@pytest.mark.parametrize("ask", [drafted(), asked_sam()])
def test_what_is_let_go_comes_back_to_where_it_was(ask):
    store = with_people(ask)

    away = let_go(store=store, when=NEXT_DAY, **with_id())
    again = pick_up_again(store=store, **with_id(expected_revision=2))

    assert (away.state, away.day) == (AskState.let_go, NEXT_DAY.on)
    assert again.but(revision=ask.revision, answered_on=()) == ask


def test_letting_go_twice_is_once():
    store = with_people(asked_sam())

    once = let_go(store=store, when=NOON, **with_id())
    twice = let_go(store=store, when=NEXT_DAY, **with_id())

    assert twice == once


def test_an_outcome_for_one_that_was_let_go_is_refused():
    store = with_people(put_away())

    with pytest.raises(TakenBack):
        record(store)


def test_what_is_done_is_not_let_go():
    store = with_people(happened())

    with pytest.raises(AlreadyDone):
        let_go(store=store, when=NOON, **with_id())


# After


def test_an_outcome_closes_it_on_its_day():
    store = with_people(asked_sam())

    done = record(store, Happened.partly)

    assert (done.state, done.day) == (AskState.done, NEXT_DAY.on)
    assert store.undated(Ask) == []


def test_an_outcome_without_a_locked_guess_is_refused():
    with pytest.raises(NotLocked):
        record(with_people(drafted()))


def test_the_same_outcome_posted_twice_is_one():
    store = with_people(asked_sam())

    once = record(store, revision=1)
    twice = record(store, revision=1, at=LATER)

    assert twice == once


def test_an_outcome_can_be_corrected_and_keeps_what_was_said_about_it():
    store = with_people(asked_sam())
    record(store)
    let_it_land(store=store, line="Quiet.", **with_id(expected_revision=2))

    corrected = record(store, Happened.no, revision=3)

    assert (corrected.outcome.how, corrected.outcome.landed) == (Happened.no, "Quiet.")
    assert corrected.closed_on == NEXT_DAY.on


def test_an_answer_that_came_after_all_is_of_the_day_it_came():
    store = with_people(asked_sam())
    record(store, Happened.no_answer)

    came = record(store, Happened.no, revision=2, at=DAYS_LATER)

    assert (came.closed, came.closed_on) == (DAYS_LATER, DAYS_LATER.on)
    assert rests([came], DAYS_LATER.at)


def test_no_answer_said_twice_keeps_its_day():
    store = with_people(asked_sam())
    once = record(store, Happened.no_answer)

    assert record(store, Happened.no_answer, revision=2, at=DAYS_LATER) == once


def test_an_answer_that_came_after_all_keeps_the_day_that_stands_on_a_sheet():
    store = with_people(happened(Happened.no_answer, on_paper=True))

    came = record(store, Happened.partly, revision=1, at=DAYS_LATER)

    assert came.closed_on == happened().closed_on


def test_two_tabs_with_two_outcomes_meet_in_a_conflict():
    store = with_people(asked_sam())
    record(store, Happened.took_it_well, revision=1)

    with pytest.raises(Conflict):
        record(store, Happened.no, revision=1)


def test_the_three_answers_after_it_are_kept_one_by_one():
    store = with_people(happened())

    say_whether_feared(store=store, answer=FearedHappened.a_bit, **with_id())
    guess_again(store=store, next_guess=50, **with_id(expected_revision=2))
    kept = let_it_land(
        store=store, line=" It was quiet.\r\nI slept. ", **with_id(expected_revision=3)
    )

    assert kept.outcome.feared_happened is FearedHappened.a_bit
    assert kept.outcome.next_guess == 50
    assert kept.outcome.landed == "It was quiet.\nI slept."
    assert kept.prediction == hopeful()


@pytest.mark.parametrize("ask", [drafted(), asked_sam()])
def test_nothing_is_said_about_what_has_not_happened(ask):
    with pytest.raises(NotDone):
        let_it_land(store=with_people(ask), line="early", **with_id())


def test_a_line_above_the_limit_is_refused():
    with pytest.raises(TooLong):
        let_it_land(store=with_people(happened()), line="l" * (LINE_LIMIT + 1), **with_id())


def test_a_next_guess_outside_its_scale_is_refused():
    with pytest.raises(OutOfRange):
        guess_again(store=with_people(happened()), next_guess=101, **with_id())


@pytest.mark.parametrize("how", [Happened.took_it_well, Happened.partly])
def test_when_it_went_well_there_is_time_to_let_it_land(how):
    assert comes_after(happened(how)) == (After.feared, After.next_guess, After.land)


@pytest.mark.parametrize("how", [Happened.no, Happened.no_answer])
def test_a_no_is_counted_like_a_yes_and_nothing_is_asked_about_it(how):
    assert comes_after(happened(how)) == (After.feared, After.next_guess)


def test_after_it_hurt_nothing_is_put_forward():
    assert comes_after(happened(Happened.it_hurt)) == ()


def test_a_skipped_question_is_known_as_not_answered():
    assert not_answered(happened())
    assert not_answered(asked_sam()) is False


# It already happened


def test_what_already_happened_is_done_from_the_first_without_a_guess():
    store = with_people()

    kept = note_already_happened(
        store=store,
        when=NOON,
        id=TODAY_WAS_A_LOT,
        what=AskKind.accept,
        words="She carried the bags.",
        how=Happened.took_it_well,
        person_id=REX,
    )

    assert (kept.state, kept.prediction, kept.day) == (AskState.done, None, TUESDAY)
    assert comes_after(kept) == (After.land,)


def test_what_had_no_guess_has_nothing_to_compare():
    store = with_people(happened(prediction=None, locked=None))

    with pytest.raises(NoGuess):
        say_whether_feared(store=store, answer=FearedHappened.no, **with_id())


# People and lists


def test_a_small_test_stays_when_its_person_is_taken_out():
    store = with_people(asked_sam())

    remove_person(store=store, person_id=SAM)

    assert record(store).person_id == SAM


def test_a_small_test_is_deleted_once_and_for_all():
    store = with_people(asked_sam())

    remove_ask(store=store, ask_id=TODAY_WAS_A_LOT)
    remove_ask(store=store, ask_id=TODAY_WAS_A_LOT)

    assert store.all(Ask) == []


def test_what_happened_last_stands_first():
    fresh = drafted(id=uuid4(), drafted=LATER)

    assert newest_first([fresh, happened(), asked_sam(id=uuid4())])[:2] == [happened(), fresh]


def test_search_reads_the_words_the_line_and_the_name():
    landed = happened(outcome=happened().outcome.but(landed="It was quiet."))

    assert found([landed], "lot QUIET sam", names={SAM: "Sam"}) == [landed]
    assert found([landed], "quiet ines", names={SAM: "Sam"}) == []


def test_search_reads_what_was_added_before_and_after():
    guess = hopeful().but(observable="She sighs.", partly_right="A nod.")
    outcome = happened().outcome.but(kept_line="They did not mind.", fluke="He was on holiday.")
    told = happened(prediction=guess, outcome=outcome)

    assert found([told], "sighs nod mind holiday") == [told]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (THE_WORDS, "Today was a lot."),
        ("Could you?  \nMore", "Could you?"),
        ("one\ntwo", "one"),
        ("a" * 80, "a" * 59 + "…"),
    ],
)
def test_a_small_test_is_known_by_its_first_sentence(words, first):
    assert opening(words) == first


def test_a_small_test_is_silent_when_printed():
    told = happened(outcome=happened().outcome.but(landed="marker"), words="marker")
    other = Prediction(
        well=0, feared=Feared.other, feared_words="marker", feared_likely=0, trouble=0, suds=0
    )

    assert "marker" not in repr(told) + repr(told.outcome) + repr(other) + str([other])


def test_a_refusal_names_an_id_and_no_word():
    with pytest.raises(AlreadyLocked) as refused:
        lock(with_people(asked_sam()), hopeless())

    assert str(refused.value) == str(TODAY_WAS_A_LOT)


# With whom it hurt, the last time


def with_them(how, *, days_ago, person_id=SAM):
    return over(how, days_ago=days_ago, person_id=person_id)


@pytest.mark.parametrize("how", list(Happened))
def test_it_hurt_the_last_time_where_the_newest_answer_was_a_hurt(how):
    asks = [with_them(how, days_ago=1), with_them(Happened.it_hurt, days_ago=2)]

    hurts = how in (Happened.it_hurt, Happened.no_answer)
    assert hurt_last(asks) == (frozenset({SAM}) if hurts else frozenset())
    assert hurt_last(reversed(asks)) == hurt_last(asks)


def test_a_hurt_is_of_one_person_and_of_nobody_else():
    asks = [
        with_them(Happened.it_hurt, days_ago=2),
        with_them(Happened.partly, days_ago=1, person_id=INES),
        with_them(Happened.it_hurt, days_ago=1, person_id=None),
        asked_sam(id=uuid4()),
    ]

    assert hurt_last(asks) == {SAM}
    assert hurt_last([]) == frozenset()
