"""What goes in through the slot is read by the notebook alone, and tells its size in steps."""

from uuid import UUID

import pytest

from beside.keeping.crypto import hpke, letterbox
from beside.keeping.crypto.letterbox import NotASlot, Slot, slot_in
from beside.keeping.crypto.primitives import NotAuthentic

ALICE = UUID("a11ce000-0000-4000-8000-000000000001")
BOB = UUID("b0b00000-0000-4000-8000-000000000001")
LETTER = b"Carried it up alone. Tea."


@pytest.fixture
def pair():
    return letterbox.new_slot()


def test_what_was_put_in_is_taken_out(pair):
    slot, private = pair

    sealed = letterbox.put_in(slot, ALICE, LETTER)

    assert letterbox.taken_out(private, sealed, account_id=ALICE, device=slot.device) == LETTER
    assert LETTER not in sealed


def test_what_the_device_holds_does_not_take_it_out(pair):
    slot, _ = pair
    sealed = letterbox.put_in(slot, ALICE, LETTER)

    for held in (slot.token, slot.public):
        with pytest.raises(NotAuthentic):
            letterbox.taken_out(held, sealed, account_id=ALICE, device=slot.device)


def test_it_is_for_one_notebook_and_through_one_device(pair):
    slot, private = pair
    sealed = letterbox.put_in(slot, ALICE, LETTER)

    for account_id, device in ((BOB, slot.device), (ALICE, bytes(32))):
        with pytest.raises(NotAuthentic):
            letterbox.taken_out(private, sealed, account_id=account_id, device=device)


@pytest.mark.parametrize("at", [0, 1, 2, 20, 40, 90, -1])
def test_a_changed_one_is_not_taken_out(pair, at):
    slot, private = pair
    sealed = bytearray(letterbox.put_in(slot, ALICE, LETTER))
    sealed[at] ^= 1

    with pytest.raises(NotAuthentic):
        letterbox.taken_out(private, bytes(sealed), account_id=ALICE, device=slot.device)


@pytest.mark.parametrize("wrong", [b"", b"\xba\x01", b"\xba\x01" + bytes(60)])
def test_what_is_no_letter_is_refused(pair, wrong):
    slot, private = pair

    with pytest.raises(NotAuthentic):
        letterbox.taken_out(private, wrong, account_id=ALICE, device=slot.device)


def test_a_length_that_runs_over_the_end_is_refused(pair):
    slot, private = pair
    info = letterbox._info(ALICE, slot.device)
    sealed = b"\xba\x01" + hpke.sealed_to(slot.public, (999).to_bytes(4, "big"), info=info)

    with pytest.raises(NotAuthentic):
        letterbox.taken_out(private, sealed, account_id=ALICE, device=slot.device)


def test_short_letters_have_one_size(pair):
    slot, _ = pair
    sizes = {len(letterbox.put_in(slot, ALICE, b"x" * count)) for count in (0, 1, 100, 252)}

    assert len(sizes) == 1


def test_the_cookie_says_what_it_was_given(pair):
    slot, _ = pair

    assert slot_in(slot.written()) == slot


@pytest.mark.parametrize("cookie", ["", "x", "é", "A" * 43, "A" * 85, "A" * 87, "=" * 86])
def test_a_cookie_that_is_none_of_ours_is_refused(cookie):
    with pytest.raises(NotASlot):
        slot_in(cookie)


def test_a_key_that_would_seal_for_everybody_is_refused():
    with pytest.raises(NotASlot):
        letterbox.put_in(Slot(bytes(32), bytes(32)), ALICE, LETTER)


def test_it_tells_nothing_when_printed(pair):
    assert repr(pair[0]) == "<Slot>"
