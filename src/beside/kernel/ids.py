"""Ids are random, because an id that can be sorted would tell when somebody wrote."""

from __future__ import annotations

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Return a random (version 4) id."""
    return uuid4()
