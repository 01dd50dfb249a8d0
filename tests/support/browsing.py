"""A real browser and the real product: what a page says, asks for and leaves behind is watched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
import textstat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    expect,
)

from tools.product import running

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
COOKIES = {"__Host-b", "__Host-d", "__Host-k", "__Host-csrf", "__Host-p"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_WORDS = 97
GRADE = 5
ENOUGH = 20
"""Words below which a reading grade says nothing: what is left is names of buttons."""

# Chromium says this by itself wherever an answer is a refusal.
REFUSAL = re.compile(r"Failed to load resource: the server responded with a status of [45]")

# What we say on the page, block by block: nothing that the person wrote, nothing that is folded.
SAID = """() => {
  const theirs = `bdi, .said, .words, .bubble, [translate=no], textarea, input, option, .tens,
    .sr, script, style, svg`;
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const blocks = new Map();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || text.parentElement.closest(theirs)) continue;
    if (!text.parentElement.checkVisibility()) continue;
    let block = text.parentElement;
    while (getComputedStyle(block).display === "inline" && block !== main) {
      block = block.parentElement;
    }
    blocks.set(block, (blocks.get(block) || "") + text.data);
  }
  return [...blocks.values()].map((one) => one.replace(/\\s+/g, " ").trim());
}"""
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: "caches" in self ? await caches.keys() : [],
  workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
})"""
NOTHING: dict[str, Any] = {"local": [], "session": [], "databases": [], "caches": [], "workers": 0}


@dataclass
class Window:
    """One window of somebody's browser. *looked* names every state that was looked at."""

    page: Page
    home: str
    script: bool = True
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    double: Page | None = None

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda problem: self.console.append(str(problem)))
        self.page.on("request", self._noted)

    def _heard(self, message: ConsoleMessage) -> None:
        if not REFUSAL.match(message.text):
            self.console.append(message.text)

    def _noted(self, request: Request) -> None:
        self.asked.append(request.url)

    def goto(self, path: str) -> None:
        self.page.goto(self.home + path)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True)

    def place(self, name: str) -> None:
        """Go to one of the four places."""
        self.page.get_by_label("Places").get_by_role("link", name=name).click()

    def lock(self) -> None:
        self.page.get_by_label("Menu").click()
        self.button("Lock").click()

    def choose(self, question: str, answer: str) -> None:
        """Choose *answer* of the radio buttons below *question*."""
        asked = self.page.get_by_role("group", name=question)
        asked.get_by_role("radio", name=answer, exact=True).check()

    def heading(self, words: str) -> None:
        """Wait until the page is called *words*."""
        expect(self.page.get_by_role("heading", level=1, name=words)).to_be_visible()

    def look(self, name: str, *, most_words: int | None = MOST_WORDS) -> None:
        """Hold this page against all that is promised of every page."""
        self.looked.append(name)
        self.page.wait_for_load_state()
        problems = [
            *self._frame(),
            *self._reading(most_words),
            *self._reflow(),
            *self._traces(),
            *self._barriers(),
            *(f"console: {text}" for text in self.console),
            *(f"asked elsewhere: {url}" for url in self.asked if not url.startswith(self.home)),
        ]
        assert not problems, f"{name}: {problems}"

    def _frame(self) -> Iterator[str]:
        page = self.page
        for name in ("Leave this page", "If it’s bad now"):
            shown = page.get_by_role("link", name=name).locator("visible=true").first
            try:
                # A page that has just been asked for may not be there yet.
                expect(shown).to_be_visible()
            except AssertionError:
                yield f"no link: {name}"
        if (count := page.get_by_role("heading", level=1).count()) != 1:
            yield f"{count} headings of the first level"

    def _reading(self, most_words: int | None) -> Iterator[str]:
        blocks: list[str] = self.page.evaluate(SAID)
        words = re.findall(r"[^\W\d_][\w’'-]*", " ".join(blocks))
        if most_words is not None and len(words) > most_words:
            yield f"{len(words)} words"
        if len(words) < ENOUGH:
            return
        text = " ".join(block if block[-1] in ".?:”" else f"{block}." for block in blocks)
        grade = textstat.textstat.flesch_kincaid_grade(text)
        if grade > GRADE:
            yield f"reading grade {grade}: {text}"

    def _reflow(self) -> Iterator[str]:
        for size in (NARROW, PHONE):
            self.page.set_viewport_size(size)
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            if wide > size["width"]:
                yield f"{wide} pixels wide at {size['width']}"

    def _traces(self) -> Iterator[str]:
        if self.script:
            self.page.wait_for_function("!sessionStorage.length && !localStorage.length")
            if (kept := self.page.evaluate(KEPT)) != NOTHING:
                yield f"kept by the browser: {kept}"
        yield from strange_cookies(self.page.context, urlsplit(self.home).hostname or "")

    def _barriers(self) -> Iterator[str]:
        if not self.script:
            # Without script nothing can look at a page from inside: its double, with script, is.
            yield from barriers(self._double(), RULES)
            return
        yield from barriers(self.page, RULES)
        self.page.emulate_media(color_scheme="dark")
        yield from barriers(self.page, {"type": "rule", "values": ["color-contrast"]})
        self.page.emulate_media(color_scheme="light")

    def _double(self) -> Page:
        if self.double is None:
            browser = self.page.context.browser
            assert browser is not None
            self.double = browser.new_page(
                viewport=PHONE, reduced_motion="reduce", ignore_https_errors=True
            )
        html = self.page.content().replace("<script", "<template").replace("</script", "</template")
        self.double.unroute_all()
        self.double.route(f"{self.home}/", lambda one: one.fulfill(body=html, content_type=HTML))
        self.double.goto(f"{self.home}/")
        return self.double


