"""A friend opens a link on a phone, answers, and the asker finds it: two browsers, one exchange."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import Window, Windows, keep_a_notebook, open_it
from tests.support.served import Program
from tests.support.steps import a_small_test, fill_in_the_guess

pytestmark = pytest.mark.browser

THE_DOG = "Could you take the dog on Thursday at 6? A no is fine."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = Program(tmp_path_factory.mktemp("links"), module="tests.support.with_links")
    yield f"http://beside.localhost:{program.port}"
    program.end()


@pytest.fixture
def open_window(browser: Browser, address: str) -> Iterator[Windows]:
    windows = Windows(browser, address)
    yield windows
    windows.close()


def calm(open_window: Windows, *, script: bool = True) -> Window:
    """Open a window of a browser of its own, in which nothing moves."""
    return open_window(script=script, reduced_motion="reduce")


def makes_a_link(alice: Window) -> str:
    """Set up a small test and its link; return what the message says."""
    a_small_test(alice, saying=THE_DOG)
    fill_in_the_guess(alice)
    alice.button("Lock my guess").click()
    alice.link("Say it or send it").click()
    alice.link("Make a link they can answer on").click()
    alice.heading("A link they can answer on")
    alice.look("making a link")
    alice.page.get_by_label("Your name, as they know you").fill("Dana")
    alice.button("not really").click()
    alice.heading("Your link is ready.")
    alice.look("a link")
    return alice.page.locator("#say").inner_text()


def opens(sam: Window, link: str) -> None:
    sam.page.goto(link)
    sam.heading("Somebody sent you this link.")
    sam.look("a closed page")
    if not sam.script:
        sam.page.get_by_label("The code").fill(link)
    sam.button("Open it").click()
    sam.heading("Dana asks you one thing.")


def answers(sam: Window) -> None:
    sam.look("what she asks")
    sam.button("Something else I can do").click()
    sam.heading("Something else you can do")
    sam.look("something else")
    sam.page.get_by_label("What could you do?").fill("I can on Friday.")
    sam.button("Send").click()
    sam.heading("Thank you. Your answer is kept.")
    sam.look("two questions")
    sam.choose("How much trouble is this for you?", "2")
    sam.choose("Glad you were asked?", "yes")
    sam.button("Send").click()
    sam.heading("That is all. You can close this page.")
    sam.look("kept")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_whole_exchange(open_window: Windows, *, script: bool) -> None:
    alice, sam = calm(open_window, script=script), calm(open_window, script=script)
    words = keep_a_notebook(alice)
    message = makes_a_link(alice)
    assert message.startswith(THE_DOG)
    link = message.split()[-1]
    alice.lock()

    opens(sam, link)
    answers(sam)

    code = link.partition("#")[2]
    assert sam.page.context.cookies() == []
    assert not [url for url in sam.asked if code in url.partition("#")[0]]
    alice.goto("/open/")
    open_it(alice, words)
    alice.heading("Sam answered.")
    expect(alice.page.get_by_text("I can on Friday.")).to_be_visible()
    alice.look("an answer")
    alice.button("Write down what happened").click()
    alice.heading("What happened?")


def test_with_script_nothing_of_it_stays_in_the_address_or_in_back(open_window: Windows) -> None:
    alice, sam = calm(open_window), calm(open_window)
    keep_a_notebook(alice)
    link = makes_a_link(alice).split()[-1]
    sam.page.goto("about:blank")
    opens(sam, link)

    assert sam.page.url == f"{sam.home}/r/"
    sam.button("Yes").click()
    sam.heading("Thank you. Your answer is kept.")
    sam.button("Change my answer").click()
    sam.heading("Dana asks you one thing.")
    sam.button("This is not for me. Close it").click()
    sam.heading("It is closed. You can forget it.")
    sam.look("closed")
    sam.page.reload()
    sam.heading("Somebody sent you this link.")
    sam.page.go_back()

    assert sam.page.url == "about:blank"
    sam.page.goto(link)
    sam.button("Open it").click()
    sam.heading("This link opens nothing.")
    sam.look("nothing")
    sam.console.clear()


def test_an_open_door(open_window: Windows) -> None:
    alice, sam = calm(open_window), calm(open_window, script=False)
    keep_a_notebook(alice)
    a_small_test(alice)
    alice.place("People")
    alice.page.get_by_role("main").get_by_role("link", name="Sam").first.click()
    alice.link("The open door").click()
    alice.look("no door yet")
    alice.page.get_by_label("Your name, as they know you").fill("Dana")
    alice.button("Open a door for them").click()
    alice.heading("The door is open.")
    alice.look("an open door")
    link = alice.page.locator("#say").inner_text().split()[-1]

    sam.page.goto(link)
    sam.page.get_by_label("The code").fill(link)
    sam.button("Open it").click()
    sam.heading("Dana keeps a door open for you.")
    sam.look("an open door")
    sam.page.get_by_label("What do you offer?").fill("I drive past on Thursday.")
    sam.button("Send").click()
    sam.heading("That is all. You can close this page.")

    alice.goto("/")
    alice.heading("An answer came in.")
    alice.look("something came in")
    alice.button("Show it").click()
    alice.heading("Sam offers you something.")
    alice.look("an offer")
    alice.button("Say yes, as a small test").click()
    alice.heading("Guess first.")


def test_told_aloud(open_window: Windows) -> None:
    alice = calm(open_window, script=False)
    keep_a_notebook(alice)
    a_small_test(alice, saying=THE_DOG)
    fill_in_the_guess(alice)
    alice.button("Lock my guess").click()
    alice.link("They told me their answer").click()
    alice.heading("What did they say?")
    alice.look("told aloud", most_words=110)
    alice.choose("Their answer to what you asked", "Part of it")
    alice.choose("How much trouble is this for you?", "3")
    alice.button("Keep").click()
    alice.heading("Your guess is locked.")
    alice.look("an answer on the page of its test")
