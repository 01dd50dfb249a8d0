"""What a row says about itself is sealed like a record: only the open notebook can read it."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

import msgspec

from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey

S = TypeVar("S", bound=msgspec.Struct)

_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")


class Abouts:
    """Seals and opens what rows of one account say about themselves; *kind* names the table."""

    def __init__(self, account_id: UUID, data_key: DataKey, *, kind: str) -> None:
        self._sealer = RecordSealer(account_id, data_key)
        self._bucket = self._sealer.bucket(kind, "0000-00")

    def seal(self, row: bytes, about: msgspec.Struct) -> bytes:
        """Return *about*, sealed for the row called *row*."""
        body = _encoder.encode(about)
        return self._sealer.seal(body, bucket=self._bucket, record_id=row[:16], revision=1)

    def open(self, row: bytes, sealed: bytes, kind: type[S]) -> S:
        """Return what the row called *row* says; raise `NotAuthentic`."""
        body = self._sealer.open(
            bytes(sealed), bucket=self._bucket, record_id=bytes(row)[:16], revision=1
        )
        try:
            return msgspec.msgpack.decode(body, type=kind)
        except msgspec.MsgspecError:
            raise NotAuthentic from None
