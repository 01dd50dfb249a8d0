"""Nothing is asked of anybody else: no page, and no page of a failure, leads the browser away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import beside.pages
from beside.pages.front.headers import POLICY
from tests.support.browsing import (  # noqa: F401 - the last two are fixtures
    Window,
    Windows,
    keep_a_notebook,
    open_window,
    product,
)
from tests.support.steps import a_moment, a_small_test, fill_in_the_guess, what_happened

SIGNED_OUT = (
    *("/", "/keep/", "/open/", "/open/spare/", "/now/", "/now/?country=GB", "/nowhere/"),
    *("/seen/", "/sheet/"),
)
SIGNED_IN = (
    *("/", "/moments/new/", "/notebook/", "/notebook/search/", "/tests/", "/tests/new/"),
    *("/tests/happened/", "/people/", "/people/new/", "/settings/", "/settings/words/"),
    *("/settings/spare-key/", "/settings/sessions/", "/settings/preferences/", "/limits/"),
    *("/settings/export/", "/settings/import/", "/settings/delete/", "/source/", "/nowhere/"),
    *("/tests/what-happened/", "/people/jobs/", "/page/", "/three/", "/carry/", "/sheet/"),
)


@pytest.mark.browser
def test_no_page_asks_anybody_else(open_window: Windows):  # noqa: F811
    alice = open_window()
    for path in SIGNED_OUT:
        alice.goto(path)
    keep_a_notebook(alice)
    a_moment(alice)
    a_small_test(alice)
    fill_in_the_guess(alice)
    alice.button("Lock my guess").click()
    alice.link("Say it or send it").click()
    alice.page.go_back()
    what_happened(alice)
    for path in SIGNED_IN:
        alice.goto(path)
    is_turned_away(alice)

    elsewhere = [url for url in alice.asked if not url.startswith(f"{alice.home}/")]
    assert elsewhere == []
    assert len(alice.asked) > len(SIGNED_IN)


def is_turned_away(alice: Window) -> None:
    """Send a form whose token does not fit."""
    alice.goto("/people/new/")
    alice.page.eval_on_selector_all(
        "[name=csrfmiddlewaretoken]", "all => all.forEach((one) => { one.value = 'x'.repeat(64) })"
    )
    alice.button("Keep").click()
    alice.heading("That did not go through.")
    expect(alice.page.get_by_role("link", name="Leave this page")).to_be_visible()


def test_the_policy_names_nobody_else():
    for rule in POLICY.split("; "):
        assert re.fullmatch(r"[a-z-]+( 'none'| 'self'| data:)+", rule), rule


def test_nothing_is_fetched_from_an_address_in_a_template_or_a_style_sheet():
    pages = Path(beside.pages.__file__).parent
    files = [*pages.rglob("*.html"), *pages.glob("static/*.css"), *pages.glob("static/*.js")]
    fetched = re.compile(
        r"""(?:\bsrc=|\bsrcset=|url\(|@import|<link[^>]+href=)\s*["']?(https?:|//)"""
    )

    assert files
    assert [file.name for file in files if fetched.search(file.read_text(encoding="utf-8"))] == []
