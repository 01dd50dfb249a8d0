"""Every word that we say is handed to a translator: in a language nobody speaks, none is left.

The whole product is walked in "en-xa", where each sentence comes back as ⟦ŝéńťéńčé~⟧.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils import translation

from beside.around.circle.model import Person
from beside.journey.practice.model import Ask, Happened
from beside.kernel.ids import new_id
from tests.golden import make
from tests.support.cast import (
    A_MOMENT,
    INES,
    JO,
    REX,
    SAM,
    TODAY_WAS_A_LOT,
    a_moment,
    asked_sam,
    drafted,
    happened,
    ines,
    jo,
    put_away,
    rex,
    sam,
)
from tests.support.people import Somebody, alice  # noqa: F401 - a fixture
from tools import pseudo

LETTERS = re.compile(r"[^\W\d_]{2,}")
THEIRS = {"bdi", "textarea", "script", "style"}
EMPTY = {"input", "meta", "link", "br", "hr", "img", "path", "use", "circle", "base"}
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-two", "data-one", "data-copied")

# Names, which no translator of ours is asked about: days and months come from Django, countries
# from Babel, the rest is called what it is called everywhere.
NAMES = re.compile(
    r"\b(Beside|English|Nobody’s|United Kingdom|Chrome|Linux|AGPL|GNU[\w ,]+later|"
    r"findahelpline\.com|"
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)

ASK = f"/tests/{TODAY_WAS_A_LOT}"
CARRIED = "/carry/d3000000-0000-4000-8000-000000000001"
SIGNED_OUT = (
    *("/", "/keep/", "/open/", "/open/spare/", "/gone/", "/limits/", "/source/"),
    *("/now/", "/now/?country=GB", "/now/?country=other"),
)
SIGNED_IN = (
    *("/", "/moments/new/", f"/moments/{A_MOMENT}/", f"/moments/{A_MOMENT}/delete/"),
    *("/notebook/", "/notebook/?before=2020-01", "/notebook/search/", "/tests/", "/tests/new/"),
    *("/tests/happened/", "/people/", "/people/new/", f"/people/{SAM}/", f"/people/{JO}/"),
    *(f"/people/{REX}/", f"/people/{SAM}/remove/", "/settings/", "/settings/words/?draw=1"),
    *("/settings/spare-key/?draw=1", "/settings/sessions/", "/settings/preferences/"),
    *("/settings/export/", "/settings/import/", "/settings/delete/"),
    *("/three/", "/notebook/how/", "/carry/", "/carry/new/", f"{CARRIED}/", f"{CARRIED}/ticks/"),
    *(f"{CARRIED}/flu/", f"{CARRIED}/next/", f"{CARRIED}/note/"),
)
OF_A_TEST = {
    "drafted": (drafted(), ("", "what/", "who/", f"who/{JO}/", "guess/", "delete/")),
    "locked": (asked_sam(), ("", "outcome/", "guess/")),
    "let go": (put_away(), ("",)),
    **{
        how.value: (happened(how), ("", "outcome/", "feared/", "again/", "land/", "one/"))
        for how in Happened
    },
}
SENT_EMPTY = (
    *("/open/", "/tests/new/", "/tests/happened/", "/people/new/", f"/people/{SAM}/describe/"),
    *(f"/people/{SAM}/answer/", "/settings/export/", "/settings/import/", "/settings/delete/"),
    *(
        "/settings/spare-key/?draw=1",
        "/moments/",
        f"{ASK}/what/",
        f"{ASK}/guess/",
        f"{ASK}/outcome/",
    ),
)


class Reader(HTMLParser):
    """Gathers what we say on a page: texts and labels, without what a person wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._theirs: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        self.said += [about[name] for name in SPOKEN if name in about]
        if tag not in EMPTY:
            theirs = tag in THEIRS or about.get("translate") == "no" or tag == "option"
            self._theirs.append(theirs or self._inside)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY and self._theirs:
            self._theirs.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.said.append(data)

    @property
    def _inside(self) -> bool:
        return bool(self._theirs) and self._theirs[-1]


