"""What the README tells somebody to type is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from beside.cli.main import parser

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(
    re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)


def commands_of(text):
    """Return what follows “make” and “beside” where they stand as something to type."""
    typed = "\n".join(re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL))
    typed += "\n" + "\n".join(re.findall(r"`([^`\n]+)`", text))
    makes = set(re.findall(r"^make ([a-z]+)(?:  .*)?$", typed, re.MULTILINE))
    besides = set(re.findall(r"(?:^|[\s/])beside ([a-z]+)", typed, re.MULTILINE))
    return makes, besides


def subcommands():
    (commands,) = [a for a in parser()._actions if getattr(a, "choices", None)]
    return set(commands.choices)


def test_every_make_target_in_the_readme_exists():
    makes, _ = commands_of(README)

    assert {"run", "test"} <= makes
    assert makes <= TARGETS


def test_every_command_in_the_readme_exists():
    _, besides = commands_of(README)

    assert besides
    assert besides <= subcommands()


def test_the_commands_that_were_promised_exist():
    promised = {"export", "import", "backup", "restore", "verify", "doctor"}

    assert promised <= subcommands()


@pytest.mark.parametrize("command", sorted(subcommands()))
def test_every_command_says_what_it_does(command):
    said = subprocess.run(
        [sys.executable, "-m", "beside", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.startswith("usage: beside")


def test_bare_make_lists_what_it_can_do():
    said = subprocess.run(
        ["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    listed = set(re.findall(r"^make ([a-z]+)", said, re.MULTILINE))
    assert {"run", "test", "check", "bench"} <= listed
    assert listed <= TARGETS


def test_the_files_and_folders_that_the_readme_names_are_there():
    linked = set(re.findall(r"\]\(([\w./-]+)\)", README)) | set(
        re.findall(r'src="([\w./-]+)"', README)
    )

    missing = {name for name in linked if not (ROOT / name).exists()}
    assert missing == set()


def test_every_setting_in_the_readme_is_read():
    env = (ROOT / "src/beside/config/env.py").read_text(encoding="utf-8")

    for name in set(re.findall(r"BESIDE_[A-Z]+", README)):
        assert name in env


def test_the_readme_is_short_enough_to_be_read():
    assert len(README.splitlines()) < 120
