"""*If it's bad now* answers whatever is broken: signed out, the file gone, full, or garbled."""

import os
import shutil

import pytest

from tests.faults.test_full_disk import no_room
from tests.support.served import Program, Visitor

WORDS = "two ducks & a kettle beside one pond"


@pytest.fixture
def program(tmp_path):
    running = Program(tmp_path / "beside")
    yield running
    running.end()


def answers(visitor):
    page = visitor.get("/now/")
    assert page.status == 200
    assert "<script" not in page.text.replace("<script src", "")
    assert len(page.body) < 50_000
    return page


def nothing_wrong(_):
    return None


def file_gone(program):
    for file in program.home.glob("beside.sqlite3*"):
        file.unlink()


def file_garbled(program):
    for file in program.home.glob("beside.sqlite3*"):
        file.write_bytes(os.urandom(file.stat().st_size))


def folder_gone(program):
    shutil.rmtree(program.home)


@pytest.mark.fault
@pytest.mark.parametrize("broken", [nothing_wrong, file_gone, file_garbled, folder_gone])
def test_it_answers(program, broken):
    stranger, alice = Visitor(program), Visitor(program)
    alice.keeps_a_notebook(WORDS)

    broken(program)

    answers(stranger)
    answers(alice)


@pytest.mark.fault
def test_it_answers_with_a_full_disk(program):
    alice = Visitor(program)
    alice.keeps_a_notebook(WORDS)

    with no_room(program):
        answers(alice)
        answers(Visitor(program))


@pytest.mark.fault
def test_it_answers_while_somebody_writes_and_holds_the_file(program):
    import sqlite3
    from contextlib import closing

    alice = Visitor(program)
    alice.keeps_a_notebook(WORDS)

    with closing(sqlite3.connect(program.home / "beside.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answers(alice)
        other.execute("ROLLBACK")
