"""A passkey in a real browser: made, used, removed, and refused where it cannot open notes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.support.browsing import Window, Windows, keep_a_notebook

pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_a_finger(window: Window, *, prf: bool = True) -> CDPSession:
    """Give the browser a device that verifies its person; *prf* says whether it can open notes."""
    talk = window.page.context.new_cdp_session(window.page)
    talk.send("WebAuthn.enable")
    talk.send("WebAuthn.addVirtualAuthenticator", {"options": {**PHONE, "hasPrf": prf}})
    return talk


def nobody_looks(window: Window) -> None:
    window.goto("/settings/preferences/")
    window.choose("Could someone else look through this phone?", "No")
    window.button("Keep these").click()
    window.heading("Settings")


def make_one(window: Window, words: str) -> None:
    window.goto("/settings/passkeys/")
    window.link("Make a passkey").click()
    window.page.get_by_label("A name for this device").fill("My phone")
    window.page.get_by_label("Your words").fill(words)
    window.button("Go on").click()
    window.heading("Now the phone asks you")


def test_it_is_made_opens_and_is_removed(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    words = keep_a_notebook(alice)
    with_a_finger(alice)
    nobody_looks(alice)

    alice.goto("/settings/passkeys/")
    alice.look("passkeys, none yet")
    alice.goto("/settings/passkeys/new/")
    alice.look("passkey, new")
    make_one(alice, words)
    alice.look("passkey, being made")
    alice.button("Make it").click()
    expect(alice.page.get_by_role("status")).to_contain_text("From now on the passkey opens")
    expect(alice.page.get_by_text("My phone")).to_be_visible()
    alice.look("passkeys, one")

    alice.lock()
    alice.goto("/open/")
    alice.look("door, with a passkey")
    alice.button("Open with a passkey").click()
    alice.heading("Lately")

    alice.goto("/settings/passkeys/")
    expect(alice.page.get_by_text("last used")).to_be_visible()
    alice.button("Remove").click()
    expect(alice.page.get_by_role("status")).to_contain_text("opens nothing any more")


def test_one_that_was_removed_opens_nothing(open_window: Windows):
    alice, bob = open_window(reduced_motion="reduce"), open_window(reduced_motion="reduce")
    for somebody in (alice, bob):
        words = keep_a_notebook(somebody)
        with_a_finger(somebody)
        nobody_looks(somebody)
        make_one(somebody, words)
        somebody.button("Make it").click()
        expect(somebody.page.get_by_text("My phone")).to_be_visible()
    alice.button("Remove").click()
    alice.lock()

    alice.goto("/open/")
    alice.button("Open with a passkey").click()

    expect(alice.page.get_by_role("alert").first).to_contain_text(
        "That passkey opens nothing here."
    )
    alice.look("door, a passkey that opens nothing")


def test_without_prf_one_sentence_and_nothing_is_kept(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    words = keep_a_notebook(alice)
    talk = with_a_finger(alice, prf=False)
    nobody_looks(alice)
    make_one(alice, words)

    alice.button("Make it").click()

    expect(alice.page.get_by_role("alert")).to_contain_text("Nothing was kept.")
    alice.look("passkey, not of this device")
    alice.goto("/settings/passkeys/")
    expect(alice.button("Remove")).to_have_count(0)
    talk.send("WebAuthn.disable")


def test_somebody_who_turns_away_keeps_nothing(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    words = keep_a_notebook(alice)
    talk = alice.page.context.new_cdp_session(alice.page)
    talk.send("WebAuthn.enable")
    turned_away = {**PHONE, "hasPrf": True, "isUserVerified": False}
    talk.send("WebAuthn.addVirtualAuthenticator", {"options": turned_away})
    nobody_looks(alice)
    make_one(alice, words)

    alice.button("Make it").click()

    expect(alice.page.get_by_role("alert")).to_contain_text("No passkey was made.")


def test_without_script_the_words_open_it_and_no_passkey_is_offered(open_window: Windows):
    alice = open_window(script=False, reduced_motion="reduce")
    words = keep_a_notebook(alice)
    nobody_looks(alice)
    make_one(alice, words)

    expect(alice.page.get_by_text("This browser can’t make a passkey")).to_be_visible()
    expect(alice.button("Make it")).to_have_count(0)
    alice.goto("/settings/")
    alice.lock()
    alice.goto("/open/")
    expect(alice.button("Open with a passkey")).to_have_count(0)
