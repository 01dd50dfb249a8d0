"""Guesses from elsewhere slow down guesses from elsewhere; the owner's browser goes on opening."""

import pytest

from beside.keeping.accounts import tries
from beside.keeping.accounts.known_browsers import remembered
from beside.keeping.accounts.models import Tries
from beside.keeping.accounts.names import name_hash
from beside.keeping.accounts.throttle import FREE, LONGEST_WAIT, Wait
from beside.keeping.accounts.tries import (
    DAY,
    FREE_FOR_A_NAME,
    FREE_FOR_A_NETWORK,
    LONGEST_FOR_A_NETWORK,
    drop_old,
    guess_at,
    guess_inside,
    network_of,
    newcomer,
)
from beside.kernel.ids import new_id

pytestmark = pytest.mark.django_db

ALICE, NOBODY = "kettle-otter-4821", "tulip-lantern-9999"
HERE = "192.0.2.7"


@pytest.fixture(autouse=True)
def clock(settings, monkeypatch):
    """Let hours pass at once: return a clock that can be set, in seconds."""
    settings.SERVER_SECRET = bytes(range(32))

    class Clock:
        at = 1_000_000.0

    monkeypatch.setattr(tries, "seconds_now", lambda: f"CAST({Clock.at!r} AS double precision)")
    monkeypatch.setattr(tries, "database_time", lambda: Clock.at)
    return Clock


def guess(name=ALICE, address=HERE, device=""):
    guess_at(name, address=address, device=device).try_at(0.0)


def left(**who):
    """Return how long whoever guesses now has to wait, in seconds."""
    try:
        guess(**who)
    except Wait as wait:
        return wait.seconds
    return 0


def from_elsewhere(number):
    return f"198.51.{number // 250}.{number % 250}"


def test_some_are_free_and_each_further_one_waits_twice_as_long(clock):
    for _ in range(FREE):
        guess()

    waits = []
    for _ in range(12):
        waits.append(left())
        clock.at += waits[-1]
        guess()

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, LONGEST_WAIT, LONGEST_WAIT]


def test_a_guess_that_comes_too_soon_is_not_counted(clock):
    for _ in range(FREE):
        guess()

    assert [left() for _ in range(5)] == [1] * 5
    clock.at += 1
    assert left() == 0


def test_a_name_that_nobody_has_is_counted_the_same(clock):
    for _ in range(FREE):
        guess(NOBODY)

    assert left(name=NOBODY) == 1


def test_whoever_opens_is_forgiven():
    for _ in range(FREE):
        guess()
    guess_at(ALICE, address=HERE, device="").opened()

    assert [left() for _ in range(FREE)] == [0] * FREE


def test_one_network_cannot_lock_out_another_one(clock):
    for _ in range(FREE_FOR_A_NAME * 3):
        left()

    assert left(address="203.0.113.9") == 0


def test_many_networks_slow_one_another_down():
    for number in range(FREE_FOR_A_NAME):
        guess(address=from_elsewhere(number))

    assert left(address="203.0.113.9") == 1


def test_guesses_from_everywhere_do_not_hold_up_the_owners_browser():
    device = remembered("", name_hash(ALICE))
    for number in range(FREE_FOR_A_NAME * 2):
        left(address=from_elsewhere(number))

    assert left(address="203.0.113.9") > 0
    assert [left(device=device, address="203.0.113.9") for _ in range(FREE)] == [0] * FREE
    assert left(device=device) == 1


def test_a_known_browser_is_known_for_its_own_notebook_alone():
    device = remembered("", name_hash("gravel-ladder-1000"))
    for _ in range(FREE):
        guess(device=device)

    assert left(device=device) == 1
    assert left(device="", address="203.0.113.9") == 0


def test_one_network_that_tries_many_names_is_slowed_down_and_never_for_long(clock):
    for number in range(FREE_FOR_A_NETWORK):
        guess(name=f"kettle-otter-{2000 + number}")
    assert left() == 1

    for _ in range(30):
        clock.at += 2 * LONGEST_FOR_A_NETWORK
        guess(name=f"tulip-otter-{3000 + _}")

    assert left(name=NOBODY) == LONGEST_FOR_A_NETWORK


def test_opening_ones_own_does_not_forgive_a_network_the_guesses_at_others(clock):
    for number in range(FREE_FOR_A_NETWORK - 1):
        guess(name=f"kettle-otter-{2000 + number}")
    mine = guess_at(ALICE, address=HERE, device="")
    mine.try_at(0.0)
    mine.opened()

    guess(name=NOBODY)

    assert left(name=NOBODY) == 1


def test_a_guess_that_is_turned_away_by_one_count_is_in_none():
    for _ in range(FREE + 3):
        left()

    assert sorted(Tries.objects.values_list("failures", flat=True)) == [FREE] * 3


def test_what_was_not_tried_is_taken_back():
    one = guess_at(ALICE, address=HERE, device="")
    for _ in range(3 * FREE):
        one.try_at(0.0)
        one.not_tried()

    assert set(Tries.objects.values_list("failures", flat=True)) == {0}


def test_after_a_day_the_count_begins_anew(clock):
    for _ in range(FREE):
        guess()
    clock.at += DAY + 1

    assert [left() for _ in range(FREE)] == [0] * FREE
    assert left() == 1


def test_what_nobody_tried_for_a_day_is_taken_away(clock):
    guess()
    clock.at += DAY + 1
    guess(NOBODY, address="203.0.113.9")

    drop_old()

    assert Tries.objects.count() == 3


def test_the_words_that_are_asked_again_have_a_count_of_their_own(clock):
    account_id = new_id()
    for _ in range(FREE):
        guess_inside(account_id).try_at(0.0)

    with pytest.raises(Wait):
        guess_inside(account_id).try_at(0.0)
    guess_inside(new_id()).try_at(0.0)


def test_new_notebooks_of_one_network_slow_down_and_keeping_one_forgives_none():
    for _ in range(FREE):
        newcomer(HERE).try_at(0.0)

    with pytest.raises(Wait):
        newcomer(HERE).try_at(0.0)
    newcomer("203.0.113.9").try_at(0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:0:1::5", "2001:db8:0:1:ffff::9", True),
        ("2001:db8:0:1::5", "2001:db8:0:2::5", False),
        ("", "not an address", True),
    ],
)
def test_what_counts_as_one_network(one, other, same):
    assert (network_of(one) == network_of(other)) is same


def test_no_name_and_no_address_lies_in_the_table():
    guess()

    for (what,) in Tries.objects.values_list("what"):
        assert len(what) == 32
        assert network_of(HERE) not in bytes(what)
        assert b"kettle" not in bytes(what)
