"""Guesses get slower, by the clock that the test holds."""

import threading

import pytest

from beside.keeping.accounts.throttle import CAP, FREE, LONGEST_WAIT, Throttle, Wait


def wrong(door, times, now=0.0):
    """Guess wrongly *times*, each as soon as it is allowed; return the time after the last."""
    for _ in range(times):
        now = max(now, door.last + door.wait())
        door.try_at(now)
    return now


def test_five_guesses_are_free():
    door = Throttle()

    wrong(door, FREE)

    assert door.last == 0.0


def test_the_sixth_waits_a_second_and_each_one_after_it_twice_as_long():
    door = Throttle()
    wrong(door, FREE)

    waits = []
    for _ in range(12):
        waits.append(door.wait())
        wrong(door, 1, door.last)

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, LONGEST_WAIT, LONGEST_WAIT]


def test_too_soon_is_told_how_long_is_left_and_is_not_counted():
    door = Throttle()
    wrong(door, FREE + 3)

    with pytest.raises(Wait) as told:
        door.try_at(door.last + 1)

    assert told.value.seconds == 7
    assert door.failures == FREE + 3
    door.try_at(door.last + 8)


def test_after_a_hundred_in_a_row_the_program_wants_to_be_started_again():
    door = Throttle()
    now = wrong(door, CAP)

    with pytest.raises(Wait) as told:
        door.try_at(now + 10**9)

    assert told.value.seconds is None


def test_the_right_words_make_the_door_forget():
    door = Throttle()
    now = wrong(door, 20)

    door.opened()

    door.try_at(now)


def test_guesses_at_the_same_instant_are_counted_one_by_one():
    door, refused = Throttle(), []

    def guess():
        try:
            door.try_at(1.0)
        except Wait:
            refused.append(1)

    threads = [threading.Thread(target=guess) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert door.failures == FREE
    assert len(refused) == 40 - FREE
