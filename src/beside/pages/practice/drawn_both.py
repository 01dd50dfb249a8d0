"""Both sides of an ask in one picture: the guess a ring, what they said a dot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from beside import charts
from beside.journey.practice import both_said, wording
from beside.journey.practice.both_said import Counted
from beside.journey.practice.both_sides import BothSides, Side
from beside.kernel.sentences import Sentence
from beside.pages.practice.shown import who_is
from beside.pages.templatetags.say import say

AT_ONCE = 10
"""How many answers are drawn; the newest of them."""
QUOTES = 5
"""How many of their words stand below."""


@dataclass(frozen=True, repr=False)
class Both:
    """The picture, its counts, how far it goes, and what they let be shown."""

    picture: charts.Markup
    counts: list[Counted]
    cautions: tuple[Sentence, ...]
    quotes: tuple[str, ...]


def drawn_both(both: BothSides | None, known: Mapping[UUID, str]) -> Both | None:
    """Return both sides as a page shows them; ``None`` where nobody answered."""
    if both is None:
        return None
    counts = list(both_said.counted(both))
    finding = " ".join(f"{say(label)}: {say(said)}" for label, said in counts)
    picture = charts.ring_and_dot(
        [_pair(side, known) for side in both.sides[:AT_ONCE]],
        finding=finding,
        heads=charts.Heads(*(say(head) for head in wording.BOTH_HEADS)),
    )
    return Both(picture, counts, both_said.cautions(both), both.quotes[:QUOTES])


def _pair(side: Side, known: Mapping[UUID, str]) -> charts.Pair:
    guess, said = side.trouble
    return charts.Pair(
        name=say(wording.KINDS[side.ask.what]),
        guess=guess,
        guess_said=say(both_said.guessed(side)),
        happened=said,
        happened_said=say(both_said.said(side)),
        who=who_is(side.ask, known).name,
    )
