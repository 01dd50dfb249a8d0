"""From the command to the first answer, and from the words to an open notebook."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.notebook import Kept
from benchmarks.timing import median, timed
from beside.keeping.accounts.opening import open_with_words
from beside.keeping.vault.notebook import OpenNotebook

COMMAND = Path(sys.executable).with_name("beside")
TIMES = 5
PATIENCE = 20.0
"""Seconds until a start counts as failed."""


class NoAnswer(Exception):
    """The program was started and did not answer."""


def first_answer(home: Path) -> Figure:
    """Return how many seconds pass until a started program answers; it has been started before."""
    started(home)
    took = [started(home) for _ in range(TIMES)]
    said = f"the slowest of {TIMES}: {max(took):.2f} s"
    return Figure("start.first_answer", median(took), "s", most=1, said=said)


def started(home: Path) -> float:
    """Start the program, wait for its first answer, end it; return the seconds that this took."""
    port = free_port()
    surroundings = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    surroundings |= {"BESIDE_HOME": str(home), "BESIDE_PORT": str(port), "BESIDE_OPEN": "0"}
    began = time.perf_counter()
    program = subprocess.Popen(
        [COMMAND], env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not answers(port):
            if program.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise NoAnswer
            time.sleep(0.002)
        return time.perf_counter() - began
    finally:
        program.send_signal(signal.SIGINT)
        program.wait(PATIENCE)


def answers(port: int) -> bool:
    """Ask for the first page; tell whether it came."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as asking:
        try:
            asking.request("GET", "/", headers={"Host": f"beside.localhost:{port}"})
            return asking.getresponse().status == 200
        except (OSError, HTTPException):
            return False


def free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number: int = listening.getsockname()[1]
    return number


def unlock(kept: Kept) -> Figure:
    """Return how long the words take to an open notebook, stretched as they are today."""

    def open_it() -> None:
        notebook = OpenNotebook(*open_with_words(kept.words))
        notebook.preferences()
        notebook.close()

    took = [timed(open_it) for _ in range(TIMES)]
    said = f"the slowest of {TIMES}: {max(took):.0f} ms"
    return Figure("vault.unlock", median(took), "ms", most=1200, said=said)
