"""What leaves comes back whole; what comes in is read strictly and overwrites nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beside.journey.pattern.model import Moment
from beside.kernel.records import Foreign, FromALaterRelease, kinds
from beside.kernel.store import MemoryStore
from beside.papers import importing
from beside.papers.export import exported, sealed_for
from beside.papers.importing import (
    LockedTooHard,
    NotAnExport,
    TakesTooLong,
    WrongPassphrase,
    bring_in,
    is_sealed,
    read,
    unsealed,
)
from tests.support.any_records import KEPT_BY_ITSELF, any_of, any_records, known
from tests.support.cast import A_MOMENT, NOBODY, a_moment, asked_sam, happened, rex, sam

MADE = datetime(2026, 3, 3, 11, tzinfo=UTC)


def papers_of(*records: Any) -> dict[str, Any]:
    """Return the document of *records*, as it can be changed by hand."""
    return json.loads(exported(MemoryStore(*records), made=MADE))


def sent(document: object) -> bytes:
    return json.dumps(document).encode()


@given(any_records())
def test_what_leaves_comes_back_whole(records: list[Any]) -> None:
    store = MemoryStore(*records)
    other = MemoryStore()

    brought = bring_in(other, read(exported(store, made=MADE)))

    assert brought.new == len(records)
    assert exported(other, made=MADE) == exported(store, made=MADE)


@pytest.mark.parametrize("kind", known(), ids=lambda kind: kind.kind)
# A small test has forty fields: to draw one takes a tenth of a second on a busy machine.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_kind_comes_back_to_the_last_field(kind: Any, data: st.DataObject) -> None:
    record = data.draw(any_of(kind))

    parcel = read(exported(MemoryStore(record), made=MADE))

    assert parcel.damaged == 0
    assert [one.but(revision=0) for one in parcel.records] == [record]


def test_no_kind_is_left_out() -> None:
    assert {kind.kind for kind in known()} | KEPT_BY_ITSELF == set(kinds())


@given(any_records())
def test_twice_is_once(records: list[Any]) -> None:
    store = MemoryStore()
    document = exported(MemoryStore(*records), made=MADE)
    bring_in(store, read(document))

    again = bring_in(store, read(document))

    assert (again.new, again.same, again.different) == (0, len(records), 0)


def test_what_differs_here_is_left_as_it_is() -> None:
    mine = a_moment(note="as I see it now")
    store = MemoryStore(mine)

    brought = bring_in(store, read(exported(MemoryStore(a_moment(note="before")), made=MADE)))

    assert (brought.new, brought.same, brought.different) == (0, 0, 1)
    assert store.get(Moment, A_MOMENT).note == "as I see it now"


def test_the_document_says_what_it_is_and_has_one_record_a_line() -> None:
    document = exported(MemoryStore(sam(), rex(), asked_sam()), made=MADE)

    first, *lines = document.decode().splitlines()

    assert first.startswith('{"format":"beside-export","version":1,"made":"2026-03-03T11:00:00Z"')
    assert len(lines) == 4
    assert {entry["kind"] for entry in json.loads(document)["records"]} == {"person", "ask"}


def test_an_unknown_kind_keeps_its_bytes() -> None:
    contents = msgspec.Raw(msgspec.msgpack.encode({"id": b"\x01" * 16, "at": MADE, "n": 7}))
    letter = Foreign(id=NOBODY, foreign_kind="letter", foreign_version=3, contents=contents)

    (back,) = read(exported(MemoryStore(letter), made=MADE)).records

    assert isinstance(back, Foreign)
    assert (back.id, back.foreign_kind, back.foreign_version) == (NOBODY, "letter", 3)
    assert bytes(back.contents) == bytes(contents)


def test_a_kind_that_was_unknown_where_it_left_is_known_where_it_arrives() -> None:
    packed = msgspec.msgpack.Encoder(uuid_format="bytes").encode(happened())
    stranger = Foreign(
        id=happened().id, foreign_kind="ask", foreign_version=1, contents=msgspec.Raw(packed)
    )

    (back,) = read(exported(MemoryStore(stranger), made=MADE)).records

    assert back.but(revision=0) == happened()


def test_records_of_a_later_release_are_carried_unread() -> None:
    document = papers_of(a_moment())
    document["records"][0] |= {"v": 9, "data": {"mood": ["new", 1]}}

    (back,) = read(sent(document)).records

    assert isinstance(back, Foreign)
    assert msgspec.msgpack.decode(back.contents) == {"mood": ["new", 1]}


DAMAGE: list[dict[str, Any]] = [
    {"id": "not an id"},
    {"id": str(NOBODY)},
    {"v": 0},
    {"v": "1"},
    {"kind": ""},
    {"kind": "k" * 65},
    {"data": None},
    {"data": {}},
    {"packed": "AAAA"},
    {"packed": "not base64!"},
]
DAMAGED_DATA: list[dict[str, Any]] = [
    {"what": "flew"},
    {"note": 7},
    {"load": 11},
    {"load": True},
    {"revision": 2**70},
    {"moved_to": "0001-01-01"},
    {"moved_to": "9999-12-31"},
    {"when": {"at": "2026-03-03T11:00:00Z", "zone": "Nowhere/At_All", "on": "2026-03-03"}},
    {"when": {"at": "2026-03-03T11:00:00Z", "zone": "../../etc/passwd", "on": "2026-03-03"}},
    {"when": {"at": "2026-03-03T11:00:00", "zone": "UTC", "on": "2026-03-03"}},
    {"when": {"at": "2026-03-03T11:00:00Z", "zone": "UTC", "on": "4026-03-03"}},
]


@pytest.mark.parametrize("change", DAMAGE, ids=str)
def test_a_damaged_record_is_counted_and_takes_no_other_with_it(change: dict[str, Any]) -> None:
    document = papers_of(sam(), a_moment())
    spoiled = next(one for one in document["records"] if one["kind"] == "moment")
    spoiled |= change

    parcel = read(sent(document))

    assert parcel.damaged == 1
    assert [record.id for record in parcel.records] == [sam().id]


@pytest.mark.parametrize("change", DAMAGED_DATA, ids=str)
def test_contents_that_their_kind_does_not_hold_are_counted(change: dict[str, Any]) -> None:
    document = papers_of(sam(), a_moment())
    spoiled = next(one for one in document["records"] if one["kind"] == "moment")
    spoiled["data"] |= change

    parcel = read(sent(document))

    assert parcel.damaged == 1
    assert [record.id for record in parcel.records] == [sam().id]


def test_one_line_that_is_no_json_any_more_takes_no_other_with_it() -> None:
    document = exported(MemoryStore(sam(), a_moment(note="spoilt here")), made=MADE)

    for noise in (b"half a letter \\ud800", b"no text \xff", b'end" of it', b"[" * 5_000):
        parcel = read(document.replace(b"spoilt here", noise))

        assert parcel.damaged == int(noise != b"[" * 5_000)
        assert sam().id in {record.id for record in parcel.records}


def test_of_a_file_that_was_cut_what_is_there_comes_in() -> None:
    document = exported(MemoryStore(sam(), a_moment()), made=MADE)
    first = read(document).records[0]

    for cut in (document[:-3], document[:-20]):
        parcel = read(cut)

        assert parcel.damaged >= 1
        assert first in parcel.records


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"hello",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"format":"other","version":1,"made":"2026-03-03T11:00:00Z","records":[]}',
        b'{"format":"beside-export","version":0,"made":"2026-03-03T11:00:00Z","records":[]}',
        b'{"format":"beside-export","version":1,"records":[]}',
        b'{"format":"beside-export","version":1,"made":"2026-03-03T11:00:00Z","records":{}}',
        b"[" * 100_000,
    ],
    ids=lambda document: document[:70],
)
def test_anything_else_is_refused(document: bytes) -> None:
    with pytest.raises(NotAnExport):
        read(document)


def test_a_document_of_a_later_release_is_refused_by_name() -> None:
    with pytest.raises(FromALaterRelease):
        read(b'{"format":"beside-export","version":2,"notes":[]}')


def test_what_is_larger_than_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LARGEST", 10)

    with pytest.raises(NotAnExport):
        read(exported(MemoryStore(), made=MADE))


@given(st.binary(max_size=300))
def test_no_bytes_make_it_stumble(noise: bytes) -> None:
    for document in (noise, b"age-encryption.org/v1\n" + noise):
        with pytest.raises(NotAnExport):
            unsealed(document, "any words") if is_sealed(document) else read(document)


@given(st.integers(0, 400), st.integers(0, 255))
def test_one_changed_byte_never_brings_an_odd_failure(place: int, byte: int) -> None:
    document = bytearray(exported(MemoryStore(a_moment(note="x")), made=MADE))
    document[place % len(document)] = byte

    try:
        parcel = read(bytes(document))
    except (NotAnExport, FromALaterRelease):
        return

    assert len(parcel.records) <= 1 <= len(parcel.records) + parcel.damaged


def test_a_locked_file_opens_with_its_passphrase_in_any_age_tool() -> None:
    document = exported(MemoryStore(sam()), made=MADE)

    sealed = sealed_for(document, "correct horse battery")

    assert is_sealed(sealed)
    assert b"Sam" not in sealed
    assert unsealed(sealed, "correct horse battery") == document
    with pytest.raises(WrongPassphrase):
        unsealed(sealed, "another")


def age_file(stretching: int) -> bytes:
    return b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA %d\n" % stretching


def test_a_file_that_is_locked_harder_than_is_allowed_is_refused_unopened() -> None:
    with pytest.raises(LockedTooHard):
        unsealed(age_file(19), "words", most=18)


def test_a_busy_machine_is_asked_again_before_a_file_counts_as_too_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = iter([False, False, True])

    def decrypt(*_: object) -> bytes:
        if next(asked, False):
            return b"{}"
        raise pyrage.DecryptError("Excessive work parameter for passphrase.")

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
    monkeypatch.setattr(importing, "PAUSE", 0)

    assert unsealed(age_file(18), "words") == b"{}"
    with pytest.raises(TakesTooLong):
        unsealed(age_file(18), "words")


def test_a_locked_file_that_was_changed_is_refused() -> None:
    sealed = sealed_for(b"{}", "correct horse battery")

    with pytest.raises(NotAnExport):
        unsealed(sealed[:-1], "correct horse battery")


@pytest.mark.parametrize(
    "head",
    [
        b"-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc",
        b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 23",
        b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 63",
        b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA -1",
        b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA",
        b"",
    ],
)
def test_a_file_that_costs_too_much_or_is_for_a_key_is_refused_unopened(head: bytes) -> None:
    with pytest.raises(NotAnExport):
        unsealed(b"age-encryption.org/v1\n" + head + b"\n" + b"A" * 43 + b"\n--- x\n", "words")


def test_nothing_of_it_shows_when_printed() -> None:
    parcel = read(exported(MemoryStore(a_moment(note="a secret")), made=MADE))

    assert repr(parcel) == "<Parcel of 1>"
    assert isinstance(parcel.records[0].id, UUID)


def test_a_small_test_that_does_not_add_up_is_damaged_and_takes_nothing_with_it() -> None:
    document = exported(MemoryStore(asked_sam(), a_moment()), made=MADE)
    crooked = document.replace(b'"state":"locked"', b'"state":"done"')

    parcel = read(crooked)

    assert parcel.damaged == 1
    assert [type(record) for record in parcel.records] == [Moment]
