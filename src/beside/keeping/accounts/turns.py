"""Words are stretched one at a time on a machine: memory is the limit, two at once no faster.

A few may wait; whoever comes when too many do is told so, before anything is tried. In one process
two locks do; several workers of one machine lock files in a folder that they share.
"""

from __future__ import annotations

import fcntl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings


class TooBusy(Exception):
    """Too many are waiting to be opened; nothing was tried."""


WAITING = 16
"""How many there is room for on a machine, the one whose turn it is among them."""

_places = threading.BoundedSemaphore(settings.WAITING_HERE)
_one_at_a_time = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn, and have it; raise `TooBusy`."""
    if not _places.acquire(blocking=False):
        raise TooBusy
    try:
        with _among_workers(settings.RUN_FOLDER) if settings.RUN_FOLDER else _one_at_a_time:
            yield
    finally:
        _places.release()


@contextmanager
def _among_workers(folder: Path) -> Iterator[None]:
    with ExitStack() as held:
        if not any(_takes(held, folder / f"place-{number}") for number in range(WAITING)):
            raise TooBusy
        # Each opens the file anew, so that two threads of one process wait for one another too.
        file = held.enter_context(_opened(folder / "turn"))
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _takes(held: ExitStack, place: Path) -> bool:
    file = _opened(place)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return False
    held.enter_context(file)
    return True


def _opened(file: Path) -> BinaryIO:
    return file.open("wb")
