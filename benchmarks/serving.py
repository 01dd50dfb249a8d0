"""How many people one small machine serves: two workers on PostgreSQL, asked from the same machine.

What is asked is what signed-in people ask, without unlocks: Today for the most part, moments, a
small test, *What happened*, and the page of a reply. Against it stands an empty page of the same
server, through the same middleware. Unlocks have a row of their own: one is made slow on purpose,
and one at a time goes.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from benchmarks import reply
from benchmarks.figures import Figure
from benchmarks.load import p99, pressed
from benchmarks.starting import NoAnswer, free_port
from tests.support.engine import Server

AT_ONCE = (2, 4, 6, 8, 12, 16, 24)
"""How many browsers ask at the same time."""
SECONDS = 5.0
SLOWEST = 100.0
"""Milliseconds that 99 of 100 have to stay under."""
AIM = 200
PATIENCE = 60.0
NAME = "notes.example.org"
WORKERS = 2
NOTEBOOKS_OF_A_YEAR = 10
MIX = ("today", "moment", "today", "test", "reply", "today", "moment", "today", "happened", "test")
TOKEN = "t" * 32

Person = dict[str, str]


def figures() -> list[Figure]:
    """Return the figures of hosting; takes about two minutes."""
    # On a disk, or a commit would cost nothing; and where PostgreSQL, which is not root, may go.
    with (
        tempfile.TemporaryDirectory(prefix="beside-bench-", dir="/var/tmp") as made,
        _database(Path(made)) as surroundings,
    ):
        year = _told(surroundings, "year", NOTEBOOKS_OF_A_YEAR)
        people = _told(surroundings, "people", max(AT_ONCE))
        with _server(surroundings) as port:
            return [
                _throughput(port, people),
                _unlocks(port, people),
                _a_year(year["bytes"]),
                reply.first_load(port, NAME, people[0]["code"]),
            ]


@contextmanager
def _database(folder: Path) -> Iterator[dict[str, str]]:
    """Lend a PostgreSQL that flushes as it does in earnest, and all that names it."""
    place, secret = folder / "postgresql", folder / "secret"
    folder.chmod(0o711)
    place.mkdir()
    secret.write_bytes(base64.b64encode(secrets.token_bytes(32)))
    secret.chmod(0o600)
    server = Server(place, shared_buffers="128MB")
    surroundings = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    surroundings |= {
        "BESIDE_HOSTED": "1",
        "BESIDE_HOME": str(folder),
        "BESIDE_DATABASE_URL": server.url,
        "BESIDE_SECRET_FILE": str(secret),
        "BESIDE_HOST": NAME,
        "BESIDE_RUN_BY": "the benchmarks",
        "BESIDE_SOURCE": "https://example.org/source",
        "BESIDE_REGISTRATION": "open",
        "BESIDE_WORKERS": str(WORKERS),
    }
    try:
        _run(surroundings, "-m", "beside", "migrate")
        yield surroundings
    finally:
        server.stop()


def _run(surroundings: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout


def _told(surroundings: dict[str, str], word: str, count: int) -> object:
    return json.loads(_run(surroundings, "-m", "benchmarks.hosted", word, str(count)))


@contextmanager
def _server(surroundings: dict[str, str]) -> Iterator[int]:
    port = free_port()
    program = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.hosted", "serve"],
        env=surroundings | {"BESIDE_PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield port
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(PATIENCE)


def _wait_for(port: int) -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        with suppress(OSError, HTTPException):
            asking = HTTPConnection("127.0.0.1", port, timeout=5)
            asking.request("GET", "/readyz")
            if asking.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise NoAnswer


def _head(method: str, path: str, person: Person) -> str:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: {NAME}\r\nX-Forwarded-Proto: https\r\n"
        "X-Forwarded-For: 198.51.100.7\r\nAccept: text/html\r\nAccept-Language: en\r\n"
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0\r\n"
        f"Sec-Fetch-Site: same-origin\r\nOrigin: https://{NAME}\r\n"
        f"Cookie: __Host-b={person['cookie']}; __Host-csrf={TOKEN}\r\n"
    )


def _get(path: str, person: Person) -> bytes:
    return f"{_head('GET', path, person)}\r\n".encode()


def _post(path: str, person: Person, **fields: str) -> bytes:
    body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields})
    length = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}"
    return f"{_head('POST', path, person)}{length}\r\n\r\n{body}".encode()


def _as_people_ask(person: Person, start: int) -> Iterator[bytes]:
    """Yield what somebody asks, each beginning at another place."""
    pages = {
        "today": _get("/", person),
        "test": _get(f"/tests/{person['test']}/", person),
        "happened": _get("/tests/what-happened/", person),
        "reply": _post("/r/", person | {"cookie": ""}, code=person["code"]),
    }
    for word in cycle(MIX[start % len(MIX) :] + MIX[: start % len(MIX)]):
        if word == "moment":
            yield _post("/moments/", person, id=str(uuid4()), what="did_it_alone")
        else:
            yield pages[word]


def _throughput(port: int, people: Sequence[Person]) -> Figure:
    best = _best(port, [_as_people_ask(one, number) for number, one in enumerate(people)])
    empty = _best(port, [cycle([_get("/benchmarks/nothing/", one)]) for one in people])
    value, at_once, slowest = best
    return Figure(
        "serve.throughput",
        value,
        "requests/s",
        against=empty[0],
        ratio=value / empty[0],
        fewest=AIM,
        said=(
            f"{at_once} at once, 99 of 100 under {slowest:.0f} ms; "
            f"{WORKERS} workers, client on the same machine; against an empty page"
        ),
    )


def _best(port: int, people: Sequence[Iterator[bytes]]) -> tuple[float, int, float]:
    """Return the most requests a second with 99 of 100 quick enough, at how many at once."""
    best = (0.0, 0, 0.0)
    for at_once in AT_ONCE:
        rate, took = pressed(("127.0.0.1", port), people[:at_once], seconds=SECONDS)
        slowest = p99(took)
        if slowest < SLOWEST and rate > best[0]:
            best = rate, at_once, slowest
    return best


def _unlocks(port: int, people: Sequence[Person]) -> Figure:
    asked = [cycle([_post("/open/", one | {"cookie": ""}, **_opening(one))]) for one in people[:2]]
    rate, took = pressed(("127.0.0.1", port), asked, seconds=15.0, warm=2.0)
    said = f"2 at once, the slowest {took[-1]:.0f} ms; one stretching at a time, on purpose"
    return Figure("unlock.per_second", rate, "unlocks/s", said=said)


def _opening(person: Person) -> dict[str, str]:
    return {"notebook": person["name"], "words": person["words"], "next": "/"}


def _a_year(size: float) -> Figure:
    said = (
        f"{NOTEBOOKS_OF_A_YEAR} notebooks in PostgreSQL after VACUUM, indexes included: three "
        "moments a day, a small test a week, twelve people"
    )
    return Figure("account.bytes_per_year", size, "bytes", said=said)
