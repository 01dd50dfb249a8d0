"""What there is to choose from: words, the smallest first, and people, those who are safe alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from beside.around.circle.jobs import JOBS, card_of
from beside.around.circle.model import Job, Person, Safety
from beside.around.circle.rules import by_name, initials, safety_of
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, OwnWords
from beside.journey.practice.own_words import newest_own
from beside.journey.practice.setting_up import SMALLER_FOR_DAYS, is_left_out_of, smaller_next
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


def what_there_is(request: PersonRequest, form: WhatForm) -> dict[str, Any]:
    """Return the templates kind by kind, the person's own words, and who it would be for.

    After a no the smallest of each kind come first, and all others stand behind one more fold.
    """
    on = when(request).on
    since = days_after(on, -SMALLER_FOR_DAYS)
    smaller = smaller_next(open_vault(request).all(Ask, since=since), on)
    limit = SMALLEST if smaller else LARGEST
    job = form["job"].value()
    return {
        "offered": [(wording.FOLDS[one.what], one) for one in OFFERED],
        "folds": by_kind(one for one in by_size(limit) if one not in OFFERED),
        "larger": [one for one in by_size(LARGEST) if one.size > limit],
        "smaller_next": smaller,
        "own_words": list(form.own.values()),
        "job": card_of(Job(job)) if job in list(Job) else None,
    }


def by_kind(templates: Iterable[Template]) -> list[Fold]:
    """Return *templates* kind by kind, in their order, each with the name of its kind."""
    sorted_out: dict[Sentence, list[Template]] = {name: [] for name in wording.FOLDS.values()}
    for one in templates:
        sorted_out[wording.FOLDS[one.what]].append(one)
    return [(name, ones) for name, ones in sorted_out.items() if ones]


def who_there_is(
    request: PersonRequest, draft: Ask, *, adding: SomebodyElseForm | None
) -> dict[str, Any]:
    """Return who may be chosen for *draft*; whoever was left out stands apart.

    Nobody who is flagged is among them, and nobody in the person's care where something is handed
    over.
    """
    everybody = by_name(open_vault(request).undated(Person))
    safe = [one for one in everybody if safety_of(one) is not Safety.flagged]
    rows = [
        (one, initials(one.name), safety_of(one) is Safety.resting)
        for one in safe
        if not is_left_out_of(draft.what, one)
    ]
    return {
        "people": [row for row in rows if not row[0].left_out],
        "left_out": [row for row in rows if row[0].left_out],
        "some_in_care": len(rows) < len(safe),
        "nobody_yet": not everybody,
        "jobs": JOBS,
        "adding": adding or SomebodyElseForm(initial={"person_id": new_id()}, auto_id="new_%s"),
    }
