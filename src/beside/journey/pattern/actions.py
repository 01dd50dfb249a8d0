"""What a person can do with a moment: keep it, say more about it, take it back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from beside.journey.pattern.model import NOTE_LIMIT, Choice, Moment, MomentKind
from beside.journey.pattern.rules import in_ten, moved
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store
from beside.kernel.words import several_lines


def note_moment(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: MomentKind,
    note: str = "",
) -> Moment:
    """Keep a moment, now. The same tap sent twice is one moment, with what was added since.

    Raises `TooLong`, `Conflict` where the id is taken by something else.
    """
    moment = Moment(id=id, when=when, what=what, note=several_lines(note, limit=NOTE_LIMIT))
    kept = _kept(store, id)
    if kept is not None and kept.what is what and moment.note in ("", kept.note):
        return kept
    return store.put(moment, expected_revision=0)


def describe_moment(
    *,
    store: Store,
    when: When,
    moment_id: UUID,
    expected_revision: int,
    what: MomentKind,
    on: date | None = None,
    note: str = "",
    discomfort: int | None = None,
    load: int | None = None,
    choice: Choice | None = None,
    person_id: UUID | None = None,
) -> Moment:
    """Say everything about a moment anew; *on* moves it to another day, ``None`` leaves it.

    Raises `TooLong`, `NotInTen`, `NotYetLived`, `TooLongAgo`, `NotKept`, `Conflict`.
    """
    moment = store.get(Moment, moment_id)
    described = moment.but(
        what=what,
        note=several_lines(note, limit=NOTE_LIMIT),
        discomfort=in_ten(discomfort),
        load=in_ten(load),
        choice=choice,
        person_id=person_id,
    )
    if on is not None and on != moment.when.on:
        described = described.but(when=moved(moment.when, to=on, today=when.on), moved_to=on)
    return store.put(described, expected_revision=expected_revision)


def take_back_moment(*, store: Store, moment_id: UUID) -> None:
    """Delete a moment for good. Twice is once."""
    kept = _kept(store, moment_id)
    if kept is not None:
        store.remove(kept)


def _kept(store: Store, moment_id: UUID) -> Moment | None:
    try:
        return store.get(Moment, moment_id)
    except NotKept:
        return None
