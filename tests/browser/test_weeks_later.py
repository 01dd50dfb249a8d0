"""Weeks later: one tap, one minute on what is carried, three questions; each page is looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook

pytestmark = pytest.mark.browser

HOSTILE = "Grandma’s pills <b>&amp; مرحبا %(name)s"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_weeks_later(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    keep_a_notebook(alice)

    taps(alice)
    ticks_too_many_then_five(alice)
    says_what_nobody_knows(alice)
    writes_it_down(alice)
    makes_it_a_small_test(alice)
    takes_it_back_and_again(alice)
    answers_three_questions(alice)
    finds_it_all_in_the_notebook(alice)


def taps(alice: Window) -> None:
    alice.goto("/")
    alice.button("did it alone").click()
    expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
    expect(alice.button("Close")).to_be_visible()
    alice.look("after a tap")
    alice.link("What I carry, 1 minute").click()


def ticks_too_many_then_five(alice: Window) -> None:
    alice.heading("What is on you this week?")
    alice.look("ticks")
    for name in ("remembering appointments", "someone’s mood", "the bills", "food", "forms"):
        alice.page.get_by_role("checkbox", name=name, exact=True).check()
    alice.page.get_by_label("Other: what is it?").fill(HOSTILE)
    alice.button("Go on").click()
    expect(alice.page.get_by_text("That is more than five.").first).to_be_visible()
    expect(alice.page.get_by_label("Other: what is it?")).to_have_value(HOSTILE)
    # That the answer is 422 stands in the console of a browser with script.
    alice.console.clear()
    alice.look("more than five")
    alice.page.get_by_role("checkbox", name="food", exact=True).uncheck()
    alice.button("Go on").click()


def says_what_nobody_knows(alice: Window) -> None:
    alice.heading("Say you had a bad flu for a week.")
    expect(alice.button(HOSTILE)).to_be_visible()
    alice.look("flu")
    alice.button("The bills").click()
    alice.heading("“The bills.”")
    alice.look("what next")


def writes_it_down(alice: Window) -> None:
    alice.link("Write it down for me").click()
    alice.page.get_by_label("Where are things?").fill("Blue folder. <i>")
    alice.look("note")
    alice.button("Keep").click()
    alice.heading("What I carry")
    expect(alice.page.get_by_text("Blue folder. <i>")).to_be_visible()
    alice.look("what is carried")


def makes_it_a_small_test(alice: Window) -> None:
    alice.goto("/carry/new/")
    alice.page.get_by_role("checkbox", name="forms", exact=True).check()
    alice.button("Go on").click()
    alice.button("Forms").click()
    alice.button("Make it a small test").click()
    alice.heading("Who is it for?")
    expect(alice.page.get_by_text("nobody would know where the forms are")).to_be_visible()
    alice.goto("/carry/")
    alice.look("what is carried, with an earlier time")


def takes_it_back_and_again(alice: Window) -> None:
    alice.button("Remove").click()
    expect(alice.page.get_by_text("Removed.")).to_be_visible()
    alice.button("Undo").click()
    expect(alice.page.get_by_text("You made it a small test.")).to_be_visible()


def answers_three_questions(alice: Window) -> None:
    alice.goto("/three/")
    alice.heading("Three questions about how you do things")
    alice.look("three questions")
    alice.choose("When I do things alone", "7")
    alice.choose("When twice as much is on me", "less")
    alice.button("Keep").click()
    alice.heading("How I do it")
    expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
    alice.look("how I do it")
    alice.page.get_by_role("link", name="7 of 10").click()
    alice.look("three questions, once more")


def finds_it_all_in_the_notebook(alice: Window) -> None:
    alice.place("Notebook")
    alice.look("notebook with rooms")
    alice.page.get_by_label("Look for").fill("grandma pills")
    alice.button("Search").click()
    alice.page.get_by_role("link", name="Grandma’s pills").click()
    alice.heading("What I carry")
