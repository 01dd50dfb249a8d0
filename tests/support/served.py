"""The program as a person has it: a process of its own, a folder of its own, and a browser.

The browser is a small one: it keeps cookies, follows 303s, fills in forms as they are drawn (with
their hidden fields), and runs no script.
"""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import uuid
from contextlib import closing, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

PATIENCE = 60.0


class Program:
    """One running `beside`, what was *typed* after it, and everything that it says."""

    def __init__(
        self,
        home: Path,
        *typed: str,
        name: str = "beside.localhost",
        module: str = "beside",
        **more: str,
    ) -> None:
        self.home = home
        self.name = name
        surroundings = {
            **os.environ,
            "BESIDE_HOME": str(home),
            "BESIDE_PORT": "0",
            "BESIDE_OPEN": "0",
            "PYTHONUNBUFFERED": "1",
            **more,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *typed],
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self._open = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if not self._open.wait(PATIENCE) or self.process.poll() is not None:
            self.end()
            raise AssertionError("".join(self.said))

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.append(line)
            if "127.0.0.1" in line:
                self.port = urlsplit(re.search(r"http\S+", line)[0]).port
                self._open.set()
        self._open.set()

    @property
    def log(self) -> str:
        return "".join(self.said)

    def end(self, with_signal: int = signal.SIGINT) -> int:
        """End it, and return its code."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._listener.join(timeout=5)
        self.process.stdout.close()
        return self.process.returncode


@dataclass
class Form:
    """One form as it was drawn: where it goes, and what stands in it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    multipart: bool = False


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._text: str | None = None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self._form = Form(said.get("action") or "")
            self._form.multipart = "multipart" in (said.get("enctype") or "")
            if (said.get("method") or "").lower() == "post":
                self.forms.append(self._form)
        elif self._form is not None and said.get("name"):
            self._field(tag, said)

    def _field(self, tag, said):
        form, name, value = self._form, said["name"], said.get("value") or ""
        form.names.add(name)
        if tag == "button" or said.get("type") == "submit":
            form.buttons.append((name, value))
        elif tag == "textarea":
            self._text = name
            form.fields[name] = ""
        elif tag == "input" and said.get("type") in {"radio", "checkbox"}:
            if "checked" in said:
                form.fields[name] = said.get("value", "on")
        elif tag == "input" and said.get("type") != "file":
            form.fields[name] = value
        elif tag == "select":
            form.fields.setdefault(name, "")

    def handle_data(self, data):
        if self._text is not None:
            self._form.fields[self._text] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self._text is not None:
            # The line end right after the tag belongs to the page and not to the text.
            self._form.fields[self._text] = self._form.fields[self._text].removeprefix("\n")
            self._text = None
        if tag == "form":
            self._form = None


@dataclass
class Page:
    """One answer."""

    status: int
    path: str
    text: str
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def forms(self) -> list[Form]:
        reader = _Forms()
        reader.feed(self.text)
        return reader.forms

    def form(self, *names: str, to: str = "") -> Form:
        """Return the first form that has all of *names*, and goes to an address holding *to*."""
        for one in self.forms:
            target = urljoin(self.path, one.action)
            if set(names) <= one.names and to in target:
                return one
        raise AssertionError((self.status, self.path, names, to, self.text))

    def links(self, pattern: str) -> list[str]:
        """Return the addresses on the page that match *pattern*."""
        return re.findall(rf'(?:href|action)="({pattern})"', self.text)


class Visitor:
    """Somebody with a browser."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.cookies: dict[str, str] = {}
        self.paths: list[str] = []
        self.pages: list[Page] = []

    def another(self) -> Visitor:
        """Return somebody else, with a browser of their own; their pages are noted here as well."""
        other = Visitor(self.program)
        other.paths, other.pages = self.paths, self.pages
        return other

    def get(self, path: str) -> Page:
        return self._ask("GET", path)

    def submit(self, page: Page, *names: str, to: str = "", **said: str) -> Page:
        """Fill in and send the form of *page* that has *names*, with what *said* changes."""
        form = page.form(*names, to=to)
        fields = {**form.fields, **said}
        return self.send(urljoin(page.path, form.action), fields, multipart=form.multipart)

    def send(self, path: str, fields: dict[str, str], *, multipart: bool = False) -> Page:
        if multipart:
            body, kind = _multipart(fields)
        else:
            body = urlencode(fields).encode()
            kind = "application/x-www-form-urlencoded"
        return self._ask("POST", path, body=body, kind=kind)

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Page:
        self.paths.append(path)
        host = f"{self.program.name}:{self.program.port}"
        headers = {
            "Host": host,
            "Accept": "text/html",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if method == "POST":
            headers |= {"Content-Type": kind, "Origin": f"http://{host}"}
        asking = http.client.HTTPConnection("127.0.0.1", self.program.port, timeout=PATIENCE)
        with closing(asking):
            # A body that is too large is answered before it was read to its end.
            with suppress(BrokenPipeError):
                asking.request(method, path, body=body or None, headers=headers)
            answer = asking.getresponse()
            page = self._page(path, answer)
        if page.status in {302, 303} and page.headers["Location"].startswith("/"):
            return self.get(page.headers["Location"])
        return page

    def _page(self, path: str, answer: http.client.HTTPResponse) -> Page:
        body = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            if value.strip('"'):
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        text = body.decode("utf-8", "replace")
        page = Page(answer.status, path, text, answer.headers, body)
        self.pages.append(page)
        return page

    # The first steps of every visit

    def keeps_a_notebook(self, words: str) -> Page:
        return self.submit(self.get("/keep/"), "own", own=words)

    def opens(self, words: str) -> Page:
        return self.submit(self.get("/open/"), "words", words=words)

    def locks(self) -> Page:
        return self.submit(self.get("/settings/"), to="/lock/")


def _multipart(fields: dict[str, str | bytes]) -> tuple[bytes, str]:
    edge = uuid.uuid4().hex
    parts = []
    for name, value in fields.items():
        more = '; filename="a.json"' if isinstance(value, bytes) else ""
        content = value if isinstance(value, bytes) else value.encode()
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
