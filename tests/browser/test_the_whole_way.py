"""From the first page to the last: somebody keeps a notebook, asks one person, sees what happened.

Every page on the way is held against what is promised of every page (`Window.look`): light and
dark, 390 and 320 pixels, what axe knows, what stays in the browser, what it asks for, how it reads.
"""

from __future__ import annotations

import json

import pyrage
import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, open_it, words_of

pytestmark = pytest.mark.browser

REQUEST = "Could you take the dog on Thursday at 6? A no is fine."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_whole_way(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")

    words = comes_in(alice)
    keeps_a_moment(alice)
    says_more_about_it(alice)
    sets_up_a_small_test(alice)
    guesses(alice)
    says_what_happened(alice)
    sees_both_side_by_side(alice)
    looks_through_the_notebook(alice)
    looks_at_people(alice)
    looks_at_settings(alice)
    takes_everything_out(alice, words)
    locks_and_opens_again(alice, words)
    deletes_everything(alice, words)


def comes_in(alice: Window) -> str:
    alice.goto("/")
    alice.look("door")
    alice.link("Keep a notebook straight away").click()
    alice.heading("Do you want to keep it?")
    alice.look("six words")
    words = words_of(alice.page)
    assert len(words.split()) == 6

    alice.button("I have them. Keep it").click()
    alice.heading("Lately")
    alice.look("Today, empty")
    return words


def keeps_a_moment(alice: Window) -> None:
    kept = alice.page.get_by_role("status").filter(has_text="Kept. There is nothing else to do.")

    alice.button("did it alone").click()
    expect(kept).to_be_visible()
    alice.look("Today, a moment kept")

    alice.button("Undo").click()
    expect(alice.page.get_by_text("Taken back. Nothing was kept.")).to_be_visible()
    alice.look("Today, taken back")

    alice.page.get_by_text("More", exact=True).click()
    alice.look("Today, more kinds")
    alice.button("took it on").click()
    expect(kept).to_be_visible()


def says_more_about_it(alice: Window) -> None:
    alice.link("Add details").click()
    alice.heading("Say more, if you like.")
    alice.page.get_by_label("A few words, or none.").fill("Stayed late for the Friday report.")
    alice.page.get_by_text("How it was", exact=True).click()
    alice.choose("How hard was it?", "7")
    alice.choose("Doing it alone that time", "There was no other way")
    alice.look("details")

    alice.button("Keep").click()
    alice.heading("Your notebook")
    expect(alice.page.get_by_text("Stayed late for the Friday report.")).to_be_visible()


def sets_up_a_small_test(alice: Window) -> None:
    alice.place("Today")
    alice.link("One small test").click()
    alice.heading("Three that ask for little.")
    alice.look("what")
    alice.page.get_by_text("My own words", exact=True).click()
    alice.page.get_by_label("In your words").fill(REQUEST)
    alice.look("what, own words")
    alice.button("Go on").click()

    alice.heading("Who is it for?")
    alice.page.get_by_label("Name or initials").fill("Sam")
    alice.choose("Has this person ever hurt", "No")
    alice.look("who, a question left open")
    alice.button("Go on").click()
    expect(alice.page.locator("#errors")).to_be_visible()
    alice.look("who, a mistake", most_words=None)
    alice.choose("Would you be afraid", "Embarrassed, not afraid")
    alice.button("Go on").click()


def guesses(alice: Window) -> None:
    alice.heading("Guess first.")
    alice.look("guess")
    alice.button("Lock my guess").click()
    expect(alice.page.locator("#errors")).to_be_visible()
    alice.look("guess, mistakes", most_words=None)
    alice.choose("They take it well", "3")
    alice.choose("What I’d hate most", "they sigh")
    alice.choose("How likely is that", "6")
    alice.choose("How much trouble", "5")
    alice.choose("How hard today", "very")
    alice.button("Lock my guess").click()
    expect(alice.page.get_by_text("That is very hard for today.")).to_be_visible()
    alice.look("guess, very hard", most_words=None)
    alice.choose("How hard today", "a bit")
    alice.button("Lock my guess").click()

    alice.heading("Your guess is locked.")
    alice.look("locked")
    alice.place("Tests")
    alice.heading("Small tests")
    alice.look("tests")
    alice.page.get_by_role("main").get_by_role("link", name="Could you take the dog").click()


def says_what_happened(alice: Window) -> None:
    alice.link("It happened").click()
    alice.heading("What happened?")
    alice.look("what happened")
    alice.button("They took it well").click()
    alice.heading("“They sigh.” Did that happen?")
    alice.look("feared")
    alice.button("No").click()
    alice.heading("Your guess: 3 in 10. It happened: they took it well.")
    alice.look("guess again")
    alice.button("6").click()
    alice.heading("Before you go back to things.")
    alice.page.get_by_role("textbox").fill("Odd. Lighter.")
    alice.look("let it land")
    alice.button("Done").click()
    alice.heading("That is one.")
    alice.look("that is one")
    alice.link("Guess and answer, side by side").click()


def sees_both_side_by_side(alice: Window) -> None:
    alice.heading("Your guess: 3 in 10. It happened: they took it well.")
    rows = alice.page.get_by_role("table").get_by_role("row")

    expect(rows.nth(0)).to_contain_text("Your guess")
    expect(rows.nth(0)).to_contain_text("What happened")
    expect(rows.nth(2).get_by_role("cell", name="3 in 10", exact=True)).to_be_visible()
    expect(rows.nth(2).get_by_role("cell", name="They took it well", exact=True)).to_be_visible()
    expect(rows.nth(4).get_by_role("cell", name="6 in 10", exact=True)).to_be_visible()
    expect(rows.nth(4).get_by_role("cell", name="No", exact=True)).to_be_visible()
    expect(alice.page.get_by_text("Odd. Lighter.")).to_be_visible()
    expect(alice.page.get_by_text("One time is one time.")).to_be_visible()
    alice.look("side by side")


def looks_through_the_notebook(alice: Window) -> None:
    alice.place("Notebook")
    alice.heading("Your notebook")
    expect(alice.page.get_by_role("link", name="took it on")).to_be_visible()
    alice.look("timeline", most_words=None)

    alice.page.get_by_label("Look for").fill("friday report")
    alice.button("Search").click()
    alice.heading("Look through everything")
    expect(alice.page.get_by_text("Stayed late for the Friday report.")).to_be_visible()
    assert "friday" not in alice.page.url
    alice.look("search", most_words=None)

    alice.page.get_by_label("Look for").fill("dog sam")
    alice.button("Search").click()
    expect(alice.page.get_by_role("link", name="Could you take the dog")).to_be_visible()
    alice.page.get_by_label("Look for").fill("nowhere")
    alice.button("Search").click()
    expect(alice.page.get_by_text("Nothing here has all of these words.")).to_be_visible()
    alice.look("search, nothing found")


def looks_at_people(alice: Window) -> None:
    alice.place("People")
    alice.heading("People")
    alice.look("people")
    alice.link("Sam").click()
    alice.heading("Sam")
    alice.look("a person")
    alice.goto("/people/new/")
    alice.look("somebody new")
    alice.goto("/now/")
    alice.heading("If it’s bad now")
    alice.look("if it’s bad now", most_words=None)
    alice.goto("/tests/happened/")
    alice.look("already happened")


def looks_at_settings(alice: Window) -> None:
    alice.goto("/settings/")
    alice.heading("Settings")
    alice.look("settings")
    for path in ("words", "spare-key", "sessions", "preferences", "import", "delete"):
        alice.goto(f"/settings/{path}/")
        alice.look(path)
    for path in ("limits", "source"):
        alice.goto(f"/{path}/")
        alice.look(path, most_words=None)


def takes_everything_out(alice: Window, words: str) -> None:
    alice.goto("/settings/export/")
    alice.look("export")

    locked = download(alice, words)
    alice.choose("How", "Plain")
    plain = download(alice, words)

    assert REQUEST in plain.decode()
    assert json.loads(plain)
    assert REQUEST.encode() not in locked
    opened = json.loads(pyrage.passphrase.decrypt(locked, words))
    assert len(opened["records"]) == len(json.loads(plain)["records"])


def download(alice: Window, words: str) -> bytes:
    alice.page.get_by_label("Your words").fill(words)
    with alice.page.expect_download() as caught:
        alice.button("Make the file").click()
    return caught.value.path().read_bytes()


def locks_and_opens_again(alice: Window, words: str) -> None:
    alice.lock()
    alice.heading("A private notebook for people who do most things alone.")
    alice.link("Open my notebook").click()
    alice.page.wait_for_url("**/open/")
    alice.look("which words")
    open_it(alice, "some words that open nothing")
    expect(alice.page.locator("#errors")).to_be_visible()
    alice.look("the wrong words")
    open_it(alice, words)
    alice.heading("Lately")


def deletes_everything(alice: Window, words: str) -> None:
    alice.goto("/settings/delete/")
    alice.page.get_by_label("Your words").fill(words)
    alice.page.get_by_label("I know that it cannot be brought back").check()
    alice.button("Delete everything").click()
    alice.heading("It is gone.")
    alice.look("gone")

    alice.goto("/open/")
    open_it(alice, words)
    expect(alice.page.get_by_text("That opens nothing here.").first).to_be_visible()
