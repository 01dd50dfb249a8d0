"""A moment is one thing that happened today, kept with one tap; everything else is optional."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from beside.kernel.days import When
from beside.kernel.records import Record

NOTE_LIMIT = 10_000
"""How many characters a note may have."""

InTen = Annotated[int, Meta(ge=0, le=10)]
"""A rating from 0 to 10, as a person gives it."""


class MomentKind(StrEnum):
    """What happened."""

    did_it_alone = "did_it_alone"
    let_someone = "let_someone"
    thought_about_asking = "thought_about_asking"

    said_nothing = "said_nothing"
    said_no_to_help = "said_no_to_help"
    said_im_fine = "said_im_fine"
    took_it_on = "took_it_on"
    redid_it = "redid_it"
    pulled_away = "pulled_away"
    paid_it_back = "paid_it_back"
    let_someone_help = "let_someone_help"
    asked = "asked"
    let_it_be_seen = "let_it_be_seen"
    shared_something_real = "shared_something_real"
    said_no_to_a_demand = "said_no_to_a_demand"
    left_it_undone = "left_it_undone"


LARGE_CHOICES = (
    MomentKind.did_it_alone,
    MomentKind.let_someone,
    MomentKind.thought_about_asking,
)
MORE = tuple(kind for kind in MomentKind if kind not in LARGE_CHOICES)


ALONE = frozenset(
    (
        MomentKind.did_it_alone,
        MomentKind.said_nothing,
        MomentKind.said_no_to_help,
        MomentKind.said_im_fine,
        MomentKind.took_it_on,
        MomentKind.redid_it,
    )
)
"""Where something was done alone: of these alone it is asked whether that was chosen."""


class Choice(StrEnum):
    """Why it was done alone: the second is the situation, the third is the pattern."""

    chose_to = "chose_to"
    no_other_way = "no_other_way"
    felt_like_no_other_way = "felt_like_no_other_way"
    not_sure = "not_sure"


class Moment(Record, kind="moment", dated="when", stamps=("when",)):
    """Something that happened, on the day that *when* says."""

    when: When
    what: MomentKind
    note: str = ""
    discomfort: InTen | None = None
    """0 none – 10 as much as it gets."""
    load: InTen | None = None
    """How much was on the person at that time: 0 nothing – 10 more than fits."""
    choice: Choice | None = None
    person_id: UUID | None = None
    moved_to: date | None = None
    """The day that the person put it on, where they changed it.

    `when` says the same; but a change of `when` alone reads like a form that was sent twice.
    """


class Nearest(StrEnum):
    """What is closest to today, on a first visit."""

    took_on_too_much = "took_on_too_much"
    snapped = "snapped"
    said_no = "said_no"
    said_nothing = "said_nothing"
    nobody_to_ask = "nobody_to_ask"
    looking_around = "looking_around"


class Offer(StrEnum):
    """What they would have said to somebody safe who offered to take a part."""

    yes = "yes"
    a_part = "a_part"
    im_fine = "im_fine"
    no_one_safe = "no_one_safe"


class Line(StrEnum):
    """The line in somebody's head at that moment."""

    rely_on_myself = "rely_on_myself"
    depending_hurts = "depending_hurts"
    vulnerability_is_danger = "vulnerability_is_danger"
    another = "another"
    none = "none"


class Reflection(Record, kind="reflection", dated="when", stamps=("when",)):
    """Four answers about one time of doing it alone. ``None`` is a question that was skipped.

    A reflection, and no test of anybody: nothing is counted from it.
    """

    when: When
    nearest: Nearest | None = None
    choice: Choice | None = None
    offer: Offer | None = None
    line: Line | None = None


class Item(StrEnum):
    """Our six own questions about how somebody does things, in their order."""

    why_alone = "why_alone"
    would_accept = "would_accept"
    when_doubled = "when_doubled"
    after_help = "after_help"
    at_two = "at_two"
    cost = "cost"


class WhenDoubled(StrEnum):
    """What somebody asks of others when twice as much is on them."""

    more = "more"
    the_same = "the_same"
    less = "less"


class AtTwo(StrEnum):
    """Could they name somebody to call at two in the night?"""

    yes = "yes"
    not_sure = "not_sure"
    no = "no"


class ThreeQuestions(Record, kind="three_questions", dated="when", stamps=("when",)):
    """What somebody answered at one sitting. ``None`` is a question that was skipped or not asked.

    The questions are our own and unvalidated: no sum is made of them, and no score.
    """

    when: When
    asked: tuple[Item, ...]
    """The questions that were put, answered or not."""
    why_alone: InTen | None = None
    """Alone because they want to (0) – because it feels impossible not to (10)."""
    would_accept: InTen | None = None
    """Would they accept help from somebody safe: no (0) – yes (10)."""
    when_doubled: WhenDoubled | None = None
    after_help: InTen | None = None
    """After help: grateful (0) – in debt, or guilty (10)."""
    at_two: AtTwo | None = None
    cost: InTen | None = None
    """What doing it alone cost them this month: nothing (0) – a great deal (10)."""

    def answer(self, item: Item) -> int | WhenDoubled | AtTwo | None:
        """Return what was answered to *item*."""
        found: int | WhenDoubled | AtTwo | None = getattr(self, item.value)
        return found
