"""Who is near, as a picture with the same in words; whoever is not suggested is not in it."""

from __future__ import annotations

import re

import pytest

from beside.around.circle import wording
from beside.around.circle.jobs import JOBS
from beside.around.circle.model import Ring
from beside.kernel.ids import new_id
from tests.support.cast import ines, jo, rex, sam
from tests.support.forms import main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def heading(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page[page.index("<h1>") : page.index("</h1>")]).split())


def picture(page: str) -> str:
    return page[page.index("<svg class=") : page.index("</figure>")]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([sam()], "Sam is nearest."),
        ([sam(), ines(ring=Ring.nearest)], "Inés and Sam are nearest."),
        ([ines()], "Inés is near."),
        ([ines(ring=Ring.further_out)], "Inés is further out."),
        ([jo(ring=Ring.near), ines()], "Inés and Jo are near."),
        ([jo()], "People"),
        ([rex(ring=Ring.nearest), ines()], "Inés is near."),
    ],
)
def test_the_heading_says_who_is_nearest(alice: Somebody, people: list, said: str) -> None:
    alice.keeps(*people)

    assert heading(main_of(alice.client.get("/people/"))) == said


def test_where_many_are_near_the_heading_names_three(alice: Somebody) -> None:
    alice.keeps(*(sam(id=new_id(), name=name) for name in ("Ada", "Bo", "Cy", "Di", "Ed")))

    page = main_of(alice.client.get("/people/"))

    assert heading(page) == "Ada, Bo, Cy and others are nearest."


def test_beneath_the_picture_stands_who_else_is_on_it(alice: Somebody) -> None:
    alice.keeps(sam(), ines(), jo(ring=Ring.further_out))

    page = shown(alice.client.get("/people/"))

    assert "Inés is near." in page
    assert "Jo is further out." in page
    assert "One person is resting." in page


def test_whoever_is_not_suggested_is_in_no_picture_and_no_sentence(alice: Somebody) -> None:
    alice.keeps(sam(), rex(ring=Ring.nearest), jo(ring=Ring.near))

    page = main_of(alice.client.get("/people/"))

    drawn = picture(page)
    assert ">Sa<" in drawn
    assert ">Jo<" in drawn
    assert ">Re<" not in drawn
    assert "Rex" not in page[: page.index(wording.FLAGGED_ONES.id)]
    assert "Rex" in page[page.index(wording.FLAGGED_ONES.id) :]


def test_where_nobody_has_a_ring_there_is_no_picture(alice: Somebody) -> None:
    alice.keeps(jo(), rex(ring=Ring.nearest))

    assert "<figure" not in main_of(alice.client.get("/people/"))


def test_a_long_name_is_cut_in_the_heading_and_whole_in_the_list(alice: Somebody) -> None:
    name = "<b>" + "w" * 150
    alice.keeps(sam(name=name))

    page = main_of(alice.client.get("/people/"))

    assert len(heading(page)) < 60
    assert "<b>" not in page
    assert "w" * 150 in page
    assert 'class="said" data-hx-disable translate="no">&lt;b&gt;www' in page


def test_somebody_with_nobody_finds_people_whose_job_it_is(alice: Somebody) -> None:
    page = shown(alice.client.get("/people/"))

    assert wording.JOBS_TITLE.id in page
    for card in JOBS:
        assert card.who.id in page
        assert card.saying.id in page


def test_somebody_with_people_finds_the_way_to_them(alice: Somebody) -> None:
    alice.keeps(sam())

    page = main_of(alice.client.get("/people/"))

    assert 'href="/people/jobs/"' in page
    assert JOBS[0].saying.id not in page


def test_each_has_a_sentence_to_copy_and_to_try(alice: Somebody) -> None:
    page = main_of(alice.client.get("/people/jobs/"))

    for card in JOBS:
        assert f'id="say-{card.job}">{card.saying.id}</p>' in page
        assert f'data-copy="#say-{card.job}"' in page
        assert f'href="/tests/new/?job={card.job}"' in page


def test_the_page_can_be_read_with_people_and_without(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(sam(), rex())

    assert main_of(alice.client.get("/people/jobs/")) == main_of(bob.client.get("/people/jobs/"))
