"""Two tabs said different things: both texts are shown side by side, and the person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beside.kernel.ids import new_id
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict

Rows = Callable[[Record], list[tuple[Sentence, str]]]


@dataclass(frozen=True)
class Pair:
    """One question, and both answers to it."""

    label: Sentence
    kept: str
    offered: str


def conflict_page(
    request: HttpRequest,
    conflict: Conflict,
    *,
    rows: Rows,
    back: str,
    again: Mapping[str, str] = MappingProxyType({}),
    long_text: str = "",
) -> HttpResponse:
    """Return the 409 page.

    *rows* says a record in labels and texts. "Keep what I wrote now" is the same form once more, on
    top of the revision that is kept, and under another id where the form brought a new record;
    *again* are fields that it holds instead. *back* is the page of what is kept. *long_text* names
    the field whose two texts may also be kept one after the other: its label in *rows* comes last.
    """
    kept = dict(rows(conflict.kept)) if conflict.kept is not None else {}
    pairs = [Pair(label, kept.get(label, ""), text) for label, text in rows(conflict.offered)]
    differing = [pair for pair in pairs if pair.kept != pair.offered] or pairs
    mine = _once_more(request, conflict) | {name: [value] for name, value in again.items()}
    both = None
    if long_text and kept and pairs[-1] in differing and pairs[-1].kept and pairs[-1].offered:
        both = {**mine, long_text: [f"{pairs[-1].kept}\n\n{pairs[-1].offered}"]}
    context = {
        "texts": differing,
        "mine": _in_pairs(mine),
        "both": _in_pairs(both) if both else None,
        "action": request.path,
        "back": back,
        "gone": conflict.kept is None,
    }
    return render(request, "front/conflict.html", context, status=409)


def _once_more(request: HttpRequest, conflict: Conflict) -> dict[str, list[str]]:
    # Of several chips in one question each is sent under the same name.
    fields = {str(name): request.POST.getlist(name) for name in request.POST}
    fields.pop("csrfmiddlewaretoken", None)
    fields["revision"] = [str(0 if conflict.kept is None else conflict.kept.revision)]
    if "id" in fields:
        fields["id"] = [str(new_id())]
    return fields


def _in_pairs(fields: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in fields.items() for value in values]
