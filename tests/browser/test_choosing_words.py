"""What is typed can be read and hidden, in place or by a form, and six words on paper stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook, open_it, words_of

pytestmark = pytest.mark.browser

either = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def chooses_own_words(alice: Window) -> None:
    alice.goto("/keep/")
    alice.page.get_by_text("My own words instead").click()
    alice.page.get_by_label("Words of your own").fill("nine herons & wet gravel")


@either
def test_own_words_can_be_hidden_and_read_again(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    chooses_own_words(alice)
    six, own = words_of(alice.page), alice.page.get_by_label("Words of your own")
    expect(own).to_have_attribute("type", "text")

    alice.button("Hide what I type").click()
    expect(own).to_have_attribute("type", "password")
    expect(own).to_have_value("nine herons & wet gravel")
    alice.look("own words, hidden", most_words=None)

    alice.button("See what I type").click()
    expect(own).to_have_attribute("type", "text")
    expect(own).to_have_value("nine herons & wet gravel")
    alice.look("own words", most_words=None)
    assert words_of(alice.page) == six
    assert "herons" not in alice.page.url

    own.press("Enter")
    expect(alice.page.get_by_text("This notebook is yours.")).to_be_visible()


@either
def test_what_is_typed_at_the_door_can_be_read(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    words = keep_a_notebook(alice)
    alice.lock()
    alice.goto("/open/?next=/settings/")
    typed = alice.page.get_by_label("Your words")
    typed.fill(words)

    alice.button("See what I type").click()

    expect(typed).to_have_attribute("type", "text")
    expect(typed).to_have_value(words)
    alice.look("the door, words seen")
    typed.press("Enter")
    alice.heading("Settings")


def test_what_was_seen_at_the_door_is_still_seen_when_it_was_wrong(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    keep_a_notebook(alice)
    alice.lock()
    alice.goto("/open/")

    alice.button("See what I type").click()
    open_it(alice, "amber thistle")

    expect(alice.page.locator("#errors")).to_be_focused()
    expect(alice.page.get_by_label("Your words")).to_have_value("amber thistle")
    expect(alice.button("Hide what I type")).to_be_visible()


@either
def test_the_six_words_outlive_a_refresh(open_window: Windows, script: bool):
    alice = open_window(script=script)
    alice.goto("/keep/")
    six = words_of(alice.page)

    alice.page.reload()
    assert words_of(alice.page) == six
    address = alice.page.url
    alice.link("Other six words").click()
    alice.page.wait_for_url(lambda now: now != address and "draw=" in now)

    others = words_of(alice.page)
    assert others != six
    alice.page.reload()
    assert words_of(alice.page) == others
