"""What somebody typed is never lost: a form that could not be kept comes back with its words."""

from __future__ import annotations

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

PREFIX = "typed-"
_NEVER_REPEATED = frozenset(
    (
        "csrfmiddlewaretoken",
        "words",
        "notebook",
        "invitation",
        "six",
        "own",
        "spare_key",
        "group",
        "passphrase",
        "credential",
        "prf",
    )
)


def what_was_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields of a form that came too late, without tokens and without what opens."""
    try:
        posted = request.POST
    except (SuspiciousOperation, OSError):
        return []
    return [
        (name, value)
        for name in posted
        if name not in _NEVER_REPEATED
        for value in posted.getlist(name)
    ]


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields that the door carried along while the notebook was opened again."""
    return [
        (name.removeprefix(PREFIX), value)
        for name in request.POST
        if name.startswith(PREFIX)
        for value in request.POST.getlist(name)
    ]
