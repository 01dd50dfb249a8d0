"""Somebody who can write to the file, and has no key: what they take away or put back is told."""

import json

import pytest

from tests.faults.killing import kill_often, run

pytestmark = [pytest.mark.fault, pytest.mark.one_file]


def test_no_kill_makes_it_cry_wolf(tmp_path):
    killed = kill_often(tmp_path / "beside", 40, seed=3)

    look = json.loads(run(killed.home, "look"))

    assert killed.kills == 40
    assert look == {"found": "as_left", "there": look["there"], "counted": look["there"]}
    assert look["there"] > len(killed.said)


def test_a_row_that_somebody_deleted_is_told(tmp_path):
    killed = kill_often(tmp_path / "beside", 3, seed=4)
    run(killed.home, "delete", typed="1")

    look = json.loads(run(killed.home, "look"))

    assert look["found"] == "differs"
    assert look["counted"] == look["there"] + 1
