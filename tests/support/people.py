"""Alice has her notebook open in one browser, Bob his in another; Charlie has none.

No words are stretched here: a session is opened with a fresh key, which is all that a page needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

import pytest
from django.test import Client

from beside.keeping.accounts.sessions import sessions, steady
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey, new_data_key
from beside.keeping.vault.keeper import SealedStore
from beside.kernel.ids import new_id
from beside.kernel.records import Record
from beside.pages.front.opened import COOKIE

HERE = {"HTTP_HOST": "127.0.0.1"}
IDLE = 30 * 60


@dataclass
class Somebody:
    """A notebook, and a browser in which it is open."""

    account_id: UUID = field(default_factory=new_id)
    data_key: DataKey = field(default_factory=new_data_key)
    client: Client = field(default_factory=lambda: Client(**HERE))

    def __post_init__(self) -> None:
        self.store = SealedStore(self.account_id, RecordSealer(self.account_id, self.data_key))
        self.open_in(self.client)

    def open_in(self, client: Client) -> Client:
        """Open the notebook in *client*, and return it."""
        client.cookies[COOKIE] = sessions.start(
            self.account_id, self.data_key, label="", idle=IDLE, now=steady()
        )
        return client

    def lock(self) -> None:
        """End every session of the notebook."""
        sessions.end_all(self.account_id)

    def keeps(self, *records: Record) -> None:
        """Put *records* into the notebook."""
        for record in records:
            self.store.put(record, expected_revision=0)


@pytest.fixture
def alice(transactional_db: None) -> Somebody:
    return Somebody()


@pytest.fixture
def bob(transactional_db: None) -> Somebody:
    return Somebody()


@pytest.fixture
def charlie() -> Client:
    """A browser in which nothing is open."""
    return Client(**HERE)
