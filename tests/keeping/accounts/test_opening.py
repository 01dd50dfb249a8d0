"""The words alone open, whoever else has a notebook here; nobody is told who that is."""

import threading

import pytest
from django.db import OperationalError, connection

from beside.keeping.accounts import locks, opening, turns
from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.accounts.opening import (
    NothingOpens,
    OpenAnother,
    TooBusy,
    as_kept,
    change_words,
    forget,
    has_spare_key,
    keep,
    open_with_spare_key,
    open_with_words,
    opens_with,
    remove_spare_key,
    set_spare_key,
)
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.spare_key import NotASpareKey
from beside.keeping.crypto.stretching import Cost
from beside.keeping.crypto.words import TooLong
from beside.keeping.crypto.wraps import header_of
from beside.kernel.ids import new_id
from tests.keeping.conftest import ALICES_WORDS, BOBS_WORDS
from tests.support.quick import CHEAP

NEW_WORDS = "Two ducks beside one pond"


def shut(words):
    try:
        open_with_words(words)
    except NothingOpens:
        return True
    return False


def test_the_words_open_the_notebook_they_made(alice):
    assert open_with_words(ALICES_WORDS) == (alice.account_id, alice.data_key)


def test_each_opens_their_own(alice, bob):
    assert open_with_words(ALICES_WORDS)[0] == alice.account_id
    assert open_with_words(BOBS_WORDS)[0] == bob.account_id


SIX = "abacus abdomen abide ablaze able abroad"
WITH_COMMAS = "Abacus, abdomen, abide, ablaze, able, abroad"


def test_six_words_open_with_what_stands_between_them_on_paper(db, quick_words):
    account_id, _ = keep(SIX)

    assert open_with_words(WITH_COMMAS)[0] == account_id
    assert as_kept(account_id, WITH_COMMAS) == SIX


def test_own_words_that_look_like_that_open_what_they_always_did(db, quick_words):
    mine, _ = keep(WITH_COMMAS)
    assert as_kept(mine, WITH_COMMAS) == WITH_COMMAS
    theirs, _ = keep(SIX)

    assert open_with_words(WITH_COMMAS)[0] == mine
    assert open_with_words(SIX)[0] == theirs


def test_other_words_open_nothing_and_are_told_nothing(alice):
    with pytest.raises(NothingOpens) as refused:
        open_with_words("zoom zoology zoologist zookeeper zoning zone")

    assert str(refused.value) == ""


def test_a_guess_costs_the_same_where_there_is_no_notebook(db, quick_words, monkeypatch):
    stretched = []
    monkeypatch.setattr(
        locks,
        "stretch",
        lambda _, *, cost, **_rest: stretched.append(cost) or bytearray(32),
    )

    assert shut("anything at all, long enough")

    assert stretched == [CHEAP]


def test_too_many_letters_are_refused_before_they_are_stretched(alice):
    with pytest.raises(TooLong):
        open_with_words("x" * 1025)


def test_keeping_with_the_same_words_twice_is_one_notebook(alice):
    again, key = keep(ALICES_WORDS.upper())

    assert (again, key) == (alice.account_id, alice.data_key)
    assert Account.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_first_form_sent_many_times_at_once_makes_one_notebook(quick_words):
    made = []

    def send():
        made.append(keep(ALICES_WORDS)[0])
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(made)) == 1
    assert len(made) == 8
    assert Account.objects.count() == 1


def test_keeping_with_words_that_were_stretched_more_cheaply_opens_that_notebook(
    alice, monkeypatch
):
    monkeypatch.setattr(opening, "CURRENT", Cost(128, 1, 1))

    assert keep(ALICES_WORDS)[0] == alice.account_id
    assert Account.objects.count() == 1


def test_new_words_open_and_the_old_ones_do_not(alice):
    change_words(alice.account_id, alice.data_key, NEW_WORDS)

    assert open_with_words(NEW_WORDS) == (alice.account_id, alice.data_key)
    assert shut(ALICES_WORDS)


def test_the_words_of_another_notebook_cannot_be_taken(alice, bob):
    with pytest.raises(OpenAnother):
        change_words(alice.account_id, alice.data_key, BOBS_WORDS)

    assert open_with_words(BOBS_WORDS)[0] == bob.account_id
    assert open_with_words(ALICES_WORDS)[0] == alice.account_id


def test_the_same_words_may_be_set_again(alice):
    change_words(alice.account_id, alice.data_key, ALICES_WORDS)

    assert open_with_words(ALICES_WORDS)[0] == alice.account_id


def test_words_are_asked_of_this_very_notebook(alice, bob):
    assert opens_with(alice.account_id, ALICES_WORDS)
    assert not opens_with(alice.account_id, BOBS_WORDS)
    assert not opens_with(alice.account_id, "no words of anybody")


def test_a_cheaper_lock_is_made_anew_as_dear_as_today(alice, monkeypatch):
    dearer = Cost(128, 2, 1)
    monkeypatch.setattr(opening, "CURRENT", dearer)

    open_with_words(ALICES_WORDS)

    wrap = Wrap.objects.get(account_id=alice.account_id)
    assert header_of(bytes(wrap.sealed)).cost == dearer
    assert open_with_words(ALICES_WORDS) == (alice.account_id, alice.data_key)


