"""Where many are served, a notebook knows what it is called, and where its days begin.

Both are sealed with its own key, beside the blinded hash of its name: who has it open can read
them, and whoever runs the server cannot.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from beside.keeping.accounts.models import AccountName
from beside.keeping.accounts.sealed_about import Abouts
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.writing import writing

KIND = "nameplate"


class Nameplate(msgspec.Struct, frozen=True, gc=False):
    """*name* and *zone* (IANA); empty where nobody said."""

    name: str = ""
    zone: str = ""

    def __repr__(self) -> str:
        return "<Nameplate>"


def sealed_plate(
    account_id: UUID, data_key: DataKey, *, name_hash: bytes, plate: Nameplate
) -> bytes:
    """Return *plate* sealed for the row that is found by *name_hash*."""
    return Abouts(account_id, data_key, kind=KIND).seal(name_hash, plate)


def nameplate_of(account_id: UUID, data_key: DataKey) -> Nameplate:
    """Return what the notebook says of itself; what does not open counts as not said."""
    found = AccountName.objects.filter(account_id=account_id).values_list("name_hash", "about")
    return _read(account_id, data_key, found.first())


def put_up(account_id: UUID, data_key: DataKey, **said: str) -> None:
    """Keep what was *said* (fields of `Nameplate`); nothing where the notebook has no name."""
    with writing():
        rows = AccountName.objects.filter(account_id=account_id)
        row = rows.values_list("name_hash", "about").first()
        before = _read(account_id, data_key, row)
        plate = msgspec.structs.replace(before, **said)
        if row is None or plate == before:
            return
        about = sealed_plate(account_id, data_key, name_hash=bytes(row[0]), plate=plate)
        rows.update(about=about)


def _read(account_id: UUID, data_key: DataKey, row: tuple[Any, Any] | None) -> Nameplate:
    if row is None or row[1] is None:
        return Nameplate()
    abouts = Abouts(account_id, data_key, kind=KIND)
    try:
        return abouts.open(bytes(row[0]), bytes(row[1]), Nameplate)
    except NotAuthentic:
        return Nameplate()
