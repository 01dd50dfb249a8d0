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
