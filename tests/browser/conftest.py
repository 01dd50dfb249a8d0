"""One product for all of these tests, and a window for each person in them."""

from __future__ import annotations

from tests.support.browsing import open_window, product  # noqa: F401 - fixtures of these tests
