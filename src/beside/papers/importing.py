"""What comes in is a stranger until it has been read strictly: a file may have been changed.

Nothing is executed, guessed or cut. A record that is not what its kind holds is counted and left
out, and never takes the others with it. What is kept here already is never written over.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
import pyrage

from beside.keeping.crypto import age
from beside.kernel.days import UnknownZone, When, zone_named
from beside.kernel.records import (
    Foreign,
    FromALaterRelease,
    NotReadable,
    Record,
    UnknownKind,
    kind_named,
    lifted,
)
from beside.kernel.store import Conflict, Store
from beside.papers.export import AGE, FORMAT, VERSION, Entry, stretching, stretching_of

LARGEST = 64 * 1024 * 1024
"""Bytes that a document may have."""
MOST_STRETCHING = 22
"""log2 of scrypt's N, above which an age file is refused: the limit of the age tool itself."""
MOST_FOR_MANY = age.STRETCHING
"""The same where many are served: 256 MiB, which is what every file of ours takes."""
TRIES = 20
PAUSE = 0.1
"""Seconds between two tries at a file that seems to take too long here."""
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside make every page look through centuries."""
_UNREADABLE = (msgspec.MsgspecError, ValueError, TypeError, KeyError, RecursionError, OverflowError)


class NotAnExport(Exception):
    """This is no export, or no whole one."""


class WrongPassphrase(Exception):
    """The file is an age file, and the passphrase does not open it."""


class LockedTooHard(Exception):
    """The file asks for more memory than is given for it here."""


class TakesTooLong(Exception):
    """This machine is too slow, or too busy, to open what a faster one has locked."""


@dataclass(frozen=True, repr=False)
class Parcel:
    """What a document held: records that read well, and how many did not."""

    records: tuple[Record, ...]
    damaged: int
    made: datetime

    def __repr__(self) -> str:
        return f"<Parcel of {len(self.records)}>"


@dataclass(frozen=True)
class Brought:
    """How many records were new, here already, and different from what is here (left as it is)."""

    new: int
    same: int
    different: int


class _Head(msgspec.Struct):
    format: str = ""
    version: int = 0


class _Document(msgspec.Struct):
    made: datetime
    records: list[msgspec.Raw]


class _Entry(Entry):
    data: msgspec.Raw = msgspec.Raw(b"")


_heads = msgspec.json.Decoder(_Head)
_documents = msgspec.json.Decoder(_Document)
_entries = msgspec.json.Decoder(_Entry)


@cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def is_sealed(document: bytes) -> bool:
    """Tell whether *document* is an age file, which needs a passphrase first."""
    return document.startswith(AGE)


def unsealed(document: bytes, passphrase: str, *, most: int = MOST_STRETCHING) -> bytes:
    """Return what the age file holds.

    Raises `WrongPassphrase`, `NotAnExport` (also for a file that no words lock, or that asks for
    more than 4 GiB of memory), `LockedTooHard` above *most* (log2 of N), or `TakesTooLong`.
    """
    asks = stretching_of(document)
    if asks is None or asks > MOST_STRETCHING:
        raise NotAnExport
    if asks > most:
        raise LockedTooHard
    with stretching:
        for _ in range(TRIES):
            try:
                opened: bytes = pyrage.passphrase.decrypt(document, passphrase)
            except pyrage.DecryptError as problem:
                _explain(str(problem))
            else:
                return opened
    raise TakesTooLong


def _explain(problem: str) -> None:
    """Raise what *problem* means; return where another try may help.

    pyrage refuses what takes sixteen seconds by one short trial, wrong while a machine is busy.
    """
    if problem.startswith("Excessive work"):
        time.sleep(PAUSE)
        return
    if problem == "Decryption failed":
        raise WrongPassphrase
    raise NotAnExport


def read(document: bytes) -> Parcel:
    """Return what *document* (JSON) holds; raise `NotAnExport` or `FromALaterRelease`."""
    if len(document) > LARGEST:
        raise NotAnExport
    try:
        whole = _whole(document)
    except _UNREADABLE:
        whole = _line_by_line(document)
    records = [_record(raw) for raw in whole.records]
    readable = tuple(record for record in records if record is not None)
    return Parcel(readable, damaged=len(records) - len(readable), made=whole.made)


def _whole(document: bytes) -> _Document:
    head = _heads.decode(document)
    if head.format != FORMAT or head.version < 1:
        raise NotAnExport
    if head.version > VERSION:
        raise FromALaterRelease
    return _documents.decode(document)


def _line_by_line(document: bytes) -> _Document:
    """Read what is no whole document any more: each record has a line of its own."""
    first, *lines = document.split(b"\n")
    try:
        whole = _whole(first + b"]}")
    except _UNREADABLE:
        raise NotAnExport from None
    pieces = [line.strip().removesuffix(b",") for line in lines]
    records = [msgspec.Raw(piece) for piece in pieces if piece not in {b"", b"]}"}]
    # Where the end is missing, there may be more than was sent: it counts as one.
    lost = [] if document.rstrip().endswith(b"]}") else [msgspec.Raw(b"")]
    return _Document(made=whole.made, records=records + lost)


def _record(raw: msgspec.Raw) -> Record | None:
    try:
        entry = _entries.decode(raw)
        record = _known(entry) or _foreign(entry)
        # What cannot be packed could not be kept either: a number too large, half a character.
        msgspec.msgpack.encode(record)
    except (*_UNREADABLE, NotReadable):
        return None
    return record if record.id == entry.id and _is_sound(record) else None


def _known(entry: _Entry) -> Record | None:
    """Return the record, or ``None`` where this release does not know it."""
    try:
        kind = kind_named(entry.kind)
        if entry.v == kind.version and not entry.packed:
            return _decoder(kind).decode(entry.data)  # type: ignore[no-any-return]
        contents = lifted(entry.kind, entry.v, _contents(entry))
    except (UnknownKind, FromALaterRelease):
        return None
    return msgspec.msgpack.decode(msgspec.msgpack.encode(contents), type=kind)


def _foreign(entry: _Entry) -> Foreign:
    if not 0 < len(entry.kind) <= 64 or entry.v < 1:
        raise NotReadable
    return Foreign(
        id=entry.id,
        foreign_kind=entry.kind,
        foreign_version=entry.v,
        contents=msgspec.Raw(msgspec.msgpack.encode(_contents(entry))),
    )


def _contents(entry: _Entry) -> Any:
    if entry.packed:
        return msgspec.msgpack.decode(entry.packed)
    return msgspec.json.decode(entry.data)


def _is_sound(record: Record) -> bool:
    """Tell whether its times and days are such as a page can work with."""
    return all(_is_a_time(part) for part in _times(record))


def _times(value: Any) -> Iterator[When | date]:
    if isinstance(value, When | date):
        yield value
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Foreign):
        for name in value.__struct_fields__:
            yield from _times(getattr(value, name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _times(part)


def _is_a_time(value: When | date) -> bool:
    if isinstance(value, datetime):
        return value.tzinfo is not None and EARLIEST <= value.date() <= LATEST
    if isinstance(value, date):
        return EARLIEST <= value <= LATEST
    try:
        zone_named(value.zone)
    except UnknownZone:
        return False
    return _is_a_time(value.at) and _is_a_time(value.on)


def bring_in(store: Store, parcel: Parcel) -> Brought:
    """Put what is new into *store*. Doing it twice does it once; what differs here stays."""
    here: set[UUID] = {record.id for record in store.every()}
    new = same = different = 0
    with store.together():
        for record in parcel.records:
            try:
                store.put(record, expected_revision=0)
            except Conflict:
                different += 1
                continue
            if record.id in here:
                same += 1
            else:
                new += 1
                here.add(record.id)
    return Brought(new=new, same=same, different=different)
