"""A sealed count of rows: the same whatever the order, and no other for other rows."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beside.keeping.crypto.manifest import ManifestSealer, Tally
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.wraps import DataKey

ALICE = UUID("a11ce000-0000-4000-8000-000000000001")
BOB = UUID("b0b00000-0000-4000-8000-000000000001")
KEY = DataKey(1, bytearray(range(32)))
SEALER = ManifestSealer(ALICE, KEY)
DAY = date(2026, 3, 3)

ROWS = st.lists(
    st.tuples(
        st.binary(min_size=16, max_size=16),
        st.integers(1, 2**40),
        st.binary(min_size=16, max_size=40),
    ),
    max_size=12,
    unique_by=lambda row: row[0],
)


def worth(row, sealer=SEALER):
    record_id, revision, sealed = row
    return sealer.worth(record_id=record_id, revision=revision, sealed=sealed)


def counted(rows, start=None):
    tally = start or Tally()
    for row in rows:
        tally = tally.with_row(worth(row))
    return tally


@settings(max_examples=60)
@given(ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)

    assert counted(mixed) == counted(rows)


@settings(max_examples=60)
@given(ROWS, ROWS)
def test_what_was_added_can_be_taken_off_again(kept, gone):
    tally = counted(gone, start=counted(kept))

    for row in gone:
        tally = tally.without_row(worth(row))

    assert tally.counts_the_same_as(counted(kept))
    assert tally.changes == len(kept) + 2 * len(gone)


@settings(max_examples=60)
@given(ROWS.filter(bool))
def test_a_row_less_or_of_another_revision_or_tag_is_another_count(rows):
    (record_id, revision, sealed), *rest = rows
    whole = counted(rows)

    assert not counted(rest).counts_the_same_as(whole)
    for other in (
        (record_id, revision + 1, sealed),
        (record_id, revision, bytes(byte ^ 1 for byte in sealed)),
        (record_id[::-1] + b"", revision, sealed + b"x"),
    ):
        assert not counted([other, *rest]).counts_the_same_as(whole)


def test_a_row_is_worth_something_else_under_another_key():
    row = bytes(16), 1, bytes(16)

    assert worth(row) != worth(row, ManifestSealer(ALICE, DataKey(1, bytearray(32))))


def test_a_whole_row_and_its_tag_are_worth_the_same():
    sealed = bytes(range(100))

    assert worth((bytes(16), 1, sealed)) == worth((bytes(16), 1, sealed[-16:]))


def test_it_opens_as_it_was_sealed():
    tally = Tally(count=3, total=2**256 - 1, changes=9, looked=DAY)

    assert SEALER.open(SEALER.seal(tally)) == tally
    assert SEALER.open(SEALER.seal(Tally())) == Tally()


def test_it_has_one_size_whatever_it_says():
    sizes = {len(SEALER.seal(Tally(count=n, total=n * 7, changes=n))) for n in (0, 9, 2**40)}

    assert sizes == {16 + 52 + 16}


@pytest.mark.parametrize("at", range(0, 84, 7))
def test_a_changed_one_does_not_open(at):
    sealed = bytearray(SEALER.seal(Tally(count=3)))
    sealed[at] ^= 1

    with pytest.raises(NotAuthentic):
        SEALER.open(bytes(sealed))


def test_one_of_another_notebook_or_key_does_not_open():
    sealed = SEALER.seal(Tally(count=3))

    for other in (
        ManifestSealer(BOB, KEY),
        ManifestSealer(ALICE, DataKey(2, bytearray(range(32)))),
        ManifestSealer(ALICE, DataKey(1, bytearray(32))),
    ):
        with pytest.raises(NotAuthentic):
            other.open(sealed)


@pytest.mark.parametrize("wrong", [b"", b"\xb9", bytes(84), b"\xb9\x02\x00\x01" + bytes(80)])
def test_what_is_no_count_is_refused(wrong):
    with pytest.raises(NotAuthentic):
        SEALER.open(wrong)


def test_it_tells_nothing_when_printed():
    assert repr(Tally(count=3, total=77, changes=12345)) == "<Tally of 3>"
