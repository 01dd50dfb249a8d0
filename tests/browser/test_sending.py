"""The words leave with the person: shared, linked, copied or selected, with script and without."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.steps import a_small_test, fill_in_the_guess

pytestmark = pytest.mark.browser

REQUEST = "Could you take the dog on Thursday at 6?\nA no is fine. 😀"
SHARES = """
  window.given = [];
  navigator.canShare = (what) => what.text.length > 0;
  navigator.share = async (what) => { window.given.push(what); };
"""
TURNED_AWAY = """
  navigator.canShare = () => true;
  navigator.share = async () => { throw new DOMException("put away", "AbortError"); };
"""


def locked(alice: Window) -> None:
    """Lock the guess of a small test, and go where it is sent from."""
    keep_a_notebook(alice)
    a_small_test(alice, saying=REQUEST)
    fill_in_the_guess(alice)
    alice.button("Lock my guess").click()
    alice.heading("Your guess is locked.")
    alice.link("Say it or send it").click()
    alice.heading("Say it or send it")


def agree(alice: Window) -> None:
    """Keep a time a week from now."""
    alice.page.get_by_text("We agreed on a time", exact=True).click()
    on = (datetime.now(UTC) + timedelta(days=7)).date().isoformat()
    alice.page.get_by_label("What day?").fill(on)
    alice.page.get_by_label("What time?").fill("18:00")
    alice.button("Keep the time").click()
    expect(alice.page.get_by_text("The time is kept.")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_words_go_out_and_one_tap_says_how(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    locked(alice)
    alice.look("sending")

    agree(alice)
    alice.look("sending, a time agreed on")
    alice.page.get_by_text("A file for your calendar", exact=True).click()
    alice.look("sending, a file for the calendar", most_words=None)
    with alice.page.expect_download() as caught:
        alice.button("Make the file").click()
    assert caught.value.suggested_filename == "note.ics"
    assert b"SUMMARY:A note to self" in caught.value.path().read_bytes()
    alice.heading("Say it or send it")

    alice.button("in a message").click()
    alice.heading("Your guess is locked.")
    expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
    expect(alice.page.get_by_text("18:00")).to_be_visible()
    alice.look("locked, and it went out")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_links_are_plain_and_the_words_can_be_selected(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    locked(alice)

    for name, start in {
        "Text": "sms:?&body=Could%20you",
        "WhatsApp": "https://wa.me/?text=Could%20you",
        "E-mail": "mailto:?subject=&body=Could%20you",
    }.items():
        assert (alice.link(name).get_attribute("href") or "").startswith(start)
    expect(alice.button("Copy")).to_be_visible(visible=script)
    expect(alice.button("Share")).to_be_hidden()

    alice.page.locator("summary", has_text="Select the words by hand").click()
    whole = alice.page.get_by_role("textbox", name="Select the words by hand")
    expect(whole).to_have_value(REQUEST)
    expect(whole).not_to_be_editable()
    alice.look("sending, selected by hand")


def test_the_share_sheet_gets_the_words_and_nothing_else(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    alice.page.add_init_script(SHARES)
    locked(alice)

    alice.button("Share").click()

    assert alice.page.evaluate("window.given") == [{"text": REQUEST}]
    alice.look("sending, with a share sheet")


def test_a_share_sheet_that_is_put_away_changes_nothing(open_window: Windows):
    alice = open_window()
    alice.page.add_init_script(TURNED_AWAY)
    locked(alice)

    alice.button("Share").click()

    alice.heading("Say it or send it")
    assert alice.console == []


def test_in_a_phone_that_is_looked_through_nothing_is_handed_on(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    alice.page.add_init_script(SHARES)
    locked(alice)
    agree(alice)
    alice.goto("/settings/preferences/")
    alice.choose("Could someone else look through this phone?", "Maybe")
    alice.look("settings, who looks")
    alice.button("Keep these").click()
    alice.heading("Settings")
    alice.goto("/tests/")
    alice.page.get_by_role("main").get_by_role("link", name="Could you take").click()
    alice.link("Say it or send it").click()

    alice.heading("Say it or send it")
    expect(alice.page.get_by_text("Someone may look through this phone.")).to_be_visible()
    expect(alice.button("Copy")).to_be_visible()
    expect(alice.button("Share")).to_have_count(0)
    expect(alice.page.get_by_text("A file for your calendar")).to_have_count(0)
    for name in ("Text", "WhatsApp", "E-mail"):
        expect(alice.link(name)).to_have_count(0)
    alice.look("sending, looked through")
    alice.link("Change that in Settings").click()
    alice.heading("When it locks, how it looks")
