"""A device that makes passkeys and answers with them, in memory, as WebAuthn says it must.

It signs with ES256 and attests nothing. `prf` is HMAC over the salt with a secret of each passkey.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256

from beside.keeping.crypto.passkey import SALT, Page, as_bytes, as_text

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40
HERE = Page(origin="http://beside.localhost:8750", host="beside.localhost")


@dataclass
class Finger:
    """One passkey on somebody's device."""

    page: Page = HERE
    credential_id: bytes = field(default_factory=lambda: os.urandom(32))
    secret: bytes = field(default_factory=lambda: os.urandom(32))

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    @property
    def prf(self) -> bytearray:
        """Return what opens."""
        return bytearray(hmac.digest(self.secret, SALT, "sha256"))

    def made(self, challenge: str, *, flags: int = PRESENT | VERIFIED) -> dict[str, Any]:
        """Return what the browser says once the passkey is made."""
        public = cbor.encode(dict(ES256.from_cryptography_key(self._key.public_key())))
        length = len(self.credential_id).to_bytes(2, "big")
        held = bytes(16) + length + self.credential_id + public
        document = {"fmt": "none", "attStmt": {}, "authData": self._said(flags | WITH_KEY) + held}
        response = {
            "clientDataJSON": as_text(self._client("webauthn.create", challenge)),
            "attestationObject": as_text(cbor.encode(document)),
        }
        return self._answer(response)

    def answer(self, challenge: str, *, flags: int = PRESENT | VERIFIED) -> dict[str, Any]:
        """Return what the browser says when the passkey is used."""
        client, said = self._client("webauthn.get", challenge), self._said(flags)
        signed = self._key.sign(said + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": as_text(client),
            "authenticatorData": as_text(said),
            "signature": as_text(signed),
        }
        return self._answer(response)

    def _client(self, kind: str, challenge: str) -> bytes:
        assert as_bytes(challenge)
        said = {"type": kind, "challenge": challenge, "origin": self.page.origin}
        return json.dumps(said).encode()

    def _said(self, flags: int) -> bytes:
        return hashlib.sha256(self.page.host.encode()).digest() + bytes((flags,)) + bytes(4)

    def _answer(self, response: dict[str, str]) -> dict[str, Any]:
        named = as_text(self.credential_id)
        return {"id": named, "rawId": named, "type": "public-key", "response": response}