HTML = "text/html; charset=utf-8"


def barriers(page: Page, rules: Any) -> Iterator[str]:
    """Yield what stands in somebody's way (axe)."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    for one in found["violations"]:
        yield f"{one['id']}: {[node['html'][:120] for node in one['nodes']]}"


def strange_cookies(context: BrowserContext, host: str) -> Iterator[str]:
    """Yield every cookie that is not one of ours, or not as closed as it can be."""
    for cookie in context.cookies():
        closed = cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Strict"
        here = cookie["domain"] == host and cookie["path"] == "/"
        if cookie["name"] not in COOKIES or not closed or not here:
            yield f"cookie: {cookie['name']} of {cookie['domain']}"


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real product; several people keep their notebooks in it."""
    with running(tmp_path_factory.mktemp("product")) as address:
        yield address


@dataclass
class Windows:
    """Opens windows, each in a browser of its own, and closes them after the test."""

    browser: Browser
    home: str
    windows: list[Window] = field(default_factory=list)

    def __call__(self, *, script: bool = True, **rest: Any) -> Window:
        context = self.browser.new_context(
            viewport=PHONE,
            java_script_enabled=script,
            color_scheme="light",
            accept_downloads=True,
            **rest,
        )
        context.set_default_timeout(10_000)
        self.windows.append(Window(context.new_page(), self.home, script))
        return self.windows[-1]

    def beside(self, window: Window) -> Window:
        """Open one more window of the same browser."""
        page = window.page.context.new_page()
        self.windows.append(Window(page, window.home, window.script))
        return self.windows[-1]

    def close(self) -> None:
        for window in self.windows:
            window.page.context.close()
            if window.double is not None:
                window.double.context.close()


@pytest.fixture
def open_window(browser: Browser, product: str) -> Iterator[Windows]:
    windows = Windows(browser, product)
    yield windows
    windows.close()


def words_of(page: Page) -> str:
    """Return the six words that the page shows."""
    return " ".join(page.locator("#six li").all_inner_texts())


def keep_a_notebook(window: Window) -> str:
    """Keep a notebook from the door on; return its words."""
    window.goto("/keep/")
    words = words_of(window.page)
    window.button("I have them. Keep it").click()
    window.heading("Lately")
    return words


def open_it(window: Window, words: str) -> None:
    """Open the notebook with its words."""
    window.page.get_by_label("Your words").fill(words)
    window.button("Open").click()
