"""*One page* in a real browser: for every eye and every width, and the file that comes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from beside.journey.practice.model import Channel
from beside.kernel.store import MemoryStore
from beside.papers.export import exported
from tests.support.browsing import (  # noqa: F401 - fixtures
    Window,
    Windows,
    keep_a_notebook,
    open_window,
    product,
)
from tests.support.cast import REX, rex, sam
from tests.support.papers import is_accessible
from tests.support.ten_asks import HURT, ask, many

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def alice(
    request: pytest.FixtureRequest,
    open_window: Windows,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> Window:
    """Somebody with ten asks and one more, one of them with somebody flagged."""
    store = MemoryStore(
        sam(),
        rex(),
        *many(9),
        ask(9, HURT, person_id=REX),
        ask(10, HURT, channel=Channel.email),
    )
    document = tmp_path / "notebook.json"
    document.write_bytes(exported(store, made=datetime(2026, 4, 5, tzinfo=UTC)))
    alice = open_window(script=request.param, reduced_motion="reduce")
    keep_a_notebook(alice)
    alice.goto("/settings/import/")
    alice.page.get_by_label("The file").set_input_files(document)
    alice.button("Bring it in").click()
    alice.heading("It is in.")
    return alice


def test_from_the_menu_to_the_file(alice: Window, tmp_path: Path):
    alice.page.get_by_label("Menu").click()
    alice.page.get_by_role("link", name="One page").click()
    alice.heading("So far 2")
    alice.look("one page", most_words=None)

    alice.link("First words").click()
    expect(alice.page.get_by_text("Today was a lot.").first).to_be_visible()
    alice.look("one page, with first words", most_words=None)

    with alice.page.expect_download() as sent:
        alice.button("Make a PDF").click()
    kept = tmp_path / "sent.pdf"
    sent.value.save_as(kept)
    assert sent.value.suggested_filename == "page.pdf"
    assert is_accessible(kept.read_bytes())


def test_before_anything_happened(open_window: Windows):  # noqa: F811 - the fixture
    bob = open_window()
    keep_a_notebook(bob)

    bob.goto("/page/")

    bob.heading("Once a small test is done")
    bob.look("one page, nothing yet")
