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
    with stretching:
        sealed: bytes = pyrage.passphrase.encrypt(document, passphrase)
    return sealed
