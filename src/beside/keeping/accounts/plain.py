"""What is laid aside for a while and must reach another process goes as bytes that only say values.

Plain values and records, in MessagePack: nothing that is read back can do anything (no pickle).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from msgspec.msgpack import Ext

from beside.kernel.records import Record, UnknownKind, kind_named

_UUID, _MAP, _RECORD = 1, 2, 3
_PLAIN = (bool, int, float, str, bytes, type(None))
_FASTEST = 1
"""How hard zlib tries: pages shrink to a quarter in a third of a millisecond."""


class CannotLieAside(Exception):
    """Neither a plain value nor a record. Names the type alone."""


class NotReadable(Exception):
    """Not what was laid aside by this release."""


def encoded(value: Any) -> bytes:
    """Return *value* (plain values, ids, records, and lists and mappings of them) as bytes."""
    return msgspec.msgpack.encode(_out(value))


def decoded(body: bytes) -> Any:
    """Return the value; raise `NotReadable`. Tuples come back as lists."""
    try:
        return msgspec.msgpack.decode(body, ext_hook=_in)
    except (msgspec.MsgspecError, UnknownKind, ValueError, TypeError):
        raise NotReadable from None


def packed(things: Mapping[str, bytes], *, most: int) -> bytes:
    """Return *things* in at most *most* bytes; where there are more, the oldest are left out."""
    left = list(things.items())
    while True:
        body = zlib.compress(msgspec.msgpack.encode(left), _FASTEST)
        if len(body) <= most or not left:
            return body
        del left[0]


def shrunk(body: bytes) -> int:
    """Return how many bytes *body* takes once it is packed."""
    return len(zlib.compress(body, _FASTEST))


def unpacked(body: bytes) -> dict[str, bytes]:
    """Return the bytes of each thing by its name; raise `NotReadable`."""
    try:
        return dict(msgspec.msgpack.decode(zlib.decompress(body), type=list[tuple[str, bytes]]))
    except (msgspec.MsgspecError, zlib.error):
        raise NotReadable from None


def _out(value: Any) -> Any:
    if isinstance(value, Record):
        kind = type(value)
        return Ext(_RECORD, msgspec.msgpack.encode([kind.kind, kind.version, value]))
    if isinstance(value, UUID):
        return Ext(_UUID, value.bytes)
    if isinstance(value, Mapping):
        pairs = [[_out(key), _out(one)] for key, one in value.items()]
        return Ext(_MAP, msgspec.msgpack.encode(pairs))
    if isinstance(value, (list, tuple)):
        return [_out(one) for one in value]
    if isinstance(value, _PLAIN):
        # A subclass (an Enum of texts) comes back as what it says.
        return value
    raise CannotLieAside(type(value).__name__)


def _in(code: int, body: memoryview) -> Any:
    if code == _UUID:
        return UUID(bytes=bytes(body))
    if code == _MAP:
        return dict(msgspec.msgpack.decode(body, ext_hook=_in))
    if code == _RECORD:
        named, version, contents = msgspec.msgpack.decode(body, type=tuple[str, int, msgspec.Raw])
        kind = kind_named(named)
        if kind.version != version:
            raise ValueError
        return msgspec.msgpack.decode(contents, type=kind)
    raise ValueError
