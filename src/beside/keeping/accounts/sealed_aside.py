"""What pages lay beside a session, in a row that every process reaches: sealed, small, and merged.

Opened when it is first asked for, as most pages ask for nothing. What two requests of one session
lay aside at the same time is both kept, name by name.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from functools import cached_property
from typing import Any
from uuid import UUID

from beside.keeping.accounts.plain import NotReadable, decoded, encoded, packed, unpacked
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey

MOST = 64 * 1024
"""Bytes of all of it together, packed; the oldest make room."""


class SessionSealer:
    """Seals what belongs to one session, with the key of the notebook that it holds open."""

    def __init__(self, account_id: UUID, session_id: UUID, data_key: DataKey) -> None:
        self._sealer = RecordSealer(account_id, data_key)
        self._id = session_id.bytes

    def seal(self, what: str, body: bytes, *, revision: int) -> bytes:
        """Return *body* sealed, padded to a step."""
        bucket = self._sealer.bucket(f"session {what}", "0000-00")
        return self._sealer.seal(body, bucket=bucket, record_id=self._id, revision=revision)

    def open(self, what: str, sealed: bytes, *, revision: int) -> bytes:
        """Return what was sealed; raise `NotAuthentic`."""
        bucket = self._sealer.bucket(f"session {what}", "0000-00")
        return self._sealer.open(sealed, bucket=bucket, record_id=self._id, revision=revision)


class SealedAside(MutableMapping[str, Any]):
    """A mapping that is opened late, and knows what was changed in it."""

    def __init__(
        self, account_id: UUID, session_id: UUID, data_key: DataKey, sealed: bytes | None, at: int
    ) -> None:
        self._of = (account_id, session_id, data_key)
        self._sealed, self.revision = sealed, at
        self._things: dict[str, Any] | None = None
        self._before: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return "<SealedAside>"

    @cached_property
    def _sealer(self) -> SessionSealer:
        return SessionSealer(*self._of)

    def _opened(self) -> dict[str, Any]:
        if self._things is None:
            self._before = self._read(self._sealed, self.revision)
            self._things = {name: decoded(body) for name, body in self._before.items()}
        return self._things

    def _read(self, sealed: bytes | None, revision: int) -> dict[str, bytes]:
        """Return what was laid aside; what another release left there is passed over."""
        if sealed is None:
            return {}
        try:
            things = unpacked(self._sealer.open("aside", sealed, revision=revision))
            return {name: body for name, body in things.items() if _is_readable(body)}
        except (NotAuthentic, NotReadable):
            return {}

    def changed(self) -> dict[str, bytes | None]:
        """Return what is other than it was, by name; ``None`` for what was taken away."""
        if self._things is None:
            return {}
        now = {name: encoded(value) for name, value in self._things.items()}
        gone: dict[str, bytes | None] = dict.fromkeys(self._before.keys() - now.keys())
        return gone | {name: body for name, body in now.items() if self._before.get(name) != body}

    def merged(self, sealed: bytes | None, revision: int) -> bytes | None:
        """Return what to keep as the revision after *revision*, at which *sealed* lies there.

        ``None`` where nothing is left.
        """
        things = self._read(sealed, revision)
        for name, body in self.changed().items():
            things.pop(name, None)
            if body is not None:
                things[name] = body
        if not things:
            return None
        return self._sealer.seal("aside", packed(things, most=MOST), revision=revision + 1)

    def __getitem__(self, name: str) -> Any:
        return self._opened()[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._opened()[name] = value

    def __delitem__(self, name: str) -> None:
        del self._opened()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._opened())

    def __len__(self) -> int:
        return len(self._opened())


def _is_readable(body: bytes) -> bool:
    try:
        decoded(body)
    except NotReadable:
        return False
    return True
