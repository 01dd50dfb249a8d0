"""The first visit in a real browser: every branch, with and without script, counted as it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows

pytestmark = pytest.mark.browser

TAPS_TO_PAYOFF = 6
INPUTS_TO_LOCK = 18


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def visitor(request: pytest.FixtureRequest, open_window: Windows) -> Window:
    return open_window(script=request.param, reduced_motion="reduce")


class Counted:
    """Counts what a visitor does: each press, each choice, each thing typed."""

    def __init__(self, window: Window) -> None:
        self.window, self.done = window, 0

    def press(self, name: str) -> None:
        self.done += 1
        main = self.window.page.get_by_role("main")
        button, link = (main.get_by_role(role, name=name) for role in ("button", "link"))
        button.or_(link).first.click()

    def choose(self, question: str, given: str) -> None:
        self.done += 1
        self.window.choose(question, given)

    def fill(self, label: str, words: str) -> None:
        self.done += 1
        self.window.page.get_by_label(label).fill(words)


def to_the_payoff(one: Counted, *, phone: str = "No") -> None:
    one.window.goto("/")
    one.window.look("door")
    for heading, given in (
        ("A private notebook", "Start, about 2 minutes"),
        ("Could someone else look through this phone?", phone),
        ("What is closest to today?", "I snapped, or shut down"),
        ("Doing it alone that time", "It felt like there was no other way"),
        ("If someone safe had offered", "A small part"),
        ("Is there a line in your head", "I can only rely on myself"),
    ):
        one.window.page.get_by_role("heading", level=1, name=heading).wait_for()
        one.window.look(heading)
        one.press(given)
    one.window.heading("What you said")


def to_the_guess(one: Counted) -> None:
    one.press("See one small test")
    one.window.heading("Three that ask for little.")
    one.window.look("three small tests")
    one.press("Let it be seen")
    one.window.heading("Who is it for?")
    one.window.look("who")
    one.fill("Name or initials", "Sam")
    one.choose("Has this person ever hurt, threatened, watched or controlled you?", "No")
    one.choose("Would you be afraid of what they might do?", "Embarrassed, not afraid")
    one.press("Go on")
    one.window.heading("Guess first.")
    one.window.look("guess")


def guess(one: Counted) -> None:
    one.choose("They take it well.", "3")
    one.choose("What I’d hate most:", "they sigh")
    one.choose("How likely is that?", "6")
    one.choose("How much trouble for them?", "5")
    one.choose("How hard today?", "a bit")
    one.press("Lock my guess")
    one.window.heading("Locked. Do you want to keep it?")


def test_the_way_to_a_locked_guess_costs_no_more_than_promised(visitor: Window):
    one = Counted(visitor)

    to_the_payoff(one)

    assert one.done <= TAPS_TO_PAYOFF
    visitor.look("payoff")
    to_the_guess(one)
    guess(one)
    assert one.done <= INPUTS_TO_LOCK


def test_what_is_kept_is_all_there(visitor: Window):
    one = Counted(visitor)
    to_the_payoff(one)
    to_the_guess(one)
    guess(one)
    visitor.look("keep")

    one.press("I have them. Keep it")

    visitor.heading("Lately, I …")
    visitor.place("Tests")
    expect(visitor.page.get_by_text("Today was a lot.")).to_be_visible()
    visitor.place("People")
    expect(visitor.page.get_by_text("Sam").first).to_be_visible()


def test_nothing_that_is_not_kept_is_left(visitor: Window):
    one = Counted(visitor)
    to_the_payoff(one)

    one.press("Stop, keep nothing")

    visitor.heading("Nothing was kept.")
    visitor.look("nothing kept")
    assert {cookie["name"] for cookie in visitor.page.context.cookies()} <= {"__Host-csrf"}
    visitor.goto("/start/said/")
    visitor.heading("A private notebook for people who do most things alone.")


def test_the_situation_leads_to_people_whose_job_it_is(visitor: Window):
    one = Counted(visitor)
    visitor.goto("/")
    for given in (
        "Start, about 2 minutes",
        "Skip",
        "There is nobody to ask",
        "There was no other way",
        "There is no one safe",
        "No line",
    ):
        one.press(given)
    visitor.heading("What you said")
    expect(visitor.page.get_by_text("It may be the situation, not you.")).to_be_visible()
    visitor.look("situation")
    one.press("Try one")
    visitor.heading("Whose job could it be?")
    visitor.look("jobs", most_words=None)
    one.press("The library")
    visitor.heading("Guess first.")
    guess(one)


def test_whoever_is_flexible_is_told_so(visitor: Window):
    one = Counted(visitor)
    visitor.goto("/")
    for given in (
        "Start, about 2 minutes",
        "No",
        "Looking around",
        "I chose to, and could have asked",
        "I’d have said yes",
        "Another one",
    ):
        one.press(given)

    expect(visitor.page.get_by_text("You may not need this.")).to_be_visible()
    visitor.look("flexible")


def test_a_phone_that_is_looked_through_is_told_what_stays(visitor: Window):
    one = Counted(visitor)
    visitor.goto("/")
    one.press("Start, about 2 minutes")
    one.press("Yes")

    visitor.heading("We will leave as little here as we can.")
    visitor.look("quietly")
    one.press("Print the paper version elsewhere")
    visitor.heading("Ten asks on paper")
    visitor.look("paper", most_words=None)
    visitor.page.go_back()
    one.press("Go on quietly")
    visitor.heading("What is closest to today?")


def test_somebody_who_may_be_unsafe_is_not_guessed_about(visitor: Window):
    one = Counted(visitor)
    to_the_payoff(one)
    one.press("See one small test")
    one.press("Mend it")
    one.fill("Name or initials", "Max")
    one.choose("Has this person ever hurt, threatened, watched or controlled you?", "Yes")
    one.choose("Would you be afraid of what they might do?", "Not sure")

    one.press("Go on")

    expect(visitor.page.get_by_text("Your caution may be right.")).to_be_visible()
    visitor.look("caution")


def test_back_works_all_the_way(visitor: Window):
    one = Counted(visitor)
    to_the_payoff(one)

    for heading in (
        "Is there a line in your head at that moment?",
        "If someone safe had offered to take part of it?",
        "Doing it alone that time: which is closer?",
        "What is closest to today?",
        "Could someone else look through this phone?",
    ):
        visitor.page.go_back()
        visitor.heading(heading)
    visitor.page.go_forward()
    one.press("I took on too much")
    visitor.goto("/start/said/")
    expect(visitor.page.get_by_text("You took on too much.")).to_be_visible()


def test_what_others_can_see_is_said_plainly(visitor: Window):
    visitor.goto("/seen/")

    visitor.heading("What can others see?")
    visitor.look("what others can see", most_words=None)
