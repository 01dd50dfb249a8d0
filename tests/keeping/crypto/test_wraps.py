"""A wrap opens with the one key it was made with, and is refused in every other form."""

import struct
from uuid import UUID

import pytest

from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.stretching import CEILING, CURRENT, FLOOR, Cost, CostRefused, stretch
from beside.keeping.crypto.wraps import (
    FOR_SESSION,
    FOR_SPARE_KEY,
    FOR_WORDS,
    DataKey,
    LockingKey,
    UnknownWrap,
    account_salt,
    fits,
    header_of,
    locking_key,
    unwrap,
    wrap,
)

ACCOUNT = UUID("a11ce000-0000-4000-8000-000000000001")
KEY = DataKey(1, bytearray(range(32)))
SALT = b"\x05" * 16
SECRET = b"\x09" * 32


def lock(secret=SECRET, account=ACCOUNT, purpose=FOR_WORDS):
    return locking_key(secret, salt=account_salt(account), purpose=purpose)


WRAPPED = wrap(KEY, lock(), salt=SALT, cost=CURRENT)


def changed(position, value):
    made = bytearray(WRAPPED)
    made[position : position + len(value)] = value
    return bytes(made)


def test_a_wrap_gives_its_key_back():
    assert unwrap(WRAPPED, lock()) == KEY
    assert header_of(WRAPPED).cost == CURRENT
    assert header_of(WRAPPED).salt == SALT


@pytest.mark.parametrize(
    "other",
    [
        lock(secret=b"\x08" * 32),
        lock(account=UUID(int=1)),
        lock(purpose=FOR_SPARE_KEY),
        lock(purpose=FOR_SESSION),
    ],
)
def test_another_key_does_not_fit(other):
    assert not fits(WRAPPED, other)
    with pytest.raises(NotAuthentic):
        unwrap(WRAPPED, other)


def test_the_right_key_with_another_commitment_is_refused():
    right = lock()
    crafted = LockingKey(key=right.key, commitment=bytearray(16))

    with pytest.raises(NotAuthentic):
        unwrap(WRAPPED, crafted)


def test_another_key_with_the_right_commitment_is_refused():
    crafted = LockingKey(key=bytearray(32), commitment=lock().commitment)

    assert fits(WRAPPED, crafted)
    with pytest.raises(NotAuthentic):
        unwrap(WRAPPED, crafted)


def test_every_changed_bit_is_refused():
    for position in range(len(WRAPPED)):
        for bit in range(8):
            made = changed(position, bytes((WRAPPED[position] ^ (1 << bit),)))

            with pytest.raises((NotAuthentic, UnknownWrap, CostRefused)):
                unwrap(made, lock())


@pytest.mark.parametrize("length", [0, 1, 52, len(WRAPPED) - 1])
def test_a_wrap_that_is_cut_is_refused(length):
    with pytest.raises(UnknownWrap):
        header_of(WRAPPED[:length])


@pytest.mark.parametrize(
    ("position", "value"), [(0, b"\xb5"), (1, b"\x00"), (1, b"\x02"), (2, b"\x02")]
)
def test_a_form_that_is_not_known_is_refused(position, value):
    with pytest.raises(UnknownWrap):
        header_of(changed(position, value))


@pytest.mark.parametrize(
    "cost",
    [
        Cost(FLOOR.memory - 1, FLOOR.passes, 1),
        Cost(FLOOR.memory, FLOOR.passes - 1, 1),
        Cost(FLOOR.memory, FLOOR.passes, 0),
        Cost(CEILING.memory + 1, 3, 1),
        Cost(FLOOR.memory, CEILING.passes + 1, 1),
        Cost(FLOOR.memory, 3, CEILING.lanes + 1),
        Cost(0, 0, 0),
        Cost(2**32 - 1, 255, 255),
    ],
)
def test_a_cost_under_the_floor_or_over_the_ceiling_is_refused(cost):
    with pytest.raises(CostRefused):
        header_of(changed(3, struct.pack(">IBB", cost.memory, cost.passes, cost.lanes)))
    with pytest.raises(CostRefused):
        stretch("words", salt=SALT, cost=cost)


def test_the_floor_the_ceiling_and_today_are_taken():
    assert FLOOR.within_bounds()
    assert CEILING.within_bounds()
    assert CURRENT.within_bounds()


def test_a_wrap_without_stretching_names_no_cost():
    spare = bytearray(wrap(KEY, lock(purpose=FOR_SPARE_KEY)))
    assert unwrap(bytes(spare), lock(purpose=FOR_SPARE_KEY)) == KEY

    spare[8] = 1

    with pytest.raises(UnknownWrap):
        header_of(bytes(spare))


def test_a_wrap_of_words_cannot_pass_as_one_that_needs_no_stretching():
    with pytest.raises((NotAuthentic, UnknownWrap)):
        unwrap(changed(2, b"\x00" + bytes(6)), lock())


def test_keys_are_silent_when_printed():
    texts = repr(KEY) + repr(lock()) + str(KEY)

    assert bytes(KEY.secret).hex() not in texts
    assert texts == "<DataKey 1><LockingKey><DataKey 1>"


def test_a_wiped_key_is_gone():
    key = DataKey(1, bytearray(range(32)))
    locking = lock()

    key.wipe()
    locking.wipe()

    assert bytes(key.secret) == bytes(32)
    assert bytes(locking.key) == bytes(32)
    assert bytes(locking.commitment) == bytes(16)
