"""Words that worked once are worth having at hand: the first sentence is the hardest to find."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from beside.journey.practice.actions import words_kept
from beside.journey.practice.model import AskKind, OwnWords
from beside.kernel.days import When
from beside.kernel.store import NotKept, Store


def keep_own_words(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    what: AskKind,
    words: str,
) -> OwnWords:
    """Keep *words* to use them again; the same words twice are kept once, as they were first.

    Raises `WordsNeeded`, `TooLong`, `Conflict`.
    """
    own = OwnWords(id=id, added=when, what=what, words=words_kept(words))
    return kept_as(store.undated(OwnWords), own.words) or store.put(own, expected_revision=0)


def forget_own_words(*, store: Store, id: UUID) -> OwnWords | None:  # noqa: A002 - it is one
    """Keep them no longer, and return what they were; ``None`` where they were gone already."""
    try:
        own = store.get(OwnWords, id)
    except NotKept:
        return None
    store.remove(own)
    return own


def kept_as(own: Iterable[OwnWords], words: str) -> OwnWords | None:
    """Return who of *own* says exactly *words*, if any does."""
    return next((one for one in own if one.words == words), None)


def newest_own(own: Iterable[OwnWords]) -> list[OwnWords]:
    """Return *own*, what was kept last first."""
    return sorted(own, key=lambda one: (one.added.at, one.id), reverse=True)
