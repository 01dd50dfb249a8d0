"""Where many are served: a name finds the notebook, and its words or its spare key open it.

Nobody learns whether there is a notebook of some name. For a name that there is none of, a wrap is
made up that nothing opens, with a salt that stays the same, and everything goes on as it would.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.db import DatabaseError

from beside.keeping.accounts.locks import (
    NothingOpens,
    is_readable,
    locked_with_words,
    replace_wrap,
    stretched,
    unlocked,
)
from beside.keeping.accounts.models import Account, AccountName, Wrap
from beside.keeping.accounts.nameplate import Nameplate, put_up, sealed_plate
from beside.keeping.accounts.names import account_named, blinded, is_name, name_hash, tidy_name
from beside.keeping.accounts.turns import TooBusy
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import KEY, random_bytes, wiped
from beside.keeping.crypto.stretching import CURRENT, Cost
from beside.keeping.crypto.words import readings
from beside.keeping.crypto.wraps import (
    FOR_SPARE_KEY,
    FOR_WORDS,
    SALT,
    DataKey,
    account_salt,
    header_of,
    locking_key,
    new_data_key,
    wrap,
)
from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.disk.writing import writing
from beside.kernel.ids import new_id


class NameTaken(Exception):
    """Another notebook has that name; draw another one."""


class NotAName(Exception):
    """It is none of the names that are drawn here."""


def open_named(name: str, words: str) -> tuple[UUID, DataKey]:
    """Return the account of that name and its key; takes as long for a name that nobody has.

    Locks it anew where the words were stretched more cheaply than today. Raises `NothingOpens`,
    `TooBusy`, or `TooLong` for more than 1,024 characters.
    """
    account_id, sealed = _found(name, Wrap.Kind.WORDS)
    data_key, _ = _opened(account_id, sealed, words)
    _learn(name, account_id, data_key)
    return account_id, data_key


def open_named_with_spare_key(name: str, typed: str) -> tuple[UUID, DataKey]:
    """Return the account of that name and its key; raise `NothingOpens`.

    A spare key opens once: the caller sets new words, and removes it.
    """
    try:
        secret = bytearray(spare_key.read(typed))
    except spare_key.NotASpareKey:
        raise NothingOpens from None
    account_id, sealed = _found(name, Wrap.Kind.SPARE_KEY)
    with wiped(secret):
        data_key = unlocked(sealed, secret, account_id, FOR_SPARE_KEY)
    if data_key is None:
        raise NothingOpens
    _learn(name, account_id, data_key)
    return account_id, data_key


def keep_named(
    name: str, words: str, *, admit: Callable[[UUID], None] = lambda _: None
) -> tuple[UUID, DataKey]:
    """Make a notebook of that name that *words* open; where they open it already, open it.

    So a form that was sent twice makes one notebook. *admit* is asked about a new account inside
    the transaction that makes it, and raises where nobody new may come, or not with that code.
    Raises `NotAName`, `NameTaken`, `TooBusy`, `TooLong`, and what *admit* raises.
    """
    if not is_name(name):
        raise NotAName
    if account_named(name) is None:
        account_id, data_key, salt = new_id(), new_data_key(), random_bytes(SALT)
        with wiped(stretched(words, salt=salt, cost=CURRENT)) as ready:
            sealed = locked_with_words(data_key, account_id, ready, salt, CURRENT)
        about = sealed_plate(
            account_id, data_key, name_hash=name_hash(name), plate=Nameplate(tidy_name(name))
        )
        if until_it_holds(lambda: _made(name, account_id, (sealed, about), admit)):
            return account_id, data_key
    try:
        return open_named(name, words)
    except NothingOpens:
        raise NameTaken from None


def opens_account(account_id: UUID, words: str) -> bool:
    """Tell whether *words* open this very account; raise `TooBusy`, `TooLong`."""
    sealed = _wrap_of(account_id, Wrap.Kind.WORDS)
    try:
        data_key, _ = _opened(account_id, sealed or _that_nothing_opens(CURRENT), words)
    except NothingOpens:
        return False
    data_key.wipe()
    return True


def as_kept_in(account_id: UUID, words: str) -> str:
    """Return *words*, which open this account, in the very form that does. Raises `TooBusy`."""
    plain, *listed = readings(words)
    if not listed:
        return plain
    sealed = _wrap_of(account_id, Wrap.Kind.WORDS)
    try:
        data_key, reading = _opened(account_id, sealed or _that_nothing_opens(CURRENT), words)
    except NothingOpens:
        return plain
    data_key.wipe()
    return reading


def change_words_of(account_id: UUID, data_key: DataKey, words: str) -> None:
    """From now on *words* open the notebook, and the old ones do not; raise `TooBusy`, `TooLong`.

    Others may open another notebook with the same words: it has another name.
    """
    salt = random_bytes(SALT)
    with wiped(stretched(words, salt=salt, cost=CURRENT)) as ready:
        sealed = locked_with_words(data_key, account_id, ready, salt, CURRENT)
    replace_wrap(account_id, Wrap.Kind.WORDS, sealed)


def _opened(account_id: UUID, sealed: bytes, words: str) -> tuple[DataKey, str]:
    """Return the key, and the reading of *words* that opens. What opens nothing is read in full.

    So wrong words take as long whether there is a notebook or not: how often they are stretched
    hangs on them alone. Raises `NothingOpens`.
    """
    header = header_of(sealed)
    for reading in readings(words):
        with wiped(stretched(reading, salt=header.salt, cost=header.cost)) as ready:
            data_key = unlocked(sealed, ready, account_id, FOR_WORDS)
        if data_key is None:
            continue
        if header.cost < CURRENT:
            # A full disk, or a crowd, does not shut out whoever has the words; next time will do.
            with suppress(TooBusy, DatabaseError):
                change_words_of(account_id, data_key, reading)
        return data_key, reading
    raise NothingOpens


def _found(name: str, kind: Wrap.Kind) -> tuple[UUID, bytes]:
    """Return the account of that name and its wrap, or what looks like both and opens nothing."""
    nobody = UUID(bytes=blinded(b"nobody", name_hash(name))[:16], version=4)
    account_id = account_named(name) or nobody
    # Asked for a name that nobody has, too: the same questions, in the same order.
    may_open = Account.objects.filter(id=account_id, disabled=False).exists()
    sealed = _wrap_of(account_id, kind)
    if sealed is None or not may_open:
        cost = CURRENT if kind == Wrap.Kind.WORDS else None
        return nobody, _that_nothing_opens(cost, salt=blinded(b"salt", name_hash(name))[:SALT])
    return account_id, sealed


def _wrap_of(account_id: UUID, kind: Wrap.Kind) -> bytes | None:
    found = Wrap.objects.filter(account_id=account_id, kind=kind).values_list("sealed", flat=True)
    sealed = found.first()
    return bytes(sealed) if sealed is not None and is_readable(bytes(sealed)) else None


def _that_nothing_opens(cost: Cost | None, *, salt: bytes = bytes(SALT)) -> bytes:
    key = locking_key(random_bytes(KEY), salt=account_salt(new_id()), purpose=FOR_WORDS)
    return wrap(new_data_key(), key, salt=salt if cost else bytes(SALT), cost=cost)


def _learn(name: str, account_id: UUID, data_key: DataKey) -> None:
    """Let a notebook know what it is called that was kept before it could."""
    with suppress(DatabaseError):
        put_up(account_id, data_key, name=tidy_name(name))


def _made(
    name: str, account_id: UUID, sealed: tuple[bytes, bytes], admit: Callable[[UUID], None]
) -> bool:
    """Make the account; tell whether the name was still free. *sealed*: the wrap, the nameplate."""
    wrapped, about = sealed
    with writing():
        if account_named(name) is not None:
            return False
        admit(account_id)
        Account(id=account_id).save(force_insert=True)
        Wrap(account_id=account_id, kind=Wrap.Kind.WORDS, sealed=wrapped).save(force_insert=True)
        row = AccountName(name_hash=name_hash(name), account_id=account_id, about=about)
        row.save(force_insert=True)
    return True
