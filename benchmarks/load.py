"""Many browsers at once, from this same machine: plain sockets that stay open, and no think time.

The client takes a part of the same two cores, so that it does as little as it can: requests are
bytes that were made before, and of an answer it reads the status and the length.
"""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter

Next = Callable[[], bytes]
"""Returns the next request of one browser."""

END = b"\r\n\r\n"
LENGTH = b"content-length:"


class AnsweredOtherwise(Exception):
    """An answer that is no success; what was measured means nothing."""


@dataclass
class Browser:
    """One connection: sends a request, reads the answer, sends the next."""

    address: tuple[str, int]
    requests: Iterator[bytes]
    way: socket.socket = field(init=False)
    began: float = 0.0
    came: bytearray = field(default_factory=bytearray)
    whole: int = 0

    def __post_init__(self) -> None:
        self.way = socket.create_connection(self.address)
        self.way.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        """Send the next request."""
        self.came.clear()
        self.whole = 0
        self.began = perf_counter()
        self.way.sendall(next(self.requests))

    def hear(self) -> float | None:
        """Read what came; return the milliseconds once the answer is whole."""
        part = self.way.recv(256 * 1024)
        if not part:
            raise AnsweredOtherwise("the connection was closed")
        self.came += part
        if not self.whole:
            self._look_at_the_head()
        if self.whole and len(self.came) >= self.whole:
            return (perf_counter() - self.began) * 1000
        return None

    def _look_at_the_head(self) -> None:
        end = self.came.find(END)
        if end < 0:
            return
        head = bytes(self.came[:end]).lower()
        if head[9:10] not in b"23":
            raise AnsweredOtherwise(head[:80].decode("latin-1"))
        start = head.find(LENGTH)
        if start < 0:
            raise AnsweredOtherwise("an answer without a length")
        length = head[start + len(LENGTH) :].split(b"\r\n", 1)[0]
        self.whole = end + len(END) + int(length)


def pressed(
    address: tuple[str, int],
    people: Sequence[Iterator[bytes]],
    *,
    seconds: float,
    warm: float = 1.0,
) -> tuple[float, list[float]]:
    """Return the requests a second and their milliseconds, while *people* ask on and on."""
    browsers = [Browser(address, requests) for requests in people]
    took: list[float] = []
    with selectors.DefaultSelector() as ready:
        for browser in browsers:
            ready.register(browser.way, selectors.EVENT_READ, browser)
            browser.ask()
        counted_from = perf_counter() + warm
        until = counted_from + seconds
        while (now := perf_counter()) < until:
            for key, _ in ready.select(timeout=1):
                answered = key.data.hear()
                if answered is not None:
                    if now >= counted_from:
                        took.append(answered)
                    key.data.ask()
    for browser in browsers:
        browser.way.close()
    return len(took) / seconds, sorted(took)


def p99(took: Sequence[float]) -> float:
    """Return the time that 99 of 100 stay under; *took* is sorted."""
    return took[min(len(took) - 1, int(len(took) * 0.99))]
