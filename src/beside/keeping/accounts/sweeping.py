"""What ended is taken away although nobody comes: sessions, old keys of hours, old counts."""

from __future__ import annotations

import logging
import random
import threading

from django.db import DatabaseError, connection

from beside.keeping.accounts import tries
from beside.keeping.accounts.models import EpochKey
from beside.keeping.accounts.session import steady
from beside.keeping.accounts.sessions import sessions
from beside.keeping.disk.engine import is_one_file
from beside.keeping.disk.writing import scrub

EVERY = 5 * 60
"""Seconds between two rounds of one worker, about."""

log = logging.getLogger("beside.sweeping")


def sweep() -> None:
    """Take away what ended; twice is once."""
    sessions.drop_ended(steady())
    tries.drop_old()
    if not is_one_file():
        # A key of an hour that is over must not be found in what its row left in the file.
        scrub(small=[EpochKey._meta.db_table])  # noqa: SLF001 - a table's name


def start_sweeping() -> threading.Event:
    """Sweep in the background until what is returned is set; once in each worker."""
    stop = threading.Event()
    threading.Thread(target=_keep_sweeping, args=(stop,), daemon=True, name="sweeping").start()
    return stop


def _keep_sweeping(stop: threading.Event) -> None:
    while not stop.wait(EVERY * random.uniform(0.8, 1.2)):  # noqa: S311 - so that workers take turns
        try:
            sweep()
        except DatabaseError as problem:
            log.error("sweeping failed: %s", type(problem).__name__)  # noqa: TRY400 - no values
        finally:
            connection.close()
