"""Guesses at the door get slower, and nobody is locked out for good.

Five are free; each further one waits twice as long, up to a quarter of an hour; after a hundred in
a row the program wants to be started again. Held in memory, for the whole installation.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

FREE = 5
LONGEST_WAIT = 15 * 60
CAP = 100


class Wait(Exception):
    """Too soon after the last guess. *seconds* is how long is left; ``None`` means: start again."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__()
        self.seconds = seconds


@dataclass
class Throttle:
    """How often in a row the wrong words were tried, and when (seconds of a steady clock)."""

    failures: int = 0
    last: float = 0.0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    def wait(self) -> float:
        """Return the seconds between the last guess and the next."""
        over = self.failures - FREE
        return 0.0 if over < 0 else float(min(2 ** min(over, 20), LONGEST_WAIT))

    def try_at(self, now: float) -> None:
        """Count a try before it costs anything; raise `Wait` where it comes too soon."""
        with self._lock:
            if self.failures >= CAP:
                raise Wait(None)
            left = self.last + self.wait() - now
            if self.failures and left > 0:
                raise Wait(left)
            self.failures += 1
            self.last = now

    def not_tried(self) -> None:
        """Take the last try back: it was turned away before anything was compared."""
        with self._lock:
            self.failures = max(0, self.failures - 1)

    def opened(self) -> None:
        """Forget the failures: it was the right person after all."""
        with self._lock:
            self.failures = 0


door = Throttle()
