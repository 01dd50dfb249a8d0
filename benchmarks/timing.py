"""Rivals are timed in turns, so that whatever else the machine does falls on all of them alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

__all__ = ["in_turns", "median", "p95", "timed"]


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds *work* takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def in_turns(
    works: Sequence[Callable[[], object]], *, rounds: int, warm: int = 1, clean: bool = True
) -> list[list[float]]:
    """Return the milliseconds of each of *works* in *rounds* rounds, after *warm* untimed ones.

    With *clean* nobody pays for what another has left behind; without, each pays its part.
    """
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(warm + rounds):
        for work, times in zip(works, taken, strict=True):
            if clean:
                gc.collect()
            took = timed(work)
            if turn >= warm:
                times.append(took)
    return taken


def p95(times: Sequence[float]) -> float:
    """Return the time that 19 of 20 stay under."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]
