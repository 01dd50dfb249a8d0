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

from beside.keeping.crypto import age
from beside.kernel.records import Foreign, Record
from beside.kernel.store import Store

FORMAT = "beside-export"
VERSION = 1
AGE = age.VERSION
stretching = threading.Lock()
"""An age passphrase is stretched over 256 MiB of memory, and more: one at a time."""


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

    Takes a second or two, and 256 MiB while it lasts.
    """
    with stretching:
        return age.locked(document, passphrase)


def stretching_of(sealed: bytes) -> int | None:
    """Return log2 of scrypt's N in the head of an age file; ``None`` where no words lock it."""
    if not sealed.startswith(AGE):
        return None
    words = sealed[len(AGE) : len(AGE) + 200].split(b"\n", 1)[0].split(b" ")
    if len(words) != 4 or words[:2] != [b"->", b"scrypt"]:
        return None
    return int(words[3]) if words[3].isdigit() and len(words[3]) <= 2 else None