@pytest.mark.parametrize("trouble", [TooBusy(), OperationalError("database or disk is full")])
def test_a_lock_that_cannot_be_made_anew_today_opens_all_the_same(alice, monkeypatch, trouble):
    def fails(*_):
        raise trouble

    monkeypatch.setattr(opening, "CURRENT", Cost(128, 2, 1))
    monkeypatch.setattr(opening, "_lock_anew", fails)

    assert open_with_words(ALICES_WORDS) == (alice.account_id, alice.data_key)


def test_a_dearer_lock_stays(alice, monkeypatch):
    monkeypatch.setattr(opening, "CURRENT", Cost(65, 1, 1))
    open_with_words(ALICES_WORDS)
    monkeypatch.setattr(opening, "CURRENT", CHEAP)
    before = bytes(Wrap.objects.get(account_id=alice.account_id).sealed)

    open_with_words(ALICES_WORDS)

    assert bytes(Wrap.objects.get(account_id=alice.account_id).sealed) == before


def test_all_words_here_share_one_salt(alice, bob):
    salts = {header_of(bytes(wrap.sealed)).salt for wrap in Wrap.objects.all()}

    assert len(salts) == 1


@pytest.mark.parametrize("damage", [b"", b"\x00" * 103, b"\xb6\x01\x01" + bytes(100)])
def test_a_damaged_lock_keeps_nobody_elses_notebook_shut(alice, bob, damage):
    Wrap.objects.filter(account_id=bob.account_id).update(sealed=damage)

    assert open_with_words(ALICES_WORDS)[0] == alice.account_id
    assert shut(BOBS_WORDS)


def test_a_lock_whose_last_byte_changed_opens_nothing(alice):
    wrap = bytearray(Wrap.objects.get().sealed)
    wrap[-1] ^= 1
    Wrap.objects.update(sealed=bytes(wrap))

    assert shut(ALICES_WORDS)


def test_a_lock_moved_to_another_account_opens_nothing(alice, bob):
    wrap = bytes(Wrap.objects.get(account_id=alice.account_id).sealed)
    Wrap.objects.filter(account_id=bob.account_id).update(sealed=wrap)
    Wrap.objects.filter(account_id=alice.account_id).delete()

    assert shut(ALICES_WORDS)


def test_a_canary_is_nobodys_notebook(alice):
    keep("zoom zoology zoologist zookeeper zoning zone", canary=True)

    assert shut("zoom zoology zoologist zookeeper zoning zone")
    assert open_with_words("zoom zoology zoologist zookeeper zoning zone", canary=True)


def test_a_spare_key_opens_too(alice, bob):
    printed = spare_key.written(spare_key.new_secret())
    set_spare_key(alice.account_id, alice.data_key, printed)

    assert has_spare_key(alice.account_id)
    assert open_with_spare_key(printed.lower()) == (alice.account_id, alice.data_key)
    assert open_with_words(ALICES_WORDS)[0] == alice.account_id


def test_a_new_spare_key_takes_the_place_of_the_old_one(alice):
    old, new = (spare_key.written(spare_key.new_secret()) for _ in range(2))
    set_spare_key(alice.account_id, alice.data_key, old)
    set_spare_key(alice.account_id, alice.data_key, new)

    with pytest.raises(NothingOpens):
        open_with_spare_key(old)
    assert open_with_spare_key(new)[0] == alice.account_id


def test_a_spent_spare_key_opens_nothing(alice):
    printed = spare_key.written(spare_key.new_secret())
    set_spare_key(alice.account_id, alice.data_key, printed)

    remove_spare_key(alice.account_id)

    assert not has_spare_key(alice.account_id)
    with pytest.raises(NothingOpens):
        open_with_spare_key(printed)


@pytest.mark.parametrize("typed", ["", "0000-0000", "not a key at all"])
def test_what_is_no_spare_key_opens_nothing_and_cannot_be_set(alice, typed):
    with pytest.raises(NothingOpens):
        open_with_spare_key(typed)
    with pytest.raises(NotASpareKey):
        set_spare_key(alice.account_id, alice.data_key, typed)


def test_forgetting_takes_every_lock_and_the_account(alice, bob):
    set_spare_key(alice.account_id, alice.data_key, spare_key.written(spare_key.new_secret()))

    forget(alice.account_id)

    assert not Wrap.objects.filter(account_id=alice.account_id).exists()
    assert not Account.objects.filter(id=alice.account_id).exists()
    assert shut(ALICES_WORDS)
    assert open_with_words(BOBS_WORDS)[0] == bob.account_id


def test_whoever_comes_when_too_many_wait_is_told_so(alice, monkeypatch):
    monkeypatch.setattr(turns, "_places", threading.BoundedSemaphore(1))
    turns._places.acquire()

    with pytest.raises(TooBusy):
        open_with_words(ALICES_WORDS)


def test_nothing_in_the_tables_names_anybody(alice):
    assert {field.name for field in Account._meta.get_fields()} == {"id", "canary", "disabled"}
    assert {field.name for field in Wrap._meta.get_fields()} == {
        "pk",
        "account_id",
        "kind",
        "sealed",
    }
    assert str(Account(id=new_id())).startswith("Account ")
