"""A link carries one secret, and all that is behind it hangs on that secret and on nothing else.

The secret stands in the link alone. From it come a key (it seals what the link shows, and vouches
for what comes back) and a proof; the row of a link is found by SHA-256 of the proof. What comes
back is sealed to the public key that stands *inside* what the link shows, so that nobody who writes
to the database can put another in its place.

``0xB7 | suite u8 | nonce 12 | sealed`` is what a link shows; ``0xB8 | suite u8 | turn u32 | sealed
| vouched 32`` is what came back. *turn* counts how often something was written through the link:
what was taken in once has no second turn.
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from dataclasses import dataclass
from uuid import UUID

from beside.keeping.crypto import hpke
from beside.keeping.crypto.primitives import (
    KEY,
    NONCE,
    TAG,
    NotAuthentic,
    Sealer,
    expand,
    hkdf,
    joined,
    random_bytes,
    same,
    vouched,
    wipe,
    wiped,
)
from beside.keeping.crypto.records import STEP, padded_size

SHOWN, CAME_BACK = 0xB7, 0xB8
SUITE = 1
SECRET = 32
VOUCHED = 32

FOR_KEY = "beside/1/link/key"
FOR_PROOF = "beside/1/link/proof"
FOR_REPLY = "beside/1/link/reply"

_shown = struct.Struct(">BB12s")
_came = struct.Struct(">BBI")
_length = struct.Struct(">I")
_SHORTEST_SHOWN = _shown.size + STEP + TAG
_SHORTEST_CAME = _came.size + hpke.MORE + STEP + VOUCHED
_CODE = re.compile(r"[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


class NotACode(Exception):
    """A character is missing, or too many: this is not what stands after the ``#`` of a link."""


@dataclass(frozen=True)
class Place:
    """What a link belongs to; *ask* is ``None`` for one through which offers come."""

    account: UUID
    link: UUID
    ask: UUID | None = None

    def within(self) -> tuple[bytes, bytes, bytes]:
        """Return the three ids as they are bound in."""
        asked = self.ask.bytes if self.ask else bytes(16)
        return self.account.bytes, asked, self.link.bytes


@dataclass(frozen=True)
class LinkKey:
    """What a secret comes to: the key, and the name of the row that the proof finds."""

    key: bytearray
    row: bytes

    def __repr__(self) -> str:
        return "<LinkKey>"

    def wipe(self) -> None:
        wipe(self.key)


def new_secret() -> bytes:
    """Return 32 random bytes."""
    return random_bytes(SECRET)


def written(secret: bytes) -> str:
    """Return *secret* as it stands in a link: 43 letters, digits, ``-`` and ``_``."""
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def read(typed: str) -> bytes:
    """Return the secret in *typed*: the code, or the link with all that a messenger put round it.

    Raises `NotACode`.
    """
    found = _CODE.match(typed.rpartition("#")[2].strip())
    secret = base64.urlsafe_b64decode(found[0] + "=") if found else b""
    # The last letter has two bits to spare: one secret is written in one way.
    if found is None or written(secret) != found[0]:
        raise NotACode
    return secret


def link_key(secret: bytes) -> LinkKey:
    """Return the key of a link, and the SHA-256 of its proof."""
    with wiped(hkdf(secret, salt=b"", info=FOR_PROOF)) as proof:
        row = hashlib.sha256(proof).digest()
    return LinkKey(key=hkdf(secret, salt=b"", info=FOR_KEY), row=row)


def _padded(body: bytes) -> bytes:
    return (_length.pack(len(body)) + body).ljust(padded_size(_length.size + len(body)), b"\0")


def _unpadded(plain: bytes) -> bytes:
    end = _length.size + _length.unpack_from(plain)[0]
    if end > len(plain):
        raise NotAuthentic
    return plain[_length.size : end]


def _context(place: Place) -> bytes:
    account, _, link = place.within()
    return joined(b"beside/1", bytes((SUITE,)), b"link", account, link)


def sealed_ask(key: LinkKey, body: bytes, place: Place, *, nonce: bytes | None = None) -> bytes:
    """Return *body* as the link shows it to whoever has its secret."""
    nonce = nonce or random_bytes(NONCE)
    head = _shown.pack(SHOWN, SUITE, nonce)
    return head + Sealer(key.key).seal(_padded(body), nonce=nonce, context=_context(place))


def opened_ask(key: LinkKey, sealed: bytes, place: Place) -> bytes:
    """Return what the link shows; raise `NotAuthentic`. The ask is not asked for: it is inside."""
    if len(sealed) < _SHORTEST_SHOWN or sealed[:2] != bytes((SHOWN, SUITE)):
        raise NotAuthentic
    nonce = sealed[2 : _shown.size]
    plain = Sealer(key.key).open(sealed[_shown.size :], nonce=nonce, context=_context(place))
    return _unpadded(plain)


def _info(place: Place) -> bytes:
    return joined(b"beside/1/reply", *place.within())


def _voucher(key: LinkKey, text: bytes, place: Place) -> bytes:
    with wiped(expand(key.key, info=FOR_REPLY)) as vouching:
        return vouched(vouching, _info(place) + text)


def sealed_reply(key: LinkKey, public: bytes, body: bytes, place: Place, *, turn: int) -> bytes:
    """Return *body* sealed to *public*, and vouched for by whoever has the link.

    Raises `NotAuthentic` where *public* is no key.
    """
    head = _came.pack(CAME_BACK, SUITE, turn)
    text = head + hpke.sealed_to(public, _padded(body), info=_info(place))
    return text + _voucher(key, text, place)


def opened_reply(
    key: LinkKey, private: bytes | bytearray, sealed: bytes, place: Place
) -> tuple[int, bytes]:
    """Return the turn and what was said; raise `NotAuthentic` for what is forged, cut or moved."""
    if len(sealed) < _SHORTEST_CAME or len(private) != KEY:
        raise NotAuthentic
    mark, suite, turn = _came.unpack_from(sealed)
    if (mark, suite) != (CAME_BACK, SUITE):
        raise NotAuthentic
    text, voucher = sealed[:-VOUCHED], sealed[-VOUCHED:]
    if not same(voucher, _voucher(key, text, place)):
        raise NotAuthentic
    plain = hpke.opened_with(private, text[_came.size :], info=_info(place))
    return turn, _unpadded(plain)
