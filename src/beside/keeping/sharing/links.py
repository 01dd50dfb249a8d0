"""A link is made, looked after and taken back by the person whose notebook is open.

What it shows is sealed under a key that hangs on the link's secret. The secret itself stands in the
notebook, sealed like everything there, so that the link can be shown once more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import msgspec
from django.db.models import DateField, Func

from beside.keeping.crypto import hpke, sharing
from beside.keeping.crypto.primitives import wiped
from beside.keeping.crypto.sharing import LinkKey, Place
from beside.keeping.disk.writing import writing
from beside.keeping.sharing.keys import reply_key_made
from beside.keeping.sharing.models import LinkProof, SealedReply, SharedLink
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import When
from beside.kernel.records import Record
from beside.kernel.store import NotKept

DAYS = 14
"""For how many days a link opens, unless the person chooses."""
MOST_DAYS = 30


class DaysOutOfRange(ValueError):
    """A link opens for at least one day, and for thirty at most."""


class Link(Record, kind="link", stamps=("made",)):
    """One link of the person's. *until* is the last day on which it opens.

    *name* is who asks, as it stands there; *ask_id* is ``None`` for the open door, which is for
    *person_id*. *taken*: the turn of what was taken in last. *ended*: taken back.
    """

    made: When
    code: str
    until: date
    name: str
    ask_id: UUID | None = None
    person_id: UUID | None = None
    taken: int = 0
    ended: bool = False

    @property
    def secret(self) -> bytes:
        """The secret that the code stands for; raise `NotACode`."""
        return sharing.read(self.code)

    def place(self, account_id: UUID) -> Place:
        """Return what it belongs to."""
        return Place(account=account_id, link=self.id, ask=self.ask_id)


class Envelope(msgspec.Struct, frozen=True):
    """What is sealed in a link: the key that answers go to, the ask, and what is shown."""

    public: bytes
    ask: UUID | None
    shown: bytes

    def __repr__(self) -> str:
        return "<Envelope>"


@dataclass(frozen=True)
class Standing:
    """How a link stands: whether it opens now, how often it was opened, whether it was answered."""

    opens: bool = False
    resting: bool = False
    views: int = 0
    answered: bool = False


def today_there() -> Func:
    """Return the day by the clock of the database: the machines that serve may differ."""
    return Func(function="CURRENT_DATE", template="%(function)s", output_field=DateField())


def last_day(when: When, days: int) -> date:
    """Return the last day on which a link opens that is made at *when* for *days* days.

    Raises `DaysOutOfRange`.
    """
    if not 1 <= days <= MOST_DAYS:
        raise DaysOutOfRange
    return when.at.date() + timedelta(days=days)


def make(
    notebook: OpenNotebook,
    *,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    shown: bytes,
    name: str,
    days: int = DAYS,
    ask_id: UUID | None = None,
    person_id: UUID | None = None,
) -> Link:
    """Make a link that shows *shown*; the same *id* twice is one. Raises `DaysOutOfRange`."""
    until, secret = last_day(when, days), sharing.new_secret()
    link = Link(
        id=id,
        made=when,
        code=sharing.written(secret),
        until=until,
        name=name,
        ask_id=ask_id,
        person_id=person_id,
    )
    with notebook.store.together():
        kept = _kept(notebook, id)
        if kept is not None:
            return kept
        with wiped(reply_key_made(notebook)) as private:
            envelope = Envelope(hpke.public_of(private), ask_id, shown)
        key = sharing.link_key(secret)
        place = link.place(notebook.account_id)
        sealed = sharing.sealed_ask(key, msgspec.msgpack.encode(envelope), place)
        _write(place, key, sealed, until)
        key.wipe()
        return notebook.store.put(link, expected_revision=0)


def _write(place: Place, key: LinkKey, sealed: bytes, until: date) -> None:
    named = {"account_id": place.account}
    row = SharedLink(**named, id=place.link, sealed=sealed, expires_on=until)
    row.save(force_insert=True)
    proof = LinkProof(**named, link_id=place.link, proof_hash=key.row.hex())
    proof.save(force_insert=True)


def _kept(notebook: OpenNotebook, link_id: UUID) -> Link | None:
    try:
        return notebook.store.get(Link, link_id)
    except NotKept:
        return None


def link_of(notebook: OpenNotebook, link_id: UUID | None) -> Link | None:
    """Return the link called *link_id*, or ``None`` where there is none (any more)."""
    return None if link_id is None else _kept(notebook, link_id)


def standing(account_id: UUID, link_id: UUID) -> Standing:
    """Return how a link stands now."""
    row = SharedLink.objects.filter(account_id=account_id, id=link_id).first()
    if row is None:
        return Standing()
    there = SharedLink.objects.filter(account_id=account_id, id=link_id, revoked=False)
    in_time = there.filter(expires_on__gte=today_there()).exists()
    return Standing(
        opens=in_time and not row.resting,
        resting=in_time and row.resting,
        views=row.views,
        answered=row.answered,
    )


def take_back(notebook: OpenNotebook, link: Link) -> Link:
    """Close a link for good; what it showed is gone. What came back before stays. Twice is once."""
    with notebook.store.together():
        end(notebook.account_id, link.id)
        ended = link.but(ended=True)
        return notebook.store.put(ended, expected_revision=link.revision)


def end(account_id: UUID, link_id: UUID) -> None:
    """Close the row of a link, whoever asks for it."""
    with writing():
        row = SharedLink.objects.filter(account_id=account_id, id=link_id)
        row.update(revoked=True, sealed=b"")


def keep_open(notebook: OpenNotebook, link: Link, *, when: When, days: int) -> Link:
    """Let a link open for *days* days from *when*; one that was taken back stays closed.

    Raises `DaysOutOfRange`.
    """
    until = last_day(when, days)
    with notebook.store.together():
        row = SharedLink.objects.filter(account_id=notebook.account_id, id=link.id)
        row.update(expires_on=until)
        return notebook.store.put(link.but(until=until), expected_revision=link.revision)


def let_rest(account_id: UUID, link_ids: Iterable[UUID], *, resting: bool) -> None:
    """Let links rest, or let them open again: they show nothing meanwhile."""
    with writing():
        rows = SharedLink.objects.filter(account_id=account_id, id__in=list(link_ids))
        rows.exclude(resting=resting).update(resting=resting)


def forget(notebook: OpenNotebook, link: Link) -> None:
    """Remove a link and what waits in it, for good. Twice is once."""
    account_id = notebook.account_id
    with notebook.store.together():
        SealedReply.objects.filter(account_id=account_id, link_id=link.id).delete()
        LinkProof.objects.filter(account_id=account_id, link_id=link.id).delete()
        SharedLink.objects.filter(account_id=account_id, id=link.id).delete()
        notebook.store.remove(link)
