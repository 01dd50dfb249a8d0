"""The keeper of visits: a thread of the parent of all workers, and a socket to reach it by.

It holds sealed bytes in memory and writes nothing anywhere. A visit is lent to one connection at a
time; where that closes (a worker died) it is free again. Where there is no room, the visit that was
left alone longest goes first.
"""

from __future__ import annotations

import socket
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from beside.keeping.accounts.far_visits import Asked, Told, receive, send
from beside.keeping.accounts.visit import HALF_AN_HOUR

MOST = 20_000
"""How many visits there is room for."""
BYTES = 64 * 1024 * 1024
"""How much memory they may take together."""
_EACH = 400
"""Bytes that a visit takes beside what is sealed."""
LENT_FOR = 10.0
"""Seconds that a request waits for another one of the same visit."""
BACKLOG = 128


@dataclass(repr=False)
class _Kept:
    since: float
    sealed: bytes
    lent_to: object = None
    gone: bool = False


@dataclass(repr=False)
class _Shelf:
    """What is kept, the visit that was left alone longest first."""

    kept: OrderedDict[bytes, _Kept] = field(default_factory=OrderedDict)
    size: int = 0

    def put(self, row: bytes, *, since: float, sealed: bytes) -> None:
        """Put it there, or in the place of what is; room is made where there is none."""
        one = self.kept.get(row)
        if one is None:
            one = self.kept[row] = _Kept(since, b"")
            self.size += _EACH
        self.size += len(sealed) - len(one.sealed)
        one.sealed = sealed
        if since != one.since:
            one.since = since
            self.kept.move_to_end(row)
        while len(self.kept) > MOST or self.size > BYTES:
            self.drop(next(iter(self.kept)))

    def drop(self, row: bytes) -> None:
        """Forget it."""
        one = self.kept.pop(row, None)
        if one is not None:
            self.size -= _EACH + len(one.sealed)
            one.gone, one.sealed = True, b""

    def drop_ended(self, now: float) -> None:
        """Forget what nobody said anything on for half an hour."""
        while self.kept:
            row, oldest = next(iter(self.kept.items()))
            if now - oldest.since <= HALF_AN_HOUR:
                return
            self.drop(row)


class VisitKeeper:
    """Answers what workers ask (`far_visits`)."""

    def __init__(self) -> None:
        self._shelf = _Shelf()
        self._changed = threading.Condition()
        self._answers: dict[str, Callable[[Asked, object], Told]] = {
            "begin": self._begin,
            "look": self._look,
            "hold": self._hold,
            "keep": self._keep,
            "let go": self._let_go,
            "end": self._end,
        }

    def __repr__(self) -> str:
        return f"<VisitKeeper: {len(self._shelf.kept)}>"

    def answer(self, asked: Asked, *, asker: object) -> Told:
        """Return what is said to *asker*, one connection; raise `KeyError` for an unknown verb."""
        say = self._answers[asked.verb]
        with self._changed:
            told = say(asked, asker)
            self._changed.notify_all()
            return told

    def left(self, asker: object) -> None:
        """Take back what was lent to a connection that closed."""
        with self._changed:
            for one in self._shelf.kept.values():
                if one.lent_to is asker:
                    one.lent_to = None
            self._changed.notify_all()

    def _begin(self, asked: Asked, asker: object) -> Told:  # noqa: ARG002 - one form for all verbs
        self._shelf.drop_ended(asked.now)
        self._shelf.put(asked.row, since=asked.now, sealed=asked.sealed)
        return Told(there=True)

    def _look(self, asked: Asked, asker: object) -> Told:  # noqa: ARG002 - one form for all verbs
        self._shelf.drop_ended(asked.now)
        return Told(there=asked.row in self._shelf.kept)

    def _hold(self, asked: Asked, asker: object) -> Told:
        self._shelf.drop_ended(asked.now)
        one = self._shelf.kept.get(asked.row)
        if one is None:
            return Told(there=False)
        free = self._changed.wait_for(
            lambda: one.gone or one.lent_to in {None, asker}, timeout=LENT_FOR
        )
        if not free:
            return Told(there=True)
        if not one.gone:
            one.lent_to = asker
        return Told(there=not one.gone, since=one.since, sealed=one.sealed)

    def _keep(self, asked: Asked, asker: object) -> Told:
        if not self._is_lent(asked.row, asker):
            return Told(there=False)
        self._shelf.put(asked.row, since=asked.now, sealed=asked.sealed)
        return self._let_go(asked, asker)

    def _let_go(self, asked: Asked, asker: object) -> Told:
        if self._is_lent(asked.row, asker):
            self._shelf.kept[asked.row].lent_to = None
        return Told(there=True)

    def _end(self, asked: Asked, asker: object) -> Told:  # noqa: ARG002 - one form for all verbs
        self._shelf.drop(asked.row)
        return Told(there=False)

    def _is_lent(self, row: bytes, asker: object) -> bool:
        one = self._shelf.kept.get(row)
        return one is not None and one.lent_to is asker


@contextmanager
def keeping_visits(at: Path) -> Iterator[VisitKeeper]:
    """Keep the visits of whoever connects to the socket *at*, which this makes and takes away."""
    keeper = VisitKeeper()
    at.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(at))
        at.chmod(0o600)
        listening.listen(BACKLOG)
        threading.Thread(
            target=_welcome, args=(listening, keeper), daemon=True, name="visits"
        ).start()
        try:
            yield keeper
        finally:
            at.unlink(missing_ok=True)


def _welcome(listening: socket.socket, keeper: VisitKeeper) -> None:
    while True:
        try:
            way, _ = listening.accept()
        except OSError:  # it was closed: the program ends
            return
        threading.Thread(target=_listen, args=(way, keeper), daemon=True, name="visit").start()


def _listen(way: socket.socket, keeper: VisitKeeper) -> None:
    """Answer one connection until it closes, or says what nobody understands."""
    with way:
        try:
            while True:
                asked = msgspec.msgpack.decode(receive(way), type=Asked)
                send(way, keeper.answer(asked, asker=way))
        except (OSError, EOFError, KeyError, msgspec.MsgspecError):
            return
        finally:
            keeper.left(way)
