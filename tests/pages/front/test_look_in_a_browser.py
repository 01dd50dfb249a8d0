"""The frame in a real browser: leaving, locking, traces, keyboard, contrast.

Every answer is drawn here from the templates, without a server and without a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.template.loader import render_to_string
from django.urls import include, path
from playwright.sync_api import Page, Route, expect

import beside.pages
from beside.kernel.sentences import Sentence
from beside.pages.front.headers import EVERY_ANSWER
from beside.pages.front.widgets import ChipsWidget, ChoicesWidget, WordsArea, WordsInput, tens

pytestmark = [pytest.mark.browser, pytest.mark.urls(__name__)]

HOME = "http://beside.localhost:8"
WARN, LOCK = 100, 160


def _answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


_account = [path(f"{name}/", _answer, name=name) for name in ("settings", "lock", "stay", "open")]
urlpatterns = [
    path("", include((_account, "account"))),
    path("", include(([path("leave/", _answer, name="leave")], "front"))),
    path("", include(([path("now/", _answer, name="now")], "safety"))),
    path("", include(([path("page/", _answer, name="one_page")], "paper"))),
]


class Guess(forms.Form):
    who = forms.CharField(label=Sentence("Name or initials"), widget=WordsInput)
    well = tens(Sentence("They take it well, in ten"), low="0 not at all", high="10 very well")
    hate = forms.ChoiceField(
        label="What I’d hate most", widget=ChipsWidget, choices=[("a", "they sigh"), ("b", "other")]
    )
    hurt = forms.ChoiceField(
        label="Have they hurt you?", widget=ChoicesWidget, choices=[("n", "No"), ("y", "Yes")]
    )
    note = forms.CharField(label="A few words", widget=WordsArea, required=False)


PAGE = """{% extends "front/page.html" %}{% load say %}{% block title %}Today{% endblock %}
{% block main %}<h1>Guess first.</h1><p class="lead">It is locked.</p>
<form class="stack" method="post" action="/kept/">{% csrf_token %}
{% for bound in form %}<div class="card">{% field bound %}</div>{% endfor %}
<div class="btns"><button class="btn">Lock my guess</button>
<a class="btn flat" href="/">Later</a></div>
</form>
<ol class="six"><li>amber</li><li>thistle</li></ol>
<button class="btn alt" type="button" data-copy=".six" hidden>{% icon "copy" %}Copy</button>
<ul class="list"><li><a class="row" href="/"><span class="initials" aria-hidden="true">Sa</span>
<span>Sam <small>a friend</small></span><span class="tag they">near</span></a></li></ul>
<p class="bubble said">Yes, Thursday works.</p><p class="bubble mine">It was quiet.</p>
<p class="notice care">Look here.</p>
<section class="danger-zone"><h2>Delete everything</h2><button class="btn danger">Delete</button>
</section>{% endblock %}"""


@dataclass
class Site:
    """What a browser finds here, and what it asked for."""

    signed_in: bool = True
    form: forms.Form = field(default_factory=Guess)
    theme: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def draw(self) -> str:
        places = [
            SimpleNamespace(name=Sentence("Today"), url="/", icon="today", here=True),
            SimpleNamespace(name=Sentence("Tests"), url="/tests/", icon="tests", here=False),
        ]
        context = {
            "form": self.form,
            "signed_in": self.signed_in,
            "theme": self.theme,
            "places": places if self.signed_in else [],
            "notice": Sentence("Kept. There is nothing else to do."),
            "notice_undo": "/undo/",
            "idle": SimpleNamespace(warn_after=WARN, lock_after=LOCK),
            "csrf_token": "t",
        }
        return Template(PAGE).render(Context(context))

    def answer(self, route: Route) -> None:
        request = route.request
        where = urlsplit(request.url).path
        if where.startswith("/static/"):
            route.fulfill(path=str(_static(where)), headers=EVERY_ANSWER)
            return
        self.asked.append((request.method, where))
        if request.method == "POST":
            self.sent.append(request.post_data or "")
        if where in ("/stay/", "/lock/"):
            route.fulfill(status=204, headers=EVERY_ANSWER)
            return
        plain = where in ("/leave/", "/before/")
        body = "<!doctype html><title>Plain</title><h1>Plain</h1>" if plain else self.draw()
        headers = {**EVERY_ANSWER, "Cache-Control": "no-store", "Content-Type": "text/html"}
        route.fulfill(body=body, headers=headers)


def _static(where: str) -> Path:
    name = where.removeprefix(settings.STATIC_URL)
    collected = settings.STATIC_ROOT / name
    return collected if collected.exists() else Path(beside.pages.__file__).parent / "static" / name


@pytest.fixture
def site(page: Page) -> Iterator[Site]:
    here = Site()
    page.set_viewport_size({"width": 390, "height": 844})
    # Answers that go through this test come too slowly for the fade, and Chromium says so.
    page.emulate_media(reduced_motion="reduce")
    page.route("**/*", here.answer)
    page.on("console", lambda message: here.console.append(message.text))
    page.on("pageerror", lambda problem: here.console.append(str(problem)))
    yield here
    assert here.console == []


def test_the_link_leaves_and_back_does_not_return(page: Page, site: Site):
    page.goto(f"{HOME}/before/")
    page.goto(f"{HOME}/")

    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("**/leave/")
    page.go_back()

    assert page.url == f"{HOME}/before/"


def test_shift_three_times_leaves_and_says_how_many_are_left(page: Page, site: Site):
    page.goto(f"{HOME}/")

    page.keyboard.press("Shift")
    expect(page.locator("#count")).to_have_text("Press Shift two more times to leave.")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")

    page.wait_for_url("**/leave/")


def test_capital_letters_do_not_leave(page: Page, site: Site):
    page.goto(f"{HOME}/")

    page.get_by_label("A few words").focus()
    for letter in "SAM":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")

    expect(page.get_by_label("A few words")).to_have_value("SAM")
    assert ("GET", "/leave/") not in site.asked


def test_presses_far_apart_do_not_leave(page: Page, site: Site):
    page.clock.install()
    page.goto(f"{HOME}/")

    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.fast_forward(5_100)

    assert page.url == f"{HOME}/"


def test_the_browser_stores_nothing_once_the_page_has_settled(page: Page, site: Site):
    page.goto(f"{HOME}/", wait_until="networkidle")

    page.wait_for_function("sessionStorage.length === 0 && localStorage.length === 0")


def test_a_hidden_page_is_covered(page: Page, site: Site):
    page.goto(f"{HOME}/")

    page.evaluate(
        """Object.defineProperty(document, "hidden", {get: () => window.away, configurable: true});
        window.away = true; document.dispatchEvent(new Event("visibilitychange"))"""
    )
    expect(page.locator("#cover")).to_be_visible()
    page.evaluate('window.away = false; document.dispatchEvent(new Event("visibilitychange"))')

    expect(page.locator("#cover")).to_be_hidden()


def test_one_tap_stays(page: Page, site: Site):
    page.clock.install()
    page.goto(f"{HOME}/")

    page.clock.fast_forward((WARN + 10) * 1000)
    page.get_by_role("button", name="Stay").click()

    expect(page.locator("#idle")).to_be_hidden()
    assert ("POST", "/stay/") in site.asked
    page.clock.fast_forward((WARN - 10) * 1000)
    expect(page.locator("#idle")).to_be_hidden()


def test_somebody_who_is_writing_is_not_asked(page: Page, site: Site):
    page.clock.install()
    page.goto(f"{HOME}/")
    page.clock.fast_forward((WARN - 20) * 1000)

    page.get_by_label("A few words").fill("Today was a lot.")
    with page.expect_request("**/stay/"):
        page.clock.fast_forward(30_000)

    expect(page.locator("#idle")).to_be_hidden()


def test_left_alone_the_page_locks_and_goes_to_the_door(page: Page, site: Site):
    page.clock.install()
    page.goto(f"{HOME}/tests/")

    page.clock.fast_forward((LOCK + 10) * 1000)

    page.wait_for_url(f"{HOME}/")
    assert ("POST", "/lock/") in site.asked


def test_what_was_typed_outlives_the_lock(page: Page, site: Site):
    page.clock.install()
    page.goto(f"{HOME}/tests/")
    page.get_by_label("A few words").fill("Today was a lot.")
    page.clock.fast_forward((WARN + 10) * 1000)
    page.wait_for_timeout(100)

    page.clock.fast_forward((LOCK + 10) * 1000)
    expect(page.get_by_role("heading", name="Your notebook is locked.")).to_be_visible()
    expect(page.get_by_text("Guess first.")).not_to_be_in_viewport()
    page.get_by_role("button", name="Open it and keep what I typed").click()

    page.wait_for_url("**/kept/")
    assert any("Today" in body for body in site.sent)


def test_two_quick_presses_send_once(page: Page, site: Site):
    page.goto(f"{HOME}/")

    page.get_by_role("button", name="Lock my guess").evaluate("b => { b.click(); b.click() }")
    page.wait_for_url("**/kept/")

    assert site.asked.count(("POST", "/kept/")) == 1


def test_the_summary_of_mistakes_gets_the_focus(page: Page, site: Site):
    site.form = Guess({})

    page.goto(f"{HOME}/")

    expect(page.locator("#errors")).to_be_focused()
    assert page.title() == "Error: Today"
    page.locator("#errors a").nth(1).click()
    expect(page.locator("#id_well_0")).to_be_focused()


def test_a_number_is_chosen_with_the_keyboard(page: Page, site: Site):
    page.goto(f"{HOME}/")
    page.locator("#id_well_3").focus()

    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")

    expect(page.locator("#id_well_4")).to_be_checked()


@pytest.mark.parametrize("width", [390, 320])
def test_what_has_the_focus_is_never_covered(page: Page, site: Site, width: int):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{HOME}/")

    for _ in range(18):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => { const at = document.activeElement.getBoundingClientRect();
            if (document.activeElement.matches("body, .head *, .places *, .skip")) return false;
            const bar = document.querySelector(".places").getBoundingClientRect();
            const head = document.querySelector(".leave").getBoundingClientRect();
            return at.bottom > bar.top + 1 || at.top < head.bottom - 8; }"""
        )
        assert not covered, page.evaluate("document.activeElement.outerHTML.slice(0, 90)")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["calm", "mistakes", "menu", "asking", "signed out"])
