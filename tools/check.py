"""The one definition of clean: every step runs, each says one line, and one failure fails all.

`python -m tools.check` is `make check`, and the first part of `make test`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
BIN = Path(PYTHON).parent
CODE = ["src", "tests", "tools", "benchmarks"]
DJANGO = [PYTHON, "-m", "django"]


@dataclass(frozen=True)
class Step:
    """One thing to check, and the command that checks it."""

    name: str
    command: list[str]


@dataclass(frozen=True)
class Answer:
    """What a step said, and how long it took in seconds."""

    step: Step
    clean: bool
    said: str
    took: float


def steps() -> list[Step]:
    """Return every step; the slowest first, so that two cores are used well."""
    code = [folder for folder in CODE if Path(folder).is_dir()]
    return [
        Step("types", [str(BIN / "mypy"), "--no-error-summary"]),
        Step("format", [str(BIN / "ruff"), "format", "--check", *code]),
        Step("lint", [str(BIN / "ruff"), "check", "--quiet", *code]),
        Step("layers", [str(BIN / "lint-imports")]),
        Step("templates", [str(BIN / "djlint"), "--lint", "--quiet", "src/beside/pages/templates"]),
        Step("settings", [*DJANGO, "check", "--fail-level", "WARNING"]),
        Step("migrations", [*DJANGO, "makemigrations", "--check", "--dry-run"]),
        Step("budgets", [PYTHON, "-m", "tools.budgets"]),
        Step("sentences", [PYTHON, "-m", "tools.sentences"]),
    ]


def ask(step: Step) -> Answer:
    """Run *step* with a folder of its own, so that nobody's notebook is touched."""
    home = str(Path("build/check").absolute())
    surroundings = {**os.environ, "BESIDE_HOME": home, "NO_COLOR": "1"}
    surroundings["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"
    began = time.monotonic()
    done = subprocess.run(
        step.command, env=surroundings, capture_output=True, text=True, check=False
    )
    said = (done.stdout + done.stderr).strip()
    return Answer(step, clean=done.returncode == 0, said=said, took=time.monotonic() - began)


def main() -> int:
    """Ask every step, two at a time; return 1 where one of them is not clean."""
    Path("build/check").mkdir(parents=True, exist_ok=True)
    dirty = 0
    with ThreadPoolExecutor(2) as both:
        for answer in both.map(ask, steps()):
            word = "ok" if answer.clean else "NOT CLEAN"
            print(f"{answer.step.name:<12}{word} ({answer.took:.1f} s)", flush=True)
            if not answer.clean:
                dirty += 1
                print(answer.said, flush=True)
    return 1 if dirty else 0


if __name__ == "__main__":
    raise SystemExit(main())
