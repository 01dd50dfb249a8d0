"""Reading everything back: ours against SQLCipher, and against one encrypted field in Django.

Each is asked for the same records in the same process, warm, in turns, and hands over the same
frozen records. In SQLCipher (version 4 as it comes, with a raw key) the rows, the index, the bodies
and their decoding are ours too, with kind and month in clear in place of the blind bucket: what
differs is the sealing alone. The field package has the same columns in one model, and each record
as JSON in one encrypted field.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import msgspec
import sqlcipher3
from django.db import connection

from benchmarks.field_package.models import FieldRow
from benchmarks.figures import Figure
from benchmarks.notebook import Kept
from benchmarks.timing import in_turns, median, worked
from beside.around.circle.model import Person
from beside.journey.pattern.model import Moment
from beside.journey.practice.model import Ask
from beside.keeping.disk.writing import fold, only_writer, writing
from beside.keeping.vault.contents import decoded, encoded
from beside.kernel.records import Record

KINDS: tuple[type[Record], ...] = (Moment, Ask, Person)
ROUNDS = 11
Reading = Callable[[], Sequence[Record | None]]


class Miscounted(Exception):
    """A rival read something else than was written; its time means nothing."""


def figures(kept: Kept, home: Path) -> list[Figure]:
    """Return how long all records take, and what the rivals take for them."""
    rivals: list[Reading] = [lambda: ours(kept), sqlcipher(kept, home), field_package(kept)]
    for rival in rivals:
        _refuse_a_miscount(rival(), kept)
    taken = in_turns(rivals, rounds=ROUNDS, clock=worked)
    ours_took, cipher_took, field_took = map(median, taken)
    return [
        Figure(
            "vault.open_ten_years",
            ours_took,
            "ms",
            against=cipher_took,
            ratio=cipher_took / ours_took,
            least=0.4,
            said=f"{len(kept.records):,} records, against SQLCipher",
        ),
        Figure(
            "vault.open_ten_years.field_package",
            ours_took,
            "ms",
            against=field_took,
            ratio=field_took / ours_took,
            least=3,
            said="against one encrypted field in Django",
        ),
    ]


def ours(kept: Kept) -> list[Record]:
    """Open everything, as a request would."""
    store = kept.store()
    return list(chain.from_iterable(store.all(kind) for kind in KINDS))


def sqlcipher(kept: Kept, home: Path) -> Reading:
    """Write the same rows into a SQLCipher file, and return what reads them all."""
    file = sqlcipher3.connect(home / "sqlcipher.sqlite3")
    file.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    file.execute(
        "CREATE TABLE row (id BLOB PRIMARY KEY, kind TEXT, month TEXT, revision INTEGER, body BLOB)"
    )
    file.execute("CREATE INDEX by_month ON row (kind, month)")
    file.executemany(
        "INSERT INTO row VALUES (?, ?, ?, ?, ?)",
        ((r.id.bytes, type(r).kind, r.month, r.revision, encoded(r)) for r in kept.records),
    )
    file.commit()

    def everything() -> Sequence[Record | None]:
        return [
            decoded(body, kind)
            for kind in KINDS
            for _, _, body in file.execute(
                "SELECT id, revision, body FROM row WHERE kind = ?", (kind.kind,)
            )
        ]

    return everything


def field_package(kept: Kept) -> Reading:
    """Write the same records through the field package, and return what reads them all."""
    with only_writer(), connection.schema_editor() as tables:
        tables.create_model(FieldRow)
    with writing():
        rows = (
            FieldRow(
                id=r.id,
                kind=type(r).kind,
                month=r.month,
                revision=r.revision,
                body=msgspec.json.encode(r).decode(),
            )
            for r in kept.records
        )
        FieldRow.objects.bulk_create(rows, batch_size=400)
    fold()
    readers = [(kind.kind, msgspec.json.Decoder(kind).decode) for kind in KINDS]

    def everything() -> list[Record]:
        return [
            read(row.body) for kind, read in readers for row in FieldRow.objects.filter(kind=kind)
        ]

    return everything


def _refuse_a_miscount(found: Sequence[Record | None], kept: Kept) -> None:
    if Counter(record and record.id for record in found) != Counter(r.id for r in kept.records):
        raise Miscounted
