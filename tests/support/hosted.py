"""Beside as it is hosted: a PostgreSQL, `beside serve` with two workers, people who come by TLS.

No proxy stands before it; what one would say is said by the visitor, who asks from this machine.
"""

from __future__ import annotations

import base64
import http.client
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from ipaddress import IPv4Address
from pathlib import Path

import psutil
import pytest

from tests.support.engine import QUICK, Server
from tests.support.served import PATIENCE, Page, Program, Visitor

NAME = "notes.example.org"
SECURE = {"Host": NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}


class Hosting:
    """A database and all that names it; programs are started beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # It is not served where it could lose what was kept.
        self.database = Server(folder, **QUICK | {"fsync": "on"})
        self.home = folder / "home"
        self.home.mkdir()
        secret = folder / "secret"
        secret.touch(0o600)
        secret.write_bytes(base64.b64encode(secrets.token_bytes(32)))
        self.named = {
            "BESIDE_HOME": str(self.home),
            "BESIDE_DATABASE_URL": self.database.url,
            "BESIDE_SECRET_FILE": str(secret),
            "BESIDE_CANARY_FILE": str(folder / "canary"),
            "BESIDE_HOST": NAME,
            "BESIDE_RUN_BY": "Elm Street Library",
            "BESIDE_SOURCE": "https://example.org/source",
            "BESIDE_REGISTRATION": "open",
            "BESIDE_PORT": "0",
        }

    def run(
        self, *words: str, typed: str = "", check: bool = True, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one command of Beside to its end."""
        done = subprocess.run(
            [sys.executable, "-m", "beside", *words],
            env=_surroundings() | self.named | more,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def serve(self, **more: str) -> HostedProgram:
        """Start it, and wait until both workers are there."""
        program = HostedProgram(self.home, "serve", name=NAME, **self.named | more)
        until = time.monotonic() + PATIENCE
        while len(program.workers) < 2 or program.ask("GET", "/readyz").status != 200:
            assert time.monotonic() < until, program.log
            assert program.process.poll() is None, program.log
            time.sleep(0.02)
        return program


def _surroundings() -> dict[str, str]:
    """Return what a program finds around it, without what the tests themselves run on."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("BESIDE_") and name != "DJANGO_SETTINGS_MODULE"
    }


class HostedProgram(Program):
    """One running `beside serve`."""

    @property
    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()

    @property
    def lines(self) -> list[str]:
        """What it logged."""
        return [line for line in self.said if line.startswith("{")]

    @contextmanager
    def only(self, number: int) -> Iterator[None]:
        """Let this worker answer alone; the other one stands still meanwhile."""
        (other,) = [one for at, one in enumerate(self.workers) if at != number]
        other.suspend()
        try:
            while not _stands_still(other.pid):
                time.sleep(0.001)
            yield
        finally:
            other.resume()

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Page:
        """Ask once, with these headers alone."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as way:
            way.request(method, path, body=body or None, headers=headers)
            answer = way.getresponse()
            told = answer.read()
        return Page(answer.status, path, told.decode("utf-8", "replace"), answer.headers, told)


def _stands_still(pid: int) -> bool:
    """Tell whether every thread has stopped: one that has not yet may still take a connection."""
    tasks = Path(f"/proc/{pid}/task").glob("*/stat")
    return all(one.read_text().rpartition(")")[2].split()[0] == "T" for one in tasks)


class HostedVisitor(Visitor):
    """Somebody with a browser, a name and six words, at an address of their own."""

    name = words = ""

    def __init__(self, program: HostedProgram) -> None:
        super().__init__(program)
        self.address = str(IPv4Address(secrets.randbits(32)))

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Page:
        self.paths.append(path)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {
            **SECURE,
            "X-Forwarded-For": self.address,
            "Accept": "text/html",
            "Sec-Fetch-Site": "same-origin",
        }
        headers |= {"Cookie": cookies, "Origin": f"https://{NAME}"}
        if kind:
            headers["Content-Type"] = kind
        with closing(
            http.client.HTTPConnection("127.0.0.1", self.program.port, timeout=PATIENCE)
        ) as way:
            # A body that is too large is answered before it was read to its end.
            with suppress(BrokenPipeError):
                way.request(method, path, body=body or None, headers=headers)
            page = self._page(path, way.getresponse())
        if page.status in {302, 303} and page.headers["Location"].startswith("/"):
            return self.get(page.headers["Location"])
        return page

    def keeps(self, **said: str) -> Page:
        """Keep a notebook with the name and the six words that are shown."""
        page = self.get("/keep/")
        form = page.form("six", "draw", to="/keep/")
        self.name, self.words = form.fields["notebook"], form.fields["six"]
        return self.submit(page, "six", **said)

    def opens(self, words: str = "", name: str = "") -> Page:
        typed = {"notebook": name or self.name, "words": words or self.words}
        return self.submit(self.get("/open/"), "words", **typed)

    @property
    def is_in(self) -> bool:
        """Whether Settings open in this browser."""
        return self.get("/settings/").path == "/settings/"


def heading(page: Page) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    return found[1].strip() if found else ""


@pytest.fixture(scope="module")
def hosting() -> Iterator[Hosting]:
    """A database that `beside migrate` has made the tables of."""
    # Not pytest's own folder: PostgreSQL runs as somebody else, and its socket needs a short name.
    with tempfile.TemporaryDirectory(prefix="beside-hosted-") as made:
        Path(made).chmod(0o755)
        hosting = Hosting(Path(made))
        hosting.run("migrate")
        yield hosting
        hosting.database.stop()


@pytest.fixture(scope="module")
def served(hosting: Hosting) -> Iterator[HostedProgram]:
    program = hosting.serve()
    yield program
    program.end()


@pytest.fixture
def alice(served: HostedProgram) -> HostedVisitor:
    return HostedVisitor(served)
