import sqlite3
from contextlib import closing

import pytest

from beside.cli import schema
from beside.cli.refusals import Refused


def stamped(path, number):
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {number}")
    return path


def test_no_file_has_been_through_nothing(tmp_path):
    assert schema.stamp_of(tmp_path / "none.sqlite3") == 0
    assert not (tmp_path / "none.sqlite3").exists()


def test_a_file_says_how_far_it_has_come(tmp_path):
    assert schema.stamp_of(stamped(tmp_path / "a.sqlite3", 2)) == 2


def test_this_release_has_migrations():
    assert schema.known() >= 2


def test_a_later_file_is_refused(tmp_path):
    later = stamped(tmp_path / "a.sqlite3", schema.known() + 1)

    with pytest.raises(Refused, match="A newer Beside"):
        schema.refuse_a_later_one(later)


def test_a_file_of_this_release_is_not_touched(tmp_path):
    here = stamped(tmp_path / "a.sqlite3", schema.known())
    before = here.read_bytes()

    schema.bring_up_to_date(here)

    assert here.read_bytes() == before
