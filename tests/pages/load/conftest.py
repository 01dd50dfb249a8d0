"""Alice and Bob come with their notebooks open."""

from tests.support.people import alice, bob, charlie  # noqa: F401 - fixtures
