"""`beside serve`: many people, several processes, one database; behind a proxy that speaks TLS.

Everything that can be wrong is looked at first, in the parent: what is named, the database and its
shape, the locks. Then the socket is bound, the program is loaded once, and the workers are forked
from it, so that they share what was loaded. The parent answers nobody; it keeps the visits, starts
a worker anew where one dies, and at SIGTERM lets each finish what it has begun.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server.mp import MPServer

from beside.cli.hardening import harden
from beside.cli.hosted import checked, set_up
from beside.cli.local import test_the_locks
from beside.cli.refusals import REFUSED, Refused, say
from beside.cli.server import BACKLOG, THREADS, ServerStopped, bound
from beside.config import env, hosting
from beside.kernel.sentences import Sentence

WAITING = 128
"""Connections of one worker at a time; more are made to wait in the socket."""
GRACE = 30
"""Seconds that a worker has to finish what it has begun."""
LETTING_GO = 0.2
"""Seconds in which a worker stops to take new connections."""
PR_SET_PDEATHSIG = 1

Application = Callable[..., Any]


def serve() -> int:
    """Serve many people until SIGTERM or Ctrl-C; return 1 where something must be set first."""
    harden()
    workers, address, port = hosting.workers(), hosting.address(), env.port()
    with _meeting_place() as folder:
        os.environ["BESIDE_RUN_FOLDER"] = str(folder)
        set_up()
        if not checked():
            return REFUSED
        test_the_locks()
        with bound(port, address) as listening:
            port = listening.getsockname()[1]
            application = _load()
            say(Sentence("Beside answers at %(address)s", address=_shown(address, port)))
            _answer(listening, application, workers, folder)
    return 0


@contextmanager
def _meeting_place() -> Iterator[Path]:
    """Lend the folder of what runs: the named one, or a new one that goes at the end."""
    named = hosting.run_folder()
    if named is None:
        with tempfile.TemporaryDirectory(prefix="beside-run-") as made:
            yield Path(made)
        return
    if not named.is_dir() or named.stat().st_mode & 0o077:
        raise Refused(
            Sentence("Make %(folder)s a folder that its owner alone may enter.", folder=named)
        )
    yield named


def _shown(address: str, port: int) -> str:
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


def _load() -> Application:
    """Return what answers, loaded as far as it can be: what is loaded here the workers share."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connections
    from django.urls import get_resolver

    application = WSGIHandler()
    _ = get_resolver().url_patterns
    # A connection that two processes hold would answer one with what the other asked.
    connections.close_all()
    gc.collect()
    gc.freeze()
    return application


def _answer(listening: socket.socket, application: Application, workers: int, folder: Path) -> None:
    from beside.keeping.accounts.far_visits import SOCKET
    from beside.keeping.accounts.visit_keeper import keeping_visits

    multiprocessing.set_start_method("fork", force=True)
    server = HostedServer(listening, workers=workers)
    try:
        with keeping_visits(folder / SOCKET):
            server.serve(target_loader=lambda: _in_a_worker(application), wrap_loader=False)
    except SystemExit:
        raise Refused(Sentence("Beside has stopped by itself.")) from ServerStopped()


def _in_a_worker(application: Application) -> Application:
    """Make this process a worker: it ends with its parent, and its mishaps show no value."""
    from beside.keeping.accounts.sweeping import start_sweeping

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    threading.excepthook = lambda mishap: _say_where(mishap.exc_type, mishap.exc_traceback)
    sys.excepthook = lambda kind, _value, where: _say_where(kind, where)
    start_sweeping()
    return application


def _say_where(kind: type[BaseException], where: TracebackType | None) -> None:
    """Write the kind of a mishap and its place, where Python would write the values too."""
    from beside.pages.front.failures import place_in

    sys.stderr.write(f"{kind.__name__} at {place_in(where)}\n")


class HostedServer(MPServer):
    """Granian's server of processes, given a socket that is bound already and that they share."""

    def __init__(self, listening: socket.socket, *, workers: int) -> None:
        super().__init__(
            "beside",
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            blocking_threads_idle_timeout=600,  # each thread has its own way to the database
            backpressure=WAITING,
            websockets=False,
            http1_settings=HTTP1Settings(header_read_timeout=10_000),
            log_enabled=False,  # its messages may repeat what an exception holds
            respawn_failed_workers=True,
            workers_kill_timeout=GRACE,
        )
        self._listening = listening
        self._own = listening.dup()

    def _init_shared_socket(self) -> None:
        # The holder closes what it is given, so it is handed over and not lent.
        # Its stub knows neither this way to make one nor that the fields may hold one.
        self._shd = SocketHolder(self._listening.detach(), False, BACKLOG)  # type: ignore[call-arg, assignment]
        self._ssp = self._sso = None

    def _stop_workers(self) -> None:
        for worker in self.wrks:
            worker.terminate()  # type: ignore[no-untyped-call]  # granian's is untyped
        # They must have left the socket before it is shut, or they never end.
        time.sleep(LETTING_GO)
        # Whoever comes now is turned away at once and asks elsewhere, instead of waiting in vain.
        self._own.shutdown(socket.SHUT_RDWR)
        self._own.close()
        super()._stop_workers()  # type: ignore[no-untyped-call]  # granian's is untyped

    def signal_handler_reload(self, *_: object) -> None:
        """End where the terminal is closed, too: there is nothing to load again."""
        self.signal_handler_interrupt()  # type: ignore[no-untyped-call]  # granian's is untyped
