"""How the key of one notebook is locked and unlocked, whichever way the notebook was found."""

from __future__ import annotations

from uuid import UUID

from beside.keeping.accounts.models import Wrap
from beside.keeping.accounts.turns import turn
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.stretching import Cost, CostRefused, stretch
from beside.keeping.crypto.words import tidy
from beside.keeping.crypto.wraps import (
    FOR_SPARE_KEY,
    FOR_WORDS,
    DataKey,
    UnknownWrap,
    account_salt,
    fits,
    header_of,
    locking_key,
    unwrap,
    wrap,
)
from beside.keeping.disk.writing import writing


class NothingOpens(Exception):
    """No notebook here opens with that."""


def stretched(words: str, *, salt: bytes, cost: Cost) -> bytearray:
    """Return *words* stretched, once it is their turn; raise `TooBusy`, `TooLong`."""
    with turn():
        return stretch(tidy(words), salt=salt, cost=cost)


def locked_with_words(
    data_key: DataKey, account_id: UUID, stretched_words: bytearray, salt: bytes, cost: Cost
) -> bytes:
    """Return the key of the notebook, locked by words that were stretched so."""
    key = locking_key(stretched_words, salt=account_salt(account_id), purpose=FOR_WORDS)
    try:
        return wrap(data_key, key, salt=salt, cost=cost)
    finally:
        key.wipe()


def locked_with_spare_key(data_key: DataKey, account_id: UUID, printed: str) -> bytes:
    """Return the key of the notebook, locked by a spare key; raise `NotASpareKey`."""
    secret = spare_key.read(printed)
    key = locking_key(secret, salt=account_salt(account_id), purpose=FOR_SPARE_KEY)
    try:
        return wrap(data_key, key)
    finally:
        key.wipe()


def unlocked(
    sealed: bytes, secret: bytes | bytearray, account_id: UUID, purpose: str
) -> DataKey | None:
    """Return the key of the notebook, or ``None`` where *secret* does not open it."""
    key = locking_key(secret, salt=account_salt(account_id), purpose=purpose)
    try:
        return unwrap(sealed, key) if fits(sealed, key) else None
    except NotAuthentic:
        return None
    finally:
        key.wipe()


def is_readable(sealed: bytes) -> bool:
    """Tell whether this release knows the wrap, and may pay for it."""
    try:
        header_of(sealed)
    except (UnknownWrap, CostRefused):
        return False
    return True


def replace_wrap(account_id: UUID, kind: Wrap.Kind, sealed: bytes) -> None:
    """From now on *sealed* is the wrap of its kind."""
    with writing():
        Wrap.objects.update_or_create(account_id=account_id, kind=kind, defaults={"sealed": sealed})
