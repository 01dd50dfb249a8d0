"""Three rows of a sheet are typed in: whole, a guess alone, and what came without one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook

pytestmark = pytest.mark.browser

either = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def row_of(alice: Window, who: str, saying: str) -> None:
    alice.page.get_by_label("Who?").fill(who)
    alice.page.get_by_label("What I asked").fill(saying)


def guesses(alice: Window) -> None:
    alice.choose("They take it well", "3")
    alice.page.get_by_text("Or one of these", exact=True).first.click()
    alice.choose("Or one of these", "they sigh")
    alice.choose("How likely is that", "6")
    alice.choose("How much trouble", "5")


def tells_what_came(alice: Window) -> None:
    alice.choose("What happened", "well")
    alice.choose("What you’d hate most", "No")
    alice.choose("How did it go out", "in a message")
    alice.choose("Same person, same size", "7")


@either
def test_three_rows_one_after_another(open_window: Windows, script: bool):
    alice = open_window(script=script, reduced_motion="reduce")
    keep_a_notebook(alice)
    alice.goto("/tests/")
    alice.link("Type in a sheet").click()
    alice.look("an empty row", most_words=None)

    row_of(alice, "Sa", "Could you bring some milk?")
    guesses(alice)
    tells_what_came(alice)
    alice.button("Keep, and next row").click()
    alice.heading("Two questions about somebody new.")
    alice.look("two questions after a row")
    alice.choose("Has this person ever hurt", "No")
    alice.choose("Would you be afraid", "No")
    alice.button("Go on").click()

    alice.heading("Type in a sheet")
    row_of(alice, "sa", "A lift on Friday?")
    guesses(alice)
    alice.button("Keep, and next row").click()
    expect(alice.page.get_by_text("Typed in so far: 2")).to_be_visible()
    alice.look("the next row", most_words=None)

    row_of(alice, "", "Today was a lot.")
    alice.button("That is all").click()
    alice.page.get_by_text("We need one of two").first.wait_for()
    alice.look("a row with a mistake", most_words=None)
    expect(alice.page.get_by_label("What I asked")).to_have_value("Today was a lot.")
    alice.choose("What happened", "no answer")
    alice.button("That is all").click()

    alice.heading("Small tests")
    rows = alice.page.get_by_role("main").get_by_role("listitem")
    expect(rows.filter(has_text="guessed on paper")).to_have_count(2)
    expect(rows.filter(has_text="Today was a lot.")).to_have_count(1)
    alice.look("rows that were typed in", most_words=None)

    alice.link("A lift on Friday? Sa · guessed on paper locked").click()
    alice.heading("Your guess is locked.")
    expect(alice.page.get_by_text("Guessed on paper, and typed in on")).to_be_visible()
    alice.look("a guess on paper that waits")


@either
def test_the_last_row_can_be_taken_back(open_window: Windows, script: bool):
    alice = open_window(script=script)
    keep_a_notebook(alice)
    alice.goto("/tests/paper/")
    row_of(alice, "", "Could you take the dog?")
    alice.choose("What happened", "partly")
    alice.button("Keep, and next row").click()

    alice.button("Undo").click()

    expect(alice.page.get_by_text("The row is taken back.")).to_be_visible()
    alice.button("That is all").click()
    alice.heading("Small tests")
    expect(alice.page.get_by_text("Could you take the dog?")).to_have_count(0)
