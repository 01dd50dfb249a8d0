"""Every test here starts on a computer where nobody has kept anything."""

from __future__ import annotations

import pytest
from tests.support.household import alice, bob, charlie  # noqa: F401 - fixtures of these tests
from tests.support.quick import nobody_came_before, quick_words  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def nobody_has_kept_anything(
    quick_words: object,  # noqa: F811
    nobody_came_before: None,  # noqa: F811
    transactional_db: None,
) -> None:
    """Stretch quickly, forget the tests before, and write to a real file."""
