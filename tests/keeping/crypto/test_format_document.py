"""docs/format.md and the code say the same: its vectors are read out of it and worked through.

A block looks like this: three backticks, `vector`, a name; lines of ``what = value``; what comes
out stands after ``->``. Bytes are hex, texts are JSON.
"""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from beside.keeping.accounts.session import row_of
from beside.keeping.crypto import hpke, letterbox, passkey, sharing, spare_key
from beside.keeping.crypto.manifest import ManifestSealer, Tally
from beside.keeping.crypto.primitives import expand
from beside.keeping.crypto.records import RecordSealer, padded_size
from beside.keeping.crypto.stretching import CEILING, CURRENT, FLOOR, Cost, stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    FOR_PASSKEY,
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
PURPOSES = {
    "words": FOR_WORDS,
    "spare key": FOR_SPARE_KEY,
    "passkey": FOR_PASSKEY,
    "session": FOR_SESSION,
}


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


def locking(vector):
    purpose = PURPOSES[vector["by"]]
    key = locking_key(vector.hex("secret"), salt=vector.hex("salt"), purpose=purpose)
    return f"{key.key.hex()} {key.commitment.hex()}"


def packed(vector):
    record = msgspec.convert(json.loads(vector["data"]), kind_named(vector["kind"]))
    return encoded(record).hex()


def sealer(vector):
    return RecordSealer(vector.account(), vector.key())


WORKED_THROUGH = {
    "tidy": lambda v: json.dumps(tidy(json.loads(v["typed"]))),
    "stretch": lambda v: stretch(v["words"], salt=v.hex("salt"), cost=v.cost()).hex(),
    "locking-key": locking,
    "session-id": lambda v: row_of(v.hex("cookie")).hex(),
    "spare-key": lambda v: spare_key.written(v.hex("secret")),
    "wrap": lambda v: wrapped(v).hex(),
    "subkey": lambda v: expand(v.hex("data key"), info=v["info"]).hex(),
    "bucket": lambda v: sealer(v).bucket(v["kind"], v["month"]).hex(),
    "standing-id": lambda v: str(sealer(v).standing_id(v["name"])),
    "padding": lambda v: " ".join(str(padded_size(int(size))) for size in v["sizes"].split()),
    "associated-data": lambda v: associated_data(v).hex(),
    "record": lambda v: sealed(v).hex(),
    "contents": packed,
    "manifest": lambda v: counted(v),  # noqa: PLW0108 - it is defined below
    "challenge": lambda v: challenged(v),  # noqa: PLW0108 - as above
    "letter": lambda v: taken_out(v),  # noqa: PLW0108 - as above
    "link": lambda v: linked(v),  # noqa: PLW0108 - as above
    "shown": lambda v: shown(v).hex(),
    "came-back": lambda v: came_back(v),  # noqa: PLW0108 - as above
}


def worked_through(name, vector):
    """Return what the code makes of *vector*, as the document writes it."""
    return WORKED_THROUGH[name](vector)


def wrapped(vector):
    stretched = "memory" in vector
    key = locking_key(
        vector.hex("secret"),
        salt=vector.account().bytes,
        purpose=PURPOSES[vector.get("by", "words" if stretched else "spare key")],
    )
    more = {"salt": vector.hex("salt"), "cost": vector.cost()} if stretched else {}
    more |= {"by_passkey": True} if "by" in vector else {}
    made = wrap(vector.key(), key, nonce=vector.hex("nonce"), **more)
    assert unwrap(made, key) == vector.key()
    assert header_of(made).nonce == vector.hex("nonce")
    return made


def counted(vector):
    sealer = ManifestSealer(vector.account(), vector.key())
    tally = Tally()
    for row in vector["rows"].split(", "):
        record, revision, tag = row.split()
        place = {"record_id": UUID(record).bytes, "revision": int(revision)}
        tally = tally.with_row(sealer.worth(sealed=bytes.fromhex(tag), **place))
    day = date.fromisoformat(vector["day"])
    tally = replace(tally, changes=int(vector["changes"]), looked=day)
    made = sealer.seal(tally, nonce=vector.hex("nonce"))
    assert sealer.open(made) == tally
    return f"{tally.total:064x} {made.hex()}"


def challenged(vector):
    now, purpose = int(vector["time"]), vector["purpose"]
    more = {"now": now, "drawn": vector.hex("random")}
    made = passkey.as_bytes(passkey.new_challenge(vector.hex("key"), purpose=purpose, **more))
    assert passkey.asked_at(vector.hex("key"), made, purpose=purpose, now=now) == now
    return made.hex()


