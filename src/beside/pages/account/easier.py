"""What makes opening easier is offered where nobody else unlocks the phone, and nowhere else.

New words end none of it by themselves. Whoever takes new ones because somebody may have the old
ones, or the phone, finds all of it named there, and ends it with one tick.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from beside.keeping.accounts import devices, opening, passkeys
from beside.keeping.accounts.devices import Marked
from beside.keeping.accounts.passkeys import Known
from beside.keeping.disk.writing import writing
from beside.keeping.vault.notebook import LookedThrough, OpenNotebook
from beside.pages.account.letterbox import empty


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


@dataclass(frozen=True)
class OtherWays:
    """What goes on when the words are changed; *ticked*: it is to end with them."""

    passkeys: list[Known]
    devices: list[Marked]
    spare_key: bool
    ticked: bool

    def __repr__(self) -> str:
        return "<OtherWays>"

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.passkeys or self.devices or self.spare_key)


def other_ways(notebook: OpenNotebook, sent: QueryDict) -> OtherWays:
    """Return what beside the words opens *notebook*, or puts something into it."""
    known = of(notebook)
    spare_key = opening.has_spare_key(notebook.account_id)
    return OtherWays(known.passkeys, known.devices, spare_key, ticked="others" in sent)


def end_all(notebook: OpenNotebook) -> None:
    """Let nothing but the words open *notebook*; what waits in the letterbox is taken in first."""
    account_id = notebook.account_id
    empty(notebook)
    with writing():
        opening.remove_spare_key(account_id)
        passkeys.remove_all(account_id)
        devices.unmark_all(account_id)
