"""*One page* on the screen is what the paper will be; the file goes by a name that says nothing."""

from __future__ import annotations

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.formats import date_format

from beside.journey.practice.model import Feared
from beside.keeping.vault.notebook import LookedThrough, OpenNotebook
from beside.kernel.days import lived
from beside.pages.front.requests import now
from beside.pages.front.zones import zone_here
from beside.papers.one_page import Choice, Page, page_of, wording
from tests.support.cast import hopeful, ines, rex, sam
from tests.support.papers import is_accessible, pages_in
from tests.support.people import Somebody
from tests.support.ten_asks import HOSTILE, PAGES, WELL, ask, many, sentences

pytestmark = pytest.mark.django_db(transaction=True)

EVERYTHING = {"names": "yes", "words": "yes"}
PEOPLE = (sam(), ines(), rex())


def shown(of: list[object], *people: object, choice: Choice) -> Page:
    day = date_format(lived(now(), zone_here()).on, "j F Y")
    return page_of(of, people, day=day, choice=choice)


def said(response: HttpResponse) -> str:
    """Return what the page says, with one gap where there are several."""
    text = response.content.decode()
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def menu_of(response: HttpResponse) -> str:
    text = response.content.decode()
    return text[text.index("data-menu") : text.index("</details>")]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("answers", [{}, EVERYTHING], ids=["letters", "words"])
def test_the_screen_says_every_sentence_of_the_page(
    alice: Somebody, name: str, answers: dict[str, str]
):
    alice.keeps(*PEOPLE, *PAGES[name])
    page = shown(PAGES[name], *PEOPLE, choice=Choice(*map(bool, (answers,) * 2)))

    text = said(alice.client.get("/page/", answers))

    # The title stands in the frame as well, where a person sees it.
    assert [one for one in sentences(page) if " ".join(str(one).split()) not in text] == []
    titles = (wording.RESULTS, wording.LIMITS_TITLE, *wording.HEADS[3:])
    assert [one for one in titles if str(one) not in text] == []


def test_where_nothing_happened_there_is_one_sentence(alice: Somebody):
    text = said(alice.client.get("/page/"))

    assert text == f"{wording.NOT_YET} Back"


def test_a_pdf_of_nothing_is_the_page(alice: Somebody):
    response = alice.client.post("/page/pdf/")

    assert (response.status_code, response["Location"]) == (303, "/page/")


def test_the_pdf_has_a_name_that_says_nothing_and_stays_nowhere(alice: Somebody):
    alice.keeps(sam(), *many(10))

    response = alice.client.post("/page/pdf/")

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="page.pdf"'
    assert response["Cache-Control"] == "no-store"
    assert is_accessible(response.content)
    assert pages_in(response.content) == 1


def test_whoever_only_looks_gets_no_pdf(alice: Somebody):
    alice.keeps(sam(), *many(1))

    assert alice.client.get("/page/pdf/").status_code == 303


@pytest.mark.parametrize("path", ["/page/", "/page/pdf/"])
def test_nobody_else_sees_it(charlie: Client, path: str):
    assert charlie.get(path)["Location"].startswith("/open/")
    assert charlie.post(path).status_code == 403


def test_letters_stand_for_names_until_the_person_says_otherwise(alice: Somebody):
    alice.keeps(sam(name="Samantha"), ask(0, WELL, words="Can I sit with you?"))

    closed, opened = alice.client.get("/page/"), alice.client.get("/page/", EVERYTHING)

    assert "Samantha" not in said(closed)
    assert "Can I sit" not in said(closed)
    assert "Samantha" in said(opened)
    assert "Can I sit with you?" in said(opened)


def test_letters_stand_in_a_ring_of_their_own_and_names_do_not(alice: Somebody):
    alice.keeps(sam(name="No"), ask(0, WELL))
    ring = '<span class="initials"><bdi class="said" data-hx-disable translate="no">No</bdi></span>'

    letters, names = (
        alice.client.get("/page/", sent).content.decode() for sent in ({}, {"names": "yes"})
    )

    assert ring in letters
    assert 'class="initials"' not in names


def test_the_pdf_is_made_of_what_is_seen(alice: Somebody):
    alice.keeps(sam(), *many(1))

    form = alice.client.get("/page/", {**EVERYTHING, "paper": "us-letter"}).content.decode()

    sent = dict(
        re.findall(r'<input type="hidden" name="(names|words|paper)" value="([^"]*)">', form)
    )
    assert sent == {**EVERYTHING, "paper": "us-letter"}


def test_an_answer_changes_one_thing_and_keeps_the_others(alice: Somebody):
    alice.keeps(sam(), *many(1))

    text = alice.client.get("/page/", {"names": "yes"}).content.decode()

    links = re.findall(r'class="chip" href="([^"]*)"( aria-current="true")?>([^<]*)<', text)
    found = {name: (html.unescape(to), bool(here)) for to, here, name in links}
    assert found["First words"] == ("?names=yes&words=yes&paper=a4#take", False)
    assert found["Letters"] == ("?paper=a4#take", False)
    assert found["Names"][1]


@pytest.mark.parametrize(("country", "paper"), [("US", "Letter"), ("DE", "A4"), ("", "A4")])
def test_the_paper_is_that_of_the_country(alice: Somebody, country: str, paper: str):
    alice.keeps(sam(), *many(1))
    alice.client.cookies["__Host-p"] = f"country={country}"

    text = alice.client.get("/page/").content.decode()

    assert re.search(rf'aria-current="true">{paper}<', text)


@pytest.mark.parametrize("answers", [{"paper": "a0"}, {"names": "maybe"}, {"paper": "', 1"}])
def test_an_answer_that_is_none_counts_as_not_given(alice: Somebody, answers: dict[str, str]):
    alice.keeps(sam(), *many(1))

    assert alice.client.get("/page/", answers).status_code == 200
    assert is_accessible(alice.client.post("/page/pdf/", answers).content)


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"long", "accents", "many words"}))
def test_whatever_was_typed_stands_on_the_screen_as_typed(alice: Somebody, name: str):
    typed = HOSTILE[name]
    own = hopeful().but(feared=Feared.other, feared_words=typed)
    given = [ask(0, WELL, words=typed, prediction=own)]
    alice.keeps(sam(name=typed), *given)
    (row,) = shown(given, sam(name=typed), choice=Choice(names=True, words=True)).rows

    text = alice.client.get("/page/", EVERYTHING).content.decode()

    theirs = re.findall(r'<bdi class="said" data-hx-disable translate="no">([^<]*)</bdi>', text)
    assert [html.unescape(one) for one in theirs] == [row.words, row.who, row.feared_words]


def test_after_ten_it_says_how_to_stop(alice: Somebody):
    alice.keeps(sam(), *many(9))
    assert str(wording.HOW_TO_STOP) not in said(alice.client.get("/page/"))

    alice.keeps(ask(9, WELL))

    text = alice.client.get("/page/").content.decode()
    assert str(wording.HOW_TO_STOP) in text
    assert 'href="/settings/"' in text[text.index("<main") :]


def test_a_phone_that_is_looked_through_is_warned_of_the_file(alice: Somebody):
    alice.keeps(sam(), *many(1))
    before = said(alice.client.get("/page/"))
    OpenNotebook(alice.account_id, alice.data_key).prefer(looked_through=LookedThrough.maybe)

    after = said(alice.client.get("/page/"))

    assert "look through this phone" not in before
    assert "look through this phone" in after


def test_the_menu_leads_here(alice: Somebody):
    menu = menu_of(alice.client.get("/"))

    assert 'href="/page/"' in menu
    assert "One page" in menu
    assert "Take this to someone" in menu
