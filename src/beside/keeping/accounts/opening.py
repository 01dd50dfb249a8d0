"""Notebooks are opened by what a person has, and nobody is asked for a name.

On one computer the words alone open: one salt for the whole installation, so one stretching, then a
cheap derivation for each account and a constant-time look at its commitment. Every account is
looked at, so that the time says nothing about which one it was, or how many there are.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import random_bytes, wipe, wiped
from beside.keeping.crypto.stretching import CURRENT, Cost, stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    FOR_SPARE_KEY,
    FOR_WORDS,
    SALT,
    DataKey,
    account_salt,
    fits,
    header_of,
    locking_key,
    new_data_key,
    unwrap,
    wrap,
)
from beside.keeping.disk.writing import writing
from beside.kernel.ids import new_id


class NothingOpens(Exception):
    """No notebook here opens with that."""


class TooBusy(Exception):
    """Too many are waiting to be opened; nothing was tried."""


WAITING = 16
_places = threading.BoundedSemaphore(WAITING)
_one_at_a_time = threading.Lock()


@contextmanager
def _turn() -> Iterator[None]:
    """Stretch one at a time: memory is the limit, and two at once are no faster."""
    if not _places.acquire(blocking=False):
        raise TooBusy
    try:
        with _one_at_a_time:
            yield
    finally:
        _places.release()


def _stretched(words: str, *, salt: bytes, cost: Cost) -> bytearray:
    with _turn():
        return stretch(tidy(words), salt=salt, cost=cost)


def _wraps(kind: Wrap.Kind, *, canary: bool = False) -> list[tuple[UUID, bytes]]:
    accounts = set(Account.objects.filter(canary=canary).values_list("id", flat=True))
    rows = Wrap.objects.filter(kind=kind).values_list("account_id", "sealed")
    return [(account, bytes(sealed)) for account, sealed in rows if account in accounts]


def installation_salt() -> bytes:
    """Return the salt that all words here share; a fresh one where there is no notebook yet."""
    for _, sealed in [*_wraps(Wrap.Kind.WORDS), *_wraps(Wrap.Kind.WORDS, canary=True)]:
        return header_of(sealed).salt
    return random_bytes(SALT)


def _lock_with_words(
    data_key: DataKey, account_id: UUID, stretched: bytearray, salt: bytes, cost: Cost
) -> bytes:
    key = locking_key(stretched, salt=account_salt(account_id), purpose=FOR_WORDS)
    try:
        return wrap(data_key, key, salt=salt, cost=cost)
    finally:
        key.wipe()


def _replace_wrap(account_id: UUID, kind: Wrap.Kind, sealed: bytes) -> None:
    Wrap.objects.update_or_create(account_id=account_id, kind=kind, defaults={"sealed": sealed})


def _find(words: str, *, canary: bool = False) -> tuple[UUID, DataKey, Cost]:
    found: tuple[UUID, DataKey, Cost] | None = None
    wraps = _wraps(Wrap.Kind.WORDS, canary=canary)
    headers = {(header_of(w).salt, header_of(w).cost) for _, w in wraps}
    # Where there is no notebook a guess costs as much as where there is one.
    for salt, cost in sorted(headers) or [(random_bytes(SALT), CURRENT)]:
        with wiped(_stretched(words, salt=salt, cost=cost)) as stretched:
            for account_id, sealed in wraps:
                if (header_of(sealed).salt, header_of(sealed).cost) != (salt, cost):
                    continue
                key = locking_key(stretched, salt=account_salt(account_id), purpose=FOR_WORDS)
                if fits(sealed, key):
                    found = account_id, unwrap(sealed, key), cost
                key.wipe()
    if found is None:
        raise NothingOpens
    return found


def open_with_words(words: str, *, canary: bool = False) -> tuple[UUID, DataKey]:
    """Return the account that *words* open, and its key.

    Locks it anew where the words were stretched more cheaply than today. Raises `NothingOpens`,
    `TooBusy`, or `TooLong` for more than 1,024 characters.
    """
    account_id, data_key, cost = _find(words, canary=canary)
    if cost < CURRENT:
        change_words(account_id, data_key, words)
    return account_id, data_key


def keep(words: str, *, canary: bool = False) -> tuple[UUID, DataKey]:
    """Make a notebook that *words* open; where they open one already, open that one.

    So a form that was sent twice makes one notebook.
    """
    salt = installation_salt()
    account_id, data_key = new_id(), new_data_key()
    with wiped(_stretched(words, salt=salt, cost=CURRENT)) as stretched:
        sealed = _lock_with_words(data_key, account_id, stretched, salt, CURRENT)
        with writing():
            for other, kept in _wraps(Wrap.Kind.WORDS, canary=canary):
                key = locking_key(stretched, salt=account_salt(other), purpose=FOR_WORDS)
                if header_of(kept).salt == salt and fits(kept, key):
                    return other, unwrap(kept, key)
            Account(id=account_id, canary=canary).save(force_insert=True)
            Wrap(account_id=account_id, kind=Wrap.Kind.WORDS, sealed=sealed).save(force_insert=True)
    return account_id, data_key


def opens_with(account_id: UUID, words: str) -> bool:
    """Tell whether *words* open this very account: asked before what cannot be undone."""
    try:
        found, data_key = open_with_words(words)
    except NothingOpens:
        return False
    data_key.wipe()
    return found == account_id


def change_words(account_id: UUID, data_key: DataKey, words: str) -> None:
    """From now on *words* open the notebook, and the old ones do not."""
    salt = installation_salt()
    with wiped(_stretched(words, salt=salt, cost=CURRENT)) as stretched:
        sealed = _lock_with_words(data_key, account_id, stretched, salt, CURRENT)
    with writing():
        _replace_wrap(account_id, Wrap.Kind.WORDS, sealed)


def has_spare_key(account_id: UUID) -> bool:
    """Tell whether a spare key opens this notebook."""
    return Wrap.objects.filter(account_id=account_id, kind=Wrap.Kind.SPARE_KEY).exists()


def set_spare_key(account_id: UUID, data_key: DataKey, printed: str) -> None:
    """From now on the spare key *printed* opens the notebook, and an older one does not.

    Raises `NotASpareKey`.
    """
    secret = spare_key.read(printed)
    key = locking_key(secret, salt=account_salt(account_id), purpose=FOR_SPARE_KEY)
    sealed = wrap(data_key, key)
    key.wipe()
    with writing():
        _replace_wrap(account_id, Wrap.Kind.SPARE_KEY, sealed)


def remove_spare_key(account_id: UUID) -> None:
    """No spare key opens the notebook any more."""
    with writing():
        Wrap.objects.filter(account_id=account_id, kind=Wrap.Kind.SPARE_KEY).delete()


def open_with_spare_key(typed: str) -> tuple[UUID, DataKey]:
    """Return the account that the spare key opens, and its key; raise `NothingOpens`.

    A spare key opens once: the caller sets new words, and this one is then gone (`spend`).
    """
    try:
        secret = bytearray(spare_key.read(typed))
    except spare_key.NotASpareKey:
        raise NothingOpens from None
    found: tuple[UUID, DataKey] | None = None
    for account_id, sealed in _wraps(Wrap.Kind.SPARE_KEY):
        key = locking_key(secret, salt=account_salt(account_id), purpose=FOR_SPARE_KEY)
        if fits(sealed, key):
            found = account_id, unwrap(sealed, key)
        key.wipe()
    wipe(secret)
    if found is None:
        raise NothingOpens
    return found


def forget(account_id: UUID) -> None:
    """Remove everything that opens the notebook, and the account. What was sealed stays sealed."""
    with writing():
        Wrap.objects.filter(account_id=account_id).delete()
        Account.objects.filter(id=account_id).delete()
