"""Whoever leaves or locks, and whoever takes the phone afterwards and goes back, sees no word.

The browser keeps pages for Back here, as people's browsers do; Playwright would switch that off.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.front import certificate

pytestmark = pytest.mark.browser

OUTSIDE = urlsplit(settings.LEAVE_TO)
MARKER = "wet gravel behind the station"


class Outside(BaseHTTPRequestHandler):
    """Stands in for the page that *Leave this page* goes to."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Weather</title><h1>Weather</h1>")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a page that is not ours."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    folder = tmp_path_factory.mktemp("outside")
    context.load_cert_chain(*certificate(folder, OUTSIDE.hostname or ""))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def remembering(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], outside: int
) -> Iterator[Browser]:
    """A browser that keeps pages for Back."""
    rule = f"--host-resolver-rules=MAP {OUTSIDE.hostname}:443 127.0.0.1:{outside}"
    arguments = [*browser_type_launch_args["args"], rule]
    kept = ["--disable-back-forward-cache"]
    with browser_type.launch(
        **{**browser_type_launch_args, "args": arguments}, ignore_default_args=kept
    ) as browser:
        yield browser


@pytest.fixture
def windows(remembering: Browser, product: str) -> Iterator[Windows]:
    windows = Windows(remembering, product)
    yield windows
    windows.close()


def is_kept_for_back(page: Page) -> bool:
    page.goto(settings.LEAVE_TO)
    page.evaluate("window.kept = true")
    page.goto(f"{settings.LEAVE_TO}/more")
    page.go_back(wait_until="commit")
    return bool(page.evaluate("window.kept"))


def test_the_browser_of_these_tests_keeps_pages_for_back(windows: Windows):
    page = windows(ignore_https_errors=True).page

    # A browser may give a kept page up when the machine is busy; one that never keeps any
    # would make the tests below prove nothing.
    assert any(is_kept_for_back(page) for _ in range(10))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_after_leaving_back_shows_no_word(windows: Windows, script: bool):
    alice = windows(script=script, ignore_https_errors=True)
    writes_the_marker(alice)

    alice.page.get_by_role("link", name="Leave this page").first.click()
    alice.page.wait_for_url(settings.LEAVE_TO)
    expect(alice.page.get_by_role("heading", name="Weather")).to_be_visible()
    assert "__Host-b" not in {cookie["name"] for cookie in alice.page.context.cookies()}

    goes_back_and_sees_nothing(alice)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_after_locking_back_shows_no_word(windows: Windows, script: bool):
    alice = windows(script=script, ignore_https_errors=True)
    writes_the_marker(alice)

    alice.lock()
    alice.heading("A private notebook for people who do most things alone.")

    goes_back_and_sees_nothing(alice)


def test_leaving_with_script_takes_the_page_out_of_the_way_back(windows: Windows):
    alice = windows(ignore_https_errors=True)
    writes_the_marker(alice)
    before = alice.page.evaluate("history.length")

    for _ in range(3):
        alice.page.keyboard.press("Shift")
    alice.page.wait_for_url(settings.LEAVE_TO)

    assert alice.page.evaluate("history.length") == before


def writes_the_marker(alice: Window) -> None:
    """Write a note and look at it, in the list and on its own page."""
    keep_a_notebook(alice)
    alice.button("did it alone").click()
    alice.link("Add details").click()
    alice.page.get_by_label("A few words, or none.").fill(MARKER)
    alice.button("Keep").click()
    alice.heading("Your notebook")
    alice.page.get_by_role("link", name="did it alone").click()
    alice.heading("Say more, if you like.")
    alice.page.go_back()
    expect(alice.page.get_by_text(MARKER)).to_be_visible()


def goes_back_and_sees_nothing(alice: Window) -> None:
    for step in range(3):
        alice.page.go_back(wait_until="commit")
        alice.page.wait_for_load_state()
        assert alice.page.url.startswith(alice.home), step
        assert MARKER not in alice.page.content(), alice.page.url
