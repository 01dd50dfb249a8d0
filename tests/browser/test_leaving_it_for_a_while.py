"""The notebook warns before it locks, and what was typed meanwhile is there after it was opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Windows, keep_a_notebook
from tests.support.steps import a_moment

pytestmark = pytest.mark.browser

TYPED = "They asked twice. I said that I had it.\nI did not."


def test_one_tap_stays_and_no_tap_locks(open_window: Windows):
    alice = open_window()
    keep_a_notebook(alice)
    alice.page.clock.install()
    alice.goto("/")
    idle = alice.page.locator("#idle")
    warn, lock = (int(idle.get_attribute(f"data-{when}-after") or 0) for when in ("warn", "lock"))
    assert 0 < warn < lock

    alice.page.clock.fast_forward((warn + 10) * 1000)
    expect(idle).to_be_visible()
    with alice.page.expect_response("**/stay/") as answered:
        alice.button("Stay").click()
    assert answered.value.status == 204
    expect(idle).to_be_hidden()

    alice.page.clock.fast_forward((lock + 10) * 1000)
    alice.heading("A private notebook for people who do most things alone.")
    alice.goto("/notebook/")
    alice.heading("Which words open it?")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_was_typed_comes_back_after_a_lock(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    words = keep_a_notebook(alice)
    a_moment(alice)
    alice.page.get_by_label("A few words, or none.").fill(TYPED)
    elsewhere = open_window.beside(alice)
    elsewhere.goto("/")
    elsewhere.lock()
    elsewhere.heading("A private notebook")

    alice.button("Open it and keep what I typed" if script else "Keep").click()
    alice.heading("Your notebook is locked.")
    alice.look("locked, with something typed")
    alice.page.get_by_label("Your words").fill("not these words at all")
    alice.button("Open").click()
    expect(alice.page.get_by_text("That opens nothing here.").first).to_be_visible()
    alice.page.get_by_label("Your words").fill(words)
    alice.button("Open").click()
    alice.heading("It is open again. What you typed is here.")
    expect(alice.page.locator("p.words")).to_have_text(TYPED, use_inner_text=True)
    alice.look("what you typed")
    alice.button("Keep it now").click()

    alice.heading("Your notebook")
    alice.page.get_by_role("link", name="did it alone").click()
    expect(alice.page.get_by_label("A few words, or none.")).to_have_value(TYPED)


def test_what_was_typed_when_the_page_itself_locked_comes_back(open_window: Windows):
    alice = open_window()
    words = keep_a_notebook(alice)
    a_moment(alice)
    alice.page.clock.install()
    alice.page.reload()
    alice.page.get_by_label("A few words, or none.").fill(TYPED)
    lock = int(alice.page.locator("#idle").get_attribute("data-lock-after") or 0)

    # Somebody who is typing is not asked, so the page is left alone after a first stay.
    alice.page.clock.run_for(1000)
    with alice.page.expect_response("**/stay/"):
        alice.page.clock.fast_forward((lock - 60) * 1000)
    with alice.page.expect_response("**/lock/"):
        alice.page.clock.fast_forward((lock + 10) * 1000)
    alice.button("Open it and keep what I typed").click()
    alice.page.get_by_label("Your words").fill(words)
    alice.button("Open").click()
    alice.button("Keep it now").click()

    alice.heading("Your notebook")
    expect(alice.page.get_by_text("They asked twice.")).to_be_visible()
