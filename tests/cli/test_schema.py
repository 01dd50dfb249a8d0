import os
import sqlite3
import subprocess
import sys
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


UPDATES = """
import django, os
os.environ["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"
django.setup()
from beside.cli import schema
from beside.config import env
schema.bring_up_to_date(env.database())
print(schema.stamp_of(env.database()))
"""


def updated(home):
    """Bring the notebook in *home* up to date, as a start does; return what was said."""
    surroundings = {**os.environ, "BESIDE_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", UPDATES],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_older_file_is_copied_before_it_is_changed(tmp_path):
    updated(tmp_path)
    stamped(tmp_path / "beside.sqlite3", 1)

    done = updated(tmp_path)

    (copy,) = (tmp_path / "copies").iterdir()
    assert done.stdout == f"{schema.known()}\n"
    assert schema.stamp_of(copy) == 1


def test_a_torn_file_is_refused_and_stays_as_it_was(tmp_path):
    updated(tmp_path)
    database = stamped(tmp_path / "beside.sqlite3", 1)
    whole = database.read_bytes()
    database.write_bytes(torn := whole[:8192] + bytes(4096) + whole[12288:])

    done = updated(tmp_path)

    assert "could not be brought up to date" in done.stderr
    assert database.read_bytes() == torn


def test_a_file_of_this_release_is_not_touched(tmp_path):
    here = stamped(tmp_path / "a.sqlite3", schema.known())
    before = here.read_bytes()

    schema.bring_up_to_date(here)

    assert here.read_bytes() == before
