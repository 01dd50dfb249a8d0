"""The sealed store does what the store in memory does, whatever is done in whatever order."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from beside.around.circle.model import Person
from beside.journey.pattern.model import Moment, MomentKind
from beside.journey.practice.model import Ask, AskKind, AskState
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.vault.keeper import SealedStore
from beside.kernel.days import lived
from beside.kernel.ids import new_id
from beside.kernel.store import Conflict, MemoryStore, NotKept

NOW = lived(datetime(2026, 3, 3, 11, tzinfo=UTC), "Europe/Berlin")
IDS = [UUID(int=number, version=4) for number in range(6)]
KINDS = (Moment, Person, Ask)

days = st.dates(date(2024, 11, 1), date(2026, 3, 3))
texts = st.sampled_from(["", "I asked.", "I said nothing.", "Zoë 🙂 \u202e"])
ids = st.sampled_from(IDS)
instants = days.map(
    lambda day: lived(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "UTC")
)

moments = st.builds(
    Moment, id=ids, when=instants, what=st.sampled_from(list(MomentKind)[:3]), note=texts
)
people = st.builds(Person, id=ids, added=st.just(NOW), name=texts)
drafts = st.builds(Ask, id=ids, drafted=st.just(NOW), what=st.just(AskKind.favour), words=texts)
put_away = st.builds(
    Ask,
    id=ids,
    drafted=st.just(NOW),
    what=st.just(AskKind.favour),
    words=texts,
    state=st.just(AskState.let_go),
    closed=st.just(NOW),
    closed_on=days,
)
asks = drafts | put_away
records = moments | people | asks
revisions = st.integers(0, 3)


def what_comes_of(act):
    """Return what *act* returns, or what it refuses with, in a form that can be compared."""
    try:
        return "kept", act()
    except Conflict as conflict:
        return "conflict", conflict.kept, conflict.offered
    except NotKept:
        return "not kept", None


def in_order(found):
    return sorted(found, key=lambda record: record.id)


class BothStores(RuleBasedStateMachine):
    """Does the same to both, and looks at both."""

    @initialize()
    def begin(self):
        account_id = new_id()
        sealer = RecordSealer(account_id, DataKey(1, bytearray(range(32))))
        self.account_id, self.sealer = account_id, sealer
        self.memory = MemoryStore()
        self.sealed = SealedStore(account_id, sealer)

    @rule(record=records, revision=revisions)
    def put(self, record, revision):
        one, other = (
            what_comes_of(lambda s=store: s.put(record, expected_revision=revision))
            for store in (self.memory, self.sealed)
        )
        assert one == other

    @rule(record=records)
    def put_on_what_is_there(self, record):
        kept = what_comes_of(lambda: self.memory.get(type(record), record.id))[1]
        revision = 0 if kept is None else kept.revision
        self.put(record, revision)

    @rule(of=ids, kind=st.sampled_from(KINDS))
    def get(self, of, kind):
        assert what_comes_of(lambda: self.memory.get(kind, of)) == what_comes_of(
            lambda: self.sealed.get(kind, of)
        )

    @rule(of=ids)
    def remove(self, of):
        for kind in KINDS:
            try:
                kept = self.memory.get(kind, of)
            except NotKept:
                continue
            self.memory.remove(kept)
            self.sealed.remove(kept)

    @rule(kind=st.sampled_from(KINDS), since=st.none() | days, until=st.none() | days)
    def all_of_some_days(self, kind, since, until):
        one, other = (
            store.all(kind, since=since, until=until) for store in (self.memory, self.sealed)
        )
        assert in_order(one) == in_order(other)

    @rule(kind=st.sampled_from(KINDS), since=st.none() | days, until=st.none() | days)
    def has_in_some_months(self, kind, since, until):
        assert self.memory.has(kind, since=since, until=until) == self.sealed.has(
            kind, since=since, until=until
        )

    @rule()
    def another_request(self):
        self.sealed = SealedStore(self.account_id, self.sealer)

    @invariant()
    def both_hold_the_same(self):
        if not hasattr(self, "sealed"):
            return
        assert in_order(self.memory.every()) == in_order(self.sealed.every())
        for kind in KINDS:
            assert in_order(self.memory.all(kind)) == in_order(self.sealed.all(kind))
            assert in_order(self.memory.undated(kind)) == in_order(self.sealed.undated(kind))
        assert self.sealed.damaged == 0


@pytest.mark.django_db
def test_the_sealed_store_does_what_the_store_in_memory_does():
    run_state_machine_as_test(
        BothStores,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
