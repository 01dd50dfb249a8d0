"""Every test here starts on a computer where nobody has kept anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from beside.keeping.vault import copies
from tests.support.household import alice, bob, charlie  # noqa: F401 - fixtures of these tests
from tests.support.quick import nobody_came_before, quick_words  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def nobody_has_kept_anything(
    quick_words: object,  # noqa: F811
    nobody_came_before: None,  # noqa: F811
    transactional_db: None,
) -> Iterator[None]:
    """Stretch quickly, forget the tests before, write to a real file, and leave no copy of it."""
    yield
    shutil.rmtree(copies.folder(), ignore_errors=True)
