"""New words say what else opens the notebook, and end all of it where somebody wants that."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from beside.journey.pattern.model import Moment
from beside.keeping.accounts import opening
from beside.keeping.accounts.models import Device, Passkey
from beside.keeping.vault.notebook import LookedThrough
from tests.pages.account.test_passkeys import HERE, Finger, here, make, use
from tests.support.household import OWN, Person, hidden, said

NOTHING_ELSE = "New words change nothing for these"


@pytest.fixture
def alice() -> Person:
    """Alice has a passkey, a spare key, and a device that may drop moments in."""
    somebody = Person(client=here())
    somebody.keep()
    somebody.notebook().prefer(looked_through=LookedThrough.no)
    somebody.send("/settings/letterbox/", to="/settings/letterbox/mark/")
    filled = hidden(somebody.look("/settings/spare-key/"), "/settings/spare-key/")
    somebody.client.post(
        "/settings/spare-key/", filled | {"words": somebody.words, "printed": "on"}
    )
    return somebody


@pytest.fixture
def finger(alice: Person) -> Finger:
    one = Finger(HERE)
    make(alice, one)
    return one


def change(somebody: Person, **more: str) -> HttpResponse:
    return somebody.send("/settings/words/", words=somebody.words, own=OWN, **more)


def test_each_of_them_is_named(alice: Person, finger: Finger) -> None:
    page = said(alice.look("/settings/words/"))

    assert NOTHING_ELSE in page
    for one in ("Passkey My phone", "Spare key", "Letterbox"):
        assert one in page


def test_where_there_is_nothing_else_nothing_is_said() -> None:
    somebody = Person(client=here())
    somebody.keep()

    assert NOTHING_ELSE not in said(somebody.look("/settings/words/"))


def test_they_stay_where_nobody_wants_them_gone(alice: Person, finger: Finger) -> None:
    change(alice)

    assert Passkey.objects.count() == Device.objects.count() == 1
    thief = Person(client=here())
    use(thief, finger)
    assert thief.is_in


def test_with_one_tick_the_new_words_alone_open_it(alice: Person, finger: Finger) -> None:
    thief = Person(client=here())
    use(thief, finger)
    account_id = alice.notebook().account_id

    change(alice, others="on")

    assert "your new words alone open this notebook" in said(alice.look("/settings/"))
    assert not thief.is_in
    assert "/open/passkey/" not in thief.look("/open/").content.decode()
    assert not opening.has_spare_key(account_id)
    assert Passkey.objects.count() == Device.objects.count() == 0
    assert Person(client=here()).open(OWN).status_code == 303


def test_what_waits_in_the_letterbox_is_taken_in_first(alice: Person) -> None:
    other = Person(words=alice.words, client=here())
    other.open()
    alice.send("/settings/", to="/lock/")
    alice.send("/note/", what="did_it_alone", note="nobody heard")

    change(other, others="on")

    other.words = OWN
    assert [moment.note for moment in other.notebook().store.all(Moment)] == ["nobody heard"]


def test_with_wrong_words_nothing_ends_and_the_tick_stays(alice: Person, finger: Finger) -> None:
    page = alice.send("/settings/words/", words="wrong", own=OWN, others="on")

    assert page.status_code == 422
    assert 'name="others" checked' in page.content.decode()
    assert Passkey.objects.count() == Device.objects.count() == 1


def test_a_row_that_was_damaged_ends_too(alice: Person, finger: Finger) -> None:
    Passkey.objects.update(about=b"x")
    Device.objects.update(about=b"x")

    change(alice, others="on")

    assert Passkey.objects.count() == Device.objects.count() == 0
