"""The whole of it: Alice makes a link, Sam answers, and what he said stands beside her guess."""

from __future__ import annotations

import pytest

from beside.around.circle.model import Person
from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Glad, Said
from beside.keeping.sharing.models import LinkProof, SealedReply, SharedLink
from tests.support.cast import TODAY_WAS_A_LOT
from tests.support.exchange import (
    HERS,
    PAGE,
    THE_DOG,
    Friend,
    asks,
    code_of,
    makes,
    replies_of,
    takes_in,
    the_dog,
)
from tests.support.forms import main_of, shown
from tests.support.people import Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]


def test_the_link_is_made_with_one_tap_which_is_the_second_guess(alice: Somebody) -> None:
    code = asks(alice, glad="neither")

    kept = alice.store.get(Ask, TODAY_WAS_A_LOT)
    assert kept.glad_guess is Glad.neither
    page = shown(alice.client.get(PAGE))
    assert f"/r/#{code}" in page
    assert THE_DOG in page
    assert "It opens a page, no app" in page


def test_a_link_that_is_made_twice_is_one(alice: Somebody) -> None:
    code = asks(alice)

    makes(alice)

    assert code_of(alice) == code
    assert SharedLink.objects.count() == LinkProof.objects.count() == 1


def test_what_she_asked_stands_on_the_page_that_he_opens(alice: Somebody) -> None:
    page = shown(Friend(asks(alice)).opens())

    assert HERS in page
    assert THE_DOG in page
    assert "Thursday, 5 March" in page
    for answer in ("Yes", "Part of it", "Not this time", "Something else I can do"):
        assert answer in page
    assert "I’d rather you called me" in page
    assert "Yes, no and part of it are all fine." in page
    assert "Your answer goes into their private notebook, nowhere else." in page


def test_an_answer_is_one_press_and_the_two_questions_come_in_her_words(alice: Somebody) -> None:
    page = shown(Friend(asks(alice)).answers("part"))

    assert "How much trouble is this for you?" in page
    assert "Glad you were asked?" in page
    assert "Whoever asked you will see your answers." in page
    assert SealedReply.objects.count() == 1


