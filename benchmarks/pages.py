"""What a person waits for: the server's time for a page, in a notebook of ten years and of a month.

The application is called in this process, with a session that was opened without stretching words;
the network and the browser come on top. Medians, with the time that 19 of 20 stay under beside.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from uuid import uuid4

from benchmarks.figures import Figure
from benchmarks.notebook import SOUGHT, Kept
from benchmarks.timing import in_turns, median, p95
from benchmarks.visitor import Application, Visitor
from beside.keeping.accounts.sessions import ABSOLUTE, sessions, steady
from beside.pages.front.opened import COOKIE

LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
HEAVIEST = 55_000
"""Bytes of the first page, gzipped."""


def visitor(application: Application, kept: Kept) -> Visitor:
    """Return a browser in which *kept* is open."""
    now = steady()
    cookie = sessions.start(
        kept.account_id, kept.data_key, label="benchmark", idle=ABSOLUTE, now=now
    )
    return Visitor(application, **{COOKIE: cookie})


def today(old: Visitor, young: Visitor) -> list[Figure]:
    """Return how long Today takes, and how much of that comes with the years."""
    pages = [
        lambda: old.get("/"),
        lambda: young.get("/"),
        lambda: old.get("/benchmarks/nothing/"),
    ]
    old_took, young_took, empty_took = in_turns(pages, rounds=150, warm=20, clean=False)
    value, young_value, empty = median(old_took), median(young_took), median(empty_took)
    return [
        Figure(
            "page.today",
            value,
            "ms",
            against=empty,
            ratio=empty / value,
            most=6,
            said=f"{_tail(old_took)}; against an empty page",
        ),
        Figure(
            "page.today.growth",
            young_value / value,
            "–",
            against=1,
            ratio=young_value / value,
            least=0.8,
            said=f"{young_value:.2f} ms in a notebook of one month",
        ),
    ]


def moment_post(visitor: Visitor) -> Figure:
    """Return how long one tap takes, until it is on the disk."""
    visitor.read_token(visitor.get("/moments/new/"))

    def tap() -> None:
        visitor.post("/moments/", {"id": str(uuid4()), "what": "did_it_alone"})

    (took,) = in_turns([tap], rounds=100, warm=5, clean=False)
    return Figure("page.moment_post", median(took), "ms", said=f"{_tail(took)}; commit included")


def search(visitor: Visitor) -> Figure:
    """Return how long it takes to look through everything, from the form to the page of finds."""
    visitor.read_token(visitor.get("/notebook/search/"))

    def look() -> None:
        visitor.post("/notebook/search/", {"q": SOUGHT})
        visitor.get("/notebook/search/")

    (took,) = in_turns([look], rounds=9)
    return Figure("search.ten_years", median(took), "ms", most=900, said=_tail(took))


def what_happened(visitor: Visitor) -> Figure:
    """Return how long *What happened* takes over three hundred tests with thirty people."""
    (took,) = in_turns(
        [lambda: visitor.get("/tests/what-happened/")], rounds=60, warm=5, clean=False
    )
    size = len(gzip.compress(visitor.get("/tests/what-happened/").body))
    said = f"{_tail(took)}; {size:,} bytes gzipped"
    return Figure("page.what_happened", median(took), "ms", most=40, said=said)


def first_load(application: Application) -> Figure:
    """Return how many bytes the first page takes, with the styles and the script that it names."""
    stranger = Visitor(application)
    page = stranger.get("/").body
    files = [stranger.get(path).body for path in LOADED.findall(page.decode())]
    sizes = [len(gzip.compress(body)) for body in (page, *files)]
    said = " + ".join(f"{size:,}" for size in sizes)
    return Figure("first_load.bytes", sum(sizes), "bytes", most=HEAVIEST, said=said)


def _tail(times: Sequence[float]) -> str:
    return f"19 of 20 under {p95(times):.3g} ms"
