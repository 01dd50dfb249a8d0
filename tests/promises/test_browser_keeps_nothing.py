"""What a browser keeps once a page has settled: four cookies at most, and nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browsing import (  # noqa: F401 - the last two are fixtures
    KEPT,
    NOTHING,
    Window,
    Windows,
    keep_a_notebook,
    open_window,
    product,
    strange_cookies,
)

pytestmark = pytest.mark.browser


def settled(alice: Window) -> None:
    """Hold that nothing is in any store, once the page is quiet."""
    alice.page.wait_for_load_state("networkidle")
    alice.page.wait_for_function("!sessionStorage.length && !localStorage.length")
    assert alice.page.evaluate(KEPT) == NOTHING


def names(alice: Window) -> set[str]:
    return {cookie["name"] for cookie in alice.page.context.cookies()}


def test_the_stores_are_empty_once_a_page_has_settled(open_window: Windows):  # noqa: F811
    alice = open_window()
    alice.goto("/")
    settled(alice)
    keep_a_notebook(alice)
    settled(alice)

    # The second tap is swapped in place, without a new page.
    for kind in ("did it alone", "let someone"):
        alice.button(kind).click()
        expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
        settled(alice)
    for path in ("/notebook/", "/now/", "/settings/", "/nowhere/"):
        alice.goto(path)
        settled(alice)


def test_the_cookies_are_ours_and_as_closed_as_they_can_be(open_window: Windows):  # noqa: F811
    alice = open_window()
    keep_a_notebook(alice)
    alice.goto("/settings/preferences/")
    alice.choose("Light or dark", "Dark")
    alice.button("Keep these").click()
    alice.heading("Settings")

    assert names(alice) == {"__Host-b", "__Host-csrf", "__Host-p"}
    assert list(strange_cookies(alice.page.context, "beside.localhost")) == []
    assert alice.page.evaluate("document.cookie") == ""


def test_a_lock_takes_the_session_cookie_back(open_window: Windows):  # noqa: F811
    alice = open_window()
    keep_a_notebook(alice)
    assert "__Host-b" in names(alice)

    alice.lock()
    alice.heading("A private notebook")

    assert "__Host-b" not in names(alice)


def test_no_page_is_kept_in_the_cache(open_window: Windows):  # noqa: F811
    alice = open_window()
    alice.page.on("response", lambda one: answers.append((one.url, one.headers)))
    answers: list[tuple[str, dict[str, str]]] = []
    keep_a_notebook(alice)
    alice.goto("/notebook/")

    pages = [heads for url, heads in answers if "/static/" not in url]
    assert pages
    assert {heads.get("cache-control") for heads in pages} == {"no-store"}
