"""A form that is answered with a page sends the browser on to it, so that Back finds it again."""

import pytest

from beside.keeping.accounts.sessions import sessions, steady
from beside.kernel.ids import new_id
from beside.pages.front.back import PAGES, SIZE
from beside.pages.front.opened import COOKIE

NAVIGATES = {"HTTP_SEC_FETCH_MODE": "navigate", "HTTP_SEC_FETCH_SITE": "same-origin"}
BAD_NAME = {"name": "", "hurt": "no", "afraid": "no"}


def send(somebody, **changes):
    return somebody.client.post(
        "/people/new/", {"id": str(new_id()), **BAD_NAME, **changes}, headers={}, **NAVIGATES
    )


def session_of(somebody):
    return sessions.resume(somebody.client.cookies[COOKIE].value, now=steady())[0]


@pytest.fixture
def typed():
    return "x" * 10_000


def test_the_answer_to_a_form_has_an_address(alice):
    answer = send(alice)

    assert answer.status_code == 303
    assert answer["Location"].startswith("/people/new/?shown=")


def test_the_answer_is_shown_there_as_often_as_it_is_asked_for(alice, typed):
    address = send(alice, name=typed)["Location"]

    shown = [alice.client.get(address, headers={}, **NAVIGATES) for _ in range(2)]

    assert [one.status_code for one in shown] == [422, 422]
    assert all(typed in one.content.decode() for one in shown)
    assert shown[0]["Cache-Control"] == "no-store"


def test_an_answer_is_nobody_elses(alice, bob, typed):
    address = send(alice, name=typed)["Location"]

    assert typed not in bob.client.get(address).content.decode()


def test_an_answer_belongs_to_its_address(alice, typed):
    shown = send(alice, name=typed)["Location"].partition("?")[2]

    other = alice.client.get(f"/people/?{shown}")

    assert other.status_code == 200
    assert typed not in other.content.decode()


def test_an_answer_is_gone_when_the_notebook_locks(alice, typed):
    address = send(alice, name=typed)["Location"]
    alice.lock()

    answer = alice.client.get(address)

    assert answer.status_code == 302
    assert "shown" not in answer["Location"]


def test_an_address_that_is_not_known_any_more_shows_the_page_itself(alice):
    answer = alice.client.get("/people/new/?shown=long-ago")

    assert answer.status_code == 200


def test_no_more_answers_are_kept_than_there_is_room_for(alice):
    first = send(alice)["Location"]

    for _ in range(PAGES):
        last = send(alice)["Location"]

    assert alice.client.get(first).status_code == 200
    assert alice.client.get(last).status_code == 422


def test_large_answers_make_room_for_one_another(alice):
    first = send(alice, name="x" * (SIZE * 2 // 5))["Location"]

    for letter in "yz":
        last = send(alice, name=letter * (SIZE * 2 // 5))["Location"]

    assert alice.client.get(first).status_code == 200
    assert alice.client.get(last).status_code == 422


def test_what_opens_a_notebook_is_laid_nowhere(alice):
    answer = alice.client.post("/settings/words/", {"own": "a b"}, headers={}, **NAVIGATES)

    assert answer.status_code == 200
    assert not [name for name in session_of(alice).aside if name.startswith("answer")]


def test_a_part_of_a_page_comes_at_once(alice):
    answer = alice.client.post(
        "/people/new/", BAD_NAME, headers={"HX-Request": "true"}, **NAVIGATES
    )

    assert answer.status_code == 422
