"""A sealed record opens in its own place, whole, and in no other."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer, UnknownSeal, padded_size
from beside.keeping.crypto.wraps import DataKey

ACCOUNT = UUID("a11ce000-0000-4000-8000-000000000001")
ANOTHER = UUID("b0b00000-0000-4000-8000-000000000002")
RECORD = UUID("5a000000-0000-4000-8000-000000000001").bytes
BUCKET = b"\x07" * 16
SEALER = RecordSealer(ACCOUNT, DataKey(1, bytearray(range(32))))

PLACE = {"bucket": BUCKET, "record_id": RECORD, "revision": 3}
SEALED = SEALER.seal(b"I asked Sam.", **PLACE)


def refused(sealed, sealer=SEALER, **changes):
    try:
        sealer.open(sealed, **{**PLACE, **changes})
    except NotAuthentic:
        return True
    return False


@given(st.binary(max_size=9000), st.integers(0, 2**63 - 1))
def test_what_is_sealed_opens_again(body, revision):
    place = {**PLACE, "revision": revision}

    assert SEALER.open(SEALER.seal(body, **place), **place) == body


def test_every_changed_bit_is_refused():
    for position in range(len(SEALED)):
        for bit in range(8):
            changed = bytearray(SEALED)
            changed[position] ^= 1 << bit

            assert refused(bytes(changed)), (position, bit)


def test_every_byte_left_out_or_put_in_is_refused():
    for position in range(len(SEALED)):
        assert refused(SEALED[:position] + SEALED[position + 1 :])
        assert refused(SEALED[:position] + b"\x00" + SEALED[position:])


def test_every_length_but_the_whole_is_refused():
    for length in range(len(SEALED)):
        assert refused(SEALED[:length])
    assert refused(SEALED + b"\x00")


@pytest.mark.parametrize(
    "changes",
    [
        {"bucket": b"\x08" * 16},
        {"record_id": UUID(int=7).bytes},
        {"revision": 2},
        {"revision": 4},
        {"revision": -1},
        {"bucket": BUCKET[:15]},
        {"bucket": BUCKET + b"\x00"},
        {"bucket": RECORD, "record_id": BUCKET},
    ],
)
def test_a_record_in_anothers_place_is_refused(changes):
    assert refused(SEALED, **changes)


def test_another_account_with_the_same_key_is_refused():
    assert refused(SEALED, RecordSealer(ANOTHER, DataKey(1, bytearray(range(32)))))


def test_another_key_is_refused():
    assert refused(SEALED, RecordSealer(ACCOUNT, DataKey(1, bytearray(32))))


def test_the_same_key_under_another_number_is_refused():
    assert refused(SEALED, RecordSealer(ACCOUNT, DataKey(2, bytearray(range(32)))))


@pytest.mark.parametrize("head", [b"\xb6\x01", b"\xb5\x00", b"\xb5\x02", b"\x00\x00", b""])
def test_a_form_that_is_not_known_is_refused_and_not_guessed_at(head):
    with pytest.raises(UnknownSeal):
        SEALER.open(head + SEALED[2:], **PLACE)


def test_the_same_words_twice_look_different():
    assert SEALER.seal(b"no", **PLACE) != SEALER.seal(b"no", **PLACE)


def test_short_texts_look_equally_long():
    lengths = {len(SEALER.seal(b"x" * size, **PLACE)) for size in range(253)}

    assert lengths == {16 + 256 + 16}


@pytest.mark.parametrize(
    ("size", "padded"),
    [
        (0, 256),
        (1, 256),
        (256, 256),
        (257, 512),
        (4095, 4096),
        (4096, 4096),
        (4097, 4352),
        (9000, 9216),
        (10_000, 10_240),
        (65_537, 67_584),
        (1_000_000, 1_015_808),
    ],
)
def test_sizes_go_up_in_steps(size, padded):
    assert padded_size(size) == padded


@given(st.integers(0, 2**31))
def test_padding_never_cuts_and_costs_at_most_an_eighth(size):
    padded = padded_size(size)

    assert padded >= size
    assert padded == padded_size(padded)
    assert size <= 4096 or padded <= size * 1.12


def test_buckets_of_one_month_differ_between_kinds_accounts_and_months():
    other = RecordSealer(ANOTHER, DataKey(1, bytearray(32)))

    buckets = {
        SEALER.bucket("moment", "2026-03"),
        SEALER.bucket("moment", "2026-04"),
        SEALER.bucket("ask", "2026-03"),
        other.bucket("moment", "2026-03"),
    }

    assert len(buckets) == 4
    assert all(len(bucket) == 16 for bucket in buckets)


def test_a_standing_id_looks_like_any_other():
    standing = SEALER.standing_id("span")

    assert standing == SEALER.standing_id("span")
    assert standing != SEALER.standing_id("canary")
    assert standing.version == 4
