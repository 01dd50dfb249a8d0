"""The quiet phone: where somebody else may look through it, as little as possible lies in it.

Everything that asks about it asks here: what is left out of a page, when a notebook locks by
itself, what a page is called. *Maybe* and *skip* count as *yes*; before anybody asked, a phone is
one's own.
"""

from __future__ import annotations

from typing import Any

from beside.keeping.vault.notebook import LookedThrough
from beside.pages.front.requests import PersonRequest

LOCKS_AFTER = 10
"""Minutes without a touch after which the notebook on such a phone locks, at most."""


def is_quiet(said: LookedThrough | None) -> bool:
    """Tell whether what was *said* about the phone asks for quiet."""
    return said not in (LookedThrough.no, None)


def leaves_links_out(request: PersonRequest) -> bool:
    """Tell whether a page leaves out what would lie in other parts of the phone, and says why.

    Message links, the share sheet and calendar files do: in sent mail, in a list of calls, in a
    calendar that others see.
    """
    return is_quiet(request.opened.notebook.preferences().looked_through)


def told(phone: str) -> LookedThrough:
    """Return what was said about the phone on a first visit; a question that was skipped too."""
    return LookedThrough(phone) if phone in set(LookedThrough) else LookedThrough.not_said


def from_now_on(
    said: LookedThrough | None, *, before: LookedThrough | None, idle_minutes: int
) -> dict[str, Any]:
    """Return what a notebook prefers once *said* was said; what is chosen later still counts."""
    begins = is_quiet(said) and not is_quiet(before)
    minutes = min(idle_minutes, LOCKS_AFTER) if begins else idle_minutes
    return {"looked_through": said, "idle_minutes": minutes}


def in_this_browser(said: LookedThrough | None, *, before: LookedThrough | None) -> dict[str, str]:
    """Return what this browser remembers once *said* was said: every page is called the same."""
    return {"quiet": "1"} if is_quiet(said) and not is_quiet(before) else {}
