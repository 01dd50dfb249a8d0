"""Known answers, asked at every start: a library that is subtly broken must not seal anything."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from beside.keeping.crypto import hpke
from beside.keeping.crypto.primitives import NotAuthentic, Sealer


class SelfTestFailed(Exception):
    """A primitive gave another answer than its standard prints."""


def _argon2id() -> bool:
    """RFC 9106, section 5.3."""
    tag = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    return tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def _hkdf() -> bool:
    """RFC 5869, test case 1."""
    out = HKDF(
        algorithm=SHA256(),
        length=42,
        salt=bytes(range(13)),
        info=bytes(range(0xF0, 0xFA)),
    ).derive(b"\x0b" * 22)
    return out.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def _gcm_siv() -> bool:
    """RFC 8452, appendix C.2, and a changed byte."""
    sealer = Sealer(b"\x01" + bytes(31))
    nonce = b"\x03" + bytes(11)
    sealed = sealer.seal(b"\x01" + bytes(7), nonce=nonce, context=b"")
    if sealed.hex() != "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28":
        return False
    try:
        sealer.open(bytes((sealed[0] ^ 1,)) + sealed[1:], nonce=nonce, context=b"")
    except NotAuthentic:
        return True
    return False


def _hpke() -> bool:
    """RFC 9180, appendix A.2.1: its receiver, encapsulated key, key and base nonce.

    Its own messages carry associated data and ours cannot, so the last part, "Beauty is truth",
    was sealed under that key with ChaCha20-Poly1305 alone.
    """
    private = "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"
    public = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
    sealed = (
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
        "1c5250d8034ec2b784ba2cfd69dbdb7366ec27fa1e5e98bf2456b132855f50"
    )
    info, receiver = b"Ode on a Grecian Urn", bytearray.fromhex(private)
    if hpke.public_of(receiver).hex() != public:
        return False
    message = bytes.fromhex(sealed)
    if hpke.opened_with(receiver, message, info=info) != b"Beauty is truth":
        return False
    try:
        hpke.opened_with(receiver, message, info=b"")
    except NotAuthentic:
        return True
    return False


def run() -> None:
    """Ask each primitive for a published answer (4 ms); raise `SelfTestFailed`."""
    for name, passed in (
        ("Argon2id", _argon2id),
        ("HKDF-SHA256", _hkdf),
        ("AES-256-GCM-SIV", _gcm_siv),
        ("HPKE", _hpke),
    ):
        if not passed():
            raise SelfTestFailed(name)
