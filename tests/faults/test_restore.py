"""However broken the file is, a copy comes back, and what was broken is laid aside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import ALICES_WORDS
from tests.support.served import Program, Visitor

pytestmark = [pytest.mark.fault, pytest.mark.one_file]


def beside(home: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "beside", *words],
        env={**os.environ, "BESIDE_HOME": str(home)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("machine") / "beside"
    running = Program(home)
    try:
        alice = Visitor(running)
        alice.keeps_a_notebook(ALICES_WORDS)
        alice.submit(alice.get("/moments/new/"), "id", "what", what="asked")
    finally:
        running.end()
    assert beside(home, "backup").returncode == 0
    return home


def noise(file: Path) -> None:
    file.write_bytes(os.urandom(50_000))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5_000])


def no_first_page(file: Path) -> None:
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])


def a_letter(file: Path) -> None:
    file.write_text("This is no notebook.\n")


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("harm", [noise, cut, no_first_page, a_letter, empty])
def test_a_copy_comes_back_whatever_happened_to_the_file(
    kept: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    home = shutil.copytree(kept, tmp_path / "beside")
    harm(home / "beside.sqlite3")
    broken = (home / "beside.sqlite3").read_bytes()

    restored = beside(home, "restore")

    assert (restored.returncode, restored.stderr) == (0, "")
    assert (home / "beside-before-restore.sqlite3").read_bytes() == broken
    verified = beside(home, "verify", typed=ALICES_WORDS + "\n")
    assert verified.returncode == 0
    assert "The file is whole." in verified.stdout


def test_without_a_copy_it_says_so(tmp_path: Path) -> None:
    nothing = beside(tmp_path / "nowhere", "restore")

    assert nothing.returncode == 1
    assert nothing.stderr.startswith("There is no copy in")
