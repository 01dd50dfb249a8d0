"""A browser is known to the notebooks that it opened, to no other, and what it keeps opens none."""

import pytest

from beside.keeping.accounts.known_browsers import MOST, number_of, remembered
from beside.keeping.accounts.names import name_hash


@pytest.fixture(autouse=True)
def secret(settings):
    settings.SERVER_SECRET = bytes(range(32))


@pytest.fixture
def alice():
    return name_hash("kettle-otter-4821")


@pytest.fixture
def bob():
    return name_hash("gravel-ladder-1000")


def test_it_is_known_to_the_notebook_that_it_opened(alice, bob):
    cookie = remembered("", alice)

    assert number_of(cookie, alice) is not None
    assert number_of(cookie, bob) is None


def test_it_keeps_its_number_the_next_time(alice):
    cookie = remembered("", alice)

    assert number_of(remembered(cookie, alice), alice) == number_of(cookie, alice)
    assert remembered(cookie, alice) == cookie


def test_two_notebooks_may_share_a_browser(alice, bob):
    cookie = remembered(remembered("", alice), bob)

    assert number_of(cookie, alice) is not None
    assert number_of(cookie, bob) is not None
    assert number_of(cookie, alice) != number_of(cookie, bob)


def test_the_oldest_of_many_is_forgotten(alice):
    cookie = remembered("", alice)
    for number in range(MOST):
        cookie = remembered(cookie, name_hash(f"kettle-otter-{2000 + number}"))

    assert number_of(cookie, alice) is None
    assert cookie.count(".") == MOST - 1


@pytest.mark.parametrize("made_up", ["", "x", "....", "A" * 44, "é", "=" * 44, "A" * 100_000])
def test_nobody_makes_one_up(made_up, alice):
    assert number_of(made_up, alice) is None
    assert number_of(remembered(made_up, alice), alice) is not None


def test_a_mark_that_was_changed_counts_for_nothing(alice):
    cookie = remembered("", alice)
    other = "B" if cookie[-2] != "B" else "C"

    assert number_of(cookie[:-4] + other * 3 + "=", alice) is None


def test_two_browsers_have_two_numbers(alice):
    assert number_of(remembered("", alice), alice) != number_of(remembered("", alice), alice)
