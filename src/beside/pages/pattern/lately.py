"""One tap keeps a moment; whatever else there is to say can be said later, or never."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from django.urls import reverse

from beside.journey.pattern import wording
from beside.journey.pattern.actions import note_moment
from beside.journey.pattern.model import LARGE_CHOICES, MORE, Moment, MomentKind
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.pattern.forms import TapForm


def choices() -> dict[str, object]:
    """Return what the three large choices and *more* need, with an id for the next tap."""
    return {
        "lately": wording.LATELY,
        "large": _named(LARGE_CHOICES),
        "more": _named(MORE),
        "fresh_id": new_id(),
    }


def keep_tap(request: PersonRequest, form: TapForm) -> Moment:
    """Keep what the valid *form* holds, and let the next page offer to take it back."""
    kept = _noted(request, **form.cleaned_data)
    notice(
        request,
        "moment_kept",
        undo=reverse("pattern:undo", args=[kept.id]),
        details=reverse("pattern:moment", args=[kept.id]),
    )
    return kept


def _noted(request: PersonRequest, *, id: UUID, what: MomentKind) -> Moment:  # noqa: A002
    store, at = open_vault(request), when(request)
    try:
        return note_moment(store=store, when=at, id=id, what=what)
    except Conflict:
        # Back, and another tap on the same old page: both were meant, and each of them once.
        other = UUID(bytes=sha256(id.bytes + what.encode()).digest()[:16], version=4)
        return note_moment(store=store, when=at, id=other, what=what)


def _named(kinds: tuple[MomentKind, ...]) -> list[tuple[MomentKind, Sentence]]:
    return [(kind, wording.MOMENTS[kind]) for kind in kinds]
