"""Two windows that say different things: both texts are shown, and nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.steps import a_moment, a_small_test, fill_in_the_guess

pytestmark = pytest.mark.browser

FIRST, SECOND = "It was raining.", "It was the third time this week."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_both_texts_are_shown_and_can_both_be_kept(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    say_different_things(alice, open_window.beside(alice))

    alice.heading("There are two of this.")
    expect(alice.page.get_by_text(FIRST)).to_be_visible()
    expect(alice.page.get_by_text(SECOND)).to_be_visible()
    alice.look("two of this")
    alice.button("Keep both, one after the other").click()

    alice.heading("Your notebook")
    alice.page.get_by_role("link", name="did it alone").click()
    note = alice.page.get_by_label("A few words, or none.")
    expect(note).to_have_value(f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize(
    ("answer", "stays"),
    [("Keep what I wrote now", SECOND), ("Leave what is kept", FIRST)],
)
def test_one_of_two_texts_is_chosen(open_window: Windows, answer: str, stays: str):
    alice = open_window()
    say_different_things(alice, open_window.beside(alice))

    alice.page.get_by_role("main").get_by_text(answer, exact=True).click()
    alice.goto("/notebook/")

    expect(alice.page.get_by_text(stays)).to_be_visible()
    expect(alice.page.get_by_text(FIRST if stays is SECOND else SECOND)).to_be_hidden()


@pytest.mark.parametrize("way", ["lock", "leave"])
def test_what_is_locked_in_one_window_is_locked_in_all(open_window: Windows, way: str):
    alice = open_window(reduced_motion="reduce")
    keep_a_notebook(alice)
    other = open_window.beside(alice)
    other.goto("/settings/")

    if way == "lock":
        alice.lock()
    else:
        alice.page.get_by_role("link", name="Leave this page").first.click()

    other.heading("A private notebook for people who do most things alone.")


def test_the_first_of_two_guesses_stays(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    keep_a_notebook(alice)
    a_small_test(alice)
    other = open_window.beside(alice)
    other.page.goto(alice.page.url)
    fill_in_the_guess(alice, well="3")
    fill_in_the_guess(other, well="9")

    alice.button("Lock my guess").click()
    alice.heading("Your guess is locked.")
    other.button("Lock my guess").click()

    other.heading("Your guess is locked. It stays as it was.")
    other.look("locked already")
    other.link("Go back").click()
    expect(other.page.get_by_role("definition").first).to_have_text("3 in 10")


def say_different_things(one: Window, other: Window) -> None:
    """Change the same moment in two windows; the second finds the first was quicker."""
    keep_a_notebook(one)
    a_moment(one)
    other.page.goto(one.page.url)
    other.page.get_by_label("A few words, or none.").fill(FIRST)
    one.page.get_by_label("A few words, or none.").fill(SECOND)
    other.button("Keep").click()
    other.heading("Your notebook")
    one.button("Keep").click()
    one.heading("There are two of this.")
