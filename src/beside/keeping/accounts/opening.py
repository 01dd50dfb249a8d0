"""Notebooks are opened by what a person has; on one computer nobody is asked for a name.

There the words alone open: one salt for the whole installation, so one stretching, then a
cheap derivation for each account and a constant-time look at its commitment. Every account is
looked at, so that the time says nothing about which one it was, or how many there are.
"""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.db import DatabaseError

from beside.keeping.accounts.locks import (
    NothingOpens,
    is_readable,
    locked_with_spare_key,
    locked_with_words,
    replace_wrap,
    stretched,
    unlocked,
)
from beside.keeping.accounts.models import Account, AccountName, Wrap
from beside.keeping.accounts.turns import TooBusy
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import random_bytes, wipe, wiped
from beside.keeping.crypto.stretching import CURRENT, Cost
from beside.keeping.crypto.words import readings
from beside.keeping.crypto.wraps import (
    FOR_SPARE_KEY,
    FOR_WORDS,
    SALT,
    DataKey,
    header_of,
    new_data_key,
)
from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.disk.writing import writing
from beside.kernel.ids import new_id

__all__ = [
    "NothingOpens",
    "OpenAnother",
    "TooBusy",
    "change_words",
    "forget",
    "has_spare_key",
    "installation_salt",
    "keep",
    "open_with_spare_key",
    "open_with_words",
    "opens_with",
    "remove_spare_key",
    "set_spare_key",
]


class OpenAnother(Exception):
    """The words open another notebook on this computer."""


def _wraps(kind: Wrap.Kind, *, canary: bool = False) -> list[tuple[UUID, bytes]]:
    """Return the wraps that can be read; a damaged one must not keep the others shut."""
    accounts = set(Account.objects.filter(canary=canary).values_list("id", flat=True))
    rows = Wrap.objects.filter(kind=kind).order_by("pk").values_list("account_id", "sealed")
    found = [(account, bytes(sealed)) for account, sealed in rows if account in accounts]
    return [(account, sealed) for account, sealed in found if is_readable(sealed)]


def _salt_in_use() -> bytes | None:
    for _, sealed in [*_wraps(Wrap.Kind.WORDS), *_wraps(Wrap.Kind.WORDS, canary=True)]:
        return header_of(sealed).salt
    return None


def installation_salt() -> bytes:
    """Return the salt that all words here share; a fresh one where there is no notebook yet."""
    return _salt_in_use() or random_bytes(SALT)


def _ways(*, canary: bool = False) -> set[tuple[bytes, Cost]]:
    """Return every way (salt and cost) in which words were stretched here; as a rule one."""
    headers = [header_of(sealed) for _, sealed in _wraps(Wrap.Kind.WORDS, canary=canary)]
    return {(header.salt, header.cost) for header in headers}


def _fitting(
    ready: bytearray, salt: bytes, cost: Cost, *, canary: bool
) -> tuple[UUID, DataKey] | None:
    found = None
    for account_id, sealed in _wraps(Wrap.Kind.WORDS, canary=canary):
        header = header_of(sealed)
        if (header.salt, header.cost) != (salt, cost):
            continue
        opened = unlocked(sealed, ready, account_id, FOR_WORDS)
        if opened is not None:
            found = account_id, opened
    return found


def _find(words: str, *, canary: bool = False) -> tuple[UUID, DataKey, Cost, str]:
    """Return what *words* open, and the reading of them that does (`readings`)."""
    for reading in readings(words):
        found = _find_exactly(reading, canary=canary)
        if found is not None:
            return *found, reading
    raise NothingOpens


def _find_exactly(words: str, *, canary: bool) -> tuple[UUID, DataKey, Cost] | None:
    found: tuple[UUID, DataKey, Cost] | None = None
    # Where there is no notebook a guess costs as much as where there is one.
    for salt, cost in sorted(_ways(canary=canary)) or [(random_bytes(SALT), CURRENT)]:
        with wiped(stretched(words, salt=salt, cost=cost)) as ready:
            fitting = _fitting(ready, salt, cost, canary=canary)
            if fitting is not None:
                found = *fitting, cost
    return found


def open_with_words(words: str, *, canary: bool = False) -> tuple[UUID, DataKey]:
    """Return the account that *words* open, and its key.

    Locks it anew where the words were stretched more cheaply than today. Raises `NothingOpens`,
    `TooBusy`, or `TooLong` for more than 1,024 characters.
    """
    account_id, data_key, cost, reading = _find(words, canary=canary)
    if cost < CURRENT:
        # A full disk, or a crowd, does not shut out whoever has the words; next time will do.
        with suppress(TooBusy, DatabaseError):
            _lock_anew(account_id, data_key, reading)
    return account_id, data_key


