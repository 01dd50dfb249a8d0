"""What any release wrote, this one reads. A golden file is never changed, and never removed."""

import json
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from beside.keeping.crypto import spare_key
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.stretching import stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    ARGON2ID,
    FOR_SPARE_KEY,
    FOR_WORDS,
    DataKey,
    account_salt,
    header_of,
    locking_key,
    unwrap,
)
from beside.keeping.vault.contents import decoded, decoded_any
from beside.kernel.records import Foreign, kind_named, kinds
from beside.kernel.store import MemoryStore
from beside.papers import importing
from beside.papers.export import exported
from tests.golden import make

FOLDER = Path(__file__).parent
RECORDS = sorted(FOLDER.glob("*/*.record.json"))
WRAPS = sorted(FOLDER.glob("*/*.wrap.json"))
EXPORTS = sorted(FOLDER.glob("*/export.json"))
LOCKED_EXPORTS = sorted(FOLDER.glob("*/export.age"))


def named(file):
    return f"{file.parent.name}/{file.name}"


def held(file):
    return json.loads(file.read_text(encoding="utf-8"))


def key_of(golden):
    return DataKey(golden["key_id"], bytearray.fromhex(golden["key"]))


def body_of(golden):
    sealer = RecordSealer(UUID(golden["account"]), key_of(golden))
    return sealer.open(
        bytes.fromhex(golden["sealed"]),
        bucket=bytes.fromhex(golden["bucket"]),
        record_id=UUID(golden["id"]).bytes,
        revision=golden["revision"],
    )


@pytest.mark.parametrize("file", RECORDS, ids=named)
def test_every_golden_record_opens_and_says_what_it_said(file):
    golden = held(file)
    kind = kind_named(golden["kind"])

    record = decoded(body_of(golden), kind)

    assert record is not None
    assert record == decoded_any(body_of(golden), revision=golden["revision"], record_id=record.id)
    if golden["version"] == kind.version:
        assert golden["says"].items() <= msgspec.json.decode(msgspec.json.encode(record)).items()


@pytest.mark.parametrize("file", RECORDS, ids=named)
def test_every_golden_record_lies_in_the_bucket_it_lay_in(file):
    golden = held(file)
    record = decoded(body_of(golden), kind_named(golden["kind"]))
    sealer = RecordSealer(UUID(golden["account"]), key_of(golden))

    assert sealer.bucket(golden["kind"], record.month).hex() == golden["bucket"]


@pytest.mark.parametrize("file", WRAPS, ids=named)
def test_every_golden_wrap_opens_with_what_somebody_had(file):
    golden = held(file)
    sealed = bytes.fromhex(golden["wrap"])
    header = header_of(sealed)
    if header.kdf == ARGON2ID:
        words = tidy(golden["typed"])
        secret, purpose = stretch(words, salt=header.salt, cost=header.cost), FOR_WORDS
    else:
        secret, purpose = spare_key.read(golden["typed"]), FOR_SPARE_KEY

    opened = unwrap(
        sealed, locking_key(secret, salt=account_salt(UUID(golden["account"])), purpose=purpose)
    )

    assert opened == key_of(golden)


@pytest.mark.parametrize("file", EXPORTS, ids=named)
def test_every_golden_export_comes_in_whole(file):
    parcel = importing.read(file.read_bytes())

    store = MemoryStore()
    brought = importing.bring_in(store, parcel)

    assert parcel.damaged == 0
    assert brought.new == len(parcel.records) == file.read_bytes().count(b'{"kind":')
    assert any(isinstance(record, Foreign) for record in store.every())


@pytest.mark.parametrize("file", LOCKED_EXPORTS, ids=named)
def test_every_locked_golden_export_opens_with_its_passphrase(file):
    document = importing.unsealed(file.read_bytes(), make.EXPORT_WORDS)

    assert document == file.with_suffix(".json").read_bytes()


def test_every_kind_has_a_golden_record_of_its_present_version():
    there = {(held(file)["kind"], held(file)["version"]) for file in RECORDS}

    ours = {kind: cls for kind, cls in kinds().items() if cls.__module__.startswith("beside.")}
    missing = {(kind, cls.version) for kind, cls in ours.items()} - there
    assert missing == set(), "add it in tests/golden/make.py and run it"


def test_every_state_of_a_small_test_has_one():
    from beside.journey.practice.model import AskState

    states = {held(file)["says"].get("state", "drafted") for file in RECORDS if "ask-" in file.name}

    assert states == set(AskState)


def test_every_field_of_every_kind_is_in_some_golden_record():
    """Otherwise a field could change its meaning unseen."""
    ours = {kind: cls for kind, cls in kinds().items() if cls.__module__.startswith("beside.")}
    for kind, cls in ours.items():
        said = {
            name
            for file in RECORDS
            if (held(file)["kind"], held(file)["version"]) == (kind, cls.version)
            for name in held(file)["says"]
        }

        assert said == set(cls.__struct_fields__), kind


def test_both_sorts_of_wraps_and_both_sorts_of_exports_are_there():
    assert {file.name for file in WRAPS} >= {"words.wrap.json", "spare.wrap.json"}
    assert EXPORTS
    assert LOCKED_EXPORTS


def test_what_is_sealed_today_is_what_was_sealed_then():
    """A release that writes otherwise gets a folder of its own, and a decision page."""
    for name, made in [*make.sealed_records(), *make.wraps()]:
        assert held(FOLDER / make.FORMAT / name) == made, name


def test_what_is_exported_today_is_what_was_exported_then():
    assert (FOLDER / make.FORMAT / "export.json").read_bytes() == make.export_document()
    assert exported(MemoryStore(), made=make.at(3).at).endswith(b'"records":[\n\n]}\n')
