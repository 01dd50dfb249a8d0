"""What came back is taken in with the notebook open, and nothing of it is believed unread.

Each must be vouched for by whoever had the link, sealed to the key of this notebook, for this ask,
and of a turn that was not taken in before. The key that a link hands out is held against one's own
first: whoever changes the database must not read the next answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import msgspec

from beside.keeping.crypto import hpke, sharing
from beside.keeping.crypto.primitives import NotAuthentic, wiped
from beside.keeping.crypto.sharing import NotACode
from beside.keeping.sharing.keys import NoReplyKey, reply_key
from beside.keeping.sharing.links import Envelope, Link, end
from beside.keeping.sharing.models import SealedReply, SharedLink
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import When

GONE_AFTER = timedelta(days=35)
"""How long after its last day what a link shows is kept at most."""


@dataclass(frozen=True)
class Came:
    """One thing that came back; *body* is ``None`` where it could not be checked.

    *link* is ``None`` where the notebook knows no such link.
    """

    link: Link | None
    body: bytes | None

    def __repr__(self) -> str:
        return "<Came>"


def is_waiting(account_id: UUID) -> bool:
    """Tell whether something waits to be taken in."""
    return SealedReply.objects.filter(account_id=account_id).exists()


def bring_in(notebook: OpenNotebook, keep: Callable[[Came], object]) -> int:
    """Give *keep* each thing that came back, and remove it with that; return how many there were.

    All of it is kept and removed, or nothing.
    """
    with notebook.store.together():
        links = {link.id: link for link in notebook.store.undated(Link)}
        changed = _changed_links(notebook, links)
        # Before the answers are read: what is counted here must be among them.
        written = _written(notebook.account_id)
        rows = list(SealedReply.objects.filter(account_id=notebook.account_id))
        came = _in_order(notebook, links, changed, rows)
        came += _taken_away(notebook, links, written, came)
        for one in came:
            keep(one)
        for link_id in changed:
            end(notebook.account_id, link_id)
        # What came in meanwhile waits for the next time.
        read = [row.id for row in rows]
        SealedReply.objects.filter(account_id=notebook.account_id, id__in=read).delete()
    return len(came)


def _written(account_id: UUID) -> dict[UUID, int]:
    """Return how often something was written through each link."""
    rows = SharedLink.objects.filter(account_id=account_id, writes__gt=0)
    return dict(rows.values_list("id", "writes"))


def _taken_away(
    notebook: OpenNotebook,
    links: Mapping[UUID, Link],
    written: Mapping[UUID, int],
    came: list[Came],
) -> list[Came]:
    """Return the links through which more was written than ever came: it was taken away."""
    refused = {one.link.id for one in came if one.link and one.body is None}
    missing = []
    for link_id, turn in written.items():
        link = links.get(link_id)
        if link is None:
            continue
        kept = notebook.store.get(Link, link_id)
        if turn <= kept.taken:
            continue
        notebook.store.put(kept.but(taken=turn), expected_revision=kept.revision)
        if link_id not in refused:
            missing.append(Came(link, None))
    return missing


def _in_order(
    notebook: OpenNotebook,
    links: Mapping[UUID, Link],
    changed: set[UUID],
    rows: list[SealedReply],
) -> list[Came]:
    opened: dict[UUID, list[tuple[int, bytes]]] = {}
    refused = set(changed)
    for row in rows:
        try:
            turn = _opened(notebook, links[row.link_id], bytes(row.sealed))
        except (NotAuthentic, NotACode, NoReplyKey, KeyError):
            refused.add(row.link_id)
            continue
        opened.setdefault(row.link_id, []).append(turn)
    came = [Came(links.get(link_id), None) for link_id in refused]
    for link_id, turns in opened.items():
        if link_id not in changed:
            came += _fresh(notebook, links[link_id], sorted(turns))
    return came


def _opened(notebook: OpenNotebook, link: Link, sealed: bytes) -> tuple[int, bytes]:
    key = sharing.link_key(link.secret)
    with wiped(reply_key(notebook)) as private, wiped(key.key):
        return sharing.opened_reply(key, private, sealed, link.place(notebook.account_id))


def _fresh(notebook: OpenNotebook, link: Link, turns: list[tuple[int, bytes]]) -> list[Came]:
    came, last = [], link.taken
    for turn, body in turns:
        # A turn that was taken in before, or twice in one go, was put there by somebody else.
        came.append(Came(link, body if turn > last else None))
        last = max(last, turn)
    taken = link.but(taken=last)
    if taken != link:
        notebook.store.put(taken, expected_revision=link.revision)
    row = SharedLink.objects.filter(account_id=notebook.account_id, id=link.id)
    row.update(read=True)
    return came


def _changed_links(notebook: OpenNotebook, links: Mapping[UUID, Link]) -> set[UUID]:
    """Return the links that open, and hand out another key than that of this notebook."""
    rows = SharedLink.objects.filter(account_id=notebook.account_id, revoked=False)
    live = [row for row in rows if row.id in links and not links[row.id].ended]
    return {row.id for row in live if not _is_ours(notebook, links[row.id], bytes(row.sealed))}


def _is_ours(notebook: OpenNotebook, link: Link, sealed: bytes) -> bool:
    try:
        key = sharing.link_key(link.secret)
        with wiped(reply_key(notebook)) as private, wiped(key.key):
            own = hpke.public_of(private)
            body = sharing.opened_ask(key, sealed, link.place(notebook.account_id))
        envelope = msgspec.msgpack.decode(body, type=Envelope)
    except (NotAuthentic, NotACode, NoReplyKey, msgspec.MsgspecError):
        return False
    return (envelope.public, envelope.ask) == (own, link.ask_id)


def let_go_of_old(notebook: OpenNotebook, when: When) -> None:
    """Empty what links showed whose last day is long past."""
    before = when.at.date() - GONE_AFTER
    rows = SharedLink.objects.filter(account_id=notebook.account_id, expires_on__lt=before)
    rows.exclude(revoked=True).update(revoked=True, sealed=b"")
