"""What is sealed: MessagePack of ``{v, kind, data}``, with ids as 16 bytes and times as timestamps.

msgspec's own errors repeat what they could not read, so none of them leaves this module.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec

from beside.kernel.records import (
    Foreign,
    FromALaterRelease,
    NotReadable,
    Record,
    UnknownKind,
    kind_named,
    lifted,
)

R = TypeVar("R", bound=Record)

_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")


class _Envelope(msgspec.Struct, gc=False):
    v: int
    kind: str
    data: msgspec.Raw


_envelopes = msgspec.msgpack.Decoder(_Envelope)


@cache
def _decoder(kind: type[Record]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def encoded(record: Record) -> bytes:
    """Return the body that is sealed."""
    if isinstance(record, Foreign):
        data = msgspec.Raw(_encoder.encode(msgspec.msgpack.decode(record.contents)))
        return _encoder.encode(_Envelope(record.foreign_version, record.foreign_kind, data))
    data = msgspec.Raw(_encoder.encode(record))
    return _encoder.encode(_Envelope(type(record).version, type(record).kind, data))


def decoded(body: bytes, kind: type[R]) -> R | None:
    """Return the record in *body*, or ``None`` where it is of another kind.

    Raises `NotReadable` or `FromALaterRelease`.
    """
    try:
        envelope = _envelopes.decode(body)
        if envelope.kind != kind.kind:
            return None
        if envelope.v == kind.version:
            return _decoder(kind).decode(envelope.data)  # type: ignore[no-any-return]
        contents = msgspec.msgpack.decode(envelope.data)
        contents = lifted(envelope.kind, envelope.v, contents)
        return _decoder(kind).decode(msgspec.msgpack.encode(contents))  # type: ignore[no-any-return]
    except (msgspec.MsgspecError, TypeError, AttributeError, KeyError):
        raise NotReadable(kind.kind) from None


def decoded_any(body: bytes, *, revision: int, record_id: Any) -> Record:
    """Return the record in *body* whatever its kind: `Foreign` where this release knows it not."""
    try:
        envelope = _envelopes.decode(body)
    except msgspec.MsgspecError:
        raise NotReadable from None
    try:
        found = decoded(body, kind_named(envelope.kind))
    except (UnknownKind, FromALaterRelease):
        found = None
    return found or Foreign(
        id=record_id,
        revision=revision,
        foreign_kind=envelope.kind,
        foreign_version=envelope.v,
        contents=msgspec.Raw(bytes(envelope.data)),
    )
