"""A real mail server of a few lines, which keeps what it is handed."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest

from beside.keeping.reminding.post import PostOffice, Tls

FROM = "note@example.org"


class _Session(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as it takes."""

    server: MailServer

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"QUIT":
                return self._say("221 bye")
            if word == b"DATA":
                self._say("354 go on")
                self._take()
            elif word == b"RCPT" and self.server.refuses:
                self._say("550 no such person as <ana@example.org>")
            else:
                self._say("250 fine")
        return None

    def _take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b"."))
        self.server.raw.append(b"".join(lines))
        self._say("250 kept")

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class MailServer(socketserver.ThreadingTCPServer):
    """Listens at a free port; *refuses* lets it take nobody's mail."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.raw: list[bytes] = []
        self.refuses = False

    @property
    def office(self) -> PostOffice:
        return PostOffice("127.0.0.1", self.server_address[1], FROM, tls=Tls.none)

    @property
    def letters(self) -> list[Any]:
        return [email.message_from_bytes(one, policy=email.policy.default) for one in self.raw]


def text_of(letter: EmailMessage) -> str:
    return str(letter.get_content())


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
