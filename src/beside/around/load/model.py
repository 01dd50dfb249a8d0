"""What is on somebody this week is a few ticks; all else is asked of one of them alone."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from beside.kernel.days import When
from beside.kernel.records import Record

AT_MOST = 5
"""How many things may be ticked: the heaviest, and not a list of everything."""
OTHER_LIMIT = 300
"""How many characters one's own words for another thing may have."""
NOTE_LIMIT = 4_000
"""How many characters a note on where things are may have."""


class Carried(StrEnum):
    """What somebody may carry."""

    appointments = "appointments"
    a_mood = "a_mood"
    the_bills = "the_bills"
    food = "food"
    cover_at_work = "cover_at_work"
    a_parent = "a_parent"
    forms = "forms"
    other = "other"


class Chosen(StrEnum):
    """What somebody chose for the thing that nobody else would know how to do."""

    small_test = "small_test"
    written_down = "written_down"
    left_undone = "left_undone"


class Carrying(Record, kind="carrying", dated="when", stamps=("when",)):
    """What was on somebody in one week, on the day they said so.

    ``None`` is a question that was skipped, or not put.
    """

    when: When
    what: tuple[Carried, ...]
    other: str = ""
    """The person's own words, where `Carried.other` is among them."""
    nobody_knows: Carried | None = None
    """Of these, the one that nobody would know how to do in a week of flu."""
    others_would_manage: bool = False
    chosen: Chosen | None = None
    ask_id: UUID | None = None
    """The small test that was made of it."""
    note: str = ""
    """Where things are, in the person's words."""
