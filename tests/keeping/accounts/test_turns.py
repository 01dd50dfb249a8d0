"""On one machine words are stretched one at a time, whichever worker answers; few may wait."""

import fcntl
import multiprocessing
import threading
import time
from itertools import pairwise

import pytest

from beside.keeping.accounts import turns
from beside.keeping.accounts.turns import WAITING, TooBusy, turn

FORKED = multiprocessing.get_context("fork")


@pytest.fixture(params=["one process", "workers"])
def anywhere(request, settings, tmp_path):
    settings.RUN_FOLDER = tmp_path if request.param == "workers" else None


@pytest.fixture
def folder(settings, tmp_path):
    settings.RUN_FOLDER = tmp_path
    return tmp_path


def has_a_turn(came, how_long=0.05):
    with turn():
        began = time.monotonic()
        time.sleep(how_long)
        came.append((began, time.monotonic()))


def each_after_the_other(came):
    ordered = sorted(came)
    return all(before[1] <= after[0] for before, after in pairwise(ordered))


def test_threads_have_their_turn_one_after_the_other(anywhere):
    came = []
    threads = [threading.Thread(target=has_a_turn, args=(came,)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(came) == 5
    assert each_after_the_other(came)


def test_workers_have_their_turn_one_after_the_other(folder):
    with multiprocessing.Manager() as shared:
        came = shared.list()
        workers = [FORKED.Process(target=has_a_turn, args=(came,)) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

        assert len(came) == 4
        assert each_after_the_other(list(came))


def test_whoever_comes_when_all_places_of_the_machine_are_taken_is_told_so(folder):
    places = [(folder / f"place-{number}").open("wb") for number in range(WAITING)]
    for place in places:
        fcntl.flock(place, fcntl.LOCK_EX)

    with pytest.raises(TooBusy), turn():
        pass

    places.pop().close()
    with turn():
        pass


def test_a_worker_that_is_killed_leaves_its_place_to_others(folder):
    worker = FORKED.Process(target=has_a_turn, args=([], 60))
    worker.start()
    while not (folder / "turn").exists():
        time.sleep(0.01)
    worker.kill()
    worker.join()

    came = []
    has_a_turn(came, 0)
    assert came


def test_of_one_process_no_more_wait_than_may(anywhere, monkeypatch):
    monkeypatch.setattr(turns, "_places", threading.BoundedSemaphore(1))

    with turn():
        came = []

        def second():
            try:
                has_a_turn(came)
            except TooBusy:
                came.append("turned away")

        thread = threading.Thread(target=second)
        thread.start()
        thread.join()

    assert came == ["turned away"]


def test_what_fails_in_ones_turn_ends_it(anywhere):
    with pytest.raises(KeyError), turn():
        raise KeyError

    with turn():
        pass
