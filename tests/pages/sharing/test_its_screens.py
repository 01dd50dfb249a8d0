"""What a friend sees is uncrowded: what nobody needs is folded, and a mistake is said in place."""

from __future__ import annotations

import re

import pytest

from tests.support.exchange import Friend, asks
from tests.support.people import Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]


@pytest.fixture
def friend(alice: Somebody) -> Friend:
    return Friend(asks(alice))


def folded(page: str) -> bool:
    """Tell whether the words are folded; fail where there is nothing to fold."""
    found = re.search(r"<details class=\"more\"( open)?><summary>Add a few words", page)
    assert found is not None
    return found[1] is None


def test_a_plain_yes_leaves_the_words_folded(friend: Friend) -> None:
    assert folded(friend.answers("yes").content.decode())


def test_words_that_were_given_are_seen(friend: Friend) -> None:
    page = friend.answers("something_else", words="I can on Friday.").content.decode()

    assert not folded(page)
    assert "I can on Friday." in page


def test_words_that_are_too_long_are_seen_with_what_is_wrong(friend: Friend) -> None:
    page = friend.adds(words="a" * 5_000)

    assert page.status_code == 422
    assert not folded(page.content.decode())


def test_the_question_stays_the_same_where_words_are_missing(friend: Friend) -> None:
    asked = friend.answers("something_else").content.decode()

    refused = friend.answers("something_else", words="").content.decode()

    for page in (asked, refused):
        assert "What could you do?" in page
        assert "if you like" not in page


def test_who_got_it_by_mistake_is_thanked(friend: Friend) -> None:
    assert "Thank you for saying so." in friend.sends(step="not_for_me").content.decode()


def test_the_code_is_taken_before_anything_is_drawn(friend: Friend) -> None:
    head = friend.client.get("/r/").content.decode().partition("<body")[0]

    assert head.index("<script") < head.index('rel="stylesheet"')
    assert " defer" not in head