def untranslated(html: str) -> list[str]:
    """Return what stands outside of every ⟦…⟧."""
    reader = Reader()
    reader.feed(html)
    # A long question is cut in the summary of mistakes, and its end mark with it.
    text = re.sub(r"⟦[^⟦⟧]*…(?=: ⟦)", "", "\n".join(reader.said))
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return LETTERS.findall(NAMES.sub("", text.replace("⟦", "").replace("⟧", "\n")))


@pytest.fixture(autouse=True)
def nobody_speaks_it(tmp_path: Path) -> Iterator[None]:
    pseudo.write(tmp_path)
    languages = [("en", "English"), (pseudo.LANGUAGE, "Nobody’s")]
    with override_settings(LANGUAGES=languages, LOCALE_PATHS=[tmp_path]):
        yield


def speaks(somebody: Somebody) -> Somebody:
    somebody.client.cookies["__Host-p"] = f"lang={pseudo.LANGUAGE}"
    return somebody


def held(answer: HttpResponse, path: str) -> None:
    """Hold that the page was translated, and all of it."""
    html = answer.content.decode()
    assert "⟦" in html, (path, answer.status_code)
    assert untranslated(html) == [], path


def everybody() -> tuple[Person, ...]:
    return sam(), ines(left_out=True), jo(), rex()


def test_the_signed_out_pages_leave_no_word_behind(client):
    client.cookies["__Host-p"] = f"lang={pseudo.LANGUAGE}"

    for path in SIGNED_OUT:
        held(client.get(path, headers={"host": "127.0.0.1"}, follow=True), path)


def test_the_pages_of_an_empty_notebook_leave_no_word_behind(alice: Somebody):  # noqa: F811
    speaks(alice)

    for path in ("/", "/notebook/", "/tests/", "/people/", "/tests/new/"):
        held(alice.client.get(path), path)


def test_the_pages_of_a_notebook_leave_no_word_behind(alice: Somebody):  # noqa: F811
    speaks(alice).keeps(*everybody(), a_moment(note="Alone.", person_id=SAM), asked_sam())
    alice.keeps(*(make.records()[one] for one in ("reflection", "three-questions", "carrying")))

    for path in SIGNED_IN:
        held(alice.client.get(path), path)


@pytest.mark.parametrize("state", OF_A_TEST)
def test_the_pages_of_a_small_test_leave_no_word_behind(alice: Somebody, state: str):  # noqa: F811
    ask, steps = OF_A_TEST[state]
    speaks(alice).keeps(*everybody(), ask)

    for step in steps:
        path = f"{ASK}/{step}"
        held(alice.client.get(path, follow=True), path)


def test_mistakes_leave_no_word_behind(alice: Somebody):  # noqa: F811
    speaks(alice).keeps(*everybody(), drafted(), a_moment())
    revision = alice.store.get(Ask, TODAY_WAS_A_LOT).revision

    for path in SENT_EMPTY:
        answer = alice.client.post(
            path, {"id": str(new_id()), "revision": revision, "spare_key": "lost"}, follow=True
        )
        held(answer, path)


def test_two_versions_leave_no_word_behind(alice: Somebody):  # noqa: F811
    speaks(alice).keeps(*everybody(), a_moment())

    for path, said in (
        (f"/moments/{A_MOMENT}/", {"what": "let_someone", "note": "Other words", "revision": 9}),
        (f"/people/{INES}/describe/", {"name": "Ina", "revision": 9}),
        ("/people/new/", {"id": SAM, "name": "Sam B", "hurt": "no", "afraid": "no"}),
    ):
        answer = alice.client.post(path, said)
        assert answer.status_code == 409, path
        held(answer, path)


def test_a_locked_door_leaves_no_word_behind(alice: Somebody):  # noqa: F811
    speaks(alice).lock()

    held(alice.client.post(f"/moments/{new_id()}/", {"note": "two words"}), "locked")


@pytest.mark.parametrize("status", [400, 403, 404, 413, 500, 503])
def test_a_failure_leaves_no_word_behind(status: int):
    with translation.override(pseudo.LANGUAGE):
        html = render_to_string(f"front/{status}.html", {"typed": [("note", "two words")]})

    assert untranslated(html) == []
