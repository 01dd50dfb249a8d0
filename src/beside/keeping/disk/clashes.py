"""Two that write at once can stand in each other's way; then the whole is done again, not a part.

A file has one writer at a time, so there it does not happen. PostgreSQL lets all of them write, and
gives a transaction up (SQLSTATE 40001, 40P01) where the outcome could not have come about one after
the other. What was given up has left nothing behind; every save is idempotent, so that a whole
request, or a whole command, can be done again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import DatabaseError, connection

T = TypeVar("T")

GIVEN_UP = frozenset(("40001", "40P01"))
"""Could not be put in an order with others; waited in a ring with others."""
TRIES = 12
SHORTEST_PAUSE, LONGEST_PAUSE = 0.002, 0.25
"""Seconds before the second try, and at most before a later one; each waits twice as long."""


def was_given_up(problem: DatabaseError) -> bool:
    """Tell whether the database gave a transaction up for another's sake."""
    return getattr(problem.__cause__, "sqlstate", None) in GIVEN_UP


def until_it_holds(
    attempt: Callable[[], T], *, before_again: Callable[[], None] = lambda: None
) -> T:
    """Return what *attempt* returns, tried again where it was given up; *before_again* tidies.

    *attempt* must be all of a transaction and may be more; inside of one it is tried once.
    """
    for number in range(TRIES):
        try:
            return attempt()
        except DatabaseError as problem:
            is_last = number == TRIES - 1
            if is_last or connection.in_atomic_block or not was_given_up(problem):
                raise
        before_again()
        # By chance, or the same two meet again.
        longest = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2**number)
        time.sleep(random.uniform(0, longest))  # noqa: S311 - nothing secret hangs on it
    raise AssertionError  # pragma: no cover - the last try returns or raises
