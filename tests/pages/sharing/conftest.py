"""Alice and Bob come with their notebooks open; links can be opened by others here."""

import pytest

from tests.support.people import alice, bob, charlie  # noqa: F401 - fixtures


@pytest.fixture
def links(settings):
    """Offer links, as a server does that others can reach."""
    settings.REPLY_LINKS = True
