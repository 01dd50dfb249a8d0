"""Small tests that are over, one line each: how they went, with whom, and what was guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

from hypothesis import strategies as st

from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
    Prediction,
)
from beside.kernel.days import lived
from tests.support.cast import INES, JO, REX, SAM

FIRST_DAY = date(2026, 1, 1)
_numbers = count(1)


def went(
    how: Happened = Happened.took_it_well,
    *,
    guess: int | None = 30,
    whom: UUID | None = SAM,
    came: FearedHappened | None = None,
    feared: Feared = Feared.they_sigh,
    by: Channel | None = None,
    day: int | None = None,
    line: tuple[Belief, int | None, int | None] | None = None,
    **changes: object,
) -> Ask:
    """Return a small test that is over; without a *guess* it already happened.

    *day* counts from the first of January 2026; *line* is a line with how much it was believed
    before and after.
    """
    number = next(_numbers)
    begun = lived(
        datetime.combine(
            FIRST_DAY + timedelta(days=number if day is None else day), datetime.min.time(), UTC
        ),
        "UTC",
    )
    closed = lived(begun.at + timedelta(hours=3), "UTC")
    belief, before, after = line or (None, None, None)
    prediction = guess is not None and Prediction(
        well=guess,
        feared=feared,
        feared_likely=60,
        trouble=5,
        suds=30,
        belief=belief,
        line_now=before,
    )
    return Ask(
        id=UUID(int=0xD0 << 120 | number),
        drafted=begun,
        what=AskKind.favour,
        words="Could you take the dog on Thursday? A no is fine.",
        state=AskState.done,
        person_id=whom,
        channel=by,
        prediction=prediction or None,
        locked=begun if prediction else None,
        outcome=Outcome(how=how, feared_happened=came, line_after=after),
        closed=closed,
        closed_on=closed.on,
    ).but(**changes)


def several(
    well: int = 0, *, partly: int = 0, no: int = 0, hurt: int = 0, silent: int = 0, **same: object
) -> list[Ask]:
    """Return as many of each as said; *same* holds for all of them."""
    counts = {
        Happened.took_it_well: well,
        Happened.partly: partly,
        Happened.no: no,
        Happened.it_hurt: hurt,
        Happened.no_answer: silent,
    }
    return [went(how, **same) for how, often in counts.items() for _ in range(often)]


def any_tests(*, most: int = 40) -> st.SearchStrategy[list[Ask]]:
    """Return lists of tests of any kind, with anybody, planned or not."""
    one = st.builds(
        went,
        st.sampled_from(Happened),
        guess=st.none() | st.integers(0, 10).map(lambda tens: tens * 10),
        whom=st.sampled_from((SAM, INES, JO, REX, None)),
        came=st.none() | st.sampled_from(FearedHappened),
        feared=st.sampled_from(Feared),
        by=st.none() | st.sampled_from(Channel),
    )
    return st.lists(one, max_size=most)
