"""Sessions that several processes and machines share: in a table that is in no backup and no log.

`UNLOGGED` in PostgreSQL: not in the write-ahead log, not in a copy by `pg_basebackup`, empty after
a crash (then everybody opens again); ``pg_dump`` leaves it out with ``--no-unlogged-table-data``.
A row holds the data key wrapped by a key that is derived from the cookie and from the key of the
hour that the session began in. Whether it ended is told by the clock of the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from beside.keeping.accounts import epochs
from beside.keeping.accounts.models import EpochKey, OpenSession
from beside.keeping.accounts.sealed_aside import SealedAside, SessionSealer
from beside.keeping.accounts.session import (
    ABSOLUTE,
    COOKIE_BYTES,
    NoSession,
    Session,
    cookie_of,
    row_of,
    secret_in,
)
from beside.keeping.crypto.primitives import NotAuthentic, random_bytes
from beside.keeping.crypto.wraps import FOR_SESSION, DataKey, locking_key, unwrap, wrap
from beside.keeping.disk.engine import database_time, seconds_now
from beside.kernel.ids import new_id

AT_ONCE = 8
"""How often what lies aside is merged anew, where others lay something there meanwhile."""

_TABLE, _KEYS = OpenSession._meta.db_table, EpochKey._meta.db_table  # noqa: SLF001 - tables' names
_OPEN = f"{{now}} - used <= idle AND {{now}} - started <= {ABSOLUTE}"
_FOUND = (
    f"account_id, public_id, wrapped, {{now}} - started, idle, aside, aside_revision, "  # noqa: S608 - as above
    f"(SELECT k.key FROM {_KEYS} k WHERE k.hour = {_TABLE}.hour)"
)
_TOUCH = (
    f"UPDATE {_TABLE} SET used = {{now}} WHERE cookie_hash = %s AND {_OPEN} RETURNING {_FOUND}, 0.0"  # noqa: S608
)
_LOOK = f"SELECT {_FOUND}, {{now}} - used FROM {_TABLE} WHERE cookie_hash = %s AND {_OPEN}"  # noqa: S608


class TableSessions:
    """Sessions in the database; `Sessions`."""

    def __repr__(self) -> str:
        return "<TableSessions>"

    def start(
        self,
        account_id: UUID,
        data_key: DataKey,
        *,
        label: str,
        idle: float,
        now: float,  # noqa: ARG002 - the database's clock counts
    ) -> str:
        here = self._database_time()
        secret, public_id, hour = random_bytes(COOKIE_BYTES), new_id(), epochs.hour_of(here)
        key = locking_key(secret, salt=epochs.key_of(hour), purpose=FOR_SESSION)
        sealer = SessionSealer(account_id, public_id, data_key)
        OpenSession(
            cookie_hash=row_of(secret),
            account_id=account_id,
            public_id=public_id,
            hour=hour,
            wrapped=wrap(data_key, key),
            label=sealer.seal("label", label.encode(), revision=0),
            started=here,
            used=here,
            idle=idle,
        ).save(force_insert=True)
        key.wipe()
        return cookie_of(secret)

    def resume(self, cookie: str, *, now: float, touch: bool = True) -> tuple[Session, DataKey]:
        secret = secret_in(cookie)
        found = self._ask(_TOUCH if touch else _LOOK, [row_of(secret)])
        if found is None:
            raise NoSession
        account, public, wrapped, age, idle, aside, revision, hour_key, unused = found
        if hour_key is None:
            raise NoSession
        key = locking_key(secret, salt=bytes(hour_key), purpose=FOR_SESSION)
        try:
            data_key = unwrap(bytes(wrapped), key)
        except NotAuthentic:
            raise NoSession from None
        finally:
            key.wipe()
        account_id, public_id = _as_id(account), _as_id(public)
        sealed = None if aside is None else bytes(aside)
        session = Session(
            account_id=account_id,
            wrapped=bytes(wrapped),
            label="",
            started=now - float(age),
            used=now - float(unused),
            idle=idle,
            public_id=public_id,
            aside=SealedAside(account_id, public_id, data_key, sealed, revision),
        )
        return session, data_key

    def end(self, cookie: str) -> None:
        try:
            row = row_of(secret_in(cookie))
        except NoSession:
            return
        OpenSession.objects.filter(cookie_hash=row).delete()

    def of(self, account_id: UUID, *, data_key: DataKey, now: float) -> list[Session]:
        here = self._database_time()
        rows = OpenSession.objects.filter(account_id=account_id).order_by("started")
        sessions = (self._listed(row, data_key, now - here) for row in rows)
        return [session for session in sessions if not session.ended(now)]

    def end_all(self, account_id: UUID, *, but: UUID | None = None) -> None:
        found = OpenSession.objects.filter(account_id=account_id)
        (found.exclude(public_id=but) if but else found).delete()

    def set_idle(self, account_id: UUID, seconds: float) -> None:
        OpenSession.objects.filter(account_id=account_id).update(idle=seconds)

    def keep_aside(self, session: Session) -> None:
        aside = session.aside
        if not isinstance(aside, SealedAside) or not aside.changed():
            return
        found = OpenSession.objects.filter(
            account_id=session.account_id, public_id=session.public_id
        )
        for _ in range(AT_ONCE):
            there = found.values_list("aside", "aside_revision").first()
            if there is None:
                return  # it ended meanwhile, and what lay beside it goes too
            sealed, revision = there
            merged = aside.merged(None if sealed is None else bytes(sealed), revision)
            if found.filter(aside_revision=revision).update(
                aside=merged, aside_revision=revision + 1
            ):
                return

    def drop_ended(self, now: float) -> None:  # noqa: ARG002 - the database's clock counts
        here = self._database_time()
        idle_for_too_long = Q(used__lt=here - F("idle"))
        OpenSession.objects.filter(idle_for_too_long | Q(started__lt=here - ABSOLUTE)).delete()
        epochs.drop_old(epochs.hour_of(here))

    def _listed(self, row: OpenSession, data_key: DataKey, ahead: float) -> Session:
        sealer = SessionSealer(row.account_id, row.public_id, data_key)
        try:
            label = sealer.open("label", bytes(row.label), revision=0).decode()
        except NotAuthentic:
            label = ""
        return Session(
            account_id=row.account_id,
            wrapped=bytes(row.wrapped),
            label=label,
            started=row.started + ahead,
            used=row.used + ahead,
            idle=row.idle,
            public_id=row.public_id,
        )

    def _clock(self) -> str:
        return seconds_now()

    def _database_time(self) -> float:
        return database_time()

    def _ask(self, question: str, values: Sequence[bytes]) -> tuple[Any, ...] | None:
        with connection.cursor() as cursor:
            cursor.execute(question.format(now=self._clock()), values)
            found: tuple[Any, ...] | None = cursor.fetchone()
            return found


def _as_id(stored: UUID | str) -> UUID:
    return stored if isinstance(stored, UUID) else UUID(stored)
