"""One key pair for each account: what comes back is sealed to it, and opens with the notebook."""

from __future__ import annotations

from typing import TypedDict

from django.db import IntegrityError, transaction

from beside.keeping.crypto import hpke
from beside.keeping.crypto.primitives import NotAuthentic
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.disk.writing import writing
from beside.keeping.sharing.models import ReplyKey
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.records import UNDATED

KIND = "reply_key"
"""Names the key in what is bound into its seal. No record is of this kind."""


class _Where(TypedDict):
    bucket: bytes
    record_id: bytes
    revision: int


class NoReplyKey(Exception):
    """There is none, or it does not open: nothing that came back can be read."""


def reply_key(notebook: OpenNotebook) -> bytearray:
    """Return the private key of *notebook*; raise `NoReplyKey`. Wipe it after use."""
    row = ReplyKey.objects.filter(account_id=notebook.account_id).first()
    if row is None:
        raise NoReplyKey
    sealer, where = _where(notebook)
    try:
        return bytearray(sealer.open(bytes(row.sealed), **where))
    except NotAuthentic:
        raise NoReplyKey from None


def reply_key_made(notebook: OpenNotebook) -> bytearray:
    """Return the private key of *notebook*, a fresh one where there is none. Wipe it after use.

    Raises `NoReplyKey` where one is there that does not open: another would never fit the links
    that are out.
    """
    with writing():
        if ReplyKey.objects.filter(account_id=notebook.account_id).exists():
            return reply_key(notebook)
        private = hpke.new_private_key()
        sealer, where = _where(notebook)
        row = ReplyKey(account_id=notebook.account_id, sealed=sealer.seal(bytes(private), **where))
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return reply_key(notebook)
        return private


def _where(notebook: OpenNotebook) -> tuple[RecordSealer, _Where]:
    sealer = RecordSealer(notebook.account_id, notebook.data_key)
    return sealer, {
        "bucket": sealer.bucket(KIND, UNDATED),
        "record_id": sealer.standing_id(KIND).bytes,
        "revision": 1,
    }
