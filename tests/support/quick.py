"""Words are stretched for half a second each; most tests are about something else.

`quick_words` lowers the floor and the cost of today for one test. What is stored says how dear it
was, so that nothing else notices.
"""

from __future__ import annotations

import pytest

from beside.keeping.accounts import named, opening
from beside.keeping.accounts.models import OpenSession
from beside.keeping.accounts.sessions import MemorySessions, sessions
from beside.keeping.accounts.throttle import door
from beside.keeping.crypto import stretching
from beside.keeping.crypto.stretching import Cost

CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def quick_words(monkeypatch: pytest.MonkeyPatch) -> Cost:
    """Stretch words in a tenth of a millisecond."""
    monkeypatch.setattr(stretching, "FLOOR", CHEAP)
    for module in (opening, named):
        monkeypatch.setattr(module, "CURRENT", CHEAP)
    return CHEAP


def idle_times() -> list[float]:
    """Return how many seconds each session that is open anywhere may idle."""
    if isinstance(sessions, MemorySessions):
        return [session.idle for session in sessions._open.values()]
    return list(OpenSession.objects.values_list("idle", flat=True))


@pytest.fixture
def nobody_came_before() -> None:
    """Forget the sessions and the guesses of the tests before."""
    if isinstance(sessions, MemorySessions):
        sessions._open.clear()
    door.failures = 0
