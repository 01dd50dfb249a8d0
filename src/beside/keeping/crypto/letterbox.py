"""A letter goes in through a slot: whoever stands at the slot adds, and cannot look behind it.

Each device has a key pair of its own. The browser keeps the public half and a random token, in one
cookie; the private half lies sealed in the notebook's own row. So the cookie opens nothing, and who
writes to the database can neither put another key in its place nor, without the cookie, add a
letter that opens.

``0xBA | suite u8 | HPKE``; *info* is, each part with its u16 length before it, the text
``beside/1/letterbox``, account id, and SHA-256 of the token. Inside: u32 length, the letter, zeros
up to the padded size of a record.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass
from uuid import UUID

from beside.keeping.crypto import hpke
from beside.keeping.crypto.primitives import KEY, NotAuthentic, joined, random_bytes
from beside.keeping.crypto.records import padded_size

MARK = 0xBA
SUITE = 1
NAME = b"beside/1/letterbox"
TOKEN = 32

_head = bytes((MARK, SUITE))
_length = struct.Struct(">I")


class NotASlot(Exception):
    """What the browser brought along is not what it was given."""


@dataclass(frozen=True)
class Slot:
    """What a device brings along: a random token, and the public half of its key."""

    token: bytes
    public: bytes

    def __repr__(self) -> str:
        return "<Slot>"

    @property
    def device(self) -> bytes:
        """What the device is known by: SHA-256 of its token."""
        return hashlib.sha256(self.token).digest()

    def written(self) -> str:
        """Return it as the cookie holds it: token and key in base64url, without padding."""
        return base64.urlsafe_b64encode(self.token + self.public).decode().rstrip("=")


def slot_in(cookie: str) -> Slot:
    """Return what *cookie* holds; raise `NotASlot`."""
    try:
        held = base64.urlsafe_b64decode(cookie.encode("ascii", "replace") + b"==")
    except ValueError:
        raise NotASlot from None
    if len(held) != TOKEN + KEY:
        raise NotASlot
    return Slot(held[:TOKEN], held[TOKEN:])


def new_slot() -> tuple[Slot, bytearray]:
    """Return the slot of a device that is marked now, and the private half of its key."""
    private = hpke.new_private_key()
    return Slot(random_bytes(TOKEN), hpke.public_of(private)), private


def _info(account_id: UUID, device: bytes) -> bytes:
    return joined(NAME, account_id.bytes, device)


def put_in(slot: Slot, account_id: UUID, letter: bytes) -> bytes:
    """Return *letter* as the holder of the notebook alone reads it; raise `NotASlot`."""
    size = padded_size(_length.size + len(letter))
    plain = (_length.pack(len(letter)) + letter).ljust(size, b"\0")
    try:
        sealed = hpke.sealed_to(slot.public, plain, info=_info(account_id, slot.device))
    except NotAuthentic:
        raise NotASlot from None
    return _head + sealed


def taken_out(
    private: bytes | bytearray, sealed: bytes, *, account_id: UUID, device: bytes
) -> bytes:
    """Return the letter; raise `NotAuthentic` for one that did not come through this slot."""
    if sealed[:2] != _head or len(sealed) < len(_head) + hpke.MORE + _length.size:
        raise NotAuthentic
    plain = hpke.opened_with(private, sealed[2:], info=_info(account_id, device))
    end = _length.size + _length.unpack_from(plain)[0]
    if end > len(plain):
        raise NotAuthentic
    return plain[_length.size : end]
