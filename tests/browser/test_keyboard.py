"""Hands that use no pointer reach everything, and always see where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.support.browsing import Window, Windows

pytestmark = pytest.mark.browser

FAR = 60
"""More presses of Tab than any page here needs."""

# The focus is drawn around what has it, or around the button that a radio button lies beneath.
IS_SEEN = """() => {
  const here = document.activeElement;
  return [here, here.closest("label")].some((one) => {
    const drawn = one && getComputedStyle(one);
    return drawn && drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) >= 2;
  });
}"""


def reach(alice: Window, wanted: Locator) -> None:
    """Press Tab until *wanted* has the focus; it is seen there."""
    for _ in range(FAR):
        alice.page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            assert alice.page.evaluate(IS_SEEN), wanted
            return
    raise AssertionError(f"out of reach: {wanted}")


def press(alice: Window, name: str, key: str = "Enter") -> None:
    reach(alice, alice.button(name))
    alice.page.keyboard.press(key)


def follow(alice: Window, name: str) -> None:
    reach(alice, alice.link(name))
    alice.page.keyboard.press("Enter")


def pick(alice: Window, question: str, steps: int) -> None:
    """Go *steps* answers on from the first one of *question*."""
    answers = alice.page.get_by_role("group", name=question).get_by_role("radio")
    reach(alice, answers.first)
    alice.page.keyboard.press("Space")
    for _ in range(steps):
        alice.page.keyboard.press("ArrowRight")
    expect(answers.nth(steps)).to_be_checked()


def test_the_loop_is_walked_with_the_keyboard_alone(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    alice.goto("/")

    follow(alice, "Keep a notebook straight away")
    press(alice, "I have them. Keep it")
    alice.heading("Lately")
    press(alice, "did it alone", key="Space")
    expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
    sets_up_a_test(alice)
    guesses(alice)
    says_what_happened(alice)

    alice.heading("Your guess: 3 in 10. It happened: they took it well.")
    expect(alice.page.get_by_role("cell", name="6 in 10").first).to_be_visible()


def sets_up_a_test(alice: Window) -> None:
    follow(alice, "One small test")
    alice.heading("Three that ask for little.")
    open_own_words(alice)
    press(alice, "Go on")
    alice.heading("Who is it for?")
    reach(alice, alice.page.get_by_label("Name or initials"))
    alice.page.keyboard.type("Sam")
    pick(alice, "Has this person ever hurt", 0)
    pick(alice, "Would you be afraid", 1)
    press(alice, "Go on")


def open_own_words(alice: Window) -> None:
    reach(alice, alice.page.locator("summary", has_text="My own words"))
    alice.page.keyboard.press("Enter")
    reach(alice, alice.page.get_by_label("In your words"))
    alice.page.keyboard.type("Today was a lot.")


def guesses(alice: Window) -> None:
    alice.heading("Guess first.")
    pick(alice, "They take it well", 3)
    pick(alice, "What I’d hate most", 0)
    pick(alice, "How likely is that", 6)
    pick(alice, "How much trouble", 0)
    pick(alice, "How hard today", 1)
    press(alice, "Lock my guess")
    alice.heading("Your guess is locked.")


def says_what_happened(alice: Window) -> None:
    follow(alice, "It happened")
    alice.heading("What happened?")
    press(alice, "They took it well")
    alice.heading("“They sigh.” Did that happen?")
    press(alice, "No")
    alice.heading("Your guess: 3 in 10.")
    press(alice, "6")
    alice.heading("Before you go back to things.")
    press(alice, "Done")
    alice.heading("That is one.")
    follow(alice, "Guess and answer, side by side")
