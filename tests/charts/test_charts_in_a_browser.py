"""Every picture on one page, in a real browser: each scheme, each width, and nobody shut out.

The page is drawn here, with the sheet and the headers of the product, without a server.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

import beside.pages
from beside.charts import Heads, Near, Pair, Theirs, numbers, ring_and_dot, rings
from beside.pages.front.headers import EVERY_ANSWER
from tests.charts.pictures import FOUND, HEADS, svgs, tables
from tests.support.browsing import RULES, barriers

pytestmark = pytest.mark.browser

HOME = "http://beside.localhost:8"
SHEET = Path(beside.pages.__file__).parent / "static" / "beside.css"
HOSTILE = "</title><script>document.title='reached'</script>" + "W" * 5_000 + "\u202e"
MARKS = """() => Object.fromEntries([...document.querySelectorAll("[class^=c-]")].map((one) => {
  const drawn = getComputedStyle(one);
  return [one.getAttribute("class"), `${drawn.fill} ${drawn.stroke}`];
}))"""
TORN = """() => [...document.querySelectorAll(".pairs td, .pairs th, .tally td, .tally th")]
  .flatMap((cell) => [...cell.childNodes]).filter((one) => one.nodeType === Node.TEXT_NODE)
  .flatMap((one) => [...one.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(one, word.index);
    range.setEnd(one, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map((word) => word[0]))"""
MEDIA = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}


@dataclass
class Looking:
    """One page of pictures, and what the browser complained of."""

    page: Page
    console: list[str] = field(default_factory=list)
    direction: str = "ltr"
    drawn: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        if urlsplit(route.request.url).path.endswith(".css"):
            route.fulfill(path=SHEET, headers={**EVERY_ANSWER, "Content-Type": "text/css"})
            return
        cards = "".join(
            f'<section class="card"><h2>Picture {number}</h2>{one}</section>'
            for number, one in enumerate(self.drawn)
        )
        html = (
            f'<!doctype html><html lang="en" dir="{self.direction}"><head><title>Pictures</title>'
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            '<link rel="stylesheet" href="/beside.css"></head>'
            f"<body><main><h1>Pictures</h1>{cards}</main></body></html>"
        )
        route.fulfill(body=html, headers={**EVERY_ANSWER, "Content-Type": "text/html"})

    def open(self, drawn: list[str] | None = None, *, width: int = 390) -> Page:
        self.drawn = drawn or [*tables().values(), *svgs(more="Ten tests.").values()]
        self.page.set_viewport_size({"width": width, "height": 844})
        self.page.goto(f"{HOME}/")
        return self.page


@pytest.fixture
def looking(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Looking]:
    media = MEDIA[getattr(request, "param", "light")]
    context = browser.new_context(device_scale_factor=2, **media)
    looking = Looking(context.new_page())
    looking.page.on("console", lambda message: looking.console.append(message.text))
    looking.page.route("**/*", looking.answer)
    yield looking
    context.close()
    assert looking.console == []


every_scheme = pytest.mark.parametrize("looking", MEDIA, indirect=True)


def width(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


@every_scheme
@pytest.mark.parametrize("wide", [320, 390, 1280])
def test_nothing_is_cut_off_and_nothing_stands_in_the_way(looking: Looking, wide: int):
    page = looking.open(width=wide)

    assert width(page) == wide
    assert list(barriers(page, RULES)) == []


@pytest.mark.parametrize("wide", [320, 390])
def test_whatever_somebody_wrote_nothing_is_cut_off(looking: Looking, wide: int):
    row = Pair(HOSTILE, 3, HOSTILE, 10, HOSTILE, who=HOSTILE)
    page = looking.open(
        [
            ring_and_dot([row], finding=HOSTILE, heads=HEADS),
            numbers("Numbers", ["Who", "What"], [[Theirs(HOSTILE), "7"]], finding=FOUND),
            rings([Near(HOSTILE, 1)], key="k", finding=HOSTILE),
            *svgs(finding=HOSTILE).values(),
        ],
        width=wide,
    )
    page.get_by_text("Numbers", exact=True).click()

    assert width(page) == wide
    assert page.title() == "Pictures"


@pytest.mark.parametrize("wide", [320, 390])
def test_no_word_of_a_small_table_is_torn(looking: Looking, wide: int):
    row = Pair("a favour", 3, "none", None, "no answer", who="Sam")
    tally = (
        '<table class="table tally"><thead><tr><td></td><th scope="col">without them</th>'
        '<th scope="col">with them</th></tr></thead><tbody><tr><th scope="row">Took it well</th>'
        "<td>10 of 15</td><td>12 of 17</td></tr></tbody></table>"
    )
    heads = Heads("test", "guess", "came")

    page = looking.open([ring_and_dot([row], finding=FOUND, heads=heads), tally], width=wide)

    assert page.evaluate(TORN) == []


@pytest.mark.parametrize("wide", [320, 390])
def test_the_heads_of_the_pairs_have_room_beside_the_scale(looking: Looking, wide: int):
    row = Pair("a favour", 3, "3", 10, "well", who="Sam")
    heads = Heads("test", "guess", "came")
    page = looking.open([ring_and_dot([row], finding=FOUND, heads=heads)], width=wide)

    gap = page.evaluate(
        """() => { const range = document.createRange();
        range.selectNodeContents(document.querySelector(".pairs thead th:nth-child(3)").lastChild);
        const ten = [...document.querySelectorAll(".pairs thead text")].at(-1);
        return range.getBoundingClientRect().left - ten.getBoundingClientRect().right; }"""
    )

    assert gap >= 8


def test_where_lines_run_from_right_to_left_a_scale_still_runs_from_none_to_all(looking: Looking):
    looking.direction = "rtl"
    page = looking.open()

    left, right = page.evaluate(
        """() => { const [none, , all] = document.querySelector("#next-title").parentElement
        .querySelectorAll("text");
        return [none, all].map((one) => one.getBoundingClientRect().x); }"""
    )

    assert left < right
    assert width(page) == 390


def test_every_mark_follows_the_scheme(looking: Looking):
    page = looking.open()

    light = page.evaluate(MARKS)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(MARKS)

    assert light.keys() == dark.keys()
    assert [mark for mark in light if light[mark] == dark[mark]] == []


def test_forced_colours_reach_every_mark(looking: Looking):
    page = looking.open()
    page.emulate_media(color_scheme="dark", forced_colors="active")
    system = page.evaluate(
        """() => ["Canvas", "CanvasText", "LinkText", "GrayText"].map((name) => {
        document.body.style.setProperty("color", name);
        return getComputedStyle(document.body).color; })"""
    )

    drawn = page.evaluate(MARKS)

    colours = {f"rgb{one}" for said in drawn.values() for one in said.split("rgb")[1:]}
    assert {colour.strip().removesuffix(" none") for colour in colours} <= set(system)


def test_a_picture_is_heard_as_its_finding(looking: Looking):
    page = looking.open()

    heard = page.get_by_role("img", name=FOUND)

    assert heard.count() == len(svgs())
    assert page.get_by_role("table", name=FOUND).count() == 1


@pytest.mark.parametrize("wide", [320, 390])
def test_letters_are_large_enough_to_read_on_a_phone(looking: Looking, wide: int):
    page = looking.open(width=wide)

    heights = page.evaluate(
        """() => [...document.querySelectorAll(".chart text")].map((one) =>
        parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"""
    )

    assert min(heights) > 8.5


def test_below_30_rem_a_row_is_stacked(looking: Looking):
    name, numbers_of_it = ".pairs tbody th", ".pairs tbody td:nth-child(3)"
    below = f"""() => document.querySelector("{numbers_of_it}").getBoundingClientRect().top
    >= document.querySelector("{name}").getBoundingClientRect().bottom - 1"""

    assert looking.open(width=600).evaluate(below) is False
    assert looking.open(width=390).evaluate(below) is True
    assert looking.open(width=320).evaluate(below) is True
