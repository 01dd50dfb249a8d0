"""A file for anywhere: what words lock here, any age tool opens (age-encryption.org/v1, scrypt).

The library that reads age files stretches by what one short trial says of the machine: between 2^14
and 2^21, as it happens. So a file of a fast machine could not be opened on a small server, and one
of a busy machine was hardly locked. Here it is always 2^18, as the age tool itself does.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from beside.keeping.crypto.primitives import hkdf, random_bytes, vouched, wiped

STRETCHING = 18
"""log2 of scrypt's N: 256 MiB, and about a second."""
VERSION = b"age-encryption.org/v1\n"
_FILE_KEY = _RANDOM = 16
_CHUNK = 64 * 1024
_LABEL = b"age-encryption.org/v1/scrypt"


def locked(document: bytes, passphrase: str, *, stretching: int = STRETCHING) -> bytes:
    """Return *document* as an age file that *passphrase* opens."""
    salt, nonce = random_bytes(_RANDOM), random_bytes(_RANDOM)
    with wiped(bytearray(random_bytes(_FILE_KEY))) as file_key:
        wrapped = _wrapped(file_key, passphrase, salt, stretching)
        stanza = b"-> scrypt " + _text(salt) + b" %d\n" % stretching + _text(wrapped) + b"\n"
        head = VERSION + stanza + b"---"
        with wiped(hkdf(file_key, salt=b"", info="header")) as key:
            head += b" " + _text(vouched(key, head)) + b"\n"
        with wiped(hkdf(file_key, salt=nonce, info="payload")) as key:
            return b"".join((head, nonce, *_chunks(ChaCha20Poly1305(key), document)))


def _wrapped(file_key: bytearray, passphrase: str, salt: bytes, stretching: int) -> bytes:
    scrypt = Scrypt(salt=_LABEL + salt, length=32, n=1 << stretching, r=8, p=1)
    with wiped(bytearray(scrypt.derive(passphrase.encode()))) as key:
        return ChaCha20Poly1305(key).encrypt(bytes(12), bytes(file_key), None)


def _chunks(cipher: ChaCha20Poly1305, document: bytes) -> Iterator[bytes]:
    """Yield each 64 KiB sealed; the last one says that it is: what is cut off is noticed."""
    last = max(0, (len(document) - 1) // _CHUNK)
    for number in range(last + 1):
        nonce = number.to_bytes(11) + bytes((number == last,))
        yield cipher.encrypt(nonce, document[number * _CHUNK : (number + 1) * _CHUNK], None)


def _text(held: bytes) -> bytes:
    return base64.b64encode(held).rstrip(b"=")
