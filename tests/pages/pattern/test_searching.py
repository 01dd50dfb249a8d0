"""Search looks through everything, and what was looked for stands in no address."""

from __future__ import annotations

import re

from beside.kernel.ids import new_id
from beside.pages.pattern import searching
from tests.support.cast import (
    A_MOMENT,
    SAM,
    TODAY_WAS_A_LOT,
    a_moment,
    asked_sam,
    ines,
    put_away,
    rex,
    sam,
)
from tests.support.people import Somebody

SEARCH = "/notebook/search/"


def found(somebody: Somebody, query: str) -> str:
    answer = somebody.client.post(SEARCH, {"q": query})
    assert (answer.status_code, answer["Location"]) == (303, SEARCH)
    page = somebody.client.get(SEARCH).content.decode()
    return page[page.index("<main") : page.index("</main>")]


def test_a_note_a_test_and_a_person_are_found(alice: Somebody) -> None:
    alice.keeps(sam(), ines(), asked_sam(), a_moment(note="Sam had a lot on"))

    page = found(alice, "sam")

    assert f'href="/moments/{A_MOMENT}/"' in page
    assert f'href="/tests/{TODAY_WAS_A_LOT}/"' in page
    assert f'href="/people/{SAM}/"' in page
    assert "Inés" not in page


def test_a_moment_is_found_by_who_was_there(alice: Somebody) -> None:
    alice.keeps(sam(), a_moment(person_id=SAM))

    assert f'href="/moments/{A_MOMENT}/"' in found(alice, "sam")


def test_somebody_is_found_by_what_they_are_good_for(alice: Somebody) -> None:
    alice.keeps(sam(good_for_words="mending bikes"), ines())

    page = found(alice, "bikes")

    assert f'href="/people/{SAM}/"' in page
    assert "Inés" not in page


def test_case_and_accents_do_not_count(alice: Somebody) -> None:
    alice.keeps(ines(), a_moment(note="ÜBER den Zaun"))

    assert "Inés" in found(alice, "ines")
    assert f"/moments/{A_MOMENT}/" in found(alice, "uber ZAUN")


def test_what_is_put_away_and_who_is_flagged_are_found_too(alice: Somebody) -> None:
    alice.keeps(rex(), put_away(person_id=None))

    assert "Rex" in found(alice, "rex")
    assert f"/tests/{TODAY_WAS_A_LOT}/" in found(alice, "today lot")


def test_back_and_reload_find_the_same_again(alice: Somebody) -> None:
    alice.keeps(a_moment(note="the dog"))
    first = found(alice, "dog")

    again = alice.client.get(SEARCH).content.decode()

    assert f"/moments/{A_MOMENT}/" in first
    assert f"/moments/{A_MOMENT}/" in again
    assert 'value="dog"' in again


def test_nothing_found_is_said_plainly(alice: Somebody) -> None:
    assert "Nothing here has all of these words." in found(alice, "unicorn")


def test_an_empty_search_shows_the_field_and_no_verdict(alice: Somebody) -> None:
    found(alice, "unicorn")

    page = found(alice, "   ")

    assert "Nothing here" not in page
    assert 'name="q"' in page


def test_hostile_words_can_be_looked_for(alice: Somebody) -> None:
    alice.keeps(a_moment(note='"><script>alert(1)</script>'))

    page = found(alice, '"><script>')

    assert "<script" not in page
    assert f"/moments/{A_MOMENT}/" in page


def test_too_much_to_look_for_is_refused_with_its_words(alice: Somebody) -> None:
    answer = alice.client.post(SEARCH, {"q": "w" * 301})

    assert answer.status_code == 422
    assert "w" * 301 in answer.content.decode()
    assert "A few words are enough." in answer.content.decode()


def test_many_finds_are_cut_to_the_newest_and_it_says_so(alice: Somebody) -> None:
    with alice.store.together():
        alice.keeps(*(a_moment(id=new_id(), note="again") for _ in range(searching.AT_MOST + 1)))

    page = found(alice, "again")

    assert len(re.findall(r'class="row"', page)) == searching.AT_MOST
    assert "These are the newest." in page


def test_what_one_looks_for_another_never_sees(alice: Somebody, bob: Somebody) -> None:
    alice.keeps(a_moment(note="the dog"))
    found(alice, "dog")

    page = bob.client.get(SEARCH).content.decode()

    assert "dog" not in page
    assert A_MOMENT.hex not in page.replace("-", "")


def test_the_words_go_with_the_session(alice: Somebody) -> None:
    found(alice, "dog")
    alice.lock()
    alice.open_in(alice.client)

    page = alice.client.get(SEARCH).content.decode()

    assert "dog" not in page


def test_a_moment_is_found_by_what_it_is_called(alice: Somebody) -> None:
    alice.keeps(a_moment(note="in the rain"))

    assert "in the rain" in found(alice, "alone")
    assert "in the rain" in found(alice, "rain did it alone")
    assert "in the rain" not in found(alice, "let someone")
