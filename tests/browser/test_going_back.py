"""Back finds every page again, that of a mistake too, and nothing that was typed is lost by it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Window, Windows, keep_a_notebook

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def alice(request: pytest.FixtureRequest, open_window: Windows) -> Window:
    window = open_window(script=request.param, reduced_motion="reduce")
    keep_a_notebook(window)
    return window


def test_back_to_a_form_with_mistakes_shows_the_mistakes_and_the_words(alice: Window):
    alice.goto("/people/new/")
    alice.page.get_by_label("Name or initials").fill("Sam")
    alice.button("Keep").click()
    alice.heading("Who is it?")
    alice.link("Not now").click()
    alice.heading("People")

    alice.page.go_back()

    alice.heading("Who is it?")
    expect(alice.page.get_by_role("alert")).to_be_visible()
    expect(alice.page.get_by_label("Name or initials")).to_have_value("Sam")
    alice.page.go_back()
    alice.heading("Who is it?")
    expect(alice.page.get_by_role("alert")).to_be_hidden()


def test_a_mistake_is_mended_on_the_page_that_came_back(alice: Window):
    alice.goto("/people/new/")
    alice.page.get_by_label("Name or initials").fill("Sam")
    alice.button("Keep").click()
    alice.heading("Who is it?")

    alice.choose("Has this person ever hurt, threatened, watched or controlled you?", "No")
    alice.choose("Would you be afraid of what they might do?", "No")
    alice.button("Keep").click()

    alice.heading("Sam")
