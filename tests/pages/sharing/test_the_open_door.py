"""One link for one safe person: they leave an offer, and to take it is a small test."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from beside.around.circle.model import Answer
from beside.journey.practice.model import Ask, AskKind, AskState
from beside.journey.practice.reply import Said
from beside.keeping.sharing.links import Link
from beside.keeping.sharing.models import SealedReply, SharedLink
from tests.support.cast import REX, SAM, rex, sam
from tests.support.exchange import HERS, LINK, Friend, code_of, replies_of, takes_in
from tests.support.forms import main_of, shown
from tests.support.people import Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]

DOOR = f"/doors/{SAM}/"


def opens_a_door(alice: Somebody, person: object = SAM, **said: object) -> HttpResponse:
    fields = {"id": LINK, "name": HERS, "days": 14} | said
    return alice.client.post(f"/doors/{person}/make/", fields, follow=True)


@pytest.fixture
def friend(alice: Somebody) -> Friend:
    alice.keeps(sam())
    opens_a_door(alice)
    return Friend(code_of(alice))


def offers(friend: Friend, words: str = "I drive past on Thursday.", **more: str) -> HttpResponse:
    return friend.answers("offer", words=words, **more)


def test_the_page_of_a_safe_person_leads_to_their_door(alice: Somebody) -> None:
    alice.keeps(sam(), rex())

    assert f'href="{DOOR}"' in main_of(alice.client.get(f"/people/{SAM}/"))
    assert f'href="/doors/{REX}/"' not in main_of(alice.client.get(f"/people/{REX}/"))


def test_the_door_asks_for_nothing(friend: Friend) -> None:
    page = shown(friend.opens())

    assert f"{HERS} keeps a door open for you." in page
    assert "You owe nothing, now or ever." in page
    assert "How much trouble" not in page


def test_an_offer_comes_first_on_today_and_becomes_a_small_test(
    alice: Somebody, friend: Friend
) -> None:
    assert "That is all." in shown(offers(friend, own_time="Thursday"))
    page = shown(takes_in(alice))
    assert "Sam offers you something." in page
    assert "I drive past on Thursday." in page
    (offer,) = replies_of(alice)

    guess = alice.client.post(f"/answers/{offer.id}/accept/", follow=True)
    again = alice.client.post(f"/answers/{offer.id}/accept/", follow=True)

    assert "Guess first." in shown(guess)
    assert guess.redirect_chain == again.redirect_chain
    (ask,) = alice.store.all(Ask)
    assert (ask.what, ask.state, ask.person_id) == (AskKind.accept, AskState.drafted, SAM)
    assert replies_of(alice)[0].ask_id == ask.id
    assert "I drive past on Thursday." in shown(alice.client.get(f"/tests/{ask.id}/"))
    assert "offers you" not in shown(alice.client.get("/"))


def test_an_offer_may_be_left_where_it_is(alice: Somebody, friend: Friend) -> None:
    offers(friend)
    takes_in(alice)
    (offer,) = replies_of(alice)

    alice.client.post(f"/answers/{offer.id}/seen/")

    assert alice.store.all(Ask) == []
    assert "offers you" not in shown(alice.client.get("/"))


def test_several_offers_come_through_one_door(alice: Somebody, friend: Friend) -> None:
    offers(friend, "Soup.")
    takes_in(alice)
    offers(friend, "A lift.")
    offers(friend, "A walk.")
    takes_in(alice)

    assert sorted(reply.words for reply in replies_of(alice)) == ["A lift.", "A walk.", "Soup."]
    assert {reply.said for reply in replies_of(alice)} == {Said.offer}


def test_an_offer_that_was_taken_in_is_not_taken_in_again(alice: Somebody, friend: Friend) -> None:
    offers(friend)
    sealed = bytes(SealedReply.objects.get().sealed)
    takes_in(alice)
    (first,) = replies_of(alice)
    alice.store.remove(first)
    row = SealedReply(account_id=alice.account_id, id=first.id, link_id=LINK, sealed=sealed)
    row.save(force_insert=True)

    takes_in(alice)

    assert [reply.said for reply in replies_of(alice)] == [Said.unchecked]


def test_an_offer_needs_words(friend: Friend) -> None:
    page = offers(friend, "  ")

    assert page.status_code == 422
    assert "We need a few words here." in shown(page)
    assert SealedReply.objects.count() == 0


def test_a_yes_does_not_come_through_the_door(alice: Somebody, friend: Friend) -> None:
    assert "keeps a door open" in shown(friend.answers("yes"))
    assert "keeps a door open" in shown(friend.adds("yes"))

    assert SealedReply.objects.count() == 0


def test_it_is_shut_while_she_is_not_sure_about_them_and_opens_again(
    alice: Somebody, friend: Friend
) -> None:
    said = {"hurt": "not_sure", "afraid": "no", "revision": 1}
    alice.client.post(f"/people/{SAM}/answer/", said)
    assert friend.opens().status_code == 404
    assert offers(friend).status_code == 404

    alice.client.post(f"/people/{SAM}/answer/", said | {"hurt": "no", "revision": 2})

    assert friend.opens().status_code == 200


def test_it_is_shut_for_somebody_who_is_left_out_or_taken_out(
    alice: Somebody, friend: Friend
) -> None:
    alice.client.post(f"/people/{SAM}/leave-out/", {"revision": 1})
    assert friend.opens().status_code == 404


def test_an_offer_of_somebody_who_rests_is_not_brought_up(alice: Somebody, friend: Friend) -> None:
    offers(friend)
    takes_in(alice)
    kept = alice.store.get(type(sam()), SAM)
    alice.store.put(kept.but(hurt=Answer.not_sure), expected_revision=kept.revision)

    assert "offers you" not in shown(alice.client.get("/"))


def test_nobody_has_a_door_who_may_not_be_asked(alice: Somebody) -> None:
    alice.keeps(rex())

    assert opens_a_door(alice, REX).status_code == 422
    assert SharedLink.objects.count() == 0


def test_a_second_door_for_the_same_person_is_the_first(alice: Somebody, friend: Friend) -> None:
    opens_a_door(alice, id="11000000-0000-4000-8000-000000000002")

    assert code_of(alice) == friend.code


def test_it_is_closed_for_good_and_another_can_be_opened(alice: Somebody, friend: Friend) -> None:
    alice.client.post(f"{DOOR}close/")
    assert friend.opens().status_code == 404
    alice.client.post(f"{DOOR}longer/")
    assert friend.opens().status_code == 404

    opens_a_door(alice, id="11000000-0000-4000-8000-000000000002")

    assert friend.opens().status_code == 404
    assert len(alice.store.undated(Link)) == 2


def test_it_can_be_kept_open_for_longer(alice: Somebody, friend: Friend) -> None:
    before = SharedLink.objects.get().expires_on

    page = alice.client.post(f"{DOOR}longer/", follow=True)

    assert (SharedLink.objects.get().expires_on - before).days == 16
    assert "The door is open." in shown(page)
