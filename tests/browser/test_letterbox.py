"""A moment is dropped in while the notebook is shut, and is there when it is opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_passkey import nobody_looks
from tests.support.browsing import Window, Windows, keep_a_notebook, open_it

pytestmark = pytest.mark.browser

WORDS = "Carried the washing machine up, past two neighbours."


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def alice(request, open_window: Windows) -> Window:
    window = open_window(script=request.param, reduced_motion="reduce")
    window.words = keep_a_notebook(window)
    nobody_looks(window)
    return window


def test_a_moment_is_dropped_in_and_taken_in(alice: Window):
    alice.goto("/settings/letterbox/")
    alice.look("letterbox, no device")
    alice.button("Use it on this device").click()
    expect(alice.page.get_by_role("status")).to_contain_text("From now on")
    alice.look("letterbox, this device")
    alice.lock()

    alice.goto("/note/")
    alice.heading("Lately")
    alice.look("note")
    alice.page.get_by_label("A few words, if you like").fill(WORDS)
    alice.button("did it alone").click()
    alice.heading("Kept. It can’t be read here.")
    alice.look("note, kept")
    expect(alice.page.get_by_role("main")).not_to_contain_text(WORDS)
    alice.link("One more").click()
    alice.heading("Lately")
    expect(alice.page.get_by_label("A few words, if you like")).to_have_value("")

    alice.goto("/open/")
    alice.look("door, with a letterbox")
    open_it(alice, alice.words)
    expect(alice.page.get_by_role("status")).to_contain_text("What waited in the letterbox")
    alice.place("Notebook")
    expect(alice.page.get_by_text(WORDS)).to_be_visible()

    alice.goto("/settings/letterbox/")
    alice.button("Remove").click()
    alice.lock()
    alice.goto("/note/")
    alice.heading("Nothing can be dropped in here.")
    alice.look("note, not here")
