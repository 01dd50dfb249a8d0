"""The real program, in a folder of its own, with Alice's notebook in it."""

import pytest

from tests.support.served import Program, Visitor

ALICES_WORDS = "two ducks & a kettle beside one pond"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    running = Program(tmp_path_factory.mktemp("machine") / "beside")
    yield running
    running.end()


@pytest.fixture(scope="module")
def alice(program):
    visitor = Visitor(program)
    page = visitor.keeps_a_notebook(ALICES_WORDS)
    assert page.status == 200, page.text
    return visitor
