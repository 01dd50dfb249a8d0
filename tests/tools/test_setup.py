"""The set-up as somebody types it, on machines that lack one thing each."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "dirname", "cat", "find", "mkdir", "rm")


@pytest.fixture
def machine(tmp_path):
    """A clone without an environment, and a path with the barest programs."""
    (tmp_path / "clone" / "tools").mkdir(parents=True)
    shutil.copy(PROJECT / "tools" / "setup", tmp_path / "clone" / "tools" / "setup")
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    return tmp_path


def set_up(machine, word="run", **surroundings):
    return subprocess.run(
        ["tools/setup", word],
        cwd=machine / "clone",
        env={"PATH": str(machine / "bin"), "HOME": os.environ["HOME"], **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def program(machine, name, text):
    file = machine / "bin" / name
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)


def test_a_machine_without_python_hears_so_in_one_sentence(machine):
    done = set_up(machine)

    assert done.returncode == 1
    assert done.stderr.startswith("Beside needs Python 3.11 or later")
    assert done.stderr.count("\n") == 1


def test_an_old_python_is_passed_over(machine):
    program(machine, "python3", "exit 1")

    assert set_up(machine).stderr.startswith("Beside needs Python 3.11 or later")


def test_a_missing_package_is_named(machine):
    (machine / "ensurepip.py").write_text("raise ImportError\n", encoding="utf-8")
    program(machine, "python3", f'exec "{sys.executable}" "$@"')

    done = set_up(machine, PYTHONPATH=str(machine))

    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert done.stderr.count("\n") == 1


def test_uv_from_the_path_is_told_what_to_do_and_where_to_stop(machine):
    program(machine, "python3", f'exec "{sys.executable}" "$@"')
    program(machine, "uv", 'echo "$UV_PYTHON_DOWNLOADS $*" >>uv.said')

    set_up(machine)

    said = (machine / "clone" / "uv.said").read_text(encoding="utf-8").splitlines()
    assert said == ["never --version", "never sync --locked --quiet --no-dev --inexact"]
    assert not (machine / "clone" / ".tools").exists()


def test_a_machine_that_is_offline_hears_what_to_look_at(machine):
    program(machine, "python3", f'exec "{sys.executable}" "$@"')
    program(machine, "uv", 'test "$1" = --version')

    done = set_up(machine)

    assert done.returncode == 1
    assert "whether this machine is online" in done.stderr
