"""A table of sessions whose database has the clock of the asker, so that hours pass at once."""

from __future__ import annotations

from typing import Any

from beside.keeping.accounts.table_sessions import TableSessions


class TableAtATime(TableSessions):
    """Sessions in the table; it is whatever time the asker says, in seconds."""

    at = 0.0

    def start(self, *who: Any, now: float, **rest: Any) -> str:
        self.at = now
        return super().start(*who, now=now, **rest)

    def resume(self, cookie: str, *, now: float, **rest: Any) -> Any:
        self.at = now
        return super().resume(cookie, now=now, **rest)

    def of(self, *who: Any, now: float, **rest: Any) -> Any:
        self.at = now
        return super().of(*who, now=now, **rest)

    def drop_ended(self, now: float) -> None:
        self.at = now
        super().drop_ended(now)

    def _clock(self) -> str:
        return f"CAST({self.at!r} AS double precision)"

    def _database_time(self) -> float:
        return self.at
