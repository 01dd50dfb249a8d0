"""Saying more about a moment: what was said elsewhere meanwhile is shown, never written over."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from beside.around.circle import wording as circle
from beside.around.circle.model import Person
from beside.around.circle.rules import names
from beside.journey.pattern import wording
from beside.journey.pattern.actions import describe_moment, note_moment
from beside.journey.pattern.model import Moment, MomentKind
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict, NotKept
from beside.pages.front.conflicts import conflict_page
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.pattern.days import named
from beside.pages.pattern.forms import NOT_SAID, MomentForm
from beside.pages.templatetags.say import say

WHAT = Sentence("What it was")


def form_for(request: PersonRequest, moment_id: UUID) -> MomentForm:
    """Return the form of a moment, filled in with what was sent or is kept; 404 where it is gone.

    A form that was sent is read even then: its words are shown, and can be kept again.
    """
    store = open_vault(request)
    try:
        kept = store.get(Moment, moment_id)
    except NotKept:
        if request.method != "POST":
            raise Http404 from None
        kept = Moment(id=moment_id, when=when(request), what=MomentKind.did_it_alone)
    sent = request.POST if request.method == "POST" else None
    return MomentForm(sent, moment=kept, people=store.undated(Person))


def tell(request: PersonRequest, form: MomentForm) -> Moment:
    """Keep what the valid *form* says. Raises `NotYetLived`, `Conflict`."""
    store, at, told = open_vault(request), when(request), dict(form.described())
    moment_id = form.moment.id
    if told["expected_revision"] == 0:
        # It was deleted in another window, and is wanted back.
        again = note_moment(store=store, when=at, id=moment_id, what=told["what"])
        told["expected_revision"] = again.revision
    try:
        return describe_moment(store=store, when=at, moment_id=moment_id, **told)
    except NotKept:
        raise Conflict(kept=None, offered=_offered(form)) from None


def both_versions(request: PersonRequest, form: MomentForm, conflict: Conflict) -> HttpResponse:
    """Return the page (409) that shows what is kept beside what was sent."""
    gone = conflict.kept is None
    moment = reverse("pattern:moment", args=[form.moment.id])
    known = names(open_vault(request).undated(Person))

    def rows(record: Record) -> list[tuple[Sentence, str]]:
        told = _rows(record, known, request)
        return [row for row in told if row[0] in (WHAT, wording.NOTE) and row[1]] if gone else told

    return conflict_page(
        request,
        conflict,
        rows=rows,
        back=reverse("pattern:notebook") if gone else moment,
        long_text="note",
    )


def _offered(form: MomentForm) -> Moment:
    told = dict(form.described())
    del told["expected_revision"], told["on"]
    return form.moment.but(**told)


def _rows(
    record: Record, known: Mapping[UUID, str], request: PersonRequest
) -> list[tuple[Sentence, str]]:
    if not isinstance(record, Moment):
        return []
    who = known.get(record.person_id, say(circle.TAKEN_OUT)) if record.person_id else ""
    return [
        (WHAT, say(wording.MOMENTS[record.what])),
        (wording.DAY, named(record.when.on, today=when(request).on)),
        (wording.WHO, who or say(circle.NOBODY_BY_NAME)),
        (wording.DISCOMFORT, _number(record.discomfort)),
        (wording.LOAD, _number(record.load)),
        (wording.CHOICE, say(wording.CHOICES[record.choice] if record.choice else NOT_SAID)),
        (wording.NOTE, record.note),
    ]


def _number(rating: int | None) -> str:
    return say(NOT_SAID) if rating is None else str(rating)
