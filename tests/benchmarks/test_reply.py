"""Every byte that came through the socket counts, and only a request that opened is a figure."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.load import AnsweredOtherwise
from benchmarks.reply import first_load

CLOSED = b'<link href="/static/a.css"><a href="/safety/"></a>'
STYLES = b"packed"
OPENED = b'<button value="something_else">'


def answer(body: bytes, *heads: bytes) -> bytes:
    lines = (b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), b"Connection: close", *heads)
    return b"\r\n".join((*lines, b"", body))


@contextmanager
def served(*answers: bytes) -> Iterator[int]:
    """Answer each connection with the next of *answers*, whatever it asks."""

    def serve() -> None:
        for one in answers:
            way, _ = listening.accept()
            with way:
                way.recv(65_536)
                way.sendall(one)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(5)


def test_every_byte_of_the_page_its_files_and_the_request_counts() -> None:
    answers = [answer(CLOSED), answer(STYLES, b"Content-Encoding: br"), answer(OPENED)]

    with served(*answers) as port:
        figure = first_load(port, "notes.example.org", "code")

    assert figure.value == sum(map(len, answers))
    assert figure.reached


def test_a_link_that_opens_nothing_is_no_figure() -> None:
    with (
        served(answer(b"closed"), answer(b"still closed")) as port,
        pytest.raises(AnsweredOtherwise),
    ):
        first_load(port, "notes.example.org", "code")
