"""Where many are served a name finds the notebook, and nobody learns whether there is one."""

import threading

import pytest
from django.db import connection

from beside.keeping.accounts import locks, named
from beside.keeping.accounts.models import Account, AccountName, Wrap
from beside.keeping.accounts.named import (
    NameTaken,
    NotAName,
    as_kept_in,
    change_words_of,
    keep_named,
    open_named,
    open_named_with_spare_key,
    opens_account,
)
from beside.keeping.accounts.names import draw_name
from beside.keeping.accounts.opening import (
    NothingOpens,
    forget,
    remove_spare_key,
    set_spare_key,
)
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.stretching import Cost
from beside.keeping.crypto.words import TooLong
from beside.keeping.crypto.wraps import header_of
from beside.kernel.ids import new_id
from tests.support.quick import CHEAP

WORDS, OTHERS = (
    "abacus abdomen abide ablaze able abnormal",
    "zebra zesty zigzagged zippy zit zodiac",
)
ALICE, BOB, NOBODY = "kettle-otter-4821", "gravel-ladder-1000", "tulip-lantern-9999"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_words")]


@pytest.fixture(autouse=True)
def secret(settings):
    settings.SERVER_SECRET = bytes(range(32))


@pytest.fixture
def alice():
    return keep_named(ALICE, WORDS)


def shut(name, words):
    try:
        open_named(name, words)
    except NothingOpens:
        return True
    return False


@pytest.fixture
def stretched(monkeypatch):
    """Return how dear each stretching was, and with which salt."""
    came, real = [], locks.stretch

    def stretch(words, *, salt, cost):
        came.append((cost, salt))
        return real(words, salt=salt, cost=cost)

    monkeypatch.setattr(locks, "stretch", stretch)
    return came


def test_the_name_and_the_words_open_it(alice):
    assert open_named(ALICE, WORDS) == alice


@pytest.mark.parametrize(
    "typed", ["Kettle otter 4821", "  KETTLE_OTTER-4821 ", "kettle – otter – 4821"]
)
def test_how_the_name_is_typed_does_not_matter(alice, typed):
    assert open_named(typed, WORDS) == alice


def test_two_may_have_the_same_words(alice):
    bob = keep_named(BOB, WORDS)

    assert open_named(ALICE, WORDS) == alice
    assert open_named(BOB, WORDS) == bob
    salts = {header_of(bytes(wrap.sealed)).salt for wrap in Wrap.objects.all()}
    assert len(salts) == 2


@pytest.mark.parametrize(
    ("name", "words"), [(ALICE, OTHERS), (NOBODY, WORDS), ("", WORDS), ("x" * 5000, WORDS)]
)
def test_anything_else_opens_nothing_and_is_told_nothing(alice, name, words):
    with pytest.raises(NothingOpens) as refused:
        open_named(name, words)

    assert str(refused.value) == ""


AS_DICTATED = "Abacus, abdomen, abide, ablaze, able, abnormal."


def test_six_words_open_with_what_stands_between_them_on_paper(alice):
    assert open_named(ALICE, AS_DICTATED) == alice
    assert opens_account(alice[0], AS_DICTATED)
    assert as_kept_in(alice[0], AS_DICTATED) == WORDS


def test_own_words_that_look_like_that_stay_as_they_are(stretched):
    account_id, _ = keep_named(BOB, AS_DICTATED)

    assert as_kept_in(account_id, AS_DICTATED) == AS_DICTATED
    assert open_named(BOB, AS_DICTATED)[0] == account_id


def test_words_that_are_read_in_two_ways_cost_the_same_for_a_name_that_nobody_has(
    alice, stretched, django_assert_num_queries
):
    wrong = ", ".join(OTHERS.split())
    for name in (ALICE, NOBODY):
        stretched.clear()
        with django_assert_num_queries(3):
            assert shut(name, wrong)
        assert [cost for cost, _ in stretched] == [CHEAP, CHEAP]


# A name that nobody has


def test_a_guess_costs_the_same_for_a_name_that_nobody_has(
    alice, stretched, django_assert_num_queries
):
    for name in (ALICE, NOBODY):
        with django_assert_num_queries(3):
            assert shut(name, OTHERS)

    assert [cost for cost, _ in stretched] == [CHEAP, CHEAP]


def test_its_salt_stays_the_same_and_is_that_of_no_other_name(stretched):
    for name in (NOBODY, NOBODY, BOB):
        assert shut(name, WORDS)

    (_, first), (_, second), (_, other) = stretched
    assert first == second != other


def test_a_damaged_lock_answers_as_to_wrong_words(alice, stretched):
    Wrap.objects.update(sealed=b"not a lock of this release")

    assert shut(ALICE, WORDS)
    assert len(stretched) == 1


