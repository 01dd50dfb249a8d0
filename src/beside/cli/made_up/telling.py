"""One small test of the made-up year: the steps that somebody would have taken, each in its time.

Every step goes through what a person can do, so that nothing in it could not have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import msgspec

from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.cli.made_up.calendar import Calendar
from beside.cli.made_up.rows import Aloud, Asked, ByItself, Later, Over
from beside.journey.practice import actions, afterwards, sending
from beside.journey.practice.lines_kept import line_before_next
from beside.journey.practice.model import Ask, Prediction, StillSo
from beside.journey.practice.replies import answer, tell
from beside.journey.practice.setting_up import SMALLER_FROM
from beside.kernel.days import When
from beside.kernel.store import Store

LINE_COMES_BACK = (Later(4, "08:00"), Later(33, "08:00"))
"""How long after its end a line is answered for: inside the days on which it comes back."""


class Step(NamedTuple):
    """Something that was done at one time."""

    when: When
    do: Callable[[Store, When], object]


@dataclass(frozen=True)
class Telling:
    """Tells what became of the small test *ask_id*, for the somebody *person_id*.

    What they said of it is kept as *reply_id*.
    """

    calendar: Calendar
    ask_id: UUID
    reply_id: UUID
    person_id: UUID | None

    def all_of(self, row: Asked) -> Iterator[Step]:
        """Yield every step of *row*."""
        begun = self.calendar.at(row.time)
        yield Step(begun, lambda store, when: self._draft(store, when, row))
        if row.guess is not None:
            guess = row.guess.prediction(begun.on)
            yield Step(begun, lambda store, when: self._lock(store, when, guess))
        if row.sent is not None:
            sent = self.calendar.after(begun, row.sent)
            yield Step(sent, lambda store, when: self._send(store, when, row))
        if row.said_when is not None and row.agreed is not None:
            agreed = self.calendar.after(begun, row.agreed)
            said = self.calendar.after(begun, row.said_when)
            yield Step(said, lambda store, when: self._agree(store, when, agreed))
        for later, do in ((row.put_off, actions.put_off), (row.let_go, actions.let_go)):
            if later is not None:
                yield Step(self.calendar.after(begun, later), self._by_id(do))
        if row.over is not None:
            yield from self._over(row.over, self.calendar.after(begun, row.over.later))

    def by_itself(self, row: ByItself) -> Iterator[Step]:
        """Yield the one step of what happened unplanned."""
        yield Step(self.calendar.at(row.time), lambda store, when: self._happened(store, when, row))

    def _over(self, over: Over, end: When) -> Iterator[Step]:
        yield Step(end, lambda store, when: self._look_back(store, when, over))
        for said, later in zip(over.still_so, LINE_COMES_BACK, strict=False):
            back = self.calendar.after(end, later)
            yield Step(back, self._still_so(said))

    def _now(self, store: Store) -> int:
        return store.get(Ask, self.ask_id).revision

    def _by_id(self, do: Callable[..., Ask]) -> Callable[[Store, When], Ask]:
        return lambda store, when: do(
            store=store, when=when, ask_id=self.ask_id, expected_revision=self._now(store)
        )

    def _draft(self, store: Store, when: When, row: Asked) -> None:
        actions.draft_ask(
            store=store,
            when=when,
            id=self.ask_id,
            what=row.what,
            words=row.words,
            person_id=self.person_id,
            job=row.job,
        )

    def _lock(self, store: Store, when: When, guess: Prediction) -> None:
        people = store.undated(Person)
        flagged = [one.id for one in people if safety_of(one) is Safety.flagged]
        above = line_before_next(store.all(Ask), flagged)
        actions.lock_prediction(
            store=store,
            when=when,
            ask_id=self.ask_id,
            prediction=guess,
            line_shown=above.id if above else None,
            although_hard=(guess.suds or 0) >= SMALLER_FROM,
            expected_revision=self._now(store),
        )

    def _send(self, store: Store, when: When, row: Asked) -> None:
        sending.say_how_it_went_out(
            store=store,
            when=when,
            ask_id=self.ask_id,
            channel=row.channel,
            expected_revision=self._now(store),
        )

    def _agree(self, store: Store, when: When, agreed: When) -> None:
        sending.agree_on(
            store=store,
            when=when,
            ask_id=self.ask_id,
            on=agreed.on,
            at=sending.local_time(agreed).time(),
            zone=agreed.zone,
            expected_revision=self._now(store),
        )

    def _look_back(self, store: Store, when: When, over: Over) -> None:
        ask = afterwards.record_outcome(
            store=store,
            when=when,
            ask_id=self.ask_id,
            how=over.how,
            expected_revision=self._now(store),
        )
        if over.feared is not None:
            ask = afterwards.say_whether_feared(
                store=store, ask_id=ask.id, answer=over.feared, expected_revision=ask.revision
            )
        if over.next_guess is not None:
            ask = afterwards.guess_again(
                store=store,
                ask_id=ask.id,
                next_guess=over.next_guess,
                expected_revision=ask.revision,
            )
        if over.landed:
            ask = afterwards.let_it_land(
                store=store, ask_id=ask.id, line=over.landed, expected_revision=ask.revision
            )
        if over.aloud is not None:
            self._tell(store, when, over.aloud)
        if over.more:
            afterwards.add_more(
                store=store, ask_id=ask.id, expected_revision=ask.revision, **over.more
            )

    def _tell(self, store: Store, when: When, aloud: Aloud) -> None:
        said = msgspec.structs.asdict(aloud)
        tell(store=store, when=when, id=self.reply_id, ask_id=self.ask_id, answer=answer(**said))

    def _still_so(self, answer: StillSo) -> Callable[[Store, When], Ask]:
        return lambda store, when: afterwards.answer_line(
            store=store,
            when=when,
            ask_id=self.ask_id,
            answer=answer,
            expected_revision=self._now(store),
        )

    def _happened(self, store: Store, when: When, row: ByItself) -> None:
        ask = afterwards.note_already_happened(
            store=store,
            when=when,
            id=self.ask_id,
            what=row.what,
            words=row.words,
            how=row.how,
            person_id=self.person_id,
            channel=row.channel,
        )
        afterwards.let_it_land(
            store=store, ask_id=ask.id, line=row.landed, expected_revision=ask.revision
        )
