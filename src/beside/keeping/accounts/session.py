"""An open session: what it holds, when it ends, and what its cookie is turned into.

The cookie holds 32 random bytes. What is kept of them is an id that cannot be turned back into a
cookie, and the data key wrapped by a key that is derived from them and from a second secret, which
the process or the hour has.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from beside.keeping.crypto.primitives import hkdf
from beside.keeping.crypto.wraps import DataKey
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

    *label* is a word for the browser, where the list of sessions was asked for. *aside* is what
    pages lay beside it for a while; it goes when the session goes.
    """

    account_id: UUID
    wrapped: bytes
    label: str
    started: float
    used: float
    idle: float
    public_id: UUID = field(default_factory=new_id)
    aside: MutableMapping[str, Any] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return f"<Session {self.public_id}>"

    def ended(self, now: float) -> bool:
        """Tell whether it was idle for too long, or open for twelve hours."""
        return now - self.used > self.idle or now - self.started > ABSOLUTE

    def left(self, now: float) -> float:
        """Return the seconds until it ends if nothing happens."""
        return min(self.used + self.idle, self.started + ABSOLUTE) - now


class Sessions(Protocol):
    """Where session wraps are kept: memory on one computer, an unlogged table for many.

    *now* is always the asker's steady clock, and the times of a `Session` are given in it.
    """

    def start(
        self, account_id: UUID, data_key: DataKey, *, label: str, idle: float, now: float
    ) -> str:
        """Open a session of *idle* seconds and return its cookie."""
        ...

    def resume(self, cookie: str, *, now: float, touch: bool = True) -> tuple[Session, DataKey]:
        """Return the session and its key; raise `NoSession`. *touch* starts its idle time anew."""
        ...

    def end(self, cookie: str) -> None:
        """Forget the session; one that is gone already stays gone."""
        ...

    def of(self, account_id: UUID, *, data_key: DataKey, now: float) -> list[Session]:
        """Return the open sessions of one account, oldest first."""
        ...

    def end_all(self, account_id: UUID, *, but: UUID | None = None) -> None:
        """End every session of the account, but for the one called *but*."""
        ...

    def set_idle(self, account_id: UUID, seconds: float) -> None:
        """Change how long the account's sessions stay open when nothing happens."""
        ...

    def keep_aside(self, session: Session) -> None:
        """Let what lies beside *session* be there for the next request, whoever answers it."""
        ...

    def drop_ended(self, now: float) -> None:
        """Forget what ended by itself."""
        ...


def secret_in(cookie: str) -> bytes:
    """Return the 32 bytes of *cookie*; raise `NoSession` where it is no cookie of ours."""
    try:
        secret = base64.urlsafe_b64decode(cookie.encode("ascii", "replace") + b"=")
    except ValueError:
        raise NoSession from None
    if len(secret) != COOKIE_BYTES:
        raise NoSession
    return secret


def cookie_of(secret: bytes) -> str:
    """Return the cookie that holds *secret*."""
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def row_of(secret: bytes) -> bytes:
    """Return the 32 bytes that the session is found by; they open nothing."""
    token = hkdf(secret, salt=b"", info="beside/1/session-id")
    return hashlib.sha256(token).digest()
