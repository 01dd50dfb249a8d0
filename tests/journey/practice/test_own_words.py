"""Words for next time are kept once, and go when they are removed."""

from __future__ import annotations

from uuid import uuid4

import pytest

from beside.journey.practice.actions import WordsNeeded
from beside.journey.practice.model import WORDS_LIMIT, AskKind, OwnWords
from beside.journey.practice.own_words import (
    forget_own_words,
    keep_own_words,
    kept_as,
    newest_own,
)
from beside.kernel.store import MemoryStore
from beside.kernel.words import TooLong
from tests.support.cast import LATER, NOON

DOG = "Could you take the dog on Thursday? A no is fine."


def keep(store, words=DOG, *, at=NOON, **changes):
    said = {"id": uuid4(), "what": AskKind.favour} | changes
    return keep_own_words(store=store, when=at, words=words, **said)


def test_words_are_kept_as_they_are_written():
    store = MemoryStore()

    own = keep(store, f"  {DOG}\r\nThank you.")

    assert (own.words, own.what) == (f"{DOG}\nThank you.", AskKind.favour)
    assert store.undated(OwnWords) == [own]


def test_the_same_words_twice_are_one():
    store = MemoryStore()

    first = keep(store)
    again = keep(store, f" {DOG} ", at=LATER, what=AskKind.own_words)

    assert again == first
    assert len(store.all(OwnWords)) == 1


@pytest.mark.parametrize(
    ("words", "refusal"), [(" \u200b", WordsNeeded), ("w" * (WORDS_LIMIT + 1), TooLong)]
)
def test_words_that_no_test_could_have_are_refused(words, refusal):
    store = MemoryStore()

    with pytest.raises(refusal):
        keep(store, words)

    assert not store.all(OwnWords)


def test_words_are_gone_once_they_are_removed_and_twice_is_once():
    store = MemoryStore()
    own = keep(store)

    assert forget_own_words(store=store, id=own.id) == own
    assert forget_own_words(store=store, id=own.id) is None
    assert not store.all(OwnWords)


def test_what_was_removed_can_be_kept_again():
    store = MemoryStore()
    own = keep(store)
    forget_own_words(store=store, id=own.id)

    back = keep(store, own.words, at=own.added, id=own.id, what=own.what)

    assert back.says_the_same_as(own)


def test_kept_words_are_known_again_and_stand_newest_first():
    store = MemoryStore()
    older, newer = keep(store), keep(store, "Could I sit with you?", at=LATER)

    assert kept_as([older, newer], "Could I sit with you?") == newer
    assert kept_as([older], "could i sit with you?") is None
    assert newest_own([older, newer]) == [newer, older]


def test_own_words_keep_quiet():
    assert DOG not in repr(keep(MemoryStore()))
