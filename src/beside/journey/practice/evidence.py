"""Evidence compares what somebody expected with what happened, and says how little it knows.

A no counts as much as a yes. No answer is not counted as a no: silence can mean many things. Nobody
who is flagged is in any count of how kind people were; where there is somebody, the count with them
stands beside the one without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from beside.around.circle.model import Job
from beside.journey.practice.interval import Interval, beta_interval
from beside.journey.practice.model import Ask, AskState, Channel, Feared, FearedHappened, Happened

ENOUGH = 5
"""How many answers there are before anything but counts is said."""
OWN_GUESS = 2.0
"""How many answers the person's own first guess counts for."""
ALL_OTHERS = 4.0
"""How many answers the share of all counts for, where one person or one channel is looked at."""
UNKNOWN = 0.5
"""What is expected where nothing was guessed."""
HALF_A_STEP = 0.05
"""A guess is given in tenths, so 0 and 10 in 10 stand for what is within half a step of them.

Taken as they are, they would leave no room: no answer could ever move them.
"""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each thing happened."""

    well: int = 0
    partly: int = 0
    no: int = 0
    hurt: int = 0
    no_answer: int = 0

    @property
    def answered(self) -> int:
        """How many had an answer; silence is not counted."""
        return self.well + self.partly + self.no + self.hurt

    @property
    def good(self) -> float:
        """How many were taken well, where *partly* is a half."""
        return self.well + self.partly / 2

    @property
    def share(self) -> float:
        """The share (0–1) that was taken well; `UNKNOWN` where there was no answer."""
        return self.good / self.answered if self.answered else UNKNOWN


@dataclass(frozen=True, slots=True)
class Came:
    """How often the feared thing came, where there was a guess; *unsaid* has no answer yet."""

    came: int = 0
    a_bit: int = 0
    stayed_away: int = 0
    cant_tell: int = 0
    unsaid: int = 0

    @property
    def told(self) -> int:
        """How many have an answer that says something."""
        return self.came + self.a_bit + self.stayed_away


class Whose(NamedTuple):
    """Who a test was for: somebody by id, somebody whose job it is, or nobody by name."""

    person_id: UUID | None
    job: Job | None


class Group(NamedTuple, Generic[K]):
    """The tests that share *key*; *rate* is ``None`` while it is too early."""

    key: K
    counts: Counts
    rate: Interval | None


class Evidence(NamedTuple):
    """What happened, without those who are flagged; *with_flagged* is ``None`` where nobody is.

    *unplanned* is how many of the answered ones had no guess, planned or not.
    """

    counts: Counts
    rate: Interval | None
    unplanned: int
    came: Came
    feared: tuple[tuple[Feared, Came], ...]
    channels: tuple[Group[Channel | None], ...]
    people: tuple[Group[Whose], ...]
    with_flagged: tuple[Counts, Came] | None


def evidence(asks: Iterable[Ask], *, flagged: Collection[UUID] = ()) -> Evidence:
    """Return what *asks* come to; *flagged* are the ids of those who are in no count."""
    every = list(asks)
    kind = without(every, flagged)
    over, everyone = done(kind), done(every)
    counts = counted(over)
    return Evidence(
        counts=counts,
        rate=yes_rate(counts, expected=first_guess(kind)),
        unplanned=counted(ask for ask in over if ask.prediction is None).answered,
        came=how_often(over),
        feared=_by_feared(over),
        channels=in_groups(over, lambda ask: ask.channel, counts.share, _channel_order),
        people=in_groups(over, whose, counts.share, _most_first),
        with_flagged=(
            (counted(everyone), how_often(everyone)) if len(everyone) > len(over) else None
        ),
    )


def without(asks: Iterable[Ask], flagged: Collection[UUID]) -> list[Ask]:
    """Return those of *asks* that are with nobody who is flagged."""
    return [ask for ask in asks if ask.person_id not in flagged]


def done(asks: Iterable[Ask]) -> list[Ask]:
    """Return those of *asks* that have happened."""
    return [ask for ask in asks if ask.state is AskState.done]


def counted(asks: Iterable[Ask]) -> Counts:
    """Return how often each thing happened in *asks*."""
    found = Counter(ask.outcome.how for ask in asks if ask.outcome)
    return Counts(
        well=found[Happened.took_it_well],
        partly=found[Happened.partly],
        no=found[Happened.no],
        hurt=found[Happened.it_hurt],
        no_answer=found[Happened.no_answer],
    )


def how_often(asks: Iterable[Ask]) -> Came:
    """Return how often the feared thing came in *asks*; without a guess nothing was feared."""
    found = Counter(ask.outcome.feared_happened for ask in asks if ask.prediction and ask.outcome)
    return Came(
        came=found[FearedHappened.yes],
        a_bit=found[FearedHappened.a_bit],
        stayed_away=found[FearedHappened.no],
        cant_tell=found[FearedHappened.cant_tell],
        unsaid=found[None],
    )


def first_guess(asks: Iterable[Ask]) -> float | None:
    """Return the guess (0–1) of the test that was locked first; ``None`` where none was.

    One on paper counts from the day on which it was over, where nothing else is known of it.
    """
    guesses = [
        (first.at, ask.prediction.well)
        for ask in asks
        if ask.prediction and (first := ask.locked or ask.closed)
    ]
    return min(guesses)[1] / 100 if guesses else None


def yes_rate(
    counts: Counts, *, expected: float | None, weight: float = OWN_GUESS
) -> Interval | None:
    """Return the Beta-binomial estimate of a yes with its central 80 % interval.

    *expected* is what was expected before (0–1); *weight* is how many answers it counts for.
    ``None`` while there are fewer than `ENOUGH` answers.
    """
    return estimate(counts, expected, weight) if counts.answered >= ENOUGH else None


def estimate(counts: Counts, expected: float | None, weight: float) -> Interval:
    """Return Beta(*weight*·p + good, *weight*·(1 − p) + the rest), whatever the number of answers.

    p is *expected*, kept `HALF_A_STEP` away from 0 and 1.
    """
    p = UNKNOWN if expected is None else min(max(expected, HALF_A_STEP), 1 - HALF_A_STEP)
    n = counts.answered
    return beta_interval(weight * p + counts.good, weight * (1 - p) + n - counts.good, n=n)


def in_groups(
    asks: Iterable[Ask],
    key: Callable[[Ask], K],
    share: float,
    order: Callable[[Group[K]], tuple[object, ...]],
) -> tuple[Group[K], ...]:
    """Return *asks* by *key*, in *order*, each drawn a little towards the *share* of all (0–1).

    Partial pooling: with few answers a group says mostly what all say, with many what it says.
    """
    parts: dict[K, list[Ask]] = {}
    for ask in asks:
        parts.setdefault(key(ask), []).append(ask)
    groups = []
    for name, part in parts.items():
        counts = counted(part)
        groups.append(Group(name, counts, yes_rate(counts, expected=share, weight=ALL_OTHERS)))
    return tuple(sorted(groups, key=order))


def whose(ask: Ask) -> Whose:
    """Return who *ask* was for."""
    return Whose(ask.person_id, None if ask.person_id else ask.job)


def _by_feared(asks: Sequence[Ask]) -> tuple[tuple[Feared, Came], ...]:
    parts = {
        feared: [ask for ask in asks if ask.prediction and ask.prediction.feared is feared]
        for feared in Feared
    }
    return tuple((feared, how_often(part)) for feared, part in parts.items() if part)


def _channel_order(group: Group[Channel | None]) -> tuple[object, ...]:
    return (list(Channel).index(group.key) if group.key else len(Channel),)


def _most_first(group: Group[Whose]) -> tuple[object, ...]:
    return (-group.counts.answered, -group.counts.no_answer, str(group.key))
