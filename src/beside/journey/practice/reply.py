"""What the other person says to a request, and to the two questions that were guessed before."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from beside.journey.pattern.model import InTen
from beside.kernel.days import When
from beside.kernel.records import Record

WORDS_LIMIT = 1_000
"""How many characters somebody may write beside an answer."""
TIME_LIMIT = 120
"""How many characters a time of their own may have."""


class Said(StrEnum):
    """What came back. The first five answer a request; an *offer* came through the open door.

    *not_for_me*: the link reached somebody it was not for. *unchecked*: something lay there that
    could not be checked, and was left out; of what it said nothing is kept.
    """

    yes = "yes"
    part = "part"
    not_this_time = "not_this_time"
    something_else = "something_else"
    call_me = "call_me"
    offer = "offer"
    not_for_me = "not_for_me"
    unchecked = "unchecked"


ANSWERS = (Said.yes, Said.part, Said.not_this_time, Said.something_else, Said.call_me)
"""What can be answered to a request."""


class Glad(StrEnum):
    """Glad you were asked?"""

    not_really = "not_really"
    neither = "neither"
    yes = "yes"


class Reply(Record, kind="reply", dated="seen_on", stamps=("came",)):
    """What somebody said. It has no day until the person has seen it, and then that day.

    *trouble* is 0 none – 10 a great deal; ``None`` is a question that was skipped. *told*: they
    said it aloud, and the person wrote it down.
    """

    came: When
    said: Said
    ask_id: UUID | None = None
    person_id: UUID | None = None
    link_id: UUID | None = None
    words: str = ""
    own_time: str = ""
    """When it would suit them, in their words."""
    trouble: InTen | None = None
    glad: Glad | None = None
    may_quote: bool = False
    """They let their words stand on a page that is shown to others."""
    told: bool = False
    seen_on: date | None = None
