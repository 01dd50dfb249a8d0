"""Whether somebody is safe is asked before anything else is, and never guessed."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from beside.kernel.days import When
from beside.kernel.records import Record

NAME_LIMIT = 200
"""How many characters a name may have."""


class Ring(IntEnum):
    """How near somebody is (convoy model): 1 is nearest."""

    nearest = 1
    near = 2
    further_out = 3


class Answer(StrEnum):
    """Has this person ever hurt, threatened, watched or controlled you?"""

    no = "no"
    yes = "yes"
    not_sure = "not_sure"


class Fear(StrEnum):
    """Would you be afraid of what they might do? To be embarrassed is not to be afraid."""

    no = "no"
    embarrassed = "embarrassed"
    yes = "yes"
    not_sure = "not_sure"


class Safety(StrEnum):
    """What the two answers come to."""

    free = "free"
    resting = "resting"
    flagged = "flagged"


class Person(Record, kind="person", stamps=("added",)):
    """Somebody in a person's life. An answer that is ``None`` has not been given."""

    added: When
    name: str
    ring: Ring | None = None
    hurt: Answer | None = None
    afraid: Fear | None = None
    left_out: bool = False
    """The person asked that nothing be suggested with them, without saying that they are unsafe."""
