"""What people do in a browser on the way to what a test is about."""

from __future__ import annotations

from tests.support.browsing import Window


def a_moment(alice: Window) -> None:
    """Keep a moment with one tap, and open its details."""
    alice.goto("/")
    alice.button("did it alone").click()
    alice.link("Add details").click()
    alice.heading("Say more, if you like.")


def a_small_test(alice: Window, *, saying: str = "Today was a lot.", name: str = "Sam") -> None:
    """Set up a small test up to its guess, for somebody new."""
    alice.goto("/tests/new/")
    alice.page.get_by_text("My own words", exact=True).click()
    alice.page.get_by_label("In your words").fill(saying)
    alice.button("Go on").click()
    alice.heading("Who is it for?")
    alice.page.get_by_label("Name or initials").fill(name)
    alice.choose("Has this person ever hurt", "No")
    alice.choose("Would you be afraid", "No")
    alice.button("Go on").click()
    alice.heading("Guess first.")


def fill_in_the_guess(alice: Window, *, well: str = "3", feared: str = "they sigh") -> None:
    """Answer everything that the guess asks for."""
    alice.choose("They take it well", well)
    alice.choose("What I’d hate most", feared)
    alice.choose("How likely is that", "6")
    alice.choose("How much trouble", "5")
    alice.choose("How hard today", "a bit")


def what_happened(alice: Window, *, landed: str = "") -> None:
    """Say what happened, from the page of a locked test to the comparison."""
    alice.link("It happened").click()
    alice.button("They took it well").click()
    alice.button("No").click()
    alice.button("6").click()
    alice.heading("Before you go back to things.")
    if landed:
        alice.page.get_by_role("textbox").fill(landed)
    alice.button("Done").click()
    alice.heading("That is one.")
    alice.link("Guess and answer, side by side").click()
    alice.heading("Your guess:")
