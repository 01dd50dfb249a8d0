"""The few things that may be set from outside are read in one place, typed, and refused plainly.

Nothing here needs Django: a start must be able to say what is wrong before anything is loaded.
"""

from __future__ import annotations

import os
from pathlib import Path

from beside.kernel.sentences import Sentence

USUAL_PORT = 8750


class NotUnderstood(Exception):
    """A setting from outside does not say what it should; the sentence says which, and how."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def is_made_up() -> bool:
    """Tell whether the folder is a throw-away one, with a made-up year in it.

    `BESIDE_MADE_UP` names that folder, so that no other notebook is ever called made up. It is set
    by `beside demo` alone.
    """
    return os.environ.get("BESIDE_MADE_UP", "") == str(home())


def home() -> Path:
    """Return the folder that holds everything that is kept (`BESIDE_HOME`, else the system's)."""
    named = os.environ.get("BESIDE_HOME", "").strip()
    if not named:
        from platformdirs import user_data_path

        return user_data_path("beside", appauthor=False)
    return Path(named).expanduser().absolute()


def database() -> Path:
    """Return the one file that everything is kept in."""
    return home() / "beside.sqlite3"


def copies() -> Path:
    """Return the folder of the verified copies."""
    return home() / "copies"


def running_lock() -> Path:
    """Return the file that whoever serves this folder holds, and has written its address in."""
    return home() / "running.lock"


def port(usual: int = USUAL_PORT) -> int:
    """Return the port to listen at (`BESIDE_PORT`, 0 … 65535; 0 takes any free one)."""
    named = os.environ.get("BESIDE_PORT", "").strip()
    if not named:
        return usual
    if not (named.isascii() and named.isdigit() and int(named) <= 65535):
        raise NotUnderstood(Sentence("BESIDE_PORT needs a number from 0 to 65535."))
    return int(named)


def may_open_browser() -> bool:
    """Tell whether a start may open the browser (`BESIDE_OPEN`: 1 or 0; 1 where nothing is set)."""
    named = os.environ.get("BESIDE_OPEN", "").strip()
    if named not in {"", "0", "1"}:
        raise NotUnderstood(Sentence("BESIDE_OPEN needs 0 (no) or 1 (yes)."))
    return named != "0"


def is_hosted() -> bool:
    """Tell whether many people are served (`BESIDE_HOSTED`: 1 or 0).

    `beside serve`, `migrate` and `operator` set it; what else is for hosting lies in `hosting`.
    """
    named = os.environ.get("BESIDE_HOSTED", "").strip()
    if named not in {"", "0", "1"}:
        raise NotUnderstood(Sentence("BESIDE_HOSTED needs 0 (no) or 1 (yes)."))
    return named == "1"
