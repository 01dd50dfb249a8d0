"""A browser without a network: the server's own time, and nothing of a test client's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

Application = Callable[..., Any]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


class NotAsExpected(Exception):
    """An answer with another status than it should have; its time means nothing."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


class Visitor:
    """Calls the application as a server does, and keeps cookies as a browser does."""

    def __init__(self, application: Application, **cookies: str) -> None:
        self._application = application
        self._cookies = dict(cookies)
        self._token = ""

    def get(self, path: str, *, expected: int = 200) -> Answer:
        """Fetch *path*; raise `NotAsExpected` where the status is not *expected*."""
        return self._ask("GET", path, b"", expected)

    def post(self, path: str, fields: dict[str, str], *, expected: int = 303) -> Answer:
        """Send a form, with the token of the last page that had one."""
        body = urlencode({"csrfmiddlewaretoken": self._token, **fields}).encode()
        return self._ask("POST", path, body, expected)

    def _ask(self, method: str, path: str, body: bytes, expected: int) -> Answer:
        answer = self._called(self._surroundings(method, path, body))
        if answer.status != expected:
            raise NotAsExpected(f"{method} {path}: {answer.status}")
        return answer

    def read_token(self, answer: Answer) -> None:
        """Remember the token of the form in *answer*."""
        found = TOKEN.search(answer.body)
        if found is None:
            raise NotAsExpected("a page without a form")
        self._token = found[1].decode()

    def _called(self, surroundings: dict[str, Any]) -> Answer:
        heads: list[Any] = []
        result = self._application(surroundings, lambda *head: heads.extend(head))
        try:
            body = b"".join(result)
        finally:
            result.close()
        for name, value in heads[1]:
            if name.lower() == "set-cookie":
                self._cookies |= {n: morsel.value for n, morsel in SimpleCookie(value).items()}
        return Answer(int(heads[0].split()[0]), body)

    def _surroundings(self, method: str, path: str, body: bytes) -> dict[str, Any]:
        return {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SCRIPT_NAME": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8750",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "beside.localhost",
            "HTTP_ACCEPT": "text/html",
            "HTTP_ACCEPT_LANGUAGE": "en",
            "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0",
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
            "CONTENT_LENGTH": str(len(body)) if body else "",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
