"""Words are words: whatever somebody types comes out as it was typed, and does nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.steps import a_moment, a_small_test, fill_in_the_guess, what_happened

pytestmark = pytest.mark.browser

WORDS = (
    "<script>window.ran = 1</script>\"><img src=x onerror='window.ran = 1'> {{ 7*7 }} {% now %} "
    "</textarea></p></bdi> ${7*7} %(guess)s %s &amp; &lt; \u202etxt.exe\u202c 👩‍👩‍👧‍👦 שלום العربية"
)
LONG = WORDS + " " + "Donaudampfschifffahrtsgesellschaft" * 140
# On one line no mark turns the rest of the sentence round.
ONE_LINE = WORDS.replace("\u202e", "").replace("\u202c", "")
NAME = ONE_LINE[:190].strip()


def came_out(page: Page, selector: str, words: str) -> None:
    """Hold what the page shows at *selector* against *words*, character by character."""
    expect(page.locator(selector).first).to_be_attached()
    assert words in page.locator(selector).all_text_contents()


def test_hostile_words_stay_words(open_window: Windows):
    alice = open_window(reduced_motion="reduce")
    alice.page.on("dialog", lambda dialog: dialog.accept())
    keep_a_notebook(alice)

    in_a_moment(alice)
    in_a_small_test(alice)
    in_what_was_looked_for(alice)
    beside_another_version(alice, open_window.beside(alice))

    assert alice.page.evaluate("window.ran") is None
    assert not [url for url in alice.asked if url.endswith("/x")]


def in_a_moment(alice: Window) -> None:
    a_moment(alice)
    note = alice.page.get_by_label("A few words, or none.")
    note.fill(LONG)
    assert len(LONG) > 4_900
    alice.button("Keep").click()
    alice.heading("Your notebook")
    alice.look("hostile timeline", most_words=None)
    alice.page.get_by_role("link", name="did it alone").click()
    expect(note).to_have_value(LONG)
    alice.look("hostile details")
    alice.link("Delete this moment").click()
    came_out(alice.page, "p.words", LONG)
    alice.look("hostile deletion")


def in_a_small_test(alice: Window) -> None:
    words = LONG[:3_900]
    a_small_test(alice, saying=words, name=NAME)
    expect(alice.page.get_by_label("In your words").first).to_have_value(words)
    fill_in_the_guess(alice, feared="other")
    alice.page.locator("summary", has_text="Own words").click()
    alice.page.get_by_label("Own words").fill(ONE_LINE[:290])
    alice.look("hostile guess", most_words=None)
    alice.button("Lock my guess").click()
    alice.heading("Your guess is locked.")
    came_out(alice.page, ".bubble", words)
    came_out(alice.page, "bdi.said", ONE_LINE[:290].strip())
    came_out(alice.page, ".where bdi", NAME)
    alice.look("hostile locked test")
    what_happened(alice, landed=LONG[:1_900])
    came_out(alice.page, "p.words", LONG[:1_900])
    alice.look("hostile comparison")
    for path, selector in (("/tests/", ".row small bdi"), ("/people/", ".row bdi")):
        alice.goto(path)
        came_out(alice.page, selector, NAME)
        alice.look(f"hostile {path}")
    alice.page.locator(".row").first.click()
    came_out(alice.page, "h1 bdi", NAME)
    alice.look("hostile person")


def in_what_was_looked_for(alice: Window) -> None:
    alice.goto("/notebook/search/")
    alice.page.get_by_label("Look for").fill("<script> 7*7")
    alice.button("Search").click()
    expect(alice.page.get_by_label("Look for")).to_have_value("<script> 7*7")
    expect(alice.page.get_by_role("link", name="did it alone")).to_be_visible()
    alice.look("hostile search", most_words=None)


def beside_another_version(alice: Window, other: Window) -> None:
    alice.page.get_by_role("link", name="did it alone").click()
    other.page.goto(alice.page.url)
    other.page.get_by_label("A few words, or none.").fill(WORDS)
    other.button("Keep").click()
    other.heading("Your notebook")
    alice.page.get_by_label("A few words, or none.").fill(LONG[::-1])
    alice.button("Keep").click()
    came_out(alice.page, ".bubble", WORDS)
    alice.look("hostile conflict")
