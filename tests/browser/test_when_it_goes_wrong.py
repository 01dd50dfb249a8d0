"""Twice pressed is once kept; and when nothing can be kept, nothing that was typed is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import Windows, keep_a_notebook
from tests.support.steps import a_moment
from tools.product import running

pytestmark = pytest.mark.browser

TYPED = "I carried the boxes down alone."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_moment_pressed_twice_is_kept_once(open_window: Windows, script: bool):
    alice = open_window(script=script)
    keep_a_notebook(alice)

    alice.button("did it alone").dblclick()
    expect(alice.page.get_by_text("Kept. There is nothing else to do.")).to_be_visible()
    alice.goto("/notebook/")

    expect(alice.page.get_by_role("link", name="did it alone")).to_have_count(1)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def own_windows(browser: Browser, home: Path) -> Iterator[Windows]:
    """Windows of a product that nobody else has, and that may break."""
    with running(home) as address:
        windows = Windows(browser, address)
        yield windows
        windows.close()


def test_while_nothing_can_be_kept_the_words_stay_on_the_page(own_windows: Windows, home: Path):
    alice = own_windows(reduced_motion="reduce")
    keep_a_notebook(alice)
    a_moment(alice)
    alice.page.get_by_label("A few words, or none.").fill(TYPED)

    with closing(sqlite3.connect(home / "beside.sqlite3", isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        alice.button("Keep").click()
        alice.heading("Busy for a moment.")
        expect(alice.page.get_by_role("textbox")).to_have_value(TYPED)
        alice.look("busy")
        urgent = own_windows.beside(alice)
        urgent.goto("/now/")
        urgent.heading("If it’s bad now")
        another.execute("ROLLBACK")

    alice.button("Try again").click()
    alice.heading("Your notebook")
    expect(alice.page.get_by_text(TYPED)).to_be_visible()
