"""The disk is full: it is said plainly, what was typed is still on the page, nothing is lost."""

import json
import re
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from tests.faults.conftest import ALICES_WORDS
from tests.faults.killing import run
from tests.support.served import Program, Visitor

pytestmark = [pytest.mark.fault, pytest.mark.one_file]

NOTE = "The kettle sings, and nobody else is in."


@contextmanager
def a_small_disk(folder):
    """Lend a folder with little room: a disk of its own in memory, or else a limit on the file."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "beside-test", str(folder)],
        capture_output=True,
        check=False,
    )
    try:
        yield {} if mounted.returncode == 0 else {"PAGES": "120"}
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def test_what_was_said_to_be_kept_is_kept_when_the_disk_fills_up(tmp_path):
    with a_small_disk(tmp_path / "small") as limit:
        home = tmp_path / "small" / "beside"
        run(home, "prepare")
        said = run(home, "serve", typed="1\n", **limit).split("\n")
        found = json.loads(run(home, "check"))

    numbers = [int(line) for line in said if line.isdigit()]
    assert "full OperationalError" in said
    assert len(numbers) > 20
    assert found["integrity"] == "ok"
    assert found["broken"] == 0
    assert found["right"]
    assert set(numbers) == set(found["numbers"])


@contextmanager
def no_room(program):
    """Let *program* make no file any longer than it is now."""
    files = (program.home / "beside.sqlite3", program.home / "beside.sqlite3-wal")
    smallest = min(file.stat().st_size for file in files)
    process = program.process.pid
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (smallest, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)


@pytest.fixture
def moment(alice):
    today = alice.submit(alice.get("/moments/new/"), "id", "what", what="asked")
    return re.search(r"/moments/[0-9a-f-]{36}/", today.text)[0]


def test_a_save_that_finds_no_room_says_so_and_keeps_the_text_on_the_page(program, alice, moment):
    form = alice.get(moment)

    with no_room(program):
        page = alice.submit(form, "note", note=NOTE)
        bad_night = alice.get("/now/")

    assert page.status == 503
    assert NOTE in page.text
    assert page.headers["Retry-After"]
    assert bad_night.status == 200
    assert NOTE not in program.log


def test_it_can_be_tried_again_once_there_is_room(program, alice, moment):
    form = alice.get(moment)
    with no_room(program):
        page = alice.submit(form, "note", note=NOTE)
    assert NOTE not in alice.get(moment).text

    again = alice.submit(page, "note", to=moment)

    assert again.status == 200
    assert NOTE in alice.get(moment).text


def test_what_is_there_can_be_read_while_there_is_no_room(program, alice, moment):
    alice.submit(alice.get(moment), "note", note="Read me.")

    with no_room(program):
        assert "Read me." in alice.get(moment).text
        assert alice.get("/notebook/").status == 200


def test_a_notebook_that_cannot_be_kept_says_so(program, alice):
    stranger = Visitor(program)
    form = stranger.get("/keep/")

    with no_room(program):
        page = stranger.submit(form, "own", own="a heron that nobody asked & wet gravel")

    assert page.status == 503
    assert "wet gravel" not in page.text


def test_the_program_ends_and_starts_again_as_if_nothing_had_been(program, alice, moment):
    alice.submit(alice.get(moment), "note", note="Still here.")
    form = alice.get(moment)
    with no_room(program):
        alice.submit(form, "note", note=NOTE)
    program.end()

    later = Program(program.home)
    try:
        visitor = Visitor(later)
        visitor.opens(ALICES_WORDS)
        kept = visitor.get(moment).text
    finally:
        later.end()

    assert "Still here." in kept
    assert NOTE not in kept


def test_a_copy_that_finds_no_room_leaves_the_others_and_nothing_half_made(tmp_path):
    home = tmp_path / "beside"
    program = Program(home)
    Visitor(program).keeps_a_notebook(ALICES_WORDS)
    program.end()
    with closing(sqlite3.connect(home / "beside.sqlite3")) as database, database:
        database.execute("CREATE TABLE weight (x)")
        database.execute("INSERT INTO weight VALUES (zeroblob(200000))")
    whole = subprocess.run(
        [sys.executable, "-m", "beside", "backup"],
        env={"BESIDE_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert whole.returncode == 0, whole.stderr
    before = sorted(file.name for file in (home / "copies").iterdir())

    torn = subprocess.run(
        [sys.executable, "-m", "beside", "backup"],
        env={"BESIDE_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (96 * 1024, -1)),
    )

    assert torn.returncode == 1
    assert "Traceback" not in torn.stderr
    assert sorted(file.name for file in (home / "copies").iterdir()) == before
