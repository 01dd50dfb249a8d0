"""That an address is somebody's own is told by a code that they got there.

The code waits beside the session, blinded; codes asked for and codes tried are counted.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from beside.keeping.accounts.names import blinded
from beside.keeping.accounts.tries import Count, Guess
from beside.keeping.crypto.primitives import same

LASTS = 30 * 60
"""Seconds that a code counts for."""
LONGEST = 6 * 60 * 60
DIGITS = 6


def new_code() -> str:
    """Return six digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def hidden(account_id: UUID, code: str, address: str) -> str:
    """Return what is laid aside of a code, to hold a typed one against."""
    typed = "".join(one for one in code if one.isascii() and one.isdigit())
    return blinded(b"mail code", account_id.bytes, typed.encode(), address.encode()).hex()


def fits(account_id: UUID, code: str, address: str, kept: str) -> bool:
    """Tell whether *code* is the one that was sent to *address*."""
    return same(hidden(account_id, code, address).encode(), kept.encode())


def asking(account_id: UUID, address: str) -> Guess:
    """Return what is counted when a code is asked for: by the account, and for the address."""
    return Guess(
        (
            Count(blinded(b"tries/mail asked", account_id.bytes), 3, LONGEST),
            Count(
                blinded(b"tries/mail to", address.casefold().encode()), 3, LONGEST, is_shared=True
            ),
        )
    )


def trying(account_id: UUID) -> Guess:
    """Return what is counted when a code is tried."""
    return Guess((Count(blinded(b"tries/mail code", account_id.bytes), 5, LONGEST),))
