"""An answer that somebody took out of the database is missed, and said once."""

from __future__ import annotations

import pytest

from beside.journey.practice.reply import Said
from beside.keeping.sharing import doors
from beside.keeping.sharing.models import SealedReply, SharedLink
from tests.support.cast import sam
from tests.support.exchange import Friend, asks, code_of, makes, replies_of, takes_in, the_dog
from tests.support.forms import shown
from tests.support.people import Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]


def test_an_answer_that_was_taken_away_is_missed(alice: Somebody) -> None:
    Friend(asks(alice)).answers()
    SealedReply.objects.all().delete()

    page = takes_in(alice)

    assert "An answer could not be checked." in shown(page)
    assert [reply.said for reply in replies_of(alice)] == [Said.unchecked]


def test_an_older_answer_in_the_place_of_a_later_one_is_missed(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("yes")
    before = bytes(SealedReply.objects.get().sealed)
    friend.answers("not_this_time")
    SealedReply.objects.update(sealed=before)

    takes_in(alice)

    assert Said.unchecked in {reply.said for reply in replies_of(alice)}


def test_it_is_said_once_and_what_comes_later_is_taken_in(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("yes")
    SealedReply.objects.all().delete()
    takes_in(alice)
    takes_in(alice)
    assert len(replies_of(alice)) == 1

    friend.answers("part")
    takes_in(alice)

    assert sorted(reply.said for reply in replies_of(alice)) == [Said.part, Said.unchecked]


def test_nothing_is_missed_where_all_of_it_came(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    for said in ("yes", "part", "yes"):
        friend.answers(said)
    takes_in(alice)
    takes_in(alice)

    assert [reply.said for reply in replies_of(alice)] == [Said.yes]


def test_one_link_never_holds_more_than_one_answer(alice: Somebody) -> None:
    """Whoever has the link fills no disk with it, however often they send."""
    friend = Friend(asks(alice))
    for _ in range(2 * doors.MOST_WRITES):
        friend.adds("yes", words="x" * 1000)

    assert SealedReply.objects.count() == 1
    assert len(bytes(SealedReply.objects.get().sealed)) < doors.LARGEST


def test_to_look_again_and_again_adds_to_a_number_alone(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    for _ in range(5):
        friend.opens()

    assert SharedLink.objects.get().views == 5
    assert SealedReply.objects.count() == 0


def test_a_name_that_turns_the_page_round_or_is_markup_stays_a_name(alice: Somebody) -> None:
    alice.keeps(sam(), the_dog())
    makes(alice, name="\u202eanaD <b>https://example.org</b>")
    friend = Friend(code_of(alice))

    page = friend.opens().content.decode()

    assert "\u202e" not in page
    assert "&lt;b&gt;https://example.org&lt;/b&gt;" in page
    assert 'href="https://example.org' not in page
