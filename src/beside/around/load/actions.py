"""What a person can do with what they carry: tick it, say more of one thing, take it back."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from beside.around.load.model import (
    AT_MOST,
    NOTE_LIMIT,
    OTHER_LIMIT,
    Carried,
    Carrying,
    Chosen,
)
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store
from beside.kernel.words import can_be_seen, one_line, several_lines


class NothingTicked(ValueError):
    """Nothing is ticked, and nothing is written."""


class MoreThanFive(ValueError):
    """More is ticked than `AT_MOST`."""


class NotTicked(ValueError):
    """The thing is not among those that were ticked."""


def note_what_is_carried(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: Collection[Carried],
    expected_revision: int,
    other: str = "",
) -> Carrying:
    """Keep what is on somebody this week, or change it; its day stays. Twice the same is one.

    Words for another thing are what ticks it. What was said of a thing that is ticked no more is
    gone; the note stays. Raises `NothingTicked`, `MoreThanFive`, `TooLong`, `Conflict`.
    """
    ticked, words = _ticked(id, what, one_line(other, limit=OTHER_LIMIT))
    kept = _kept(store, id)
    if kept is None:
        said = Carrying(id=id, when=when, what=ticked, other=words)
    else:
        said = kept.but(what=ticked, other=words)
    if said.nobody_knows is not None and said.nobody_knows not in ticked:
        said = said.but(nobody_knows=None, chosen=None, ask_id=None)
    return store.put(said, expected_revision=expected_revision)


def say_what_nobody_knows(
    *, store: Store, carrying_id: UUID, thing: Carried | None, expected_revision: int
) -> Carrying:
    """Say which of these nobody would know how to do; ``None``: others would manage.

    Raises `NotTicked`, `NotKept`, `Conflict`.
    """
    kept = store.get(Carrying, carrying_id)
    if thing is not None and thing not in kept.what:
        raise NotTicked(str(carrying_id))
    said = kept.but(nobody_knows=thing, others_would_manage=thing is None)
    if thing is not kept.nobody_knows:
        said = said.but(chosen=None, ask_id=None)
    return store.put(said, expected_revision=expected_revision)


def leave_it_undone(*, store: Store, carrying_id: UUID, expected_revision: int) -> Carrying:
    """Leave that one thing undone this week. Raises `NotKept`, `Conflict`."""
    kept = store.get(Carrying, carrying_id)
    return store.put(kept.but(chosen=Chosen.left_undone), expected_revision=expected_revision)


def write_it_down(
    *, store: Store, carrying_id: UUID, note: str, expected_revision: int
) -> Carrying:
    """Keep where things are, in the person's words; without words the note is gone.

    Raises `TooLong`, `NotKept`, `Conflict`.
    """
    kept = store.get(Carrying, carrying_id)
    words = several_lines(note, limit=NOTE_LIMIT)
    noted = kept.but(note=words)
    if words:
        noted = noted.but(chosen=Chosen.written_down)
    elif kept.chosen is Chosen.written_down:
        noted = noted.but(chosen=None)
    return store.put(noted, expected_revision=expected_revision)


def made_a_test(
    *, store: Store, carrying_id: UUID, ask_id: UUID, expected_revision: int
) -> Carrying:
    """Note that a small test was made of that one thing. Raises `NotKept`, `Conflict`."""
    kept = store.get(Carrying, carrying_id)
    made = kept.but(chosen=Chosen.small_test, ask_id=ask_id)
    return store.put(made, expected_revision=expected_revision)


def take_back_carrying(
    *,
    store: Store,
    id: UUID,  # noqa: A002 - it is one
) -> Carrying | None:
    """Delete it for good, and return what it was; ``None`` where it was gone already."""
    kept = _kept(store, id)
    if kept is not None:
        store.remove(kept)
    return kept


def bring_back_carrying(*, store: Store, gone: Carrying) -> Carrying:
    """Keep again what was deleted a moment ago. Twice is once."""
    return store.put(gone.but(revision=0), expected_revision=0)


def _ticked(
    carrying_id: UUID, what: Collection[Carried], words: str
) -> tuple[tuple[Carried, ...], str]:
    named = can_be_seen(words)
    ticked = tuple(one for one in Carried if (named if one is Carried.other else one in what))
    if not ticked:
        raise NothingTicked(str(carrying_id))
    if len(ticked) > AT_MOST:
        raise MoreThanFive(str(carrying_id))
    return ticked, words if named else ""


def _kept(store: Store, carrying_id: UUID) -> Carrying | None:
    try:
        return store.get(Carrying, carrying_id)
    except NotKept:
        return None
