"""A registry of its own for one test, in which kinds may be added, and grow older."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from beside.kernel import records
from beside.kernel.records import Record


@pytest.fixture
def own_registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test register kinds and steps that are gone afterwards."""
    from beside.keeping.vault import contents

    monkeypatch.setattr(records, "_kinds", dict(records._kinds))
    monkeypatch.setattr(records, "_steps", dict(records._steps))
    yield
    contents._decoder.cache_clear()


def note_kind() -> type[Record]:
    """Return the kind of a dated note as it was first released."""

    class Note(Record, kind="test-note", dated="on"):
        on: date | None = None
        text: str = ""

    return Note


def later_note_kind() -> type[Record]:
    """Return the same kind a release later: its text is called *words* now."""

    class Note(Record, kind="test-note", version=2, dated="on"):
        on: date | None = None
        words: str = ""

    return Note
