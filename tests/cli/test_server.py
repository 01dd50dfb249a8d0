"""The socket that everybody comes through: each answer leaves at once."""

from __future__ import annotations

import socket

from beside.cli.server import bound


def test_an_accepted_connection_holds_nothing_back() -> None:
    with bound(0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()

    with accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
