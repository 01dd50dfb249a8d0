"""Writes the made-up year into a notebook, in the order in which it would have been lived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from random import Random
from uuid import UUID

from beside.around.circle.actions import add_person, answer_safety, leave_out
from beside.around.circle.model import Person
from beside.around.load.actions import (
    note_what_is_carried,
    say_what_nobody_knows,
    write_it_down,
)
from beside.cli.made_up.calendar import Calendar
from beside.cli.made_up.rows import (
    Again,
    Answered,
    Carries,
    Lived,
    Reflected,
    Sat,
    Somebody,
    Taps,
    Time,
    Year,
    year,
)
from beside.cli.made_up.telling import Step, Telling
from beside.journey.pattern.actions import describe_moment, note_moment
from beside.journey.pattern.model import (
    ALONE,
    Choice,
    MomentKind,
    Reflection,
    ThreeQuestions,
)
from beside.journey.pattern.three_questions import keep_three, next_three
from beside.journey.practice.own_words import keep_own_words
from beside.kernel.days import When
from beside.kernel.store import Store

SEED = 7
_NOT_ALONE = tuple(kind for kind in MomentKind if kind not in ALONE)
_ALONE = tuple(kind for kind in MomentKind if kind in ALONE)


def live_the_year(store: Store, *, today: date, zone: str) -> None:
    """Write the year up to yesterday into *store*; the same day and *zone* give the same notebook.

    What is agreed on lies ahead.
    """
    living = _Living(Calendar(today, zone), year())
    with store.together():
        for step in sorted(living.steps(), key=lambda one: one.when.at):
            step.do(store, step.when)


class _Living:
    """Everything that was done in the year, in the order in which it stands in the file."""

    def __init__(self, calendar: Calendar, told: Year) -> None:
        self._calendar = calendar
        self._told = told
        # Ids and taps need no secret here: nobody's notebook is locked with them.
        self._chance = Random(SEED)  # noqa: S311
        self._people = {one.key: self._id() for one in told.somebody}

    def steps(self) -> Iterator[Step]:
        """Yield every step."""
        told, at = self._told, self._calendar.at
        for somebody in told.somebody:
            yield Step(at(somebody.added), partial(self._add, somebody))
            if somebody.left_out is not None:
                yield Step(at(somebody.left_out), partial(self._leave_out, somebody))
        for answered in told.answered:
            yield Step(at(answered.time), partial(self._answer, answered))
        for asked in told.asked:
            yield from self._telling(asked.who).all_of(asked)
        for unplanned in told.by_itself:
            yield from self._telling(unplanned.who).by_itself(unplanned)
        for words in told.again:
            yield Step(at(words.time), partial(self._keep, words, self._id()))
        for lived in (*told.lived, *self._tapped()):
            when = at(Time(lived.back, lived.at))
            yield Step(when, partial(self._note, lived, self._id()))
        yield from self._in_the_rooms()

    def _in_the_rooms(self) -> Iterator[Step]:
        """Yield what stands in the notebook beside its days."""
        told, at = self._told, self._calendar.at
        yield Step(at(told.reflected.time), partial(self._reflect, told.reflected, self._id()))
        for sat in told.sat:
            yield Step(at(sat.time), partial(self._sit, sat, self._id()))
        for carries in told.carries:
            yield Step(at(carries.time), partial(self._carry, carries, self._id()))

    def _telling(self, who: str) -> Telling:
        person_id = self._people[who] if who else None
        return Telling(self._calendar, self._id(), self._id(), person_id)

    def _id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128), version=4)

    def _add(self, somebody: Somebody, store: Store, when: When) -> None:
        add_person(
            store=store,
            when=when,
            id=self._people[somebody.key],
            name=somebody.name,
            hurt=somebody.hurt,
            afraid=somebody.afraid,
            about=somebody.about(),
        )

    def _leave_out(self, somebody: Somebody, store: Store, _when: When) -> None:
        person = store.get(Person, self._people[somebody.key])
        leave_out(store=store, person_id=person.id, expected_revision=person.revision)

    def _answer(self, answered: Answered, store: Store, when: When) -> None:
        person = store.get(Person, self._people[answered.who])
        answer_safety(
            store=store,
            when=when,
            person_id=person.id,
            hurt=answered.hurt,
            afraid=answered.afraid,
            expected_revision=person.revision,
        )

    def _keep(self, words: Again, id_: UUID, store: Store, when: When) -> None:
        keep_own_words(store=store, when=when, id=id_, what=words.what, words=words.words)

    def _reflect(self, said: Reflected, id_: UUID, store: Store, when: When) -> None:
        reflection = Reflection(
            id=id_,
            when=when,
            nearest=said.nearest,
            choice=said.choice,
            offer=said.offer,
            line=said.line,
        )
        store.put(reflection, expected_revision=0)

    def _sit(self, sat: Sat, id_: UUID, store: Store, when: When) -> None:
        keep_three(
            store=store,
            when=when,
            id=id_,
            expected_revision=0,
            asked=next_three(store.all(ThreeQuestions)),
            why_alone=sat.why_alone,
            would_accept=sat.would_accept,
            when_doubled=sat.when_doubled,
            after_help=sat.after_help,
            at_two=sat.at_two,
            cost=sat.cost,
        )

    def _carry(self, carries: Carries, id_: UUID, store: Store, when: When) -> None:
        said = note_what_is_carried(
            store=store, when=when, id=id_, what=carries.what, expected_revision=0
        )
        said = say_what_nobody_knows(
            store=store,
            carrying_id=said.id,
            thing=carries.nobody_knows,
            expected_revision=said.revision,
        )
        write_it_down(
            store=store,
            carrying_id=said.id,
            note=carries.note,
            expected_revision=said.revision,
        )

    def _note(self, lived: Lived, id_: UUID, store: Store, when: When) -> None:
        moment = note_moment(store=store, when=when, id=id_, what=lived.what, note=lived.note)
        describe_moment(
            store=store,
            when=when,
            moment_id=moment.id,
            expected_revision=moment.revision,
            what=lived.what,
            note=lived.note,
            discomfort=lived.discomfort,
            load=lived.load,
            choice=lived.choice,
            person_id=self._people[lived.who] if lived.who else None,
        )

    def _tapped(self) -> Iterator[Lived]:
        for taps in self._told.taps:
            yield from (self._tap(taps) for _ in range(taps.many))

    def _tap(self, taps: Taps) -> Lived:
        chance = self._chance
        what = chance.choice(_ALONE if chance.randrange(10) < taps.alone else _NOT_ALONE)
        alone = what in ALONE
        return Lived(
            back=chance.randint(taps.last, taps.first),
            at=f"{chance.randint(7, 22):02d}:{chance.randrange(60):02d}",
            what=what,
            note="",
            load=chance.choice((None, chance.randint(2, 9))),
            discomfort=chance.choice((None, chance.randint(0, 7))),
            choice=chance.choice((None, *Choice)) if alone else None,
        )
