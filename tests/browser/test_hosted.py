"""A hosted Beside in a real browser: what it says, a name and a code, in and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import Window, Windows, words_of
from tests.support.front import speaking_tls
from tests.support.hosted import Hosting, hosting

__all__ = ["hosting"]

pytestmark = pytest.mark.browser

NAME = "notes.localhost"


@pytest.fixture(scope="module")
def home(hosting: Hosting, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = hosting.serve(
        BESIDE_HOST=NAME, BESIDE_REGISTRATION="invite", BESIDE_CONTACT="desk@example.org"
    )
    folder: Path = tmp_path_factory.mktemp("front")
    with speaking_tls(program.port, name=NAME, folder=folder) as address:
        yield address
    program.end()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def alice(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Window]:
    windows = Windows(browser, home)
    yield windows(
        script=request.param,
        ignore_https_errors=True,
        reduced_motion="reduce",
        timezone_id="America/Los_Angeles",
    )
    windows.close()


def test_a_notebook_is_kept_with_a_code_and_opened_by_its_name(
    alice: Window, hosting: Hosting
) -> None:
    code = hosting.run("operator", "invite", BESIDE_REGISTRATION="invite").stdout.strip()
    alice.goto("/")
    alice.look("door")
    alice.goto("/seen/")
    alice.look("what others see", most_words=None)
    alice.goto("/limits/")
    alice.look("limits", most_words=None)

    alice.goto("/keep/")
    alice.look("keep")
    name, words = alice.page.locator("#name").inner_text(), words_of(alice.page)
    alice.page.get_by_label("Your code").first.fill("WRONG")
    alice.button("I have them. Keep it").click()
    expect(alice.page.locator("#six_invitation_error")).to_be_visible()
    alice.look("keep, with a wrong code", most_words=None)
    assert alice.page.locator("#name").inner_text() == name
    assert words_of(alice.page) == words
    alice.page.get_by_label("Your code").first.fill(code)
    alice.button("I have them. Keep it").click()
    alice.heading("Lately")
    alice.look("Today")

    alice.lock()
    alice.goto("/open/")
    alice.look("the door with a name")
    alice.page.get_by_label("The name of your notebook").fill(name)
    alice.page.get_by_label("Your words").fill("six words that are not the ones")
    alice.button("Open").click()
    expect(alice.page.get_by_text("Look at the name").first).to_be_visible()
    alice.look("a wrong try")
    assert alice.page.get_by_label("The name of your notebook").input_value() == name
    alice.page.get_by_label("Your words").fill(words)
    alice.button("Open").click()
    alice.heading("Lately")

    alice.goto("/settings/")
    alice.look("Settings")
    alice.goto("/settings/name/")
    alice.look("the name of the notebook")
    assert alice.page.locator("#name").inner_text() == name
    alice.goto("/settings/zone/")
    alice.look("where days begin", most_words=None)
    said_by_itself = alice.page.locator("select").input_value() == "America/Los_Angeles"
    assert said_by_itself is alice.script
    alice.page.locator("select").select_option("Asia/Tokyo")
    alice.button("Keep this").click()
    expect(alice.page.get_by_text("Tokyo")).to_be_visible()
    alice.goto("/settings/delete/")
    alice.look("delete", most_words=None)
