"""`kill -9` while writing: what was said to be kept is kept, and a second try doubles nothing."""

import pytest

from tests.faults.killing import kill_often

pytestmark = [pytest.mark.fault, pytest.mark.one_file]


def held(killed):
    assert killed.found["integrity"] == "ok"
    assert killed.found["broken"] == 0
    assert killed.found["right"]
    assert killed.found["listed"] == len(killed.found["numbers"])
    assert killed.lost == set()
    assert killed.doubled == 0
    # Each kill may leave one that was kept and never said; the next life says it.
    assert killed.never_said <= 1


def test_nothing_that_was_said_to_be_kept_is_lost_in_50_kills(tmp_path):
    killed = kill_often(tmp_path / "beside", 50, seed=1)

    assert killed.kills == 50
    assert len(killed.said) > 150
    held(killed)


@pytest.mark.soak
def test_nothing_that_was_said_to_be_kept_is_lost_in_10_000_kills(tmp_path):
    killed = kill_often(tmp_path / "beside", 10_000, seed=2)

    print(f"{killed.kills} kills, {len(killed.said)} said, {len(killed.lost)} lost")
    held(killed)
