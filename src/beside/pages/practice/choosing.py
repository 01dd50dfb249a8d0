"""What there is to choose from: words, the smallest first, and people, those who are safe alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from beside.around.circle.jobs import JOBS, card_of
from beside.around.circle.model import Job, Person, Safety
from beside.around.circle.rules import by_name, initials, safety_of
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, OwnWords
from beside.journey.practice.own_words import newest_own
from beside.journey.practice.setting_up import (
    SMALLER_FOR_DAYS,
    hurt_last,
    is_left_out_of,
    smaller_next,
)
from beside.journey.practice.templates import OFFERED, Template, by_size
from beside.kernel.days import days_after
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.practice.forms import SomebodyElseForm, WhatForm

SMALLEST, LARGEST = 1, 3
"""The sizes of templates."""

Fold = tuple[Sentence, list[Template]]


def own_words(request: PersonRequest) -> list[OwnWords]:
    """Return the words that the person kept, the newest first."""
    return newest_own(open_vault(request).undated(OwnWords))


def what_there_is(
    request: PersonRequest, form: WhatForm, draft: Ask | None = None
) -> dict[str, Any]:
    """Return the templates kind by kind, the person's own words, and who it would be for.

    After a no the smallest of each kind come first, and all others stand behind one more fold.
    """
    on = when(request).on
    since = days_after(on, -SMALLER_FOR_DAYS)
    smaller = smaller_next(open_vault(request).all(Ask, since=since), on)
    limit = SMALLEST if smaller else LARGEST
    job, chosen = form["job"].value(), form["person_id"].value()
    person = _somebody(request, draft.person_id if draft else chosen)
    fits = partial(_fits, person)
    return {
        "offered": [(wording.FOLDS[one.what], one) for one in OFFERED if fits(one)],
        "folds": by_kind(one for one in by_size(limit) if fits(one) and one not in OFFERED),
        "larger": [one for one in by_size(LARGEST) if fits(one) and one.size > limit],
        "smaller_next": smaller,
        "own_words": [one for one in form.own.values() if fits(one)],
        "job": card_of(Job(job)) if job in list(Job) else None,
        "person": person,
    }


def _somebody(request: PersonRequest, person_id: UUID | str | None) -> Person | None:
    everybody = open_vault(request).undated(Person)
    return next((one for one in everybody if str(one.id) == str(person_id)), None)


def _fits(person: Person | None, one: Template | OwnWords) -> bool:
    return person is None or not (person.in_my_care and one.what is AskKind.delegate)


def by_kind(templates: Iterable[Template]) -> list[Fold]:
    """Return *templates* kind by kind, in their order, each with the name of its kind."""
    sorted_out: dict[Sentence, list[Template]] = {name: [] for name in wording.FOLDS.values()}
    for one in templates:
        sorted_out[wording.FOLDS[one.what]].append(one)
    return [(name, ones) for name, ones in sorted_out.items() if ones]


def who_there_is(
    request: PersonRequest, draft: Ask, *, adding: SomebodyElseForm | None
) -> dict[str, Any]:
    """Return who may be chosen for *draft*; apart stands who was left out, or hurt the last time.

    Nobody who is flagged is among them, and nobody in the person's care where something is handed
    over.
    """
    store = open_vault(request)
    everybody, hurt = by_name(store.undated(Person)), hurt_last(store.all(Ask))
    safe = [one for one in everybody if safety_of(one) is not Safety.flagged]
    rows = [
        (one, initials(one.name), safety_of(one) is Safety.resting)
        for one in safe
        if not is_left_out_of(draft.what, one)
    ]
    apart = [row for row in rows if row[0].left_out or row[0].id in hurt]
    return {
        "people": [row for row in rows if row not in apart],
        "apart": apart,
        "some_hurt": any(row[0].id in hurt for row in apart),
        "some_in_care": len(rows) < len(safe),
        "nobody_yet": not everybody,
        "jobs": JOBS,
        "adding": adding or SomebodyElseForm(initial={"person_id": new_id()}, auto_id="new_%s"),
    }
