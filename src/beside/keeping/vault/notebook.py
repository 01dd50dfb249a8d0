"""An open notebook: its key in hand for the length of one request, and the store that it opens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError
from django.db.models import Model
from msgspec import Meta

from beside.keeping.accounts.models import WHAT_OPENS
from beside.keeping.accounts.opening import forget
from beside.keeping.accounts.sessions import IDLE_CHOICES, IDLE_DEFAULT, sessions
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.writing import scrub, writing
from beside.keeping.vault.keeper import SealedStore
from beside.kernel.records import Record, upgrade


class TracesLeft(Exception):
    """The notebook is gone; sealed remains of it may still lie in the file."""


class LookedThrough(StrEnum):
    """Could someone else look through the phone?"""

    no = "no"
    maybe = "maybe"
    yes = "yes"
    not_said = "not_said"
    """It was asked, and skipped."""


class Preferences(Record, kind="preferences", version=2):
    """What a person chose about the notebook itself.

    *idle_minutes*: locks by itself after so many; *spellcheck*: the browser may check spelling;
    *looked_through*: ``None`` where it was not asked.
    """

    idle_minutes: Annotated[int, Meta(ge=min(IDLE_CHOICES), le=max(IDLE_CHOICES))] = IDLE_DEFAULT
    spellcheck: bool = False
    looked_through: LookedThrough | None = None


@upgrade("preferences", to=2)
def who_looks(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave open whether somebody else looks through the phone: nobody was asked."""
    return contents


class OpenNotebook:
    """One account with its key. Close it, and the key is wiped (as far as Python can)."""

    def __init__(self, account_id: UUID, data_key: DataKey) -> None:
        self.account_id = account_id
        self.data_key = data_key
        self._sealer = RecordSealer(account_id, data_key)
        self.store = SealedStore(account_id, self._sealer)

    def __repr__(self) -> str:
        return "<OpenNotebook>"

    def preferences(self) -> Preferences:
        """Return what was chosen here, else what an import brought along, else the defaults."""
        own = self._sealer.standing_id(Preferences.kind)
        kept = {one.id: one for one in self.store.undated(Preferences)}
        if own in kept or not kept:
            return kept.get(own, Preferences(id=own))
        return kept[min(kept)].but(id=own, revision=0)

    def prefer(self, **chosen: Any) -> Preferences:
        """Keep what was chosen (fields of `Preferences`); the last choice counts."""
        with writing():
            kept = self.preferences()
            wanted = kept.but(**chosen)
            return self.store.put(wanted, expected_revision=kept.revision)

    def standing_id(self, name: str) -> UUID:
        """Return the id of the one record called *name* in this notebook."""
        return self._sealer.standing_id(name)

    def close(self) -> None:
        """Wipe the key."""
        self.data_key.wipe()


def tables_of_accounts() -> list[type[Model]]:
    """Return every table whose rows belong to one account, whichever room of the house keeps it."""
    return [
        table
        for table in apps.get_models()
        if any(field.name == "account_id" for field in table._meta.concrete_fields)  # noqa: SLF001
    ]


def remove_everything(account_id: UUID) -> None:
    """Remove a notebook for good: what opens it and its rows, then their traces in the file.

    Raises `TracesLeft` where the file could not be rebuilt (a full disk).
    """
    sessions.end_all(account_id)
    tables = tables_of_accounts()
    with writing():
        forget(account_id)
        for table in tables:
            table._default_manager.filter(account_id=account_id).delete()  # noqa: SLF001 - Django's
    try:
        scrub(
            small=[table._meta.db_table for table in WHAT_OPENS],  # noqa: SLF001 - tables' names
            large=[table._meta.db_table for table in tables if table not in WHAT_OPENS],  # noqa: SLF001
        )
    except DatabaseError:
        raise TracesLeft from None
