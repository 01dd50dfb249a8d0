"""Never more than twelve questions in any seven days, unless the person opens more.

Months are lived through with the real actions and the real first page, by people who answer
everything, nothing, or this and that, in places that change. Counted is what Today puts forward by
itself: a test whose time has passed, and a line that comes back. What was picked up again by hand
is opened by the person; a test that they delete leaves nothing that could be counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest

from beside.around.circle import actions as circle
from beside.around.circle.model import Answer, Person
from beside.around.circle.rules import may_be_put_forward
from beside.journey.practice import actions, afterwards, putting_forward
from beside.journey.practice.lines_kept import back_of
from beside.journey.practice.model import Ask, AskKind, AskState, Happened, StillSo
from beside.journey.practice.sending import agree_on
from beside.kernel.days import When, lived
from beside.kernel.store import MemoryStore
from beside.pages.today.next_thing import next_thing
from tests.support.cast import hopeful, sam

TWELVE = 12
WEEKS = 14
ZONES = ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"]
RESTS_AFTER = (Happened.no, Happened.it_hurt)


@dataclass
class Habits:
    """How somebody lives with Beside: chances from 0 to 1, and how many tests they begin with."""

    answers: float
    answers_lines: float = 1.0
    changes_people: float = 0.0
    begins: int = 40
    begins_more: float = 0.1
    kind: float = 0.8
    travels: float = 0.02


KEEN = Habits(answers=1.0)
STUNG = Habits(answers=0.9, kind=0.4)
WAVERING = Habits(answers=0.6, changes_people=0.2)
FLIGHTY = Habits(answers=0.9, changes_people=0.5, travels=0.3)
QUIET = Habits(answers=0.02, begins=60)
LINES = Habits(answers=1.0, begins=35, begins_more=0.005)
LINES_UNREAD = Habits(answers=1.0, answers_lines=0.02, begins=14, begins_more=0.01)
LINES_FLIGHTY = Habits(
    answers=1.0, answers_lines=0.5, changes_people=0.2, begins=14, begins_more=0.01, travels=0.3
)
EVERYBODY = [KEEN, STUNG, WAVERING, FLIGHTY, QUIET, LINES, LINES_UNREAD, LINES_FLIGHTY]


@dataclass
class Life:
    """Some months of somebody, from a seed."""

    seed: int
    habits: Habits
    shown: dict[object, set[date]] = field(default_factory=lambda: defaultdict(set))
    asked: int = 0

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)
        self.zone = ZONES[0]
        self.at = datetime(2026, 3, 1, 8, tzinfo=UTC)
        people = [sam(id=self.new_id(), name=name) for name in ("Sam", "Inés", "Jo", "Kim", "Lu")]
        self.people = [person.id for person in people]
        self.store = MemoryStore(*people)
        self.by_hand: set[UUID] = set()

    def new_id(self) -> UUID:
        return UUID(bytes=self.rng.randbytes(16), version=4)

    def chance(self, of: float) -> bool:
        return self.rng.random() < of

    @property
    def now(self) -> When:
        return lived(self.at, self.zone)

    def live(self) -> None:
        for _ in range(self.habits.begins):
            self.begin_one()
        for _ in range(7 * WEEKS):
            self.one_day()

    def one_day(self) -> None:
        if self.chance(self.habits.travels):
            self.zone = self.rng.choice(ZONES)
        for _ in range(self.rng.choice([0, 1, 3, 30])):
            self.at += timedelta(minutes=self.rng.randint(1, 25))
            self.look()
            if self.chance(self.habits.begins_more):
                self.begin_one()
            if self.chance(self.habits.changes_people):
                self.change_somebody()
            if self.chance(0.01):
                self.pick_one_up()
        self.at = self.at.replace(hour=self.rng.randrange(5, 20)) + timedelta(days=1)

    def look(self) -> None:
        found = next_thing(self.store, when=self.now)
        questions = [found[name] for name in ("due", "line") if name in found]
        if not questions:
            return
        assert len(questions) == 1, "never two at once"
        assert "large" not in found
        ask: Ask = questions[0].ask
        self.hold(ask)
        if ask.id not in self.by_hand:
            self.asked += 1
            self.shown[self.question_about(ask)].add(self.now.on)
        if "line" in found:
            if self.chance(self.habits.answers_lines):
                self.answer_line(ask)
        elif self.chance(self.habits.answers):
            self.by_hand.discard(ask.id)
            self.answer(ask)

    def question_about(self, ask: Ask) -> object:
        """Return what tells one question from another: the same test may be asked about again."""
        return ask.id, ask.not_before, ask.agreed, back_of(ask, self.now.on)

    def hold(self, ask: Ask) -> None:
        """Hold what is put forward against whom it is with, and what was lately."""
        if ask.person_id:
            assert may_be_put_forward(self.store.get(Person, ask.person_id))
        for one in self.store.all(Ask):
            if one.outcome and one.outcome.how in RESTS_AFTER and one.closed:
                assert self.at - one.closed.at >= timedelta(hours=48)

    def answer(self, ask: Ask) -> None:
        said = {
            "store": self.store,
            "when": self.now,
            "ask_id": ask.id,
            "expected_revision": ask.revision,
        }
        match self.rng.randrange(6):
            case 0:
                actions.put_off(**said)
            case 1:
                actions.let_go(**said)
            case 2:
                day = self.now.on + timedelta(days=self.rng.randint(2, 5))
                agree_on(**said, on=day, at=datetime.min.time(), zone=self.zone)
            case _:
                how = Happened.took_it_well
                if not self.chance(self.habits.kind):
                    how = self.rng.choice(list(Happened))
                done = afterwards.record_outcome(**said, how=how)
                afterwards.let_it_land(
                    store=self.store,
                    ask_id=ask.id,
                    line="It was quiet.",
                    expected_revision=done.revision,
                )

    def answer_line(self, ask: Ask) -> None:
        afterwards.answer_line(
            store=self.store,
            when=self.now,
            ask_id=ask.id,
            answer=self.rng.choice(list(StillSo)),
            expected_revision=ask.revision,
        )

    def begin_one(self) -> None:
        person_id = self.rng.choice([None, *self.people])
        if person_id and not may_be_put_forward(self.store.get(Person, person_id)):
            return
        draft = actions.draft_ask(
            store=self.store,
            when=self.now,
            id=self.new_id(),
            what=AskKind.let_it_be_seen,
            words="Today was a lot.",
            person_id=person_id,
        )
        actions.lock_prediction(
            store=self.store,
            when=self.now,
            ask_id=draft.id,
            prediction=hopeful(),
            expected_revision=draft.revision,
        )

    def change_somebody(self) -> None:
        person = self.store.get(Person, self.rng.choice(self.people))
        said = {"store": self.store, "person_id": person.id, "expected_revision": person.revision}
        if self.chance(0.01):
            self.store.put(person.but(hurt=Answer.yes), expected_revision=person.revision)
        elif person.left_out:
            circle.let_back_in(**said)
        else:
            circle.leave_out(**said)

    def pick_one_up(self) -> None:
        away = [ask for ask in self.store.all(Ask) if ask.state is AskState.let_go]
        if not away:
            return
        ask = self.rng.choice(away)
        self.by_hand.add(ask.id)
        actions.pick_up_again(store=self.store, ask_id=ask.id, expected_revision=ask.revision)

    def most_in_seven_days(self) -> int:
        days = sorted({day for days in self.shown.values() for day in days})
        return max(
            sum(
                any(first <= day < first + timedelta(days=7) for day in days)
                for days in self.shown.values()
            )
            for first in days
        )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("habits", EVERYBODY)
def test_never_more_than_twelve_in_any_seven_days(habits: Habits, seed: int) -> None:
    life = Life(seed, habits)

    life.live()

    assert life.asked
    assert life.most_in_seven_days() <= TWELVE


def test_somebody_who_answers_everything_is_asked_often() -> None:
    life = Life(1, KEEN)

    life.live()

    assert life.most_in_seven_days() > TWELVE - 3


def test_without_the_count_it_would_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(putting_forward, "AT_MOST", 1_000)
    life = Life(1, KEEN)

    life.live()

    assert life.most_in_seven_days() > TWELVE
