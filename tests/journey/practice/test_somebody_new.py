"""Somebody new is kept whatever they are; a test with them is set up where that is safe."""

from __future__ import annotations

import pytest

from beside.around.circle.actions import NameThere
from beside.around.circle.model import Answer, Fear, Job, Person
from beside.journey.practice.actions import ask_somebody_new, lock_prediction
from beside.journey.practice.model import Ask, AskState
from beside.journey.practice.rules import AlreadyLocked
from beside.journey.practice.setting_up import NotSafeToAsk
from beside.kernel.days import When
from beside.kernel.store import MemoryStore
from tests.support.cast import INES, SAM, TODAY_WAS_A_LOT, asked_sam, drafted, hopeful, sam


def ask_ines(store: MemoryStore, noon: When, *, hurt: Answer, revision: int = 1) -> Ask:
    return ask_somebody_new(
        store=store,
        when=noon,
        ask_id=TODAY_WAS_A_LOT,
        person_id=INES,
        name="Inés",
        hurt=hurt,
        afraid=Fear.no,
        expected_revision=revision,
    )


def test_a_draft_is_for_somebody_new_and_twice_is_once(noon: When) -> None:
    store = MemoryStore(drafted(person_id=None))

    first = ask_ines(store, noon, hurt=Answer.no)
    second = ask_ines(store, noon, hurt=Answer.no)

    assert first == second
    assert first.person_id == INES
    assert len(store.all(Person)) == 1


def test_somebody_unsafe_is_kept_and_not_asked(noon: When) -> None:
    store = MemoryStore(drafted(person_id=None))

    with pytest.raises(NotSafeToAsk):
        ask_ines(store, noon, hurt=Answer.yes)

    assert store.get(Person, INES).hurt is Answer.yes
    assert store.get(Ask, TODAY_WAS_A_LOT).person_id is None


def test_a_name_that_is_there_is_not_taken_twice_in_silence(noon: When) -> None:
    store = MemoryStore(sam(name="ines"), drafted(person_id=None))

    with pytest.raises(NameThere) as there:
        ask_ines(store, noon, hurt=Answer.no)

    assert there.value.person_id == SAM
    assert store.get(Ask, TODAY_WAS_A_LOT).person_id is None


def test_nobody_is_added_to_a_test_that_is_locked(noon: When) -> None:
    store = MemoryStore(sam(), asked_sam())

    with pytest.raises(AlreadyLocked):
        ask_ines(store, noon, hurt=Answer.no)

    assert [one.id for one in store.all(Person)] == [SAM]


def test_words_changed_beside_the_guess_are_locked_with_it(noon: When) -> None:
    store = MemoryStore(sam(), drafted())
    told = {"store": store, "when": noon, "ask_id": TODAY_WAS_A_LOT, "prediction": hopeful()}

    locked = lock_prediction(**told, words="A smaller thing.", expected_revision=1)

    assert (locked.state, locked.words) == (AskState.locked, "A smaller thing.")
    assert lock_prediction(**told, words="A smaller thing.", expected_revision=1) == locked
    with pytest.raises(AlreadyLocked):
        lock_prediction(**told, words="A larger thing.", expected_revision=2)


def test_somebody_new_takes_the_place_of_a_job(noon: When) -> None:
    store = MemoryStore(drafted(person_id=None, job=Job.library))

    ask = ask_ines(store, noon, hurt=Answer.no)

    assert (ask.person_id, ask.job) == (INES, None)


def test_a_job_stays_where_somebody_new_may_not_be_safe(noon: When) -> None:
    store = MemoryStore(drafted(person_id=None, job=Job.library))

    with pytest.raises(NotSafeToAsk):
        ask_ines(store, noon, hurt=Answer.yes)

    assert store.get(Ask, TODAY_WAS_A_LOT).job is Job.library
