"""Rivals are timed in turns, so that whatever else the machine does falls on all of them alike.

Two clocks: the one on the wall for what somebody waits for, and the thread's own for work that
waits for nothing (warm rows, opened and decoded): on a quiet machine both say the same, on a busy
one only the second still compares.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter, thread_time

__all__ = ["in_turns", "median", "p95", "timed", "worked"]

Work = Callable[[], object]


def timed(work: Work) -> float:
    """Return how many milliseconds *work* takes by the clock on the wall."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def worked(work: Work) -> float:
    """Return how many milliseconds this thread is at work for *work*."""
    began = thread_time()
    work()
    return (thread_time() - began) * 1000


def in_turns(
    works: Sequence[Work],
    *,
    rounds: int,
    warm: int = 1,
    clean: bool = True,
    clock: Callable[[Work], float] = timed,
) -> list[list[float]]:
    """Return the milliseconds of each of *works* in *rounds* rounds, after *warm* untimed ones.

    With *clean* nobody pays for what another has left behind; without, each pays its part.
    """
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(warm + rounds):
        for work, times in zip(works, taken, strict=True):
            if clean:
                gc.collect()
            took = clock(work)
            if turn >= warm:
                times.append(took)
    return taken


def p95(times: Sequence[float]) -> float:
    """Return the time that 19 of 20 stay under."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]
