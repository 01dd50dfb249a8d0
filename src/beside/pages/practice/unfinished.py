"""A guess that is not finished waits in memory, so that changing one's mind costs nothing typed.

Nothing of it is written down: it goes when the guess is locked, or when the notebook is.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from beside.pages.front.requests import PersonRequest

MOST = 12
"""How many unfinished guesses wait for one session; the oldest makes room."""
_ASIDE = "guesses"


def lay_guess_aside(request: PersonRequest, ask_id: UUID, names: Collection[str]) -> None:
    """Lay aside what was answered so far: of the form that was sent, the fields of *names*."""
    guesses = _guesses(request)
    guesses.pop(ask_id, None)
    guesses[ask_id] = {name: request.POST[name] for name in names if request.POST.get(name)}
    while len(guesses) > MOST:
        guesses.pop(next(iter(guesses)))


def guess_laid_aside(request: PersonRequest, ask_id: UUID) -> dict[str, str]:
    """Return what was answered before; nothing where there is nothing."""
    return dict(_guesses(request).get(ask_id, {}))


def guess_is_over(request: PersonRequest, ask_id: UUID) -> None:
    """Forget what waited: the guess is locked."""
    _guesses(request).pop(ask_id, None)


def _guesses(request: PersonRequest) -> dict[UUID, dict[str, str]]:
    guesses: dict[UUID, dict[str, str]] = request.opened.session.aside.setdefault(_ASIDE, {})
    return guesses