def test_what_he_said_comes_first_on_today(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("yes")
    friend.adds("yes", trouble=2, glad="yes", words="Thursday works. Nice that you asked.")

    page = shown(takes_in(alice))

    assert "Sam answered." in page
    assert "Thursday works. Nice that you asked." in page
    for guess_and_answer in ("3 in 10 yes", "5 2", "not really yes"):
        assert guess_and_answer in page
    assert "They knew that you would read this. One time is one time." in page
    (reply,) = replies_of(alice)
    assert (reply.said, reply.trouble, reply.glad) == (Said.yes, 2, Glad.yes)
    assert SealedReply.objects.count() == 0


def test_an_answer_without_the_two_questions_counts_as_skipped(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("not_this_time")
    friend.sends(step="skip", said="not_this_time")

    page = shown(takes_in(alice))

    assert "5 skipped" in page
    assert "not really skipped" in page


def test_while_the_notebook_is_open_it_is_said_that_something_came(alice: Somebody) -> None:
    Friend(asks(alice)).answers()

    page = alice.client.get("/")

    assert "An answer came in." in shown(page)
    assert SealedReply.objects.count() == 1, "to look at a page takes nothing in"


def test_later_is_fine(alice: Somebody) -> None:
    Friend(asks(alice)).answers()
    takes_in(alice)

    alice.client.post("/answers/later/")

    assert "answered" not in shown(alice.client.get("/"))
    assert replies_of(alice)[0].seen_on is None


def test_seen_it_leads_on_to_what_happened_and_stays_with_the_test(alice: Somebody) -> None:
    Friend(asks(alice)).answers("yes")
    takes_in(alice)
    (reply,) = replies_of(alice)

    page = alice.client.post(f"/answers/{reply.id}/seen/", {"outcome": "1"}, follow=True)

    assert "What happened?" in shown(page)
    assert "Their answer" in main_of(alice.client.get(f"/tests/{TODAY_WAS_A_LOT}/"))
    assert "answered" not in shown(alice.client.get("/"))


def test_until_it_is_read_it_can_be_changed_and_the_last_counts(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("yes")
    assert "The new answer then stands alone" in shown(friend.opens())
    friend.answers("not_this_time")

    takes_in(alice)

    assert [reply.said for reply in replies_of(alice)] == [Said.not_this_time]


def test_once_it_is_read_it_stays_as_it_is(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("yes")
    takes_in(alice)

    page = friend.answers("not_this_time")

    assert page.status_code == 409
    assert "Your answer was read, so it stays as it is." in shown(page)
    assert 'name="said"' not in main_of(friend.opens())
    assert SealedReply.objects.count() == 0


def test_something_else_asks_for_words_first(alice: Somebody) -> None:
    friend = Friend(asks(alice))

    asked = friend.answers("something_else")
    empty = friend.answers("something_else", words="  ", own_time="")
    kept = friend.answers("something_else", words="I can on Friday.", own_time="Friday, 7")

    assert "What could you do?" in shown(asked)
    assert (empty.status_code, "We need a few words here." in shown(empty)) == (422, True)
    assert "Thank you." in shown(kept)
    page = shown(takes_in(alice))
    assert "I can on Friday." in page
    assert "Friday, 7" in page


def test_this_is_not_for_me_closes_it_and_she_hears_of_it(alice: Somebody) -> None:
    friend = Friend(asks(alice))

    page = friend.sends(step="not_for_me")

    assert "It is closed." in shown(page)
    assert friend.opens().status_code == 404
    assert "Your link reached somebody it was not for." in shown(takes_in(alice))


def test_how_often_it_was_opened_is_said_plainly(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.opens()
    friend.opens()

    page = shown(alice.client.get(PAGE))

    assert "Opened 2 times" in page
    assert "Answered not yet" in page


def test_taken_back_it_opens_nothing_and_a_new_one_can_be_made(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    alice.client.post(f"{PAGE}take-back/")

    assert friend.opens().status_code == 404
    assert SharedLink.objects.get(revoked=True).sealed in (b"", memoryview(b""))
    page = alice.client.get(PAGE)
    assert "You can make a new one." in shown(page)
    assert "Now the second." not in shown(page), "the first guess stays"


def test_a_test_that_is_deleted_takes_its_link_along(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers()
    takes_in(alice)

    alice.client.post(f"/tests/{TODAY_WAS_A_LOT}/delete/")

    assert friend.opens().status_code == 404
    assert {type(one) for one in alice.store.every()} == {Person}
    assert replies_of(alice) == []
    assert SharedLink.objects.count() == LinkProof.objects.count() == 0


def test_nobody_may_be_asked_by_link_who_may_not_be_asked(alice: Somebody) -> None:
    from tests.support.cast import JO, jo

    alice.keeps(jo(), the_dog(person_id=JO))

    page = makes(alice)

    assert page.status_code == 422
    assert SharedLink.objects.count() == 0


def test_what_asks_for_nothing_has_no_link(alice: Somebody) -> None:
    from tests.support.cast import asked_sam, sam

    alice.keeps(sam(), asked_sam())

    assert makes(alice).status_code == 409
    send = main_of(alice.client.get(f"/tests/{TODAY_WAS_A_LOT}/send/"))
    assert "Make a link" not in send


def test_the_send_page_leads_to_it(alice: Somebody) -> None:
    from tests.support.cast import sam

    alice.keeps(sam(), the_dog())

    assert f'href="{PAGE}"' in main_of(alice.client.get(f"/tests/{TODAY_WAS_A_LOT}/send/"))


@pytest.mark.parametrize("days", ["0", "31", "", "x"])
def test_days_are_one_to_thirty(alice: Somebody, days: str) -> None:
    from tests.support.cast import sam

    alice.keeps(sam(), the_dog())

    page = makes(alice, days=days)

    assert page.status_code == 422
    assert "Choose a number from 1 to 30." in shown(page)


def test_bob_sees_nothing_of_it(alice: Somebody, bob: Somebody) -> None:
    Friend(asks(alice)).answers()
    takes_in(alice)
    (reply,) = replies_of(alice)

    assert bob.client.get(PAGE).status_code == 404
    assert bob.client.get(f"/answers/{reply.id}/").status_code == 404
    assert "answered" not in shown(bob.client.get("/"))
