"""Whatever somebody writes stays text, and every picture says what it shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from django.template import Context, Template

from beside.charts import (
    Dates,
    Ends,
    Estimate,
    Heads,
    Markup,
    Near,
    NotAKey,
    Pair,
    Theirs,
    interval,
    line_with_band,
    marks,
    numbers,
    ring_and_dot,
    rings,
)
from beside.charts.markup import fitting
from tests.charts.pictures import ROWS, SVG, svgs, tables, texts, well_formed
from tests.pages.front.test_look import contrast, tokens

HOSTILE = {
    "markup": "</title></text></bdi><script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": '" onload=\'x\' style="a" `',
    "entities": "&lt;b&gt; &amp; ]]> <!-- <![CDATA[",
    "turning": "\u202eabc\u2067\u200f\u061c",
    "unseen": "a\x00b\x08\x0b\x1f\ud800\ufffe\uffffc",
    "long": "W" * 5_000,
    "lines": "one\r\n\ttwo",
    "signs": "👩\u200d👩\u200d👧🇩🇪﷽",
}


def hostile(text: str) -> list[str]:
    """Return everything that is drawn, with *text* wherever a text may come in."""
    rows = [Pair(text, 3, text, 10, text, who=text)]
    ends, dates = Ends(text, text), Dates(text, text)
    said = {"finding": text, "more": text, "key": "k"}
    return [
        ring_and_dot(rows, finding=text, heads=Heads(text, text, text)),
        numbers(text, [text, text], [[text, Theirs(text)]], finding=text),
        interval(Estimate(3, 4, 2, 5), ends=ends, **said),
        line_with_band([], [], dates=dates, **said),
        rings([Near(text, 1), Near(text, 2, resting=True)], **said),
    ]


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def text(request: pytest.FixtureRequest) -> str:
    return request.param


def test_hostile_text_leaves_everything_well_formed(text: str):
    for drawn in hostile(text):
        assert well_formed(drawn) is not None


def test_hostile_text_adds_no_element_and_no_attribute(text: str):
    def skeleton(drawn: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(one.tag, tuple(one.keys())) for one in well_formed(drawn).iter()]

    for drawn, calm in zip(hostile(text), hostile("calm"), strict=True):
        assert skeleton(drawn) == skeleton(calm)


def test_the_finding_is_kept_word_for_word(text: str):
    heard = re.sub("[\x00-\x08\x0b\x1f\ud800\ufffe\uffff]", "", text).replace("\r\n", "\n")

    for drawn in hostile(text)[2:]:
        assert texts(well_formed(drawn), "title") == [heard]


def test_what_stands_at_a_place_is_cut_to_its_room():
    _, _, *drawn = hostile("W" * 5_000)

    for one in drawn:
        assert max(len(said) for said in texts(well_formed(one), "text")) <= 18


def test_a_cut_text_says_that_it_was_cut():
    assert fitting("took it\n very well", 56) == "took it…"
    assert fitting("no", 56) == "no"


@pytest.mark.parametrize("drawn", [*svgs().values(), *tables().values()])
def test_nothing_is_drawn_that_a_strict_policy_forbids(drawn: Markup):
    for one in well_formed(drawn).iter():
        assert one.tag.removeprefix(SVG) not in {"script", "style", "foreignObject", "image", "use"}
        assert not [name for name in one.attrib if name == "style" or name.startswith("on")]
    assert not re.search(r"url\(|href|javascript:", drawn)


@pytest.mark.parametrize("name", svgs())
def test_a_picture_is_an_image_that_says_its_finding(name: str):
    tree = ET.fromstring(svgs(finding="So far 8 of 10.", more="Ten tests.")[name])

    titled, described = tree.get("aria-labelledby"), tree.get("aria-describedby")

    assert tree.get("role") == "img"
    assert tree.find(f"{SVG}title[@id='{titled}']").text == "So far 8 of 10."
    assert tree.find(f"{SVG}desc[@id='{described}']").text == "Ten tests."


@pytest.mark.parametrize("drawn", svgs().values(), ids=svgs())
def test_a_picture_without_more_to_say_points_nowhere(drawn: Markup):
    assert "aria-describedby" not in drawn
    assert "<desc" not in drawn


def test_two_pictures_on_one_page_share_no_id():
    ids = re.findall(r' id="([^"]+)"', "".join(svgs(more="More.").values()))

    assert len(ids) == len(set(ids)) == 2 * len(svgs())


@pytest.mark.parametrize("key", ["", "1a", "a b", 'a"', "ä", "-a", "a\n"])
def test_a_key_that_is_no_id_is_refused(key: str):
    with pytest.raises(NotAKey):
        rings([], key=key, finding="Nobody yet.")


@pytest.mark.parametrize("drawn", svgs().values(), ids=svgs())
def test_every_mark_has_a_colour_of_its_own_and_a_class(drawn: Markup):
    marked = [one for one in ET.fromstring(drawn).iter() if one.get("fill") or one.get("stroke")]

    assert marked
    for one in marked:
        assert one.get("class", "").startswith("c-")
        assert {one.get("fill"), one.get("stroke")} <= {None, "none", *marks.LIGHT.values()}


@pytest.mark.parametrize("role", marks.LIGHT)
def test_the_colours_on_paper_are_the_light_ones_of_the_sheet(role: str):
    assert marks.LIGHT[role] == tokens()[role][0]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("mark", "ground"),
    [
        ("self", "surface"),
        ("self", "self-soft"),
        ("self", "other-soft"),
        ("other", "surface"),
        ("other", "other-soft"),
        ("edge", "paper"),
    ],
)
def test_a_mark_stands_out_from_its_ground(scheme: int, mark: str, ground: str):
    known = tokens()

    assert contrast(known[mark][scheme], known[ground][scheme]) >= 3


def test_a_template_takes_a_picture_as_it_is():
    drawn = tables()["pairs"]

    assert Template("{{ picture }}").render(Context({"picture": drawn})) == str(drawn)


def test_what_is_cut_from_a_picture_is_escaped_again():
    cut = tables()["pairs"][:10]

    assert Template("{{ cut }}").render(Context({"cut": cut})).startswith("&lt;table")


def test_nothing_prints_what_somebody_wrote():
    printed = [*ROWS, Near("Zq", 1), Theirs("Zq"), rings([Near("Zq", 1)], key="k", finding="Zq")]

    shown = repr(printed)

    assert not [word for word in ("Zq", "Sam", "Aunt", "Lift") if word in shown]


def test_a_persons_own_words_are_set_apart():
    drawn = numbers("Numbers", ["Who", "What"], [[Theirs("Sam"), "a lift"]])

    assert '<bdi class="said" data-hx-disable translate="no">Sam</bdi>' in drawn
    assert "<td>a lift</td>" in drawn
