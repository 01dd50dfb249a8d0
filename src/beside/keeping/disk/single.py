"""One notebook folder is served by one program: two would write over one another's memory.

The lock is the kernel's own and goes when the program goes, however it goes; the file stays, and
holds the address of whoever is running, so that a second start can lead there.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS_WAIT = 2.0
"""Seconds that a second start waits for the first one to write its address."""


class AlreadyRunning(Exception):
    """Somebody serves this folder; *address* may be empty while they are still starting."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Running:
    """The right to serve one folder."""

    def __init__(self, file: int) -> None:
        self._file = file

    def answers_at(self, address: str) -> None:
        """Write *address* where a second start looks for it."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, address.encode(), 0)


@contextmanager
def hold(lock: Path) -> Iterator[Running]:
    """Hold *lock* (a file, made where missing) until the end; raise `AlreadyRunning`."""
    file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            # flock and not lockf: closing another handle of the same file must not free it.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(_address_in(lock)) from None
        running = Running(file)
        running.answers_at("")
        yield running
        running.answers_at("")
    finally:
        os.close(file)


def address_of_running(lock: Path) -> str | None:
    """Return the address of whoever holds *lock*; ``None`` where nobody does."""
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _address_in(lock)
    return None


def _address_in(lock: Path) -> str:
    give_up = time.monotonic() + ADDRESS_WAIT
    while not (address := lock.read_text(encoding="utf-8")) and time.monotonic() < give_up:
        time.sleep(0.02)
    return address
