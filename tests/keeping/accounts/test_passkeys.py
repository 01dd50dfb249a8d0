"""A passkey opens its notebook, and nothing else does it with what was overheard of it."""

from datetime import date

import pytest

from beside.keeping.accounts import passkeys
from beside.keeping.accounts.models import Passkey
from beside.keeping.accounts.opening import NothingOpens
from beside.keeping.accounts.standing import set_disabled
from beside.keeping.crypto import passkey
from beside.keeping.crypto.passkey import GOOD_FOR, NotAPasskey, Page
from beside.kernel.ids import new_id
from tests.support.authenticator import HERE, PRESENT, Finger

DAY, LATER = date(2026, 3, 3), date(2026, 3, 9)
SESSION = new_id()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock in milliseconds that goes on by one with each look, as if somebody hurried."""

    class Clock:
        now = 1_772_000_000_000

        def __call__(self):
            self.now += 1
            return self.now

    ticking = Clock()
    monkeypatch.setattr(passkeys, "_now", ticking)
    return ticking


def added(notebook, finger=None, *, name="My phone", page=HERE, **made):
    finger = finger or Finger()
    challenge = passkeys.challenge_to_make(notebook.account_id, SESSION)
    passkeys.add(
        notebook.account_id,
        notebook.data_key,
        session=SESSION,
        name=name,
        on=DAY,
        answer=finger.made(challenge, **made),
        prf=finger.prf,
        page=page,
    )
    return finger


def opened(finger, *, answer=None, prf=None, page=HERE):
    answer = answer or finger.answer(passkeys.challenge_to_open())
    return passkeys.open_with_passkey(answer, prf or finger.prf, page=page, on=LATER)


def test_it_opens_its_notebook(alice, bob):
    hers, his = added(alice), added(bob)

    assert opened(hers) == (alice.account_id, alice.data_key)
    assert opened(his) == (bob.account_id, bob.data_key)


def test_several_open_one_notebook(alice):
    phone, key = added(alice, name="My phone"), added(alice, name="A small key")

    assert opened(phone)[0] == opened(key)[0] == alice.account_id
    names = [one.name for one in passkeys.passkeys_of(alice.account_id, alice.data_key)]
    assert names == ["A small key", "My phone"]


def test_the_list_says_when_it_was_used(alice):
    finger = added(alice)
    (before,) = passkeys.passkeys_of(alice.account_id, alice.data_key)
    opened(finger)
    (after,) = passkeys.passkeys_of(alice.account_id, alice.data_key)

    assert (before.since, before.used) == (DAY, None)
    assert after.used == LATER
    assert repr(after) == "<Known>"


def test_one_that_was_removed_opens_nothing(alice):
    finger = added(alice)
    (known,) = passkeys.passkeys_of(alice.account_id, alice.data_key)

    passkeys.remove(alice.account_id, known.id)

    with pytest.raises(NothingOpens):
        opened(finger)


def test_nobody_removes_anothers(alice, bob):
    finger = added(alice)

    passkeys.remove(bob.account_id, Passkey.objects.get().id)

    assert opened(finger)[0] == alice.account_id


def test_what_was_overheard_once_opens_nothing_again(alice):
    finger = added(alice)
    answer, prf = finger.answer(passkeys.challenge_to_open()), finger.prf
    assert opened(finger, answer=answer, prf=bytearray(prf))

    with pytest.raises(NothingOpens):
        opened(finger, answer=answer, prf=bytearray(prf))


def test_an_earlier_challenge_opens_nothing_after_a_later_one(alice):
    finger = added(alice)
    early = finger.answer(passkeys.challenge_to_open())
    opened(finger)

    with pytest.raises(NothingOpens):
        opened(finger, answer=early)


def test_a_challenge_is_good_for_two_minutes(alice, clock):
    finger = added(alice)
    answer = finger.answer(passkeys.challenge_to_open())
    clock.now += GOOD_FOR

    with pytest.raises(NothingOpens):
        opened(finger, answer=answer)


def test_a_clock_that_was_set_back_shuts_nobody_out(alice, clock):
    finger = added(alice)
    clock.now += 365 * 24 * 3600 * 1000
    opened(finger)
    clock.now -= 365 * 24 * 3600 * 1000

    assert opened(finger)[0] == alice.account_id


def test_a_challenge_of_ones_own_making_opens_nothing(alice):
    finger = added(alice)

    for challenge in (passkey.as_text(bytes(40)), "AAAA"):
        with pytest.raises(NothingOpens):
            opened(finger, answer=finger.answer(challenge))


def test_a_challenge_for_making_is_none_for_opening(alice):
    finger = added(alice)
    challenge = passkeys.challenge_to_make(alice.account_id, SESSION)

    with pytest.raises(NothingOpens):
        opened(finger, answer=finger.answer(challenge))


def test_the_output_of_another_passkey_opens_nothing(alice, bob):
    hers, his = added(alice), added(bob)

    with pytest.raises(NothingOpens):
        opened(hers, prf=his.prf)


def test_the_right_output_with_anothers_signature_opens_nothing(alice):
    hers, another = added(alice), Finger()
    another.credential_id = hers.credential_id

    with pytest.raises(NothingOpens):
        opened(another, prf=hers.prf)


def test_rows_that_changed_notebooks_open_nothing(alice, bob):
    hers, his = added(alice), added(bob)
    Passkey.objects.filter(id=passkey.row_of(hers.credential_id)).update(account_id=bob.account_id)
    theirs = Passkey.objects.get(id=passkey.row_of(his.credential_id))
    Passkey.objects.filter(id=theirs.id).update(account_id=alice.account_id)

    for finger in (hers, his):
        with pytest.raises(NothingOpens):
            opened(finger)


def test_what_a_row_says_of_itself_belongs_to_that_row(alice):
    one, two = added(alice), added(alice)
    other = Passkey.objects.get(id=passkey.row_of(two.credential_id))
    Passkey.objects.filter(id=passkey.row_of(one.credential_id)).update(about=other.about)

    with pytest.raises(NothingOpens):
        opened(one)


@pytest.mark.parametrize(
    "page",
    [
        Page("http://evil.localhost:8750", "beside.localhost"),
        Page("http://beside.localhost:8750", "evil.localhost"),
        Page("http://beside.localhost:9999", "beside.localhost"),
    ],
)
def test_an_answer_to_another_page_opens_nothing(alice, page):
    finger = added(alice)
    finger.page = page

    with pytest.raises(NothingOpens):
        opened(finger)


def test_without_a_finger_or_a_code_it_opens_nothing(alice):
    finger = added(alice)
    answer = finger.answer(passkeys.challenge_to_open(), flags=PRESENT)

    with pytest.raises(NothingOpens):
        opened(finger, answer=answer)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"rawId": 3},
        {"rawId": "AAAA"},
        {"rawId": "AAAA", "response": {}},
        {"rawId": "AAAA", "response": {"clientDataJSON": "e30"}},
        {"rawId": "é", "response": []},
    ],
)
def test_what_is_no_answer_opens_nothing(alice, answer):
    with pytest.raises(NothingOpens):
        passkeys.open_with_passkey(answer, bytearray(32), page=HERE, on=LATER)


def test_making_needs_the_words_of_this_notebook_and_this_session(alice, bob):
    finger = Finger()
    for account_id, session in ((bob.account_id, SESSION), (alice.account_id, new_id())):
        challenge = passkeys.challenge_to_make(account_id, session)
        more = {"session": SESSION, "name": "x", "on": DAY, "page": HERE}
        with pytest.raises(NotAPasskey):
            passkeys.add(
                alice.account_id,
                alice.data_key,
                answer=finger.made(challenge),
                prf=finger.prf,
                **more,
            )
    assert Passkey.objects.count() == 0


def test_making_without_a_finger_or_a_code_keeps_nothing(alice):
    with pytest.raises(NotAPasskey):
        added(alice, flags=PRESENT)
    with pytest.raises(NotAPasskey):
        added(alice, page=Page("http://beside.localhost:1", "beside.localhost"))

    assert Passkey.objects.count() == 0


def test_made_twice_is_one(alice):
    finger = Finger()
    added(alice, finger)
    added(alice, finger)

    assert Passkey.objects.count() == 1


def test_one_passkey_cannot_be_made_to_open_a_second_notebook(alice, bob):
    finger = added(alice)

    with pytest.raises(NotAPasskey):
        added(bob, finger)
    assert opened(finger)[0] == alice.account_id


def test_there_is_room_for_ten(alice):
    for _ in range(passkeys.MOST):
        added(alice)

    with pytest.raises(passkeys.TooMany):
        added(alice)


def test_the_row_shows_neither_name_nor_key_nor_what_the_device_calls_it(alice):
    finger = added(alice, name="Kitchen tablet")

    row = Passkey.objects.get()
    lying = bytes(row.id) + bytes(row.wrapped) + bytes(row.about)
    key = bytes(alice.data_key.secret)
    for secret in (b"Kitchen", bytes(finger.prf), finger.credential_id, key):
        assert secret not in lying


def test_it_opens_no_notebook_that_was_shut_by_whoever_hosts(alice):
    finger = added(alice)
    set_disabled(alice.account_id, disabled=True)

    with pytest.raises(NothingOpens):
        opened(finger)

    set_disabled(alice.account_id, disabled=False)
    assert opened(finger)[0] == alice.account_id


def test_whether_any_is_here(alice):
    assert not passkeys.any_here()
    added(alice)
    assert passkeys.any_here()
