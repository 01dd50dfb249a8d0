"""An open session lives in this process's memory; a restart locks. Nothing of it touches the disk.

The cookie holds 32 random bytes; the table holds the data key wrapped by a key that is derived from
them and from a random value of this process, under an id that cannot be turned back into a cookie.
"""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from uuid import UUID

from beside.keeping.crypto.primitives import NotAuthentic, hkdf, random_bytes
from beside.keeping.crypto.wraps import FOR_SESSION, DataKey, locking_key, unwrap, wrap
from beside.kernel.ids import new_id

ABSOLUTE = 12 * 60 * 60
IDLE_CHOICES = (5, 10, 30, 60, 120)
IDLE_DEFAULT = 30
COOKIE_BYTES = 32


def steady() -> float:
    """Return the seconds of a clock that nobody sets, and that goes on while the computer sleeps.

    The usual one stands still meanwhile: a lid closed at noon would open on an open notebook.
    """
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class NoSession(Exception):
    """No such session, or it ended."""


@dataclass(frozen=True)
class Session:
    """One open notebook in one browser. Times in seconds of a steady clock.

    *aside* is what pages lay beside it for a while; it goes when the session goes.
    """

    account_id: UUID
    wrapped: bytes
    label: str
    started: float
    used: float
    idle: float
    public_id: UUID = field(default_factory=new_id)
    aside: dict[str, Any] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return f"<Session {self.public_id}>"

    def ended(self, now: float) -> bool:
        """Tell whether it was idle for too long, or open for twelve hours."""
        return now - self.used > self.idle or now - self.started > ABSOLUTE

    def left(self, now: float) -> float:
        """Return the seconds until it ends if nothing happens."""
        return min(self.used + self.idle, self.started + ABSOLUTE) - now


class Sessions(Protocol):
    """Where session wraps are kept: memory on one computer, an unlogged table for many."""

    def start(
        self, account_id: UUID, data_key: DataKey, *, label: str, idle: float, now: float
    ) -> str: ...
    def resume(self, cookie: str, *, now: float, touch: bool) -> tuple[Session, DataKey]: ...
    def end(self, cookie: str) -> None: ...


class MemorySessions:
    """Sessions of one process."""

    def __init__(self) -> None:
        self._salt = random_bytes(32)
        self._open: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<MemorySessions: {len(self._open)}>"

    @staticmethod
    def _row(secret: bytes) -> bytes:
        token = hkdf(secret, salt=b"", info="beside/1/session-id")
        return hashlib.sha256(token).digest()

    @staticmethod
    def _secret(cookie: str) -> bytes:
        try:
            secret = base64.urlsafe_b64decode(cookie.encode("ascii", "replace") + b"=")
        except ValueError:
            raise NoSession from None
        if len(secret) != COOKIE_BYTES:
            raise NoSession
        return secret

    def start(
        self, account_id: UUID, data_key: DataKey, *, label: str, idle: float, now: float
    ) -> str:
        """Open a session of *idle* seconds and return its cookie."""
        secret = random_bytes(COOKIE_BYTES)
        key = locking_key(secret, salt=self._salt, purpose=FOR_SESSION)
        session = Session(
            account_id=account_id,
            wrapped=wrap(data_key, key),
            label=label,
            started=now,
            used=now,
            idle=idle,
        )
        key.wipe()
        with self._lock:
            self._drop_ended(now)
            self._open[self._row(secret)] = session
        return base64.urlsafe_b64encode(secret).decode().rstrip("=")

    def resume(self, cookie: str, *, now: float, touch: bool = True) -> tuple[Session, DataKey]:
        """Return the session and its key; raise `NoSession`. *touch* starts its idle time anew."""
        secret = self._secret(cookie)
        row = self._row(secret)
        with self._lock:
            self._drop_ended(now)
            session = self._open.get(row)
            if session is None:
                raise NoSession
            if touch:
                session = self._open[row] = replace(session, used=now)
        key = locking_key(secret, salt=self._salt, purpose=FOR_SESSION)
        try:
            return session, unwrap(session.wrapped, key)
        except NotAuthentic:
            raise NoSession from None
        finally:
            key.wipe()

    def end(self, cookie: str) -> None:
        """Forget the session; one that is gone already stays gone."""
        try:
            row = self._row(self._secret(cookie))
        except NoSession:
            return
        with self._lock:
            self._open.pop(row, None)

    def of(self, account_id: UUID, *, now: float) -> list[Session]:
        """Return the open sessions of one account, oldest first."""
        with self._lock:
            self._drop_ended(now)
            found = [s for s in self._open.values() if s.account_id == account_id]
        return sorted(found, key=lambda session: session.started)

    def _drop_ended(self, now: float) -> None:
        self._open = {row: one for row, one in self._open.items() if not one.ended(now)}

    def end_all(self, account_id: UUID, *, but: UUID | None = None) -> None:
        """End every session of the account, but for the one called *but*."""
        with self._lock:
            self._open = {
                row: session
                for row, session in self._open.items()
                if session.account_id != account_id or session.public_id == but
            }

    def set_idle(self, account_id: UUID, seconds: float) -> None:
        """Change how long the account's sessions stay open when nothing happens."""
        with self._lock:
            for row, session in self._open.items():
                if session.account_id == account_id:
                    self._open[row] = replace(session, idle=seconds)


sessions = MemorySessions()
