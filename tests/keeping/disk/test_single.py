import subprocess
import sys

import pytest

from beside.keeping.disk import single

HOLDS = """
import sys, time
from pathlib import Path
from beside.keeping.disk import single
with single.hold(Path(sys.argv[1])) as running:
    running.answers_at("http://beside.localhost:1/")
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "running.lock"


@pytest.fixture
def another_program(lock):
    program = subprocess.Popen([sys.executable, "-c", HOLDS, lock], stdout=subprocess.PIPE)
    assert program.stdout.readline() == b"held\n"
    yield program
    program.kill()
    program.wait()
    program.stdout.close()


def test_a_second_program_learns_where_the_first_one_answers(lock, another_program):
    with pytest.raises(single.AlreadyRunning) as refused, single.hold(lock):
        pass

    assert refused.value.address == "http://beside.localhost:1/"
    assert single.address_of_running(lock) == "http://beside.localhost:1/"


def test_a_killed_program_leaves_the_folder_free(lock, another_program):
    another_program.kill()
    another_program.wait()

    with single.hold(lock):
        assert lock.read_text(encoding="utf-8") == ""


def test_nobody_runs_once_it_has_ended(lock):
    with single.hold(lock) as running:
        running.answers_at("http://beside.localhost:1/")

    assert single.address_of_running(lock) is None


def test_a_start_that_has_no_address_yet_is_not_waited_for_long(lock, monkeypatch):
    monkeypatch.setattr(single, "ADDRESS_WAIT", 0.05)

    with single.hold(lock), pytest.raises(single.AlreadyRunning) as refused, single.hold(lock):
        pass

    assert refused.value.address == ""
