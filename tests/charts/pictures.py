"""One picture of each sort and each state, with its golden file; `python -m tests.charts.pictures`
writes those that are missing.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from beside.charts import (
    Dates,
    Ends,
    Estimate,
    Heads,
    Markup,
    Near,
    Pair,
    Rating,
    Theirs,
    Trend,
    interval,
    line_with_band,
    numbers,
    ring_and_dot,
    rings,
)

GOLDEN = Path(__file__).with_name("golden")
SVG = "{http://www.w3.org/2000/svg}"
HEADS = Heads("Test", "your guess", "what happened")
ENDS = Ends("no", "took it well")
DATES = Dates("3 Mar", "12 Nov")
FOUND = "You guessed about 3 in 10. So far 8 of 10 took it well."
ROWS = [
    Pair("Lift", 3, "3", 10, "well", who="Sam"),
    Pair("Swap", 2, "2", 0, "no", who="Jo"),
    Pair("Walk", 5, "5", 5, "partly", who="Sam"),
    Pair("Key", 4.5, "4.5", 5, "partly", who="Ali"),
    Pair("Sit", None, "no guess", 10, "well", who="Ma"),
    Pair("Read", 8, "8", None, "no answer", who="Aunt Lea"),
    Pair("Soup", None, "no guess", None, "not yet"),
]
FIRST_DAY = 739_000
RATED = [78, 74, 80, 71, 69, 72, 60, 58, 61, 47]
RATINGS = [Rating(FIRST_DAY + 21 * n, value) for n, value in enumerate(RATED)]
TREND = [
    Trend(FIRST_DAY + 21 * n, 80 - 3 * n, 80 - 3 * n - 12, 80 - 3 * n + 12)
    for n in range(len(RATED))
]
PAIRED = [
    Rating(one.day, one.value, before=min(100, one.value + [9, 0, 2, 14][n % 4]))
    for n, one in enumerate(RATINGS)
]
PEOPLE = [
    Near("Sa", 1),
    Near("In", 1),
    Near("Al", 2),
    Near("Jo", 2),
    Near("Ma", 3),
    Near("TK", 3, resting=True),
]
CROWD = [Near("IM", ring, resting=n % 5 == 4) for ring in (1, 2, 3) for n in range(19)]


def svgs(*, finding: str = FOUND, more: str = "") -> dict[str, Markup]:
    """Return every picture that is one drawing."""
    return {
        "interval": interval(
            Estimate(3, 7.3, 5.1, 9.2), key="next", finding=finding, ends=ENDS, more=more
        ),
        "interval-right": interval(
            Estimate(4, 4, 1.1, 7.8), key="right", finding=finding, ends=ENDS, more=more
        ),
        "interval-no-guess": interval(
            Estimate(None, 10, 10, 10), key="sure", finding=finding, ends=ENDS, more=more
        ),
        "line": line_with_band(
            RATINGS, TREND, key="belief", finding=finding, dates=DATES, more=more
        ),
        "line-pairs": line_with_band(
            PAIRED, TREND, key="pairs", finding=finding, dates=DATES, more=more
        ),
        "line-once": line_with_band(
            RATINGS[:1], TREND[:1], key="once", finding=finding, dates=DATES, more=more
        ),
        "rings": rings(PEOPLE, key="near", finding=finding, more=more),
        "rings-crowd": rings(CROWD, key="crowd", finding=finding, more=more),
        "rings-nobody": rings([], key="nobody", finding=finding, more=more),
    }


def tables(*, finding: str = FOUND) -> dict[str, Markup]:
    """Return every picture that is a table."""
    return {
        "pairs": ring_and_dot(ROWS, finding=finding, heads=HEADS),
        "numbers": numbers(
            "Numbers in a table",
            ["Who", "Rating"],
            [[Theirs("Sam"), "78"], [Theirs("Ines"), "74"]],
            finding=finding,
        ),
    }


def all_of_them() -> Iterator[tuple[Path, str]]:
    """Yield each golden file with what should stand in it."""
    for name, drawn in svgs(more="Ten tests with people you chose.").items():
        yield GOLDEN / f"{name}.svg", _by_lines(drawn)
    for name, drawn in tables().items():
        yield GOLDEN / f"{name}.html", _by_lines(drawn)


def texts(tree: ET.Element, tag: str) -> list[str]:
    """Return what stands in every *tag*."""
    return [one.text or "" for one in tree.iter() if one.tag.removeprefix(SVG) == tag]


def well_formed(drawn: str) -> ET.Element:
    """Read *drawn* as strictly as XML does."""
    # The one attribute without a value that the pages use; HTML allows it, XML does not.
    return ET.fromstring(drawn.replace(" data-hx-disable ", " "))


def _by_lines(drawn: str) -> str:
    # One element on a line, so that a difference can be read.
    return drawn.replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    for file, drawn in all_of_them():
        if not file.exists():
            file.write_text(drawn, encoding="utf-8")
            print(f"written: {file.name}")
