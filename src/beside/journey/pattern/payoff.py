"""What somebody said comes back to them in their own order, and the ending depends on it alone.

Doing it alone may be the situation, and then it is said first; it may be a choice, and then that is
said. Only what is left is called a way of staying safe.
"""

from __future__ import annotations

from enum import StrEnum

from beside.journey.pattern import wording
from beside.journey.pattern.model import Choice, Nearest, Offer, Reflection
from beside.kernel.sentences import Sentence


class Ending(StrEnum):
    """How the first visit ends."""

    situation = "situation"
    flexible = "flexible"
    pattern = "pattern"
    looking = "looking"
    """Too little was said to say anything about it."""


def ending(said: Reflection) -> Ending:
    """Return the ending for what was *said*; the situation comes before anything else."""
    situation = (
        said.choice is Choice.no_other_way,
        said.nearest is Nearest.nobody_to_ask,
        said.offer is Offer.no_one_safe,
    )
    if any(situation):
        return Ending.situation
    if said.choice is Choice.chose_to and said.offer is Offer.yes and not _turned_away(said):
        return Ending.flexible
    return Ending.pattern if any((said.choice, said.offer, said.line)) else Ending.looking


def _turned_away(said: Reflection) -> bool:
    """Tell whether they said no to somebody, or nothing, that time: that is no letting in."""
    return said.nearest in (Nearest.said_no, Nearest.said_nothing)


def said_back(said: Reflection) -> tuple[Sentence, ...]:
    """Return what was said, sentence by sentence; what was skipped is left out."""
    answers = (
        wording.SAID_NEAREST.get(said.nearest) if said.nearest else None,
        wording.SAID_CHOICE.get(said.choice) if said.choice else None,
        wording.SAID_OFFER.get(said.offer) if said.offer else None,
        wording.said_line(said.line) if said.line else None,
    )
    return tuple(sentence for sentence in answers if sentence is not None)
