"""A passkey is a third thing that opens, beside the words and the spare key.

Its PRF output locks the data key. Everything else about it (its name, when it was used, what its
signatures are checked with) is sealed under that key, so that a row shows whose it is and no more.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import IntegrityError, transaction

from beside.keeping.accounts.locks import NothingOpens
from beside.keeping.accounts.models import Account, Passkey
from beside.keeping.accounts.sealed_about import Abouts
from beside.keeping.crypto import passkey
from beside.keeping.crypto.passkey import NotAPasskey, Page
from beside.keeping.crypto.primitives import NotAuthentic, hkdf, random_bytes, wiped
from beside.keeping.crypto.stretching import CostRefused
from beside.keeping.crypto.wraps import (
    FOR_PASSKEY,
    DataKey,
    UnknownWrap,
    account_salt,
    locking_key,
    unwrap,
    wrap,
)
from beside.keeping.disk.writing import writing

MOST = 10
"""How many passkeys may open one notebook."""


class TooMany(Exception):
    """As many passkeys open the notebook as there is room for."""


class About(msgspec.Struct, frozen=True, gc=False):
    """What is known of a passkey, sealed.

    *asked_at* is when the challenge was made that it answered last (milliseconds since 1970).
    """

    name: str
    credential_id: bytes
    public: bytes
    since: date
    asked_at: int
    used: date | None = None

    def __repr__(self) -> str:
        return "<About>"


@dataclass(frozen=True)
class Known:
    """One passkey, as its owner sees it."""

    id: bytes
    name: str
    since: date
    used: date | None
    credential_id: bytes

    def __repr__(self) -> str:
        return "<Known>"

    @property
    def called(self) -> str:
        """What a page calls it by."""
        return self.id.hex()


_OF_THIS_PROCESS = random_bytes(32)


def _vouches() -> bytes:
    """Return the key that challenges are vouched for with; where many are served all share it."""
    secret = bytes(getattr(settings, "SERVER_SECRET", b"")) or _OF_THIS_PROCESS
    return bytes(hkdf(secret, salt=b"", info="beside/1/challenge"))


def _now() -> int:
    return time.time_ns() // 1_000_000


def _making(account_id: UUID, session: UUID) -> str:
    return f"make/{account_id}/{session}"


def challenge_to_open() -> str:
    """Return a challenge for whoever wants to open a notebook with a passkey."""
    return passkey.new_challenge(_vouches(), purpose=passkey.OPENING, now=_now())


def challenge_to_make(account_id: UUID, session: UUID) -> str:
    """Return a challenge for a new passkey: whoever has it gave the words, in this session."""
    purpose = _making(account_id, session)
    return passkey.new_challenge(_vouches(), purpose=purpose, now=_now())


def any_here() -> bool:
    """Tell whether any notebook here opens with a passkey."""
    return Passkey.objects.exists()


def passkeys_of(account_id: UUID, data_key: DataKey) -> list[Known]:
    """Return the passkeys that open the notebook, the oldest first."""
    opens, found = Abouts(account_id, data_key, kind="passkey"), []
    for row, sealed in Passkey.objects.filter(account_id=account_id).values_list("id", "about"):
        try:
            about = opens.open(bytes(row), bytes(sealed), About)
        except NotAuthentic:
            about = About("", b"", b"", date.min, 0)
        known = Known(bytes(row), about.name, about.since, about.used, about.credential_id)
        found.append(known)
    return sorted(found, key=lambda one: (one.since, one.name))


def add(
    account_id: UUID,
    data_key: DataKey,
    *,
    session: UUID,
    name: str,
    on: date,
    answer: Mapping[str, Any],
    prf: bytearray,
    page: Page,
) -> None:
    """From now on the passkey that was made on *page* opens the notebook. Twice is once.

    Raises `NotAPasskey`, `TooMany`.
    """
    challenge = passkey.challenge_of(answer)
    purpose = _making(account_id, session)
    at = passkey.asked_at(_vouches(), challenge, purpose=purpose, now=_now())
    made = passkey.made(answer, challenge=challenge, page=page)
    row = passkey.row_of(made.credential_id)
    about = About(name, made.credential_id, made.public, on, at)
    sealed = Abouts(account_id, data_key, kind="passkey").seal(row, about)
    key = locking_key(prf, salt=account_salt(account_id), purpose=FOR_PASSKEY)
    with wiped(prf), writing():
        wrapped = wrap(data_key, key, by_passkey=True)
        key.wipe()
        _insert(Passkey(id=row, account_id=account_id, wrapped=wrapped, about=sealed))


def _insert(fresh: Passkey) -> None:
    mine = Passkey.objects.filter(account_id=fresh.account_id)
    if mine.filter(id=fresh.id).exists():
        return
    if mine.count() >= MOST:
        raise TooMany
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError:
        raise NotAPasskey from None


def remove(account_id: UUID, row: bytes) -> None:
    """Let a passkey open nothing any more."""
    with writing():
        Passkey.objects.filter(account_id=account_id, id=row).delete()


def remove_all(account_id: UUID) -> None:
    """Let no passkey open the notebook any more, whether its row can be read or not."""
    with writing():
        Passkey.objects.filter(account_id=account_id).delete()


def open_with_passkey(
    answer: Mapping[str, Any], prf: bytearray, *, page: Page, on: date
) -> tuple[UUID, DataKey]:
    """Return the account that the passkey opens, and its key; raise `NothingOpens`."""
    try:
        row = passkey.row_of(passkey.credential_of(answer))
        challenge = passkey.challenge_of(answer)
        at = passkey.asked_at(_vouches(), challenge, purpose=passkey.OPENING, now=_now())
    except NotAPasskey:
        raise NothingOpens from None
    kept = Passkey.objects.filter(id=row).first()
    if kept is None:
        raise NothingOpens
    with wiped(prf):
        data_key = _unlocked(kept, prf)
    try:
        _checked(kept, data_key, answer, challenge=challenge, at=at, page=page, on=on)
        _let_in(kept.account_id)
    except (NotAPasskey, NotAuthentic):
        data_key.wipe()
        raise NothingOpens from None
    return kept.account_id, data_key


def _let_in(account_id: UUID) -> None:
    """Let nobody in where whoever hosts shut the notebook; raise `NotAPasskey`."""
    if not Account.objects.filter(id=account_id, disabled=False).exists():
        raise NotAPasskey


def _unlocked(kept: Passkey, prf: bytearray) -> DataKey:
    key = locking_key(prf, salt=account_salt(kept.account_id), purpose=FOR_PASSKEY)
    try:
        return unwrap(bytes(kept.wrapped), key)
    except (NotAuthentic, UnknownWrap, CostRefused):
        raise NothingOpens from None
    finally:
        key.wipe()


def _checked(
    kept: Passkey,
    data_key: DataKey,
    answer: Mapping[str, Any],
    *,
    challenge: bytes,
    at: int,
    page: Page,
    on: date,
) -> None:
    """Check the signature, and write down that this challenge was answered: it was the last time.

    Raises `NotAPasskey`, `NotAuthentic`.
    """
    opens = Abouts(kept.account_id, data_key, kind="passkey")
    row, before = bytes(kept.id), bytes(kept.about)
    about = opens.open(row, before, About)
    passkey.check(answer, public=about.public, challenge=challenge, page=page)
    # A clock that was set back must not shut anybody out.
    if at <= about.asked_at <= _now() + passkey.GOOD_FOR:
        raise NotAPasskey
    after = opens.seal(row, msgspec.structs.replace(about, asked_at=at, used=on))
    with writing():
        mine = Passkey.objects.filter(account_id=kept.account_id, id=row, about=before)
        if mine.update(about=after) != 1:
            raise NotAPasskey
