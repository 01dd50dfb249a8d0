"""Where people join by invitation: a code that was given to somebody opens the way in, once.

120 random bits, so that a plain hash of it may lie in the table. It says who was invited by whom no
more than it says when.
"""

from __future__ import annotations

import hashlib

from beside.keeping.accounts.joining import NotInvited
from beside.keeping.accounts.models import Invitation
from beside.keeping.crypto.primitives import random_bytes
from beside.keeping.crypto.spare_key import ALPHABET, letters
from beside.keeping.disk.writing import writing

LETTERS = 24
_IN_A_GROUP = 4


def new_code() -> str:
    """Return a code as it is passed on: six groups of four."""
    drawn = "".join(ALPHABET[byte & 31] for byte in random_bytes(LETTERS))
    groups = [drawn[start : start + _IN_A_GROUP] for start in range(0, LETTERS, _IN_A_GROUP)]
    return "-".join(groups)


def invite() -> str:
    """Return a new code, of which nothing but a hash stays here."""
    code = new_code()
    with writing():
        Invitation(code_hash=_hash_of(code)).save(force_insert=True)
    return code


def is_out(typed: str) -> bool:
    """Tell whether *typed* is a code that nobody has used; case, spaces and hyphens are free."""
    return Invitation.objects.filter(code_hash=_hash_of(typed)).exists()


def spend(typed: str) -> None:
    """Use the code up; raise `NotInvited`. To be called in the transaction that it allows."""
    gone, _ = Invitation.objects.filter(code_hash=_hash_of(typed)).delete()
    if not gone:
        raise NotInvited


def out() -> int:
    """Return how many codes nobody has used yet."""
    return Invitation.objects.count()


def withdraw() -> int:
    """Let no code that is out be used any more; return how many there were."""
    with writing():
        gone, _ = Invitation.objects.all().delete()
    return gone


def _hash_of(typed: str) -> bytes:
    return hashlib.sha256(b"beside/1/invitation\0" + letters(typed[:100]).encode()).digest()
