"""Two ways in, behind one Protocol: words alone, or a name first where many are served.

On one computer the words find the notebook, and guesses are counted for all of it. Where many are
served its name finds it, and guesses are counted by name, by network, and by known browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from beside.keeping.accounts import invitations, named, opening, tries
from beside.keeping.accounts.joining import NobodyNew, NotInvited, Registration
from beside.keeping.accounts.names import account_named
from beside.keeping.accounts.throttle import door
from beside.keeping.crypto.wraps import DataKey
from beside.pages.front.opened import KNOWN

Found = tuple[UUID, DataKey]


class Counted(Protocol):
    """Where tries are counted, and slow down."""

    def try_at(self, now: float) -> None: ...
    def not_tried(self) -> None: ...
    def opened(self) -> None: ...


class Way(Protocol):
    """How one who stands outside comes to a notebook."""

    @property
    def tries(self) -> Counted:
        """Where what is guessed there counts."""
        ...

    def open(self, words: str) -> Found:
        """Return what *words* open; raise `NothingOpens`, `TooBusy`, `TooLong`."""
        ...

    def open_with_spare_key(self, typed: str) -> Found:
        """Return what the spare key opens; raise `NothingOpens`."""
        ...

    def keep(self, words: str) -> Found:
        """Make a notebook that *words* open; raise what `opening.keep` and `named.keep` do."""
        ...

    def tries_to_keep(self, *, drawn: bool) -> Counted | None:
        """Return where a new notebook counts; ``None`` where it is free."""
        ...


class OneComputer:
    """Words alone; six that were *drawn* are beyond guessing."""

    @property
    def tries(self) -> Counted:
        return door

    def open(self, words: str) -> Found:
        return opening.open_with_words(words)

    def open_with_spare_key(self, typed: str) -> Found:
        return opening.open_with_spare_key(typed)

    def keep(self, words: str) -> Found:
        return opening.keep(words)

    def tries_to_keep(self, *, drawn: bool) -> Counted | None:
        return None if drawn else self.tries


@dataclass(frozen=True)
class OfMany:
    """A name first; a new one needs to be let in: by anybody, with a code, or not now."""

    name: str
    code: str
    address: str
    tries: Counted

    def open(self, words: str) -> Found:
        return named.open_named(self.name, words)

    def open_with_spare_key(self, typed: str) -> Found:
        return named.open_named_with_spare_key(self.name, typed)

    def keep(self, words: str) -> Found:
        # Before the words are stretched, so that a stranger cannot make the machine work.
        if account_named(self.name) is None:
            self._look_whether_let_in()
        return named.keep_named(self.name, words, admit=lambda _: self._let_in())

    def tries_to_keep(self, *, drawn: bool) -> Counted | None:  # noqa: ARG002 - no words find one
        is_invited = Registration.invite == settings.REGISTRATION and invitations.is_out(self.code)
        return None if is_invited else tries.newcomer(self.address)

    def _look_whether_let_in(self) -> None:
        if Registration.closed == settings.REGISTRATION:
            raise NobodyNew
        if Registration.invite == settings.REGISTRATION and not invitations.is_out(self.code):
            raise NotInvited

    def _let_in(self) -> None:
        self._look_whether_let_in()
        if Registration.invite == settings.REGISTRATION:
            invitations.spend(self.code)


def way_in(request: HttpRequest, *, name: str = "", code: str = "") -> Way:
    """Return the way in for *request*; *name* and *code* as typed, where many are served."""
    if not settings.HOSTED:
        return OneComputer()
    address = str(request.META.get("REMOTE_ADDR", ""))
    guess = tries.guess_at(name, address=address, device=request.COOKIES.get(KNOWN, ""))
    return OfMany(name, code, address, guess)


def tries_inside(account_id: UUID) -> Counted:
    """Return where guesses of somebody count who has the notebook open already."""
    return tries.guess_inside(account_id) if settings.HOSTED else door


def opens(account_id: UUID, words: str) -> bool:
    """Tell whether *words* open this very account; raise `TooBusy`, `TooLong`."""
    if settings.HOSTED:
        return named.opens_account(account_id, words)
    return opening.opens_with(account_id, words)


def as_kept(account_id: UUID, words: str) -> str:
    """Return *words*, which open this account, in the very form that does. Raises `TooBusy`."""
    if settings.HOSTED:
        return named.as_kept_in(account_id, words)
    return opening.as_kept(account_id, words)


def change_words(account_id: UUID, data_key: DataKey, words: str) -> None:
    """From now on *words* open it; raise `OpenAnother` (on one computer), `TooBusy`, `TooLong`."""
    if settings.HOSTED:
        named.change_words_of(account_id, data_key, words)
    else:
        opening.change_words(account_id, data_key, words)
