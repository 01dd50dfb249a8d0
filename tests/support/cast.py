"""The standing cast: fixed people, a fixed noon, and the small test that Alice has with Sam.

Sam is safe and near. Ines is safe, and may be asked through embarrassment. Jo rests: Alice is not
sure. Rex is flagged. In tests of accounts Alice owns the notebook, Bob is beside her with his own,
and Charlie must see nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from beside.around.circle.model import Answer, Fear, Person, Ring
from beside.journey.pattern.model import Moment, MomentKind
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Feared,
    Happened,
    HowHard,
    Outcome,
    Prediction,
)
from beside.journey.practice.rules import short_guess
from beside.kernel.days import When, lived

ZONE = "Europe/Berlin"

SAM = UUID("5a000000-0000-4000-8000-000000000001")
INES = UUID("5a000000-0000-4000-8000-000000000002")
JO = UUID("5a000000-0000-4000-8000-000000000003")
REX = UUID("5a000000-0000-4000-8000-000000000004")
NOBODY = UUID("5a000000-0000-4000-8000-000000000009")

TODAY_WAS_A_LOT = UUID("a5c00000-0000-4000-8000-000000000001")
A_MOMENT = UUID("d0000000-0000-4000-8000-000000000001")

TUESDAY = date(2026, 3, 3)
NOON = lived(datetime(2026, 3, 3, 11, 0, tzinfo=UTC), ZONE)
LATER = lived(datetime(2026, 3, 3, 11, 5, tzinfo=UTC), ZONE)
NEXT_DAY = lived(datetime(2026, 3, 4, 11, 0, tzinfo=UTC), ZONE)

THE_WORDS = "Today was a lot. Nothing for you to do. I wanted you to know."


@pytest.fixture
def noon() -> When:
    """Tuesday, the third of March 2026, at noon in Berlin."""
    return NOON


def when(day: date, hour: int = 12) -> When:
    """Return *hour* o'clock (UTC) on *day*."""
    return lived(datetime(day.year, day.month, day.day, hour, tzinfo=UTC), "UTC")


def sam(**changes: object) -> Person:
    return Person(
        id=SAM, added=NOON, name="Sam", ring=Ring.nearest, hurt=Answer.no, afraid=Fear.no
    ).but(**changes)


def ines(**changes: object) -> Person:
    return sam(id=INES, name="Inés", ring=Ring.near, afraid=Fear.embarrassed).but(**changes)


def jo(**changes: object) -> Person:
    return sam(id=JO, name="Jo", ring=None, hurt=Answer.not_sure).but(**changes)


def rex(**changes: object) -> Person:
    return sam(id=REX, name="Rex", ring=None, hurt=Answer.yes).but(**changes)


def hopeful() -> Prediction:
    """Three in ten that it goes well; the feared thing, six in ten."""
    return short_guess(
        well=3, feared=Feared.they_think_less_of_me, likely=6, trouble=5, hard=HowHard.a_bit
    )


def hopeless(hard: HowHard = HowHard.a_bit) -> Prediction:
    """Another guess about the same thing."""
    return short_guess(well=0, feared=Feared.they_sigh, likely=10, trouble=10, hard=hard)


def drafted(**changes: object) -> Ask:
    """Return the small test that Alice wrote down for Sam, without a guess."""
    return Ask(
        id=TODAY_WAS_A_LOT,
        drafted=NOON,
        what=AskKind.let_it_be_seen,
        words=THE_WORDS,
        person_id=SAM,
    ).but(**changes)


def asked_sam(*, locked_at: When = NOON, **changes: object) -> Ask:
    """Return the same, with the guess locked."""
    return drafted(state=AskState.locked, prediction=hopeful(), locked=locked_at).but(**changes)


def happened(how: Happened = Happened.took_it_well, **changes: object) -> Ask:
    """Return the same, the day after."""
    return asked_sam(
        state=AskState.done,
        outcome=Outcome(how=how),
        closed=NEXT_DAY,
        closed_on=NEXT_DAY.on,
    ).but(**changes)


def put_away(**changes: object) -> Ask:
    """Return it let go, the day after its guess was locked."""
    return asked_sam(
        state=AskState.let_go,
        let_go_from=AskState.locked,
        closed=NEXT_DAY,
        closed_on=NEXT_DAY.on,
    ).but(**changes)


def a_moment(**changes: object) -> Moment:
    return Moment(id=A_MOMENT, when=NOON, what=MomentKind.did_it_alone).but(**changes)
