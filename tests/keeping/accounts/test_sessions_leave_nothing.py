"""What ended is forgotten at once, with all that lay beside it."""

from beside.keeping.accounts.sessions import MemorySessions
from beside.keeping.crypto.wraps import DataKey
from beside.kernel.ids import new_id


def started(sessions, now=0.0):
    key = DataKey(1, bytearray(range(32)))
    return sessions.start(new_id(), key, label="Firefox", idle=60, now=now)


def test_a_session_that_ended_is_dropped_with_the_next_one_of_anybody():
    sessions = MemorySessions()
    started(sessions)

    started(sessions, now=61.0)

    assert len(sessions._open) == 1


def test_what_lies_aside_is_there_for_the_next_request_and_goes_with_the_session():
    sessions = MemorySessions()
    cookie = started(sessions)
    sessions.resume(cookie, now=1.0)[0].aside["looked for"] = "a dog"

    later, _ = sessions.resume(cookie, now=2.0)
    sessions.end(cookie)

    assert later.aside == {"looked for": "a dog"}
    assert not sessions._open
    assert "dog" not in repr(later)
