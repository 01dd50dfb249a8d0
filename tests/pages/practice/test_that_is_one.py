"""That is one: it ends here. No number after the first is said, and nothing has to follow."""

from __future__ import annotations

import re

import pytest

from beside.journey.practice import wording
from beside.journey.practice.model import Happened
from beside.kernel.ids import new_id
from tests.support.cast import TODAY_WAS_A_LOT, asked_sam, happened, sam
from tests.support.forms import main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"


def test_it_comes_after_let_it_land(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    page = alice.client.post(f"{HERE}land/", {"revision": 1, "landed": ""}, follow=True)

    assert shown(page).startswith("That is one. You can look at the page after any number")
    assert "Two things, if you like:" in shown(page)
    assert re.findall(r'class="btn[^"]*" href="([^"]+)"', main_of(page)) == [
        "/settings/spare-key/",
        "/three/",
        "/",
        "/page/",
        HERE,
    ]


def test_skipping_the_next_guess_comes_here_too_where_nothing_is_to_land(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no_answer))

    assert f'href="{HERE}one/">Skip' in main_of(alice.client.get(f"{HERE}again/"))


def test_later_ones_are_not_counted(alice: Somebody) -> None:
    alice.keeps(sam(), happened(), happened(id=new_id()), happened(id=new_id()))

    said = shown(alice.client.get(f"{HERE}one/"))

    assert said.startswith("That is kept.")
    assert not re.search(r"\b(two|three|3|seven|7|left|more)\b", said.split("if you like")[0])


def test_one_that_is_open_or_put_away_is_not_another(alice: Somebody) -> None:
    alice.keeps(sam(), happened(), asked_sam(id=new_id()))

    assert shown(alice.client.get(f"{HERE}one/")).startswith("That is one.")


def test_a_spare_key_is_offered_while_there_is_none(
    alice: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.keeps(sam(), happened())
    monkeypatch.setattr("beside.pages.practice.views.one.has_spare_key", lambda _: True)

    page = alice.client.get(f"{HERE}one/")

    assert "spare key" not in shown(page)
    assert wording.ONE_THING.id in shown(page)


@pytest.mark.parametrize("how", [Happened.no, Happened.it_hurt])
def test_where_it_hurts_nothing_is_offered(alice: Somebody, how: Happened) -> None:
    alice.keeps(sam(), happened(how))

    assert alice.client.get(f"{HERE}one/").headers["Location"] == f"{HERE}land/"


def test_one_that_is_not_over_does_not_end(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    assert alice.client.get(f"{HERE}one/").status_code == 409