def taken_out(vector):
    public = hpke.public_of(vector.hex("private"))
    slot = letterbox.Slot(vector.hex("token"), public)
    place = {"account_id": vector.account(), "device": slot.device}
    letter = letterbox.taken_out(vector.hex("private"), vector.hex("sealed"), **place)
    return f"{public.hex()} {letter.hex()}"


def associated_data(vector):
    """Put together what the document says, without the code that seals."""
    parts = (
        b"beside/1",
        b"\x01",
        vector.account().bytes,
        vector.hex("bucket"),
        UUID(vector["record"]).bytes,
        int(vector["key id"]).to_bytes(2, "big"),
        int(vector["revision"]).to_bytes(8, "big"),
    )
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


def sealed(vector):
    place = {
        "bucket": vector.hex("bucket"),
        "record_id": UUID(vector["record"]).bytes,
        "revision": int(vector["revision"]),
    }
    made = sealer(vector).seal(vector.hex("contents"), nonce=vector.hex("nonce"), **place)
    assert sealer(vector).open(made, **place) == vector.hex("contents")
    assert made == sealed_by_hand(vector)
    return made


def place(vector):
    asked = UUID(vector["ask"]) if "ask" in vector else None
    return sharing.Place(vector.account(), UUID(vector["link"]), asked)


def linked(vector):
    key = sharing.link_key(vector.hex("secret"))
    return f"{sharing.written(vector.hex('secret'))} {key.key.hex()} {key.row.hex()}"


def shown(vector):
    key = sharing.link_key(vector.hex("secret"))
    contents, nonce = vector.hex("contents"), vector.hex("nonce")
    made = sharing.sealed_ask(key, contents, place(vector), nonce=nonce)
    assert sharing.opened_ask(key, made, place(vector)) == contents
    return made


def came_back(vector):
    key = sharing.link_key(vector.hex("secret"))
    turn, body = sharing.opened_reply(
        key, vector.hex("private"), vector.hex("sealed"), place(vector)
    )
    return f"{turn} {body.hex()}"


def sealed_by_hand(vector):
    contents, nonce = vector.hex("contents"), vector.hex("nonce")
    plain = len(contents).to_bytes(4, "big") + contents
    plain += bytes(padded_size(len(plain)) - len(plain))
    aead = AESGCMSIV(bytes(expand(vector.hex("data key"), info="beside/1/enc")))
    head = b"\xb5\x01" + int(vector["key id"]).to_bytes(2, "big") + nonce
    return head + aead.encrypt(nonce, plain, associated_data(vector))


VECTORS = list(vectors())


@pytest.mark.parametrize(
    ("name", "vector"), VECTORS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(VECTORS)]
)
def test_the_code_does_what_the_document_says(name, vector):
    expected = vector["->"]

    assert worked_through(name, vector).replace(" ", "") == expected.replace(" ", "")


def test_every_format_has_a_vector():
    assert {name for name, _ in VECTORS} == set(WORKED_THROUGH)


def test_the_contents_in_the_document_are_read_back():
    vector = next(vector for name, vector in VECTORS if name == "contents")
    kind = kind_named(vector["kind"])

    assert decoded(vector.hex("->"), kind) == msgspec.convert(json.loads(vector["data"]), kind)
    assert contents._envelopes.decode(vector.hex("->")).v == kind.version


def listed():
    """Return the fields that the document's list names, by kind and version."""
    text, found = DOCUMENT.read_text(encoding="utf-8"), {}
    for kind, version, item in re.findall(
        r"^- \*\*`([\w-]+)`\*\* (\d+), [^:]*:((?:.*\n)(?:  .*\n)*)", text, re.MULTILINE
    ):
        found[kind, int(version)] = set(re.findall(r"`([a-z_]+)`", item))
    return found


def test_every_field_of_every_kind_is_in_the_document():
    ours = {
        (kind, cls.version): set(cls.__struct_fields__) - {"id", "revision"}
        for kind, cls in kinds().items()
        if cls.__module__.startswith("beside.")
    }

    assert listed() == ours


def test_the_document_states_the_costs_in_use():
    text = DOCUMENT.read_text(encoding="utf-8").replace(",", "")

    for cost in (FLOOR, CURRENT, CEILING):
        assert f"| {cost.memory} | {cost.passes} | {cost.lanes} |" in text


def test_the_document_is_short_enough_to_be_read():
    assert len(DOCUMENT.read_text(encoding="utf-8").splitlines()) <= 430
