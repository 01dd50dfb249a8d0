"""Mails are off until somebody asks for them; what they need lies in one small row of the account.

The row is sealed under a key from the server's secret: a stolen database does not tell an address.
Whoever runs the server can read it, because a mail is sent while the notebook is shut.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import msgspec
from django.conf import settings

from beside.keeping.accounts.names import blinded
from beside.keeping.accounts.sealed_about import Abouts
from beside.keeping.crypto.primitives import NotAuthentic, expand, random_bytes
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.writing import writing
from beside.keeping.reminding.choice import Reminder, next_time
from beside.keeping.reminding.models import MailRow, StopLink

QUARTER = 15 * 60
"""Seconds that the time in clear is rounded down to."""


class Mailing(msgspec.Struct, frozen=True, gc=False):
    """What the server must know. *mark* makes the link that stops it, together with its secret."""

    address: str
    subject: str
    sender: str
    zone: str
    days: tuple[int, ...]
    at: int
    quiet_from: int
    quiet_to: int
    mark: bytes

    def __repr__(self) -> str:
        return "<Mailing>"

    def next_after(self, after: datetime) -> datetime:
        """Return the time (UTC) of the first mail after *after*."""
        return next_time(self.days, self.at, self.zone, after=after)


@dataclass(frozen=True, repr=False)
class Standing:
    """The mails as they stand. *went_quiet*: two were ignored, and none is sent until asked for."""

    mailing: Mailing
    went_quiet: bool


def turn_on(
    account_id: UUID,
    *,
    address: str,
    subject: str,
    sender: str,
    reminder: Reminder,
    zone: str,
    when: datetime,
) -> None:
    """Send mails from now on, in place of any before. Raises `NoDay`, `UnknownZone`."""
    mailing = Mailing(
        address=address,
        subject=subject,
        sender=sender,
        zone=zone,
        days=reminder.days,
        at=reminder.at,
        quiet_from=reminder.quiet_from,
        quiet_to=reminder.quiet_to,
        mark=random_bytes(16),
    )
    due = rounded(mailing.next_after(when))
    with writing():
        turn_off(account_id)
        sealed = _sealer(account_id).seal(account_id.bytes, mailing)
        MailRow(account_id=account_id, sealed=sealed, due=due).save(force_insert=True)
        stop_hash = _hash_of(stop_token(account_id, mailing))
        StopLink(stop_hash=stop_hash, account_id=account_id).save(force_insert=True)


def turn_off(account_id: UUID) -> None:
    """Send nothing any more, and forget the address; twice is once."""
    with writing():
        StopLink.objects.filter(account_id=account_id).delete()
        MailRow.objects.filter(account_id=account_id).delete()


def stop(token: str) -> None:
    """Turn off what the link with *token* belongs to; one that belongs to nothing does nothing."""
    with writing():
        links = StopLink.objects.filter(stop_hash=_hash_of(token))
        account_id = links.values_list("account_id", flat=True).first()
        if account_id is not None:
            turn_off(account_id)


def standing_of(account_id: UUID) -> Standing | None:
    """Return how the mails stand, or ``None`` where there are none."""
    row = MailRow.objects.filter(account_id=account_id).values_list("sealed", "due").first()
    if row is None:
        return None
    mailing = opened(account_id, bytes(row[0]))
    return None if mailing is None else Standing(mailing, went_quiet=row[1] is None)


def follow(account_id: UUID, *, reminder: Reminder, zone: str, when: datetime) -> None:
    """Let the mails keep to *reminder* and *zone*, where there are any; quiet ones stay quiet."""
    if (standing := standing_of(account_id)) is None:
        return
    mailing = msgspec.structs.replace(
        standing.mailing,
        zone=zone,
        days=reminder.days,
        at=reminder.at,
        quiet_from=reminder.quiet_from,
        quiet_to=reminder.quiet_to,
    )
    if mailing != standing.mailing:
        _change(account_id, mailing, due=None if standing.went_quiet else _due(mailing, when))


def turn_on_again(account_id: UUID, *, when: datetime) -> None:
    """Send mails again that went quiet; where there are none, there are none."""
    if (standing := standing_of(account_id)) is not None:
        _change(account_id, standing.mailing, due=_due(standing.mailing, when))


def came_back(account_id: UUID, *, zone: str, when: datetime) -> None:
    """Note that the notebook was opened: what was sent before was not ignored."""
    found = MailRow.objects.filter(account_id=account_id)
    row = found.values_list("sealed", "due", "unopened").first()
    if row is None:
        return
    if row[1] is not None and row[2]:
        with writing():
            found.filter(due__isnull=False).update(unopened=0)
    mailing = opened(account_id, bytes(row[0]))
    if mailing is not None and mailing.zone != zone:
        moved = msgspec.structs.replace(mailing, zone=zone)
        _change(account_id, moved, due=None if row[1] is None else _due(moved, when))


def opened(account_id: UUID, sealed: bytes) -> Mailing | None:
    """Return what a row holds; ``None`` where it was changed, or sealed with another secret."""
    try:
        return _sealer(account_id).open(account_id.bytes, sealed, Mailing)
    except NotAuthentic:
        return None


def stop_token(account_id: UUID, mailing: Mailing) -> str:
    """Return what the link in a mail holds: it stops these mails, and does nothing else."""
    made = blinded(b"reminders/stop", account_id.bytes, mailing.mark)
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def rounded(at: datetime) -> int:
    """Return *at* in seconds since 1970, rounded down to a quarter of an hour."""
    return int(at.timestamp()) // QUARTER * QUARTER


def _due(mailing: Mailing, when: datetime) -> int:
    return rounded(mailing.next_after(when.astimezone(UTC)))


def _change(account_id: UUID, mailing: Mailing, *, due: int | None) -> None:
    sealed = _sealer(account_id).seal(account_id.bytes, mailing)
    with writing():
        row = MailRow.objects.filter(account_id=account_id)
        revision = row.values_list("revision", flat=True).first()
        if revision is not None:
            row.update(sealed=sealed, due=due, unopened=0, revision=revision + 1)


def _sealer(account_id: UUID) -> Abouts:
    key = DataKey(1, expand(settings.SERVER_SECRET, info="beside/1/reminders"))
    return Abouts(account_id, key, kind="reminder mail")


def _hash_of(token: str) -> bytes:
    """Return what a link is found by; what cannot be read is the hash of nothing."""
    try:
        made = base64.b64decode(token[:100] + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        made = b""
    return hashlib.sha256(b"beside/1/stop\0" + made).digest()