def test_a_notebook_that_was_shut_by_who_hosts_answers_as_to_wrong_words(alice, stretched):
    Account.objects.update(disabled=True)

    assert shut(ALICE, WORDS)
    assert len(stretched) == 1
    Account.objects.update(disabled=False)
    assert open_named(ALICE, WORDS) == alice


def test_the_lock_of_one_notebook_under_another_name_opens_nothing(alice):
    keep_named(BOB, OTHERS)
    sealed = Wrap.objects.get(account_id=alice[0]).sealed
    Wrap.objects.exclude(account_id=alice[0]).update(sealed=sealed)

    assert shut(BOB, WORDS)


def test_too_many_letters_are_refused_before_they_are_stretched(alice, stretched):
    with pytest.raises(TooLong):
        open_named(ALICE, "x" * 1025)

    assert stretched == []


# Keeping one


def test_a_form_that_was_sent_twice_makes_one_notebook(alice):
    assert keep_named(ALICE, WORDS) == alice
    assert Account.objects.count() == Wrap.objects.count() == AccountName.objects.count() == 1


def test_a_name_that_somebody_has_is_nobody_elses(alice):
    with pytest.raises(NameTaken):
        keep_named(ALICE, OTHERS)

    assert open_named(ALICE, WORDS) == alice
    assert Account.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["", "Alice", "alice@example.org", "kettle-otter", "kettle-otter-12"]
)
def test_nobody_chooses_a_name_of_their_own(name):
    with pytest.raises(NotAName):
        keep_named(name, WORDS)

    assert not Account.objects.exists()


def test_a_name_that_is_drawn_is_one():
    name = draw_name()

    assert keep_named(name, WORDS) == open_named(name, WORDS)


def test_whoever_is_not_admitted_leaves_nothing_behind():
    class Closed(Exception):
        pass

    def refuse(account_id):
        raise Closed

    with pytest.raises(Closed):
        keep_named(ALICE, WORDS, admit=refuse)

    assert not Account.objects.exists()
    assert not Wrap.objects.exists()
    assert not AccountName.objects.exists()


def test_the_one_who_is_admitted_is_the_one_who_is_kept():
    admitted = []

    account_id, _ = keep_named(ALICE, WORDS, admit=admitted.append)
    keep_named(ALICE, WORDS, admit=admitted.append)

    assert admitted == [account_id]


@pytest.mark.django_db(transaction=True)
def test_the_form_sent_many_times_at_once_makes_one_notebook_and_asks_once():
    made, admitted = [], []

    def send():
        made.append(keep_named(ALICE, WORDS, admit=lambda _: admitted.append(1))[0])
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 8
    assert len(set(made)) == 1
    assert Account.objects.count() == 1


# Words and spare keys


def test_new_words_open_and_the_old_ones_do_not(alice):
    change_words_of(*alice, OTHERS)

    assert open_named(ALICE, OTHERS) == alice
    assert shut(ALICE, WORDS)


def test_words_are_asked_of_this_very_notebook(alice):
    keep_named(BOB, OTHERS)

    assert opens_account(alice[0], WORDS)
    assert not opens_account(alice[0], OTHERS)
    assert not opens_account(new_id(), WORDS)


def test_a_cheaper_lock_is_made_anew_as_dear_as_today(alice, monkeypatch):
    dearer = Cost(128, 1, 1)
    monkeypatch.setattr(named, "CURRENT", dearer)

    assert open_named(ALICE, WORDS) == alice

    assert header_of(bytes(Wrap.objects.get().sealed)).cost == dearer
    assert open_named(ALICE, WORDS) == alice


def test_a_spare_key_opens_with_the_name(alice):
    printed = spare_key.written(spare_key.new_secret())
    set_spare_key(*alice, printed)

    assert open_named_with_spare_key(ALICE, printed.lower()) == alice
    for name, typed in ((NOBODY, printed), (ALICE, "not a key at all"), (BOB, printed)):
        with pytest.raises(NothingOpens):
            open_named_with_spare_key(name, typed)


def test_a_spent_spare_key_opens_nothing(alice):
    printed = spare_key.written(spare_key.new_secret())
    set_spare_key(*alice, printed)
    remove_spare_key(alice[0])

    with pytest.raises(NothingOpens):
        open_named_with_spare_key(ALICE, printed)


# What is left in the tables


def test_the_name_is_in_no_table(alice):
    (row,) = AccountName.objects.values_list("name_hash", "account_id")

    assert row[1] == alice[0]
    assert len(row[0]) == 32
    assert b"kettle" not in bytes(row[0])


def test_without_the_servers_secret_nobody_finds_the_row_of_a_name(alice, settings):
    settings.SERVER_SECRET = bytes(32)

    assert shut(ALICE, WORDS)


def test_forgetting_takes_the_name_too(alice):
    forget(alice[0])

    assert not AccountName.objects.exists()
    assert shut(ALICE, WORDS)
    assert keep_named(ALICE, OTHERS)[0] != alice[0]
