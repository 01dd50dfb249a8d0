"""The cast comes on stage."""

from tests.support.cast import noon  # noqa: F401 - a fixture
