"""The command as somebody types it: a program of its own, in a folder of its own."""

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from beside.cli import schema

PATIENCE = 20.0


class Typed:
    """One start of `beside`, with what it says."""

    def __init__(self, home, port, *words, **more):
        surroundings = {
            **os.environ,
            "BESIDE_HOME": str(home),
            "BESIDE_PORT": str(port),
            "BESIDE_OPEN": "0",
            **more,
        }
        self.port = port
        self.program = subprocess.Popen(
            [sys.executable, "-m", "beside", *words],
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def until_it_answers(self):
        """Ask the page that needs nothing; return the status."""
        give_up = time.monotonic() + PATIENCE
        while self.program.poll() is None and time.monotonic() < give_up:
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as asking:
                try:
                    asking.request(
                        "GET", "/now/", headers={"Host": f"beside.localhost:{self.port}"}
                    )
                    return asking.getresponse().status
                except OSError:
                    time.sleep(0.02)
        raise AssertionError(self.ended())

    def ended(self, with_signal=None):
        """End it where asked to; return its code, and what it said and complained about."""
        if with_signal:
            self.program.send_signal(with_signal)
        said, complaint = self.program.communicate(timeout=PATIENCE)
        return self.program.returncode, said, complaint


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as asking:
        return asking.getsockname()[1]


@pytest.fixture
def home(tmp_path):
    return tmp_path / "beside"


@pytest.fixture
def typed(home):
    started = []

    def start(*words, at=None, port=None, **more):
        started.append(Typed(at or home, port or free_port(), *words, **more))
        return started[-1]

    yield start
    for one in started:
        if one.program.poll() is None:
            one.program.kill()
        one.program.communicate()


@pytest.fixture
def a_browser(tmp_path):
    """A browser that writes down where it was sent."""
    program, visited = tmp_path / "browser", tmp_path / "visited"
    program.write_text(f'#!/bin/sh\necho "$1" >>{visited}\n', encoding="utf-8")
    program.chmod(0o755)

    def addresses(expected):
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            seen = visited.read_text(encoding="utf-8").split() if visited.exists() else []
            if len(seen) >= expected:
                return seen
            time.sleep(0.02)
        raise AssertionError("the browser was not opened")

    return {"BROWSER": f"{program} %s", "BESIDE_OPEN": "1"}, addresses


def is_one_plain_sentence(complaint):
    return complaint.count("\n") == 1 and "Traceback" not in complaint


def test_it_answers_and_says_both_addresses(typed):
    beside = typed()

    assert beside.until_it_answers() == 200

    code, said, complaint = beside.ended(signal.SIGTERM)
    assert code == 0
    assert f"http://beside.localhost:{beside.port}/" in said
    assert f"http://127.0.0.1:{beside.port}/" in said
    assert complaint == ""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_cleanly_while_a_browser_still_listens(typed, how):
    beside = typed()
    beside.until_it_answers()

    with socket.create_connection(("127.0.0.1", beside.port)):
        code, _, complaint = beside.ended(how)

    assert (code, complaint) == (0, "")


def test_a_second_start_leads_to_the_first(typed):
    first = typed()
    first.until_it_answers()

    code, said, complaint = typed().ended()

    assert (code, complaint) == (0, "")
    assert said == f"Beside is running already: http://beside.localhost:{first.port}/\n"


def test_each_start_opens_the_one_that_runs(typed, a_browser):
    opens, addresses = a_browser
    first = typed(**opens)
    there = f"http://beside.localhost:{first.port}/"

    assert addresses(1) == [there]

    typed(**opens).ended()
    assert addresses(2) == [there, there]


def test_any_free_port_can_be_asked_for(typed):
    beside = typed(BESIDE_PORT="0")

    address = beside.program.stdout.readline().split()[-1]
    beside.port = int(address.rstrip("/").rpartition(":")[2])

    assert beside.until_it_answers() == 200


def test_a_busy_port_is_one_sentence(typed):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, complaint = typed(port=taken.getsockname()[1]).ended()

    assert code != 0
    assert is_one_plain_sentence(complaint)
    assert "cannot be used" in complaint


def test_a_folder_that_cannot_be_is_one_sentence(typed, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    code, _, complaint = typed(at=tmp_path / "file").ended()

    assert code != 0
    assert is_one_plain_sentence(complaint)


def test_a_notebook_of_a_later_release_is_left_alone(typed, home):
    home.mkdir()
    with closing(sqlite3.connect(home / "beside.sqlite3")) as later:
        later.execute("CREATE TABLE new (thing)")
        later.execute(f"PRAGMA user_version = {schema.known() + 1}")
        later.commit()
    before = (home / "beside.sqlite3").read_bytes()

    code, _, complaint = typed().ended()

    assert code != 0
    assert is_one_plain_sentence(complaint)
    assert "A newer Beside" in complaint
    assert (home / "beside.sqlite3").read_bytes() == before


def test_a_file_that_is_no_notebook_is_one_sentence(typed, home):
    home.mkdir()
    (home / "beside.sqlite3").write_bytes(b"a shopping list" * 100)

    code, _, complaint = typed().ended()

    assert code != 0
    assert is_one_plain_sentence(complaint)


def test_what_it_writes_is_its_owners_alone(typed, home):
    beside = typed()
    beside.until_it_answers()
    beside.ended(signal.SIGTERM)

    assert [file.name for file in home.rglob("*") if file.stat().st_mode & 0o077] == []


def test_the_doctor_finds_a_new_notebook_well(typed):
    beside = typed()
    beside.until_it_answers()
    beside.ended(signal.SIGTERM)

    code, said, complaint = typed("doctor").ended()

    assert (code, complaint) == (0, "")
    assert "The notebook fits this Beside" in said
    assert "!!" not in said


def test_the_doctor_says_where_it_runs(typed):
    beside = typed()
    beside.until_it_answers()

    _, said, _ = typed("doctor").ended()

    assert f"Beside is running: http://beside.localhost:{beside.port}/" in said


def test_the_doctor_names_what_is_not_well(typed, home):
    home.mkdir()
    (home / "beside.sqlite3").write_bytes(b"a shopping list" * 100)

    code, said, _ = typed("doctor").ended()

    assert code != 0
    assert "!!  The file" in said
