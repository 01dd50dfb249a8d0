"""One tap keeps a moment, with and without script, and one more takes it back."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from beside.journey.pattern.model import Moment, MomentKind
from beside.kernel.ids import new_id
from tests.support.cast import A_MOMENT, a_moment
from tests.support.people import Somebody

BY_SCRIPT = {"HX-Request": "true"}


def fresh_id(page: str) -> str:
    return re.findall(r'name="id" value="([^"]+)"', page)[0]


def kept(somebody: Somebody) -> list[Moment]:
    return somebody.store.all(Moment)


@pytest.fixture
def tapped(alice: Somebody) -> Somebody:
    """Alice, who has tapped once before."""
    alice.keeps(a_moment())
    return alice


def test_a_tap_keeps_a_moment_and_comes_back_to_today(alice: Somebody) -> None:
    moment_id = fresh_id(alice.client.get("/").content.decode())

    answer = alice.client.post("/moments/", {"id": moment_id, "what": "did_it_alone"})

    assert (answer.status_code, answer["Location"]) == (303, "/")
    [moment] = kept(alice)
    assert (str(moment.id), moment.what) == (moment_id, MomentKind.did_it_alone)


def test_after_a_tap_today_offers_to_undo_it_and_to_say_more_once(alice: Somebody) -> None:
    alice.client.post("/moments/", {"id": A_MOMENT, "what": "asked"})

    page = alice.client.get("/").content.decode()
    again = alice.client.get("/").content.decode()

    assert "Kept. There is nothing else to do." in page
    assert f'action="/moments/{A_MOMENT}/undo/"' in page
    assert f'href="/moments/{A_MOMENT}/"' in page
    assert "Kept. There is nothing else to do." not in again


def test_a_tap_that_was_sent_twice_is_one_moment(alice: Somebody) -> None:
    for _ in range(3):
        alice.client.post("/moments/", {"id": A_MOMENT, "what": "asked"})

    assert len(kept(alice)) == 1


def test_another_tap_on_the_same_old_page_is_another_moment(alice: Somebody) -> None:
    for what in ("asked", "took_it_on", "took_it_on"):
        answer = alice.client.post("/moments/", {"id": A_MOMENT, "what": what})
        assert answer.status_code == 303

    assert sorted(moment.what for moment in kept(alice)) == ["asked", "took_it_on"]
    assert all(moment.id.version == 4 for moment in kept(alice))


def test_with_script_the_same_address_answers_a_fragment_with_a_fresh_id(tapped: Somebody) -> None:
    moment_id = str(new_id())

    answer = tapped.client.post(
        "/moments/", {"id": moment_id, "what": "let_someone"}, headers=BY_SCRIPT
    )

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "HX-Request" in answer["Vary"]
    assert "<html" not in page
    assert "Kept. There is nothing else to do." in page
    assert f"/moments/{moment_id}/undo/" in page
    assert fresh_id(page) != moment_id
    assert UUID(fresh_id(page)).version == 4
    assert len(kept(tapped)) == 2


def test_the_first_tap_of_all_draws_the_whole_page_so_that_the_notebook_gets_its_place(
    alice: Somebody,
) -> None:
    answer = alice.client.post("/moments/", {"id": A_MOMENT, "what": "asked"}, headers=BY_SCRIPT)
    page = alice.client.get("/").content.decode()

    assert answer["HX-Refresh"] == "true"
    assert 'href="/notebook/"' in page
    assert "Kept. There is nothing else to do." in page


def test_every_element_that_swaps_says_where_and_how(alice: Somebody) -> None:
    page = alice.client.get("/").content.decode()

    for form in re.findall(r"<[^>]*data-hx-post[^>]*>", page):
        assert "data-hx-target=" in form
        assert "data-hx-swap=" in form
        assert 'method="post"' in form
        assert 'action="/moments/"' in form


def test_undo_takes_the_moment_back_and_says_so(tapped: Somebody) -> None:
    answer = tapped.client.post(f"/moments/{A_MOMENT}/undo/")

    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert kept(tapped) == []
    assert "Taken back." in tapped.client.get("/").content.decode()


def test_undo_twice_is_undo_once(tapped: Somebody) -> None:
    for _ in range(2):
        assert tapped.client.post(f"/moments/{A_MOMENT}/undo/").status_code == 303


@pytest.mark.parametrize("sent", [{}, {"id": "x", "what": "asked"}, {"id": A_MOMENT, "what": "y"}])
def test_a_tap_that_makes_no_sense_keeps_nothing_and_shows_the_choices_again(
    alice: Somebody, sent: dict[str, object]
) -> None:
    answer = alice.client.post("/moments/", sent)

    assert answer.status_code == 422
    assert 'id="errors"' in answer.content.decode()
    assert 'value="did_it_alone"' in answer.content.decode()
    assert kept(alice) == []


def test_all_choices_have_a_page_of_their_own(alice: Somebody) -> None:
    page = alice.client.get("/moments/new/").content.decode()

    for kind in MomentKind:
        assert f'value="{kind}"' in page
    assert "data-hx-post" not in page


def test_a_tap_after_locking_waits_at_the_door(alice: Somebody) -> None:
    alice.lock()

    answer = alice.client.post("/moments/", {"id": A_MOMENT, "what": "asked"})

    assert answer.status_code == 403
    assert 'name="typed-what" value="asked"' in answer.content.decode()
    assert kept(alice) == []


def test_nobody_takes_back_what_somebody_else_kept(tapped: Somebody, bob: Somebody) -> None:
    bob.client.post(f"/moments/{A_MOMENT}/undo/")

    assert len(kept(tapped)) == 1
