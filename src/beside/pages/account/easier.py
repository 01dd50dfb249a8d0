"""What makes opening easier is offered where nobody else unlocks the phone, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from beside.keeping.accounts import devices, passkeys
from beside.keeping.accounts.devices import Marked
from beside.keeping.accounts.passkeys import Known
from beside.keeping.vault.notebook import LookedThrough, OpenNotebook


@dataclass(frozen=True)
class Easier:
    """Whether they are offered, and which there are."""

    offered: bool
    passkeys: list[Known]
    devices: list[Marked]

    def __repr__(self) -> str:
        return "<Easier>"


def is_offered(notebook: OpenNotebook) -> bool:
    """Tell whether the person said that nobody else looks through the phone."""
    return notebook.preferences().looked_through is LookedThrough.no


def of(notebook: OpenNotebook) -> Easier:
    """Return what makes opening *notebook* easier."""
    account_id, data_key = notebook.account_id, notebook.data_key
    return Easier(
        offered=is_offered(notebook),
        passkeys=passkeys.passkeys_of(account_id, data_key),
        devices=devices.devices_of(account_id, data_key),
    )
