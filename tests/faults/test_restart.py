"""A restart locks: what is open lives in the memory of one process, and ends with it."""

import signal

import pytest

from tests.support.served import Program, Visitor

pytestmark = [pytest.mark.fault, pytest.mark.one_file]

WORDS = "two ducks & a kettle beside one pond"


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_cookie_of_yesterday_opens_nothing(tmp_path, end):
    first = Program(tmp_path / "beside")
    alice = Visitor(first)
    alice.keeps_a_notebook(WORDS)
    alice.submit(alice.get("/moments/new/"), "id", "what", what="asked")
    kept = dict(alice.cookies)
    assert alice.get("/settings/").path == "/settings/"
    first.end(end)

    later = Program(tmp_path / "beside")
    try:
        again = Visitor(later)
        again.cookies = kept
        door = again.get("/settings/")
        opened = again.opens(WORDS)
        notebook = again.get("/notebook/")
    finally:
        later.end()

    assert door.path.startswith("/open/")
    assert opened.status == 200
    assert "asked" in notebook.text.lower()
