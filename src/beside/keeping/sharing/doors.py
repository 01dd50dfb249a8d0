"""Somebody comes with a link, and there is no account, no session and no cookie to know them by.

All that they bring is the secret. A link that ran out, that was taken back, that rests, that never
was: one answer for all of them, found with the same work, so that nobody learns which.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import msgspec
from django.db.models import F, QuerySet

from beside.keeping.accounts.models import Account
from beside.keeping.crypto import sharing
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.sharing import LinkKey, NotACode, Place
from beside.keeping.disk.writing import writing
from beside.keeping.sharing.links import Envelope, end, today_there
from beside.keeping.sharing.models import LinkProof, SealedReply, SharedLink
from beside.kernel.ids import new_id

MOST_WRITES = 20
"""How often something may be written through one link."""
LARGEST = 8 * 1024
"""Bytes that what comes back may have."""
_NOTHING = bytes(32 + 512)
"""Stands for what a link shows that opens nothing; about as long as most of them."""


class OpensNothing(Exception):
    """The link opens nothing, for whatever reason."""


class ReadAlready(Exception):
    """The person has taken the answer in: it stays as it is."""


class WrittenTooOften(Exception):
    """Something was written through this link as often as may be."""


class TooLarge(ValueError):
    """No answer that a page of ours takes is so large."""


@dataclass(frozen=True)
class Door:
    """A link that opens: what it shows, and whether it was answered and read.

    *is_open_door*: it asks nothing, and offers may be left.
    """

    place: Place
    key: LinkKey
    public: bytes
    shown: bytes
    answered: bool
    read: bool

    def __repr__(self) -> str:
        return "<Door>"

    @property
    def is_open_door(self) -> bool:
        return self.place.ask is None


@contextmanager
def opened(code: str) -> Iterator[Door]:
    """Lend what *code* opens, and wipe its key afterwards. Raises `OpensNothing`."""
    door = _found(code)
    try:
        yield door
    finally:
        door.key.wipe()


def _found(code: str) -> Door:
    try:
        secret = sharing.read(code)
    except NotACode:
        secret = sharing.new_secret()
    key = sharing.link_key(secret)
    account_id, link_id = _named(key)
    row = SharedLink.objects.filter(
        account_id=account_id,
        id=link_id,
        revoked=False,
        resting=False,
        expires_on__gte=today_there(),
    ).first()
    shut = Account.objects.filter(id=account_id, disabled=True).exists()
    try:
        place = Place(account=account_id, link=link_id)
        sealed = (
            bytes(row.sealed)
            if row and not shut
            else bytes((sharing.SHOWN, sharing.SUITE)) + _NOTHING
        )
        envelope = msgspec.msgpack.decode(sharing.opened_ask(key, sealed, place), type=Envelope)
    except (NotAuthentic, msgspec.MsgspecError):
        key.wipe()
        raise OpensNothing from None
    asked = Place(account=account_id, link=link_id, ask=envelope.ask)
    answered, read = bool(row and row.answered), bool(row and row.read)
    return Door(asked, key, envelope.public, envelope.shown, answered, read)


def _named(key: LinkKey) -> tuple[UUID, UUID]:
    row = LinkProof.objects.filter(proof_hash=key.row.hex()).first()
    return (row.account_id, row.link_id) if row else (new_id(), new_id())


def count_view(door: Door) -> None:
    """Count that somebody looked."""
    with writing():
        _row(door).update(views=F("views") + 1)


def leave(door: Door, body: bytes) -> None:
    """Leave *body* for the person, in place of what was left before; an offer is one more.

    Raises `OpensNothing` where the link closed meanwhile, `ReadAlready`, `WrittenTooOften`,
    `TooLarge`.
    """
    if len(body) > LARGEST:
        raise TooLarge
    with writing():
        row = _row(door).filter(revoked=False, resting=False).first()
        if row is None:
            raise OpensNothing
        if row.read and not door.is_open_door:
            raise ReadAlready
        if row.writes >= MOST_WRITES:
            raise WrittenTooOften
        _leave(door, body, turn=row.writes + 1)


def close(door: Door, body: bytes) -> None:
    """Leave *body* as the last thing, and close the link: it reached somebody it was not for."""
    with writing():
        row = _row(door).filter(revoked=False).first()
        if row is None:
            return
        if not row.read:
            _leave(door, body, turn=row.writes + 1)
        end(door.place.account, door.place.link)


def _leave(door: Door, body: bytes, *, turn: int) -> None:
    account_id, link_id = door.place.account, door.place.link
    sealed = sharing.sealed_reply(door.key, door.public, body, door.place, turn=turn)
    if not door.is_open_door:
        SealedReply.objects.filter(account_id=account_id, link_id=link_id).delete()
    reply = SealedReply(account_id=account_id, id=new_id(), link_id=link_id, sealed=sealed)
    reply.save(force_insert=True)
    _row(door).update(writes=turn, answered=True)


def _row(door: Door) -> QuerySet[SharedLink]:
    return SharedLink.objects.filter(account_id=door.place.account, id=door.place.link)
