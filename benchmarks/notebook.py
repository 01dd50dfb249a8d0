"""Ten years of somebody's notebook, made up from a fixed seed: the same words in every run.

Ten records a day: nearly all are moments, most with a short note; a dozen people; a few hundred
small tests, three of them open. It ends yesterday, whenever it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from beside.around.circle.model import Answer, Fear, Person, Ring
from beside.journey.pattern.model import Choice, Moment, MomentKind
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
    Outcome,
    Prediction,
)
from beside.keeping.accounts.opening import keep
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.writing import fold, writing
from beside.keeping.vault.contents import encoded
from beside.keeping.vault.keeper import SealedStore
from beside.keeping.vault.models import SealedRow
from beside.kernel.days import When, lived
from beside.kernel.records import Record

RECORDS = 36_500
DAYS = 3_650
A_MONTH = 30
PEOPLE = ("Sam", "Inés", "Jo", "Rex", "Mo", "Aunt Lea", "Dr K.", "Tomáš", "B.", "Nour", "Pat", "Yi")
ASKS, OPEN_ASKS = 300, 3
SEED = 20_160_301
SOUGHT = "boxes lantern"
"""What is searched for: both words are in a few notes of ten thousand."""
RARE = "lantern"
A_LOT = (
    "carried the boxes up alone again and said it was fine although my back hurt the neighbour was "
    "on the stairs so I waited until she had gone in work asked who could stay late my hand went "
    "up before I had thought about it then the bus home nobody knew made soup did not call anyone "
    "would have liked to tell my sister about the letter from the clinic next week maybe the rain "
    "stopped and the lights came on over there"
)
WORDS = A_LOT.split()


@dataclass(frozen=True)
class Kept:
    """A notebook that is kept, what opens it, and its records in the order of their days."""

    account_id: UUID
    data_key: DataKey
    words: str
    records: list[Record]

    def __repr__(self) -> str:
        return f"<Kept {len(self.records)}>"

    def store(self) -> SealedStore:
        """Open it anew, as every request does."""
        return SealedStore(self.account_id, RecordSealer(self.account_id, self.data_key))


def ten_years(until: date, *, zone: str) -> list[Record]:
    """Return the records of the ten years that end on the day before *until*."""
    rng = Random(SEED)
    people = [_person(rng, name, until, zone) for name in PEOPLE]
    asks = [_ask(rng, n, people, until, zone) for n in range(ASKS)]
    moments = RECORDS - len(people) - len(asks)
    return [*people, *asks, *(_moment(rng, people, until, zone) for _ in range(moments))]


def many_small_tests(until: date, *, zone: str) -> list[Record]:
    """Return three hundred small tests with thirty people, answered as fully as can be."""
    rng = Random(SEED + 1)
    people = [_person(rng, f"{name} {n}", until, zone) for n in (1, 2, 3) for name in PEOPLE[:10]]
    asks = [_told_in_full(rng, _ask(rng, OPEN_ASKS, people, until, zone)) for _ in range(ASKS)]
    return [*people, *asks]


def last_month(records: list[Record], until: date) -> list[Record]:
    """Return what a notebook of one month would hold: as much a day, and as much that is open."""
    first = until - timedelta(days=A_MONTH)
    return [record for record in records if record.day is None or record.day >= first]


def as_written(records: Iterable[Record]) -> list[Record]:
    """Return *records* in the order of their days, as a file of ten years has them."""
    return sorted(records, key=lambda record: record.day or date.min)


def keep_all(
    records: list[Record],
    *,
    words: str,
    kept_by: Callable[[str], tuple[UUID, DataKey]] = keep,
) -> Kept:
    """Keep *records* in a notebook that *words* open: sealed as the store does it, but in bulk."""
    account_id, data_key = kept_by(words)
    in_order = [record.but(revision=1) for record in as_written(records)]
    kept = Kept(account_id, data_key, words, in_order)
    first, last = next(record for record in in_order if record.day), in_order[-1]
    with writing():
        store = kept.store()
        for record in (first, last):  # so the store itself says how far it reaches
            store.put(record, expected_revision=0)
        rest = (record for record in in_order if record.id not in {first.id, last.id})
        SealedRow.objects.bulk_create(_rows(rest, kept), batch_size=200)
    fold()
    return kept


def _rows(records: Iterable[Record], kept: Kept) -> Iterator[SealedRow]:
    sealer = RecordSealer(kept.account_id, kept.data_key)
    for record in records:
        bucket = sealer.bucket(type(record).kind, record.month)
        sealed = sealer.seal(
            encoded(record), bucket=bucket, record_id=record.id.bytes, revision=record.revision
        )
        yield SealedRow(
            account_id=kept.account_id,
            id=record.id,
            bucket=bucket,
            revision=record.revision,
            sealed=sealed,
        )


def _id(rng: Random) -> UUID:
    return UUID(bytes=rng.randbytes(16), version=4)


def _some_time(rng: Random, until: date, zone: str) -> When:
    day = until - timedelta(days=1 + rng.randrange(DAYS))
    clock = time(rng.randrange(6, 12), rng.randrange(60), rng.randrange(60))
    return lived(datetime.combine(day, clock, tzinfo=UTC), zone)


def _note(rng: Random) -> str:
    if rng.random() < 0.35:
        return ""
    start, count = rng.randrange(len(WORDS)), rng.randrange(3, 25)
    words = [WORDS[(start + n) % len(WORDS)] for n in range(count)]
    if rng.random() < 0.002:
        words.append(RARE)
    return " ".join(words)


def _moment(rng: Random, people: list[Person], until: date, zone: str) -> Moment:
    return Moment(
        id=_id(rng),
        when=_some_time(rng, until, zone),
        what=rng.choice(list(MomentKind)),
        note=_note(rng),
        discomfort=rng.randrange(11) if rng.random() < 0.3 else None,
        load=rng.randrange(11) if rng.random() < 0.2 else None,
        choice=rng.choice(list(Choice)) if rng.random() < 0.2 else None,
        person_id=rng.choice(people).id if rng.random() < 0.3 else None,
    )


def _person(rng: Random, name: str, until: date, zone: str) -> Person:
    return Person(
        id=_id(rng),
        added=_some_time(rng, until, zone),
        name=name,
        ring=rng.choice(list(Ring)),
        hurt=Answer.no,
        afraid=Fear.no,
    )


def _ask(rng: Random, number: int, people: list[Person], until: date, zone: str) -> Ask:
    drafted = _some_time(rng, until, zone)
    guess = Prediction(
        well=10 * rng.randrange(11),
        feared=rng.choice(list(Feared)),
        feared_likely=10 * rng.randrange(11),
        trouble=rng.randrange(11),
        suds=HowHard.hard,
    )
    ask = Ask(
        id=_id(rng),
        drafted=drafted,
        what=rng.choice(list(AskKind)),
        words=_note(rng) or "Could you take one of these?",
        state=AskState.locked,
        person_id=rng.choice(people).id,
        prediction=guess,
        locked=drafted,
    )
    if number < OPEN_ASKS:
        return ask
    how = rng.choice((Happened.took_it_well, Happened.partly, Happened.no))
    outcome = Outcome(
        how=how, feared_happened=FearedHappened.a_bit, next_guess=60, landed=_note(rng)
    )
    return ask.but(state=AskState.done, outcome=outcome, closed=drafted, closed_on=drafted.on)


def _told_in_full(rng: Random, ask: Ask) -> Ask:
    guess, outcome = ask.prediction, ask.outcome
    if guess is None or outcome is None:
        return ask
    return ask.but(
        channel=rng.choice(list(Channel)),
        prediction=guess.but(belief=rng.choice(list(Belief)), line_now=rng.randrange(101)),
        outcome=outcome.but(
            feared_happened=rng.choice(list(FearedHappened)), line_after=rng.randrange(101)
        ),
    )
