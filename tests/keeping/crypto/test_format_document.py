"""docs/format.md and the code say the same: its vectors are read out of it and worked through.

A block looks like this: three backticks, `vector`, a name; lines of ``what = value``; what comes
out stands after ``->``. Bytes are hex, texts are JSON.
"""

import json
import re
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from beside.keeping.accounts.sessions import MemorySessions
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import expand
from beside.keeping.crypto.records import RecordSealer, padded_size
from beside.keeping.crypto.stretching import CEILING, CURRENT, FLOOR, Cost, stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    FOR_SESSION,
    FOR_SPARE_KEY,
    FOR_WORDS,
    DataKey,
    header_of,
    locking_key,
    unwrap,
    wrap,
)
from beside.keeping.vault import contents
from beside.keeping.vault.contents import decoded, encoded
from beside.kernel.records import kind_named, kinds

DOCUMENT = Path(__file__).parents[3] / "docs" / "format.md"
_BLOCK = re.compile(r"```vector ([\w-]+)\n(.*?)```", re.DOTALL)
PURPOSES = {"words": FOR_WORDS, "spare key": FOR_SPARE_KEY, "session": FOR_SESSION}


class Vector(dict):
    """One block: texts by name, and what is to come out under ``->``."""

    def hex(self, name):
        return bytes.fromhex(self[name].replace(" ", ""))

    def key(self):
        return DataKey(int(self["key id"]), bytearray(self.hex("data key")))

    def account(self):
        return UUID(self["account"])

    def cost(self):
        return Cost(int(self["memory"]), int(self["passes"]), int(self["lanes"]))


def vectors():
    for name, block in _BLOCK.findall(DOCUMENT.read_text(encoding="utf-8")):
        vector, last = Vector(), ""
        for line in block.splitlines():
            if line.startswith("  "):
                vector[last] += line.strip()
            else:
                last, value = line.split(" = ", 1) if " = " in line else line.split(" ", 1)
                vector[last] = value
        yield name, vector


def worked_through(name, vector):
    """Return what the code makes of *vector*, as the document writes it."""
    match name:
        case "tidy":
            return json.dumps(tidy(json.loads(vector["typed"])))
        case "stretch":
            return stretch(vector["words"], salt=vector.hex("salt"), cost=vector.cost()).hex()
        case "locking-key":
            key = locking_key(
                vector.hex("secret"), salt=vector.hex("salt"), purpose=PURPOSES[vector["by"]]
            )
            return f"{key.key.hex()} {key.commitment.hex()}"
        case "session-id":
            return MemorySessions._row(vector.hex("cookie")).hex()
        case "spare-key":
            return spare_key.written(vector.hex("secret"))
        case "wrap":
            return wrapped(vector).hex()
        case "subkey":
            return expand(vector.hex("data key"), info=vector["info"]).hex()
        case "bucket":
            sealer = RecordSealer(vector.account(), vector.key())
            return sealer.bucket(vector["kind"], vector["month"]).hex()
        case "standing-id":
            return str(RecordSealer(vector.account(), vector.key()).standing_id(vector["name"]))
        case "padding":
            return " ".join(str(padded_size(int(size))) for size in vector["sizes"].split())
        case "associated-data":
            return associated_data(vector).hex()
        case "record":
            return sealed(vector).hex()
        case "contents":
            kind = kind_named(vector["kind"])
            record = msgspec.convert(json.loads(vector["data"]), kind)
            return encoded(record).hex()
    raise AssertionError(name)


def wrapped(vector):
    stretched = "memory" in vector
    key = locking_key(
        vector.hex("secret"),
        salt=vector.account().bytes,
        purpose=FOR_WORDS if stretched else FOR_SPARE_KEY,
    )
    more = {"salt": vector.hex("salt"), "cost": vector.cost()} if stretched else {}
    made = wrap(vector.key(), key, nonce=vector.hex("nonce"), **more)
    assert unwrap(made, key) == vector.key()
    assert header_of(made).nonce == vector.hex("nonce")
    return made


def associated_data(vector):
    sealer = RecordSealer(vector.account(), vector.key())
    return sealer._context(
        vector.hex("bucket"),
        UUID(vector["record"]).bytes,
        int(vector["key id"]),
        int(vector["revision"]),
    )


def sealed(vector):
    sealer = RecordSealer(vector.account(), vector.key())
    place = {
        "bucket": vector.hex("bucket"),
        "record_id": UUID(vector["record"]).bytes,
        "revision": int(vector["revision"]),
    }
    made = sealer.seal(vector.hex("contents"), nonce=vector.hex("nonce"), **place)
    assert sealer.open(made, **place) == vector.hex("contents")
    return made


VECTORS = list(vectors())


@pytest.mark.parametrize(
    ("name", "vector"), VECTORS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(VECTORS)]
)
def test_the_code_does_what_the_document_says(name, vector):
    expected = vector["->"]

    assert worked_through(name, vector).replace(" ", "") == expected.replace(" ", "")


def test_every_format_has_a_vector():
    assert {name for name, _ in VECTORS} == {
        "tidy",
        "stretch",
        "locking-key",
        "session-id",
        "spare-key",
        "wrap",
        "subkey",
        "bucket",
        "standing-id",
        "padding",
        "associated-data",
        "record",
        "contents",
    }


def test_the_contents_in_the_document_are_read_back():
    vector = next(vector for name, vector in VECTORS if name == "contents")
    kind = kind_named(vector["kind"])

    assert decoded(vector.hex("->"), kind) == msgspec.convert(json.loads(vector["data"]), kind)
    assert contents._envelopes.decode(vector.hex("->")).v == kind.version


def tables():
    """Return the fields that the document's tables name, by kind."""
    text, found = DOCUMENT.read_text(encoding="utf-8"), {}
    for kind, table in re.findall(r"^\*\*`([\w-]+)`\*\*.*?\n\n((?:\|.*\n)+)", text, re.MULTILINE):
        found[kind] = set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE))
    return found


def test_every_field_of_every_kind_is_in_the_document():
    ours = {
        kind: set(cls.__struct_fields__) - {"id", "revision"}
        for kind, cls in kinds().items()
        if cls.__module__.startswith("beside.")
    }

    assert tables() == ours


def test_the_document_states_the_costs_in_use():
    text = DOCUMENT.read_text(encoding="utf-8").replace(",", "")

    for cost in (FLOOR, CURRENT, CEILING):
        assert f"| {cost.memory} | {cost.passes} | {cost.lanes} |" in text


def test_the_document_is_short_enough_to_be_read():
    assert len(DOCUMENT.read_text(encoding="utf-8").splitlines()) <= 250
