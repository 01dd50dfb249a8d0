"""Where open sessions are kept: in this process where one serves all, in a table where many do."""

from __future__ import annotations

from beside.keeping.accounts.memory_sessions import MemorySessions
from beside.keeping.accounts.session import (
    ABSOLUTE,
    IDLE_CHOICES,
    IDLE_DEFAULT,
    NoSession,
    Session,
    Sessions,
    steady,
)
from beside.keeping.accounts.table_sessions import TableSessions
from beside.keeping.disk.engine import is_one_file

__all__ = [
    "ABSOLUTE",
    "IDLE_CHOICES",
    "IDLE_DEFAULT",
    "MemorySessions",
    "NoSession",
    "Session",
    "Sessions",
    "TableSessions",
    "sessions",
    "steady",
]

sessions: Sessions = MemorySessions() if is_one_file() else TableSessions()
