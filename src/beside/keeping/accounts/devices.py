"""A device marked as one's own may put a letter in while the notebook is shut, and read nothing.

A letter waits sealed until the notebook is opened next; nothing here can read it meanwhile. The
device holds what lets it put letters in (`Slot`), and nothing that opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction

from beside.keeping.accounts.models import Device, Letter
from beside.keeping.accounts.sealed_about import Abouts
from beside.keeping.crypto import letterbox
from beside.keeping.crypto.letterbox import NotASlot, Slot, slot_in
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.writing import writing

ROOM = 20
"""How many letters may wait for one notebook."""
MOST = 10
"""How many devices may be marked for one notebook."""


class NotMarked(Exception):
    """The device is not marked as anybody's, or is so no longer."""


class Full(Exception):
    """As many letters wait as there is room for, or as many devices are marked."""


class About(msgspec.Struct, frozen=True, gc=False):
    """What is known of a device, sealed: its name, since when, the private half of its key."""

    name: str
    since: date
    private: bytes

    def __repr__(self) -> str:
        return "<About>"


@dataclass(frozen=True)
class Marked:
    """One marked device, as its owner sees it."""

    id: bytes
    name: str
    since: date

    def __repr__(self) -> str:
        return "<Marked>"

    @property
    def called(self) -> str:
        """What a page calls it by."""
        return self.id.hex()


@dataclass(frozen=True)
class Opening:
    """The slot of a device that is marked, and whose notebook is behind it."""

    account_id: UUID
    slot: Slot


@dataclass(frozen=True)
class Waiting:
    """One letter that was taken out: *body* is ``None`` where it did not open."""

    id: UUID
    body: bytes | None

    def __repr__(self) -> str:
        return "<Waiting>"


def mark(account_id: UUID, data_key: DataKey, *, name: str, on: date) -> str:
    """Let a device put letters in from the day *on*; return its cookie. Raises `Full`."""
    slot, private = letterbox.new_slot()
    about = About(name, on, bytes(private))
    sealed = Abouts(account_id, data_key, kind="device").seal(slot.device, about)
    with writing():
        if Device.objects.filter(account_id=account_id).count() >= MOST:
            raise Full
        Device(id=slot.device, account_id=account_id, about=sealed).save(force_insert=True)
    return slot.written()


def devices_of(account_id: UUID, data_key: DataKey) -> list[Marked]:
    """Return the devices that may put letters in, the oldest first."""
    return sorted(
        (
            Marked(row, about.name, about.since)
            for row, about in _abouts(account_id, data_key).items()
        ),
        key=lambda one: (one.since, one.name),
    )


def unmark(account_id: UUID, device: bytes) -> None:
    """Let a device put nothing in any more; what waits from it is gone with its key."""
    with writing():
        Letter.objects.filter(account_id=account_id, device=device).delete()
        Device.objects.filter(account_id=account_id, id=device).delete()


def unmark_all(account_id: UUID) -> None:
    """Let no device put anything in any more, whether its row can be read or not."""
    with writing():
        Letter.objects.filter(account_id=account_id).delete()
        Device.objects.filter(account_id=account_id).delete()


def opening_of(cookie: str) -> Opening:
    """Return what the *cookie* of a device lets it do; raise `NotMarked`."""
    try:
        slot = slot_in(cookie)
    except NotASlot:
        raise NotMarked from None
    account_id = Device.objects.filter(id=slot.device).values_list("account_id", flat=True).first()
    if account_id is None:
        raise NotMarked
    return Opening(account_id, slot)


def put_in(opening: Opening, *, letter_id: UUID, body: bytes) -> None:
    """Let a letter wait; the same one twice is one. Raises `Full`, `NotMarked`."""
    account_id, device = opening.account_id, opening.slot.device
    try:
        sealed = letterbox.put_in(opening.slot, account_id, body)
    except NotASlot:
        raise NotMarked from None
    with writing():
        if not Device.objects.filter(account_id=account_id, id=device).exists():
            raise NotMarked
        waiting = Letter.objects.filter(account_id=account_id)
        if waiting.filter(id=letter_id).exists():
            return
        if waiting.count() >= ROOM:
            raise Full
        letter = Letter(account_id=account_id, id=letter_id, device=device, sealed=sealed)
        try:
            with transaction.atomic():
                letter.save(force_insert=True)
        except IntegrityError:
            return


def are_waiting(account_id: UUID) -> bool:
    """Tell whether any letter waits."""
    return Letter.objects.filter(account_id=account_id).exists()


def take_out(account_id: UUID, data_key: DataKey) -> Iterator[Waiting]:
    """Yield every letter that waits, and leave none: inside of `writing()`.

    One that does not open was not put in through a device of this notebook.
    """
    abouts = _abouts(account_id, data_key)
    waiting = Letter.objects.filter(account_id=account_id)
    for letter_id, device, sealed in list(waiting.values_list("id", "device", "sealed")):
        waiting.filter(id=letter_id).delete()
        yield Waiting(letter_id, _read(account_id, bytes(device), bytes(sealed), abouts))


def _read(
    account_id: UUID, device: bytes, sealed: bytes, abouts: dict[bytes, About]
) -> bytes | None:
    about = abouts.get(device)
    if about is None:
        return None
    try:
        return letterbox.taken_out(about.private, sealed, account_id=account_id, device=device)
    except NotAuthentic:
        return None


def _abouts(account_id: UUID, data_key: DataKey) -> dict[bytes, About]:
    """Return what is known of each device; one whose row was changed is left out."""
    opens, found = Abouts(account_id, data_key, kind="device"), {}
    rows = Device.objects.filter(account_id=account_id).values_list("id", "about")
    for row, sealed in rows:
        try:
            found[bytes(row)] = opens.open(bytes(row), bytes(sealed), About)
        except NotAuthentic:
            continue
    return found
