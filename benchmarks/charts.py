"""Drawing what happened: sixty tests, each with its ring and its dot, against matplotlib.

Both hand over a finished picture as text, warm, in turns; importing either is not counted. The
rival keeps letters as letters and draws each kind of mark at once, which is the fastest it can.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

import matplotlib as mpl
from matplotlib.figure import Figure as Canvas

from benchmarks.figures import Figure
from benchmarks.timing import in_turns, median, worked
from beside.charts import Heads, Pair, ring_and_dot

TESTS = 60
ROUNDS = 15
FOUND = "You guessed about 3 in 10. So far 8 of 10 took it well."
HEADS = Heads("Test", "your guess", "what happened")
HAPPENED = {0: "no", 5: "partly", 10: "well"}
NAMES = ("Sam", "Inés", "Jo", "Ali", "Aunt Lea", "Tomáš")


def figures() -> list[Figure]:
    """Return how long sixty rows take to draw, and what matplotlib takes for them."""
    rows = tests()
    taken = in_turns([lambda: ours(rows), lambda: theirs(rows)], rounds=ROUNDS, clock=worked)
    took, rival = map(median, taken)
    return [
        Figure(
            "charts.ring_and_dot",
            took,
            "ms",
            against=rival,
            ratio=rival / took,
            least=50,
            said=f"{len(rows)} rows, against matplotlib",
        )
    ]


def tests() -> list[Pair]:
    """Return the tests that are drawn: the same in every run."""
    rng = Random(TESTS)
    return [
        Pair("Lift", guess, str(guess), happened, HAPPENED[happened], who=rng.choice(NAMES))
        for guess, happened in (
            (rng.randrange(11), rng.choice(list(HAPPENED))) for _ in range(TESTS)
        )
    ]


def ours(rows: Sequence[Pair]) -> str:
    """Draw *rows* as a page has them."""
    return ring_and_dot(rows, finding=FOUND, heads=HEADS)


def theirs(rows: Sequence[Pair]) -> str:
    """Draw the same rows with matplotlib: no window, no state, one call for each kind of mark."""
    places = range(len(rows))
    guesses = [row.guess for row in rows]
    happened = [row.happened for row in rows]
    canvas = Canvas(figsize=(5, 15))
    axes = canvas.subplots()
    axes.hlines(places, guesses, happened, colors="#e6dfd4")
    axes.plot(guesses, places, "o", markerfacecolor="none", markeredgecolor="#0b5c5a")
    axes.plot(happened, places, "o", color="#a34f2a")
    axes.set_yticks(places, [f"{row.name}, {row.who}" for row in rows])
    axes.set_xticks([0, 5, 10])
    axes.set_title(FOUND)
    written = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none"}):
        canvas.savefig(written, format="svg")
    return written.getvalue()
