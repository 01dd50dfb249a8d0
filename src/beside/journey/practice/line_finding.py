"""What the answers to one line come to, in words: in tens, as they are asked for.

They are kept from 0 to 100, because a line on a scale may be put between two tens.
"""

from __future__ import annotations

from collections.abc import Mapping

from beside.journey.practice.comparison import tens
from beside.journey.practice.over_time import Line, Way
from beside.kernel.sentences import Sentence

OVER_TIME = Sentence("How much you believed each line")
LINE_HEADS = (Sentence("Day"), Sentence("Before"), Sentence("After"))
NO_TREND_YET = Sentence("Too early to say more. Six tests with an answer give a first look.")
YOUR_OWN = Sentence("A ring is before a test, a dot after it.")
BAND = Sentence("The band says how sure this is.")
WAYS: Mapping[Way, Sentence] = {
    Way.down: Sentence("Your answers went down."),
    Way.level: Sentence("No clear change so far."),
    Way.up: Sentence("Your answers went up."),
}


def line(one: Line) -> tuple[Sentence, ...]:
    """Say where the answers to a line went; nothing while it is too early."""
    if one.trend is None:
        return ()
    start, end = one.trend.places[0].held, one.trend.places[-1].held
    return (WAYS[one.trend.way], from_to(start, end, len(one.points)))


def so_far_put(one: Line) -> Sentence:
    """Say the answers to a line as they came, where they are too few for more."""
    first = one.points[0]
    began = [] if first.before is None else [first.before]
    answers = ", ".join(str(tens(held)) for held in [*began, *(point.held for point in one.points)])
    return Sentence("%(answers)s out of 10", answers=answers)


def from_to(start: float, end: float, count: int) -> Sentence:
    """Say where a line (0–100) begins and ends, and how many answers it rests on."""
    return Sentence(
        "From about %(start)s to about %(end)s out of 10, over %(count)s answers.",
        start=_place(start),
        end=_place(end),
        count=count,
    )


def _place(held: float) -> int:
    """Return where a trend is, in tens; it may lie off the scale."""
    return tens(min(max(round(held), 0), 100))
