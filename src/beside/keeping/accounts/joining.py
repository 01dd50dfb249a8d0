"""Who may keep a notebook where many are served. Asked of nobody on their own computer."""

from __future__ import annotations

from enum import StrEnum


class Registration(StrEnum):
    """Who may keep a notebook here: everybody, whoever was given a code, or nobody more."""

    open = "open"
    invite = "invite"
    closed = "closed"


class NobodyNew(Exception):
    """No new notebook can be kept here now."""


class NotInvited(Exception):
    """No such code is out, or it was used."""
