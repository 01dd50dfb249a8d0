"""Words are stretched before they open anything: a stolen file can be guessed at offline."""

from __future__ import annotations

from dataclasses import dataclass

from beside.keeping.crypto.primitives import argon2id


class CostRefused(Exception):
    """Weaker than the floor (somebody may have lowered it) or dearer than the ceiling."""


@dataclass(frozen=True, order=True)
class Cost:
    """What one guess costs: *memory* in KiB, *passes* over it, parallel *lanes*."""

    memory: int
    passes: int
    lanes: int

    def within_bounds(self) -> bool:
        """Tell whether no part lies under the floor or over the ceiling."""
        return (
            FLOOR.memory <= self.memory <= CEILING.memory
            and FLOOR.passes <= self.passes <= CEILING.passes
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )


FLOOR = Cost(memory=64 * 1024, passes=3, lanes=1)
CURRENT = Cost(memory=128 * 1024, passes=3, lanes=1)
CEILING = Cost(memory=1024 * 1024, passes=10, lanes=4)


def stretch(words: str, *, salt: bytes, cost: Cost) -> bytearray:
    """Return 32 bytes of Argon2id over the UTF-8 of *words*; raise `CostRefused`.

    Takes 0.4–0.7 s and 128 MiB at `CURRENT` on a 2-core machine.
    """
    if not cost.within_bounds():
        raise CostRefused
    return argon2id(
        words.encode(), salt=salt, memory=cost.memory, passes=cost.passes, lanes=cost.lanes
    )
