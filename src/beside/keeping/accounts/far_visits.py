"""A visit that any of several workers may answer lies with one keeper, sealed by its own cookie.

Who asks for it holds it until the request has ended, so that a visit has one request at a time
whichever worker answers. The keeper (`visit_keeper`) sees random rows, sizes and times; the key is
derived from the cookie, which it never gets.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import threading
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from beside.keeping.accounts.plain import NotReadable, decoded, encoded, packed, unpacked
from beside.keeping.accounts.visit import NoVisit, Visit, is_a_visit, new_cookie, row_of
from beside.keeping.crypto.primitives import NONCE, NotAuthentic, Sealer, hkdf, random_bytes
from beside.kernel.store import MemoryStore

SOCKET = "visits"
"""The name of the keeper's socket in the folder of what runs."""
MOST = 256 * 1024
"""Bytes of one visit, packed; of what lies aside the oldest make room."""
LONGEST = 2 * MOST
"""Bytes of one message."""
PATIENCE = 15.0
"""Seconds that an answer may take: another request of the same visit may have to end first."""

_length = struct.Struct(">I")


class Unreachable(Exception):
    """The keeper of visits does not answer, or another request holds the visit for too long."""


class Asked(msgspec.Struct, array_like=True, gc=False):
    """What a worker asks: a verb, the row, its clock, and what is sealed where it brings that."""

    verb: str
    row: bytes
    now: float = 0.0
    sealed: bytes = b""


class Told(msgspec.Struct, array_like=True, gc=False):
    """What the keeper says. *since* is when somebody last said something on that visit."""

    there: bool
    since: float = 0.0
    sealed: bytes = b""


def send(way: socket.socket, said: Asked | Told) -> None:
    """Send one message."""
    body = msgspec.msgpack.encode(said)
    way.sendall(_length.pack(len(body)) + body)


def receive(way: socket.socket) -> bytes:
    """Return the body of the next message; raise `EOFError` where there is none any more."""
    (length,) = _length.unpack(_exactly(way, _length.size))
    if length > LONGEST:
        raise EOFError
    return _exactly(way, length)


def _exactly(way: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = way.recv(count - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


@dataclass(repr=False)
class FarVisit(Visit):
    """A visit in hand for one request, and what it was like when it came."""

    row: bytes = b""
    key: bytearray = field(default_factory=bytearray)
    before: tuple[float, bytes] = (0.0, b"")


class FarVisits:
    """The visits of several workers, at their keeper; `Visits`."""

    def __init__(self, at: Path) -> None:
        self._at = at
        self._ways = threading.local()

    def __repr__(self) -> str:
        return "<FarVisits>"

    def begin(self, *, now: float) -> str:
        cookie = new_cookie()
        sealed = _sealed(_body_of(Visit(since=now)), row_of(cookie), _key_of(cookie))
        self._ask(Asked("begin", row_of(cookie), now, sealed))
        return cookie

    def is_there(self, cookie: str, *, now: float) -> bool:
        if not is_a_visit(cookie):
            return False
        return self._ask(Asked("look", row_of(cookie), now)).there

    def of(self, cookie: str, *, now: float) -> Visit:
        if not is_a_visit(cookie):
            raise NoVisit
        row, key = row_of(cookie), _key_of(cookie)
        told = self._ask(Asked("hold", row, now))
        if not told.there:
            raise NoVisit
        if not told.sealed:
            raise Unreachable
        try:
            body = _opened(told.sealed, row, key)
            return _visit_in(body, since=told.since, row=row, key=key)
        except (NotAuthentic, NotReadable):
            # Another release left it there; nothing of it can be used.
            self.end(cookie)
            raise NoVisit from None

    def keep(self, visit: Visit) -> None:
        assert isinstance(visit, FarVisit)
        body = _body_of(visit)
        if (visit.since, body) == visit.before:
            self._ask(Asked("let go", visit.row))
        else:
            sealed = _sealed(body, visit.row, visit.key)
            self._ask(Asked("keep", visit.row, visit.since, sealed))

    def end(self, cookie: str) -> None:
        if is_a_visit(cookie):
            self._ask(Asked("end", row_of(cookie)))

    def _ask(self, asked: Asked) -> Told:
        """Return what the keeper says; raise `Unreachable`, and let go of what is held."""
        try:
            way = self._way()
            send(way, asked)
            return msgspec.msgpack.decode(receive(way), type=Told)
        except (OSError, EOFError, msgspec.MsgspecError):
            self._close()
            raise Unreachable from None

    def _way(self) -> socket.socket:
        """Return this thread's connection; a process that was forked opens one of its own."""
        held: tuple[int, socket.socket] | None = getattr(self._ways, "held", None)
        if held is not None and held[0] == os.getpid():
            return held[1]
        way = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        way.settimeout(PATIENCE)
        way.connect(str(self._at))
        self._ways.held = os.getpid(), way
        return way

    def _close(self) -> None:
        held: tuple[int, socket.socket] | None = getattr(self._ways, "held", None)
        self._ways.held = None
        if held is not None:
            with contextlib.suppress(OSError):
                held[1].close()


def _key_of(cookie: str) -> bytearray:
    return hkdf(cookie.encode("utf-8", "replace"), salt=b"", info="beside/1/visit")


def _sealed(body: bytes, row: bytes, key: bytearray) -> bytes:
    nonce = random_bytes(NONCE)
    return nonce + Sealer(key).seal(body, nonce=nonce, context=row)


def _opened(sealed: bytes, row: bytes, key: bytearray) -> bytes:
    return Sealer(key).open(sealed[NONCE:], nonce=sealed[:NONCE], context=row)


def _body_of(visit: Visit) -> bytes:
    records = encoded(list(visit.store.every()))
    # What was said comes last, so that it stays where there is not room for all.
    aside = {f"aside {name}": encoded(value) for name, value in visit.aside.items()}
    return packed({**aside, "records": records, "said": encoded(visit.said)}, most=MOST)


def _visit_in(body: bytes, *, since: float, row: bytes, key: bytearray) -> FarVisit:
    things = {name: decoded(thing) for name, thing in unpacked(body).items()}
    records, said = things.pop("records"), things.pop("said")
    aside = {name.removeprefix("aside "): value for name, value in things.items()}
    visit = FarVisit(since, MemoryStore(*records), said, aside, row=row, key=key)
    visit.before = since, body
    return visit
