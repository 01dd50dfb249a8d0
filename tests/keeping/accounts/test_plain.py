"""What is laid aside comes back as it was, as a value and never as something that acts."""

import pickle
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.keeping.accounts.plain import (
    CannotLieAside,
    NotReadable,
    decoded,
    encoded,
    packed,
    shrunk,
    unpacked,
)
from tests.support.cast import a_moment, sam

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.uuids(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text() | st.uuids(), inside),
    max_leaves=10,
)


@given(plain)
def test_plain_values_come_back_as_they_were(value):
    assert decoded(encoded(value)) == value


@pytest.mark.parametrize("record", [a_moment(note="rain"), sam()])
def test_records_come_back_with_their_id_and_their_revision(record):
    assert decoded(encoded(record.but(revision=4))) == record.but(revision=4)


def test_what_is_neither_is_refused_by_the_name_of_its_type_alone():
    with pytest.raises(CannotLieAside) as refused:
        encoded({"a": {object()}})

    assert str(refused.value) == "set"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        pickle.dumps("a"),
        msgspec.msgpack.encode(msgspec.msgpack.Ext(9, b"")),
        msgspec.msgpack.encode(msgspec.msgpack.Ext(1, b"short")),
        msgspec.msgpack.encode(
            msgspec.msgpack.Ext(3, msgspec.msgpack.encode(["nobody knows", 1, {}]))
        ),
        msgspec.msgpack.encode(msgspec.msgpack.Ext(3, msgspec.msgpack.encode(["moment", 99, {}]))),
    ],
)
def test_what_this_release_did_not_write_is_refused(body):
    with pytest.raises(NotReadable):
        decoded(body)


def test_the_oldest_are_left_out_where_there_is_no_room():
    things = {str(number): encoded(Random(number).randbytes(100)) for number in range(20)}

    body = packed(things, most=700)

    assert len(body) <= 700
    assert list(unpacked(body)) == list(things)[-len(unpacked(body)) :]
    assert 0 < len(unpacked(body)) < len(things)


def test_repeated_words_take_little_room():
    assert shrunk(b"<p>the same page</p>" * 1000) < 500


@pytest.mark.parametrize("body", [b"", b"x" * 40, b"x\x9c"])
def test_what_was_not_packed_is_refused(body):
    with pytest.raises(NotReadable):
        unpacked(body)
