"""Something to steady oneself with, whatever happened.

The first is never about breathing: attention to the breath can make it worse for some people, so
the one step that uses it comes last and says that it may be left.
"""

from __future__ import annotations

from enum import Enum

import msgspec

from beside.kernel.sentences import Sentence


class Sense(Enum):
    """What a step uses."""

    BODY = "body"
    SIGHT = "sight"
    COLD = "cold"
    PLACE = "place"
    BREATH = "breath"


class Step(msgspec.Struct, frozen=True):
    """One thing to do, in one place, with nothing at hand."""

    sense: Sense
    says: Sentence


STEPS = (
    Step(
        Sense.BODY,
        Sentence("Put both feet on the floor. Press down. Feel the floor push back."),
    ),
    Step(
        Sense.SIGHT,
        Sentence(
            "Name five things you see, four you can touch, three you hear, "
            "two you smell, one you taste."
        ),
    ),
    Step(Sense.COLD, Sentence("Hold something cold, or run cold water over your hands.")),
    Step(Sense.PLACE, Sentence("Say out loud where you are, and what day it is.")),
    Step(
        Sense.BREATH,
        Sentence(
            "Let each breath out be longer than the breath in. If that feels worse, leave it."
        ),
    ),
)


def first_step() -> Step:
    """Return the one to begin with; it does not use the breath."""
    return STEPS[0]


def more_steps() -> tuple[Step, ...]:
    """Return the others, the breath last."""
    return STEPS[1:]
