"""A passkey opens with what only it can compute: the PRF of WebAuthn (HMAC-secret, 32 bytes).

That output locks the data key as words do. What else the browser sends (which page asked, whether
the person was verified, a signature over a fresh challenge) is checked beside it, so that what was
overheard once opens nothing later. Nothing is asked about who made the device.

A challenge needs no memory: ``time u64 (ms) | random 16 | voucher 16``, the voucher being the start
of HMAC-SHA256(server's key, purpose ‖ time ‖ random), purpose with its u16 length before it. It is
good for two minutes, for one purpose, and once: each passkey takes later ones than its last alone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beside.keeping.crypto.primitives import joined, random_bytes, same, vouched

SALT = hashlib.sha256(b"beside/1/passkey").digest()
"""What every passkey computes its output from. Each has a key of its own, so one salt will do."""
PRF = 32
GOOD_FOR = 2 * 60 * 1000
"""Milliseconds for which a challenge is good."""
OPENING = "open"
RANDOM = VOUCHER = 16

_time = struct.Struct(">Q")


class NotAPasskey(Exception):
    """What came is not what a passkey says to this page, or it came too late."""


@dataclass(frozen=True)
class Page:
    """The page that asks: its origin (scheme, host, port), and its host alone."""

    origin: str
    host: str


@dataclass(frozen=True)
class Made:
    """A passkey that was made just now: its id, and what its signatures are checked with."""

    credential_id: bytes
    public: bytes

    def __repr__(self) -> str:
        return "<Made>"


def as_text(held: bytes) -> str:
    """Return *held* in base64url without padding, as WebAuthn writes bytes."""
    return base64.urlsafe_b64encode(held).decode().rstrip("=")


def as_bytes(text: str) -> bytes:
    """Return the bytes that *text* stands for; raise `NotAPasskey`."""
    try:
        return base64.urlsafe_b64decode(text.encode("ascii") + b"==")
    except ValueError:
        raise NotAPasskey from None


def output(text: str) -> bytearray:
    """Return the 32 bytes of PRF output in *text*; raise `NotAPasskey`."""
    held = as_bytes(text)
    if len(held) != PRF:
        raise NotAPasskey
    return bytearray(held)


def row_of(credential_id: bytes) -> bytes:
    """Return what the passkey is found by."""
    return hashlib.sha256(credential_id).digest()


def _voucher(key: bytes, purpose: str, body: bytes) -> bytes:
    return vouched(key, joined(purpose.encode()) + body)[:VOUCHER]


def new_challenge(key: bytes, *, purpose: str, now: int, drawn: bytes | None = None) -> str:
    """Return a challenge in base64url; *now* in milliseconds since 1970."""
    body = _time.pack(now) + (drawn or random_bytes(RANDOM))
    return as_text(body + _voucher(key, purpose, body))


def asked_at(key: bytes, challenge: bytes, *, purpose: str, now: int) -> int:
    """Return when *challenge* was made; raise `NotAPasskey` where it is not ours, or too old."""
    body, voucher = challenge[:-VOUCHER], challenge[-VOUCHER:]
    if len(challenge) != _time.size + RANDOM + VOUCHER:
        raise NotAPasskey
    if not same(voucher, _voucher(key, purpose, body)):
        raise NotAPasskey
    (at,) = _time.unpack_from(body)
    if not now - GOOD_FOR <= at <= now:
        raise NotAPasskey
    return int(at)


def answered(text: str) -> dict[str, Any]:
    """Return what the browser said of a passkey, as a map; raise `NotAPasskey`."""
    try:
        said = json.loads(text)
    except ValueError:
        raise NotAPasskey from None
    if not isinstance(said, dict):
        raise NotAPasskey
    return said


def credential_of(answer: Mapping[str, Any]) -> bytes:
    """Return the id of the passkey that answers; raise `NotAPasskey`."""
    named = answer.get("rawId")
    if not isinstance(named, str):
        raise NotAPasskey
    return as_bytes(named)


def challenge_of(answer: Mapping[str, Any]) -> bytes:
    """Return the challenge that was answered; raise `NotAPasskey`."""
    try:
        client = json.loads(as_bytes(answer["response"]["clientDataJSON"]))
        return as_bytes(client["challenge"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotAPasskey from None


def made(answer: Mapping[str, Any], *, challenge: bytes, page: Page) -> Made:
    """Return the passkey that was made on *page* for *challenge*; raise `NotAPasskey`."""
    from fido2.webauthn import RegistrationResponse

    try:
        response = RegistrationResponse.from_dict(answer)
        found = _server(page).register_complete(_state(challenge), response).credential_data
    except Exception:  # noqa: BLE001 - in whatever way a parser says no, it is a no
        raise NotAPasskey from None
    if found is None:
        raise NotAPasskey
    return Made(bytes(found.credential_id), bytes(found))


def check(answer: Mapping[str, Any], *, public: bytes, challenge: bytes, page: Page) -> None:
    """Let pass what the passkey *public* said to *page* about *challenge*; raise `NotAPasskey`."""
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

    try:
        response = AuthenticationResponse.from_dict(answer)
        credentials = [AttestedCredentialData(public)]
        _server(page).authenticate_complete(_state(challenge), credentials, response)
    except Exception:  # noqa: BLE001 - as above
        raise NotAPasskey from None


def _server(page: Page) -> Any:
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    here = PublicKeyCredentialRpEntity(name="Notes", id=page.host)
    return Fido2Server(here, verify_origin=lambda origin: origin == page.origin)


def _state(challenge: bytes) -> dict[str, str]:
    return {"challenge": as_text(challenge), "user_verification": "required"}
