"""Everything a person wrote can be taken away at any time, whole, in a form other programs read.

The document is JSON, one record a line. What this release does not know goes along untouched, as
the MessagePack it came in. Locked, it is an age file that any age tool opens with the passphrase.
"""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import pyrage

from beside.kernel.records import Foreign, Record
from beside.kernel.store import Store

FORMAT = "beside-export"
VERSION = 1
AGE = b"age-encryption.org/v1\n"
LEAST_STRETCHING = 16
"""log2 of scrypt's N that a locked file should have: a tenth of a second, on a good machine."""
TRIES = 20

stretching = threading.Lock()
"""An age passphrase is stretched over up to 1 GiB of memory: one at a time."""


class Entry(msgspec.Struct, omit_defaults=True):
    """One record as the document has it: *data*, or *packed* where nobody here can read it."""

    kind: str
    v: int
    id: UUID
    data: Any = None
    packed: bytes = b""


def exported(store: Store, *, made: datetime) -> bytes:
    """Return everything in *store* as one JSON document; *made* is an instant with its offset."""
    head = msgspec.json.encode({"format": FORMAT, "version": VERSION, "made": made})
    entries = sorted(map(_entry, store.every()), key=lambda entry: (entry.kind, entry.id))
    lines = b",\n".join(msgspec.json.encode(entry) for entry in entries)
    return head[:-1] + b',"records":[\n' + lines + b"\n]}\n"


def _entry(record: Record) -> Entry:
    if isinstance(record, Foreign):
        return Entry(
            kind=record.foreign_kind,
            v=record.foreign_version,
            id=record.id,
            packed=bytes(record.contents),
        )
    kind = type(record)
    return Entry(kind=kind.kind, v=kind.version, id=record.id, data=record)


def sealed_for(document: bytes, passphrase: str) -> bytes:
    """Return *document* as an age file that *passphrase* opens (scrypt).

    Takes one to three seconds, and up to 1 GiB while it lasts.
    """
    sealed = b""
    with stretching:
        for _ in range(TRIES):
            sealed = pyrage.passphrase.encrypt(document, passphrase)
            # It stretches by what one short trial says of this machine, and a machine that was
            # busy for that instant says: hardly at all.
            if (stretching_of(sealed) or 0) >= LEAST_STRETCHING:
                break
    return sealed


def stretching_of(sealed: bytes) -> int | None:
    """Return log2 of scrypt's N in the head of an age file; ``None`` where no words lock it."""
    if not sealed.startswith(AGE):
        return None
    words = sealed[len(AGE) : len(AGE) + 200].split(b"\n", 1)[0].split(b" ")
    if len(words) != 4 or words[:2] != [b"->", b"scrypt"]:
        return None
    return int(words[3]) if words[3].isdigit() and len(words[3]) <= 2 else None