def test_nothing_stands_in_anybodys_way(page: Page, site: Site, state: str, dark: bool):
    site.theme = "dark" if dark else "light"
    site.signed_in = state != "signed out"
    site.form = Guess({}) if state == "mistakes" else Guess(initial={"well": 3, "hate": "a"})
    page.clock.install()
    page.goto(f"{HOME}/")
    if state == "menu":
        page.get_by_label("Menu").click()
    if state == "asking":
        page.clock.fast_forward((WARN + 10) * 1000)
        expect(page.locator("#idle")).to_be_visible()
    page.clock.resume()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("status", [400, 403, 404, 413, 500, 503])
def test_a_failure_page_stands_in_nobodys_way(page: Page, site: Site, status: int):
    typed = [("note", "Today was a lot.")]
    html = render_to_string(f"front/{status}.html", {"code": "K72F3A", "typed": typed})
    page.goto(f"{HOME}/before/")
    page.route("**/failed/", lambda r: r.fulfill(body=html, content_type="text/html"))
    page.goto(f"{HOME}/failed/")

    assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("state", ["calm", "mistakes"])
def test_at_320_pixels_nothing_is_cut_off(page: Page, site: Site, state: str):
    site.form = Guess({}) if state == "mistakes" else Guess()
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{HOME}/")

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_pressed_is_large_enough(page: Page, site: Site):
    page.goto(f"{HOME}/")

    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .btn, .chip, .choice, .ten, .row, .leave,"
        + ".places a, .foot a, summary, .home, textarea, input[type=text]")]
        .filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.5)
        .map(one => one.outerHTML.slice(0, 80))"""
    )

    assert small == []


def test_the_words_can_be_copied(page: Page, site: Site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{HOME}/")

    page.get_by_role("button", name="Copy").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "amber thistle"


def test_the_menu_closes_when_one_looks_away(page: Page, site: Site):
    page.goto(f"{HOME}/")
    settings_link = page.get_by_role("link", name="Settings")

    page.get_by_label("Menu").click()
    expect(settings_link).to_be_visible()
    page.keyboard.press("Escape")

    expect(settings_link).to_be_hidden()
    expect(page.get_by_label("Menu")).to_be_focused()


def test_the_menu_works_without_script(new_context, site: Site):
    page = new_context(java_script_enabled=False).new_page()
    page.route("**/*", site.answer)
    page.goto(f"{HOME}/")

    page.get_by_label("Menu").click()

    expect(page.get_by_role("button", name="Lock", exact=True)).to_be_visible()
    expect(page.locator("#cover")).to_be_hidden()
    expect(page.locator("#locked")).to_be_hidden()
    assert page.get_by_role("link", name="Leave this page").get_attribute("href") == "/leave/"
