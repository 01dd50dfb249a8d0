"""Sessions of one process, in its memory: a restart locks, and nothing of them touches the disk."""

from __future__ import annotations

import threading
from dataclasses import replace
from uuid import UUID

from beside.keeping.accounts.session import (
    COOKIE_BYTES,
    NoSession,
    Session,
    cookie_of,
    row_of,
    secret_in,
)
from beside.keeping.crypto.primitives import NotAuthentic, random_bytes
from beside.keeping.crypto.wraps import FOR_SESSION, DataKey, locking_key, unwrap, wrap


class MemorySessions:
    """Sessions of one process; `Sessions`."""

    def __init__(self) -> None:
        self._salt = random_bytes(32)
        self._open: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<MemorySessions: {len(self._open)}>"

    def start(
        self, account_id: UUID, data_key: DataKey, *, label: str, idle: float, now: float
    ) -> str:
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
            self._open[row_of(secret)] = session
        return cookie_of(secret)

    def resume(self, cookie: str, *, now: float, touch: bool = True) -> tuple[Session, DataKey]:
        secret = secret_in(cookie)
        row = row_of(secret)
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
        try:
            row = row_of(secret_in(cookie))
        except NoSession:
            return
        with self._lock:
            self._open.pop(row, None)

    def of(
        self,
        account_id: UUID,
        *,
        data_key: DataKey,  # noqa: ARG002 - a table needs it, memory keeps the label as it is
        now: float,
    ) -> list[Session]:
        with self._lock:
            self._drop_ended(now)
            found = [s for s in self._open.values() if s.account_id == account_id]
        return sorted(found, key=lambda session: session.started)

    def end_all(self, account_id: UUID, *, but: UUID | None = None) -> None:
        with self._lock:
            self._open = {
                row: session
                for row, session in self._open.items()
                if session.account_id != account_id or session.public_id == but
            }

    def set_idle(self, account_id: UUID, seconds: float) -> None:
        with self._lock:
            for row, session in self._open.items():
                if session.account_id == account_id:
                    self._open[row] = replace(session, idle=seconds)

    def keep_aside(self, session: Session) -> None:
        """Do nothing: what lies aside is the same mapping for every request."""

    def drop_ended(self, now: float) -> None:
        with self._lock:
            self._drop_ended(now)

    def _drop_ended(self, now: float) -> None:
        self._open = {row: one for row, one in self._open.items() if not one.ended(now)}
