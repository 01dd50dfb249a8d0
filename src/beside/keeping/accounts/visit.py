"""Before anything is kept, a visit lives in memory, for half an hour: on no disk.

A visit is known by a random cookie; what it is found by is the cookie's SHA-256. Its records lie in
a store that forgets, so that what was locked there is locked, and can be kept whole. One process
keeps its visits itself; where several answer, one of them keeps all visits, sealed (`far_visits`).
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from typing import Any, Protocol

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


class Visits(Protocol):
    """Where visits are. *now* is a steady clock, the same for all who ask."""

    def begin(self, *, now: float) -> str:
        """Begin a visit and return its cookie."""
        ...

    def is_there(self, cookie: str, *, now: float) -> bool:
        """Tell whether there is such a visit."""
        ...

    def of(self, cookie: str, *, now: float) -> Visit:
        """Return the visit of *cookie*, for the length of one request; raise `NoVisit`."""
        ...

    def keep(self, visit: Visit) -> None:
        """Let what is in *visit* now be there for the next request: this one has ended."""
        ...

    def end(self, cookie: str) -> None:
        """Forget a visit; one that is gone already stays gone."""
        ...


class MemoryVisits:
    """The visits of one process; `Visits`. Times in seconds of a steady clock."""

    def __init__(self) -> None:
        self._there: dict[bytes, Visit] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<MemoryVisits: {len(self._there)}>"

    def begin(self, *, now: float) -> str:
        cookie = new_cookie()
        with self._lock:
            self._drop_ended(now)
            while len(self._there) >= MOST:
                self._drop(min(self._there, key=lambda row: self._there[row].since))
            self._there[row_of(cookie)] = Visit(since=now)
        return cookie

    def is_there(self, cookie: str, *, now: float) -> bool:
        with self._lock:
            self._drop_ended(now)
            return row_of(cookie) in self._there

    def of(self, cookie: str, *, now: float) -> Visit:
        with self._lock:
            self._drop_ended(now)
            try:
                return self._there[row_of(cookie)]
            except KeyError:
                raise NoVisit from None

    def keep(self, visit: Visit) -> None:
        """Do nothing: every request has the same visit in hand."""

    def end(self, cookie: str) -> None:
        with self._lock:
            self._drop(row_of(cookie))

    def _drop_ended(self, now: float) -> None:
        ended = [row for row, one in self._there.items() if now - one.since > HALF_AN_HOUR]
        for row in ended:
            self._drop(row)

    def _drop(self, row: bytes) -> None:
        gone = self._there.pop(row, None)
        if gone is not None:
            gone.forget()


def new_cookie() -> str:
    """Return the cookie of a new visit, 64 random digits after a mark."""
    return _MARK + random_bytes(32).hex()


def is_a_visit(cookie: str) -> bool:
    """Tell whether *cookie* may be that of a visit; that of a session is not."""
    return cookie.startswith(_MARK)


def row_of(cookie: str) -> bytes:
    """Return what the visit is found by; nobody gets the cookie back from it."""
    return hashlib.sha256(cookie.encode("utf-8", "replace")).digest()