def keep(words: str, *, canary: bool = False) -> tuple[UUID, DataKey]:
    """Make a notebook that *words* open; where they open one already, open that one.

    So a form that was sent twice makes one notebook. Raises `TooBusy`, `TooLong`.
    """
    salt = installation_salt()
    if _ways(canary=canary) - {(salt, CURRENT)}:
        try:
            return open_with_words(words, canary=canary)
        except NothingOpens:
            pass
    with wiped(stretched(words, salt=salt, cost=CURRENT)) as ready:
        kept = until_it_holds(lambda: _kept(ready, salt, canary=canary))
    # Or another form made the first notebook here meanwhile, and with it the salt.
    return kept or keep(words, canary=canary)


def _kept(ready: bytearray, salt: bytes, *, canary: bool) -> tuple[UUID, DataKey] | None:
    with writing():
        if _salt_in_use() not in {None, salt}:
            return None
        return _fitting(ready, salt, CURRENT, canary=canary) or _made(ready, salt, canary=canary)


def _made(ready: bytearray, salt: bytes, *, canary: bool) -> tuple[UUID, DataKey]:
    account_id, data_key = new_id(), new_data_key()
    sealed = locked_with_words(data_key, account_id, ready, salt, CURRENT)
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


def as_kept(account_id: UUID, words: str) -> str:
    """Return *words*, which open this account, in the very form that does. Raises `TooBusy`."""
    plain, *listed = readings(words)
    return listed[0] if listed and opens_with(account_id, listed[0]) else plain


def change_words(account_id: UUID, data_key: DataKey, words: str) -> None:
    """From now on *words* open the notebook, and the old ones do not.

    Raises `OpenAnother` where they open a second notebook here: one of the two would be shut for
    good. Raises `TooBusy`, `TooLong`.
    """
    try:
        other, key, *_ = _find(words)
    except NothingOpens:
        pass
    else:
        key.wipe()
        if other != account_id:
            raise OpenAnother
    _lock_anew(account_id, data_key, words)


def _lock_anew(account_id: UUID, data_key: DataKey, words: str) -> None:
    salt = installation_salt()
    with wiped(stretched(words, salt=salt, cost=CURRENT)) as ready:
        sealed = locked_with_words(data_key, account_id, ready, salt, CURRENT)
    replace_wrap(account_id, Wrap.Kind.WORDS, sealed)


def has_spare_key(account_id: UUID) -> bool:
    """Tell whether a spare key opens this notebook."""
    return Wrap.objects.filter(account_id=account_id, kind=Wrap.Kind.SPARE_KEY).exists()


def set_spare_key(account_id: UUID, data_key: DataKey, printed: str) -> None:
    """From now on the spare key *printed* opens the notebook, and an older one does not.

    Raises `NotASpareKey`.
    """
    sealed = locked_with_spare_key(data_key, account_id, printed)
    replace_wrap(account_id, Wrap.Kind.SPARE_KEY, sealed)


def remove_spare_key(account_id: UUID) -> None:
    """No spare key opens the notebook any more."""
    with writing():
        Wrap.objects.filter(account_id=account_id, kind=Wrap.Kind.SPARE_KEY).delete()


def open_with_spare_key(typed: str) -> tuple[UUID, DataKey]:
    """Return the account that the spare key opens, and its key; raise `NothingOpens`.

    A spare key opens once: the caller sets new words, and removes it (`remove_spare_key`).
    """
    try:
        secret = bytearray(spare_key.read(typed))
    except spare_key.NotASpareKey:
        raise NothingOpens from None
    found: tuple[UUID, DataKey] | None = None
    for account_id, sealed in _wraps(Wrap.Kind.SPARE_KEY):
        data_key = unlocked(sealed, secret, account_id, FOR_SPARE_KEY)
        if data_key is not None:
            found = account_id, data_key
    wipe(secret)
    if found is None:
        raise NothingOpens
    return found


def forget(account_id: UUID) -> None:
    """Remove everything that opens the notebook, and the account. What was sealed stays sealed."""
    with writing():
        Wrap.objects.filter(account_id=account_id).delete()
        AccountName.objects.filter(account_id=account_id).delete()
        Account.objects.filter(id=account_id).delete()
