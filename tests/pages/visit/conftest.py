"""Charlie has no notebook; Alice has hers open."""

from tests.support.people import alice, bob, charlie  # noqa: F401 - fixtures
