"""One process serves everything: the open notebook lives in its memory, and in no other.

The socket is bound before anything is loaded, so that a busy port is one sentence, and a browser
that comes early waits for its answer instead of being turned away.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.mt import MTServer

from beside.cli.refusals import Refused
from beside.kernel.sentences import Sentence

BACKLOG = 128
THREADS = 4
WAITING = 64
"""Requests that may be under way or wait; more are made to wait in the socket."""


class ServerStopped(Exception):
    """The server ended although nobody asked it to."""


class LocalServer(MTServer):
    """Granian's server of threads, given a socket that is bound already.

    Its one reason to refuse a Python with a global lock is speed with many cores; the server of
    processes would keep the notebook in a second process, and leave it behind when the first dies.
    """

    def __init__(self, listening: socket.socket) -> None:
        super().__init__(
            "beside",
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=THREADS,
            backpressure=WAITING,
            websockets=False,
            http1_settings=HTTP1Settings(header_read_timeout=10_000),
            log_enabled=False,  # its messages may repeat what an exception holds
        )
        self._listening = listening

    def _init_shared_socket(self) -> None:
        # The holder closes what it is given, so it is handed over and not lent.
        # Its stub knows neither this way to make one nor that the field may hold one.
        holder = SocketHolder(self._listening.detach(), False, BACKLOG)  # type: ignore[call-arg]
        self._shd = holder  # type: ignore[assignment]

    def _check_gil(self) -> None:
        """Run with the lock that this Python has."""

    def signal_handler_reload(self, *_: object) -> None:
        """End where the terminal is closed, too: there is nothing to load again."""
        self.signal_handler_interrupt()  # type: ignore[no-untyped-call]  # granian's is untyped


@contextmanager
def bound(port: int, address: str = "127.0.0.1") -> Iterator[socket.socket]:
    """Listen at *port* of *address* (0: any free one); raise `Refused` where it is taken."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    # So that a start right after an end is not held up by the last connections of the old one.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Head and body are two writes. Held back until the first is acknowledged, the second would come
    # 40 ms late. What is accepted here inherits this (Linux, macOS).
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with listening:
        try:
            listening.bind((address, port))
        except OSError:
            raise Refused(
                Sentence(
                    "Port %(port)s cannot be used: another program may have it. "
                    "Choose another with BESIDE_PORT.",
                    port=port,
                )
            ) from None
        listening.listen(BACKLOG)
        listening.setblocking(False)
        yield listening


def serve(listening: socket.socket, application: Callable[..., Any]) -> None:
    """Answer until Ctrl-C or SIGTERM; raise `ServerStopped` where it ends by itself."""
    server = LocalServer(listening)
    try:
        server.serve(target_loader=lambda: application, wrap_loader=False)
    except SystemExit as end:
        raise ServerStopped from end
