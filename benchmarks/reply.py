"""What a friend's phone loads for a link: everything, with nothing there yet, as it is served.

The closed page, what it names, and the request once it is opened: heads and bodies as they come
through the socket. What the layer of TLS adds is not in it.
"""

from __future__ import annotations

import re
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

from benchmarks.figures import Figure
from benchmarks.load import AnsweredOtherwise

PAGE = "/r/"
HEAVIEST = 25_000
"""Bytes of all of it."""
NAMED = re.compile(r'(?:src|href)="(/static/[^"#]+)"')
HEADS = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "198.51.100.7",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "en",
}


def first_load(port: int, name: str, code: str) -> Figure:
    """Return what comes for the link with *code*, asked of the server called *name*."""
    closed, page = _loaded(port, name, "GET", PAGE)
    files = [_loaded(port, name, "GET", path)[0] for path in dict.fromkeys(NAMED.findall(page))]
    opened, asked = _loaded(port, name, "POST", PAGE, code=code)
    if 'value="something_else"' not in asked:
        raise AnsweredOtherwise("a page that asks nothing")
    sizes = [closed, *files, opened]
    said = " + ".join(f"{size:,}" for size in sizes)
    said = f"{said}: closed page, its files, the request; no font; heads included, TLS not"
    return Figure("reply.first_load_bytes", sum(sizes), "bytes", most=HEAVIEST - 1, said=said)


def _loaded(port: int, name: str, method: str, path: str, **fields: str) -> tuple[int, str]:
    """Return the bytes of an answer, head and body, and what it says where that is not packed."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as asking:
        body = urlencode(fields) if fields else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        own = {"Host": name, "Origin": f"https://{name}", "Sec-Fetch-Site": "same-origin"}
        asking.request(method, path, body, HEADS | own | kind)
        answer = asking.getresponse()
        came = answer.read()
        if answer.status != 200:
            raise AnsweredOtherwise(f"{method} {path}: {answer.status}")
        packed = answer.getheader("Content-Encoding") is not None
        return _head(answer) + len(came), "" if packed else came.decode(errors="replace")


def _head(answer: HTTPResponse) -> int:
    """Return how many bytes the head had: each line ends with two, and so does the whole."""
    first = f"HTTP/1.1 {answer.status} {answer.reason}"
    lines = [first, *(f"{name}: {value}" for name, value in answer.getheaders())]
    return sum(len(line) + 2 for line in lines) + 2
