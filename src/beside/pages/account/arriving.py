"""When a notebook is opened: what waited is taken in, and once a week all is looked for."""

from __future__ import annotations

from datetime import date

from django.db import DatabaseError

from beside.keeping.accounts.sessions import Session
from beside.keeping.vault.manifest import Found
from beside.keeping.vault.notebook import OpenNotebook
from beside.pages.account.letterbox import take_in

DIFFERS = "differs"
"""What lies beside the session where something is not as it was left."""


def arrived(session: Session, notebook: OpenNotebook, *, on: date) -> str:
    """Look whether all is there, take in what waits; return the notice that tells of it."""
    try:
        if notebook.store.counted.is_due(on):
            look(session, notebook, on=on)
    except DatabaseError:
        # The day of the look could not be written down. Nobody is kept out for that.
        pass
    return take_in(notebook)


def look(session: Session, notebook: OpenNotebook, *, on: date) -> None:
    """Hold the notebook against its count; pages say so from now on where it differs."""
    if notebook.store.look(on=on).found is Found.as_left:
        session.aside.pop(DIFFERS, None)
    else:
        session.aside[DIFFERS] = True
