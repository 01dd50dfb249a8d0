"""Before anything is kept, a visit lives in this process's memory, for half an hour: on no disk.

A visit is known by a random cookie; the table holds its SHA-256. Its records lie in a store that
forgets, so that what was locked there is locked, and can be kept whole.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from typing import Any

from beside.keeping.crypto.primitives import random_bytes
from beside.kernel.store import MemoryStore

HALF_AN_HOUR = 30 * 60
MOST = 200
"""How many visits there are room for; the one that was left alone longest goes first."""
_MARK = "v-"


class NoVisit(Exception):
    """No such visit, or it is over."""


@dataclass(repr=False)
class Visit:
    """What somebody said who keeps nothing yet. *since* is when they last said something.

    One request at a time: *lock* is held for as long as it lasts. *aside* is what pages lay beside
    it for a while.
    """

    since: float
    store: MemoryStore = field(default_factory=MemoryStore)
    said: dict[str, str] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __repr__(self) -> str:
        return "<Visit>"

    def forget(self) -> None:
        """Let go of everything that was said."""
        self.store = MemoryStore()
        self.said.clear()
        self.aside.clear()


class MemoryVisits:
    """The visits of one process. Times in seconds of a steady clock."""

    def __init__(self) -> None:
        self._there: dict[bytes, Visit] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<MemoryVisits: {len(self._there)}>"

    def begin(self, *, now: float) -> str:
        """Begin a visit and return its cookie."""
        cookie = _MARK + random_bytes(32).hex()
        with self._lock:
            self._drop_ended(now)
            while len(self._there) >= MOST:
                self._drop(min(self._there, key=lambda row: self._there[row].since))
            self._there[_row(cookie)] = Visit(since=now)
        return cookie

    def of(self, cookie: str, *, now: float) -> Visit:
        """Return the visit of *cookie*; raise `NoVisit`."""
        with self._lock:
            self._drop_ended(now)
            try:
                return self._there[_row(cookie)]
            except KeyError:
                raise NoVisit from None

    def end(self, cookie: str) -> None:
        """Forget a visit; one that is gone already stays gone."""
        with self._lock:
            self._drop(_row(cookie))

    def _drop_ended(self, now: float) -> None:
        ended = [row for row, one in self._there.items() if now - one.since > HALF_AN_HOUR]
        for row in ended:
            self._drop(row)

    def _drop(self, row: bytes) -> None:
        gone = self._there.pop(row, None)
        if gone is not None:
            gone.forget()


def _row(cookie: str) -> bytes:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).digest()


visits = MemoryVisits()
