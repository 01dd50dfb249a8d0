"""Whoever hosts may shut a notebook, and let it open again. Shut, it answers as to wrong words."""

from __future__ import annotations

from uuid import UUID

from beside.keeping.accounts.models import Account
from beside.keeping.accounts.sessions import sessions
from beside.keeping.disk.writing import writing


def set_disabled(account_id: UUID, *, disabled: bool) -> None:
    """Let nothing open the notebook from now on, and end what is open; or let it open again."""
    with writing():
        Account.objects.filter(id=account_id).update(disabled=disabled)
    if disabled:
        sessions.end_all(account_id)
