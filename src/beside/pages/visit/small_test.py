"""One small test is set up before anything is kept: in the visit, by the same actions as ever."""

from __future__ import annotations

from typing import Any

from beside.around.circle.actions import add_person, remove_person
from beside.around.circle.jobs import card_of
from beside.around.circle.model import Answer, Fear, Job, Person
from beside.around.circle.rules import may_be_asked, somebody_called
from beside.journey.practice.actions import change_draft, draft_ask, lock_prediction
from beside.journey.practice.model import Ask, AskKind, AskState
from beside.keeping.accounts.visits import Visit
from beside.kernel.days import When
from beside.kernel.ids import new_id
from beside.pages.practice.guessing import GuessForm
from beside.pages.templatetags.say import say


def draft_of(visit: Visit) -> Ask | None:
    """Return the small test of this visit, or ``None``."""
    return next(iter(visit.store.all(Ask)), None)


def is_locked(visit: Visit) -> bool:
    """Tell whether the guess of this visit is locked."""
    draft = draft_of(visit)
    return draft is not None and draft.state is AskState.locked


def choose(visit: Visit, *, when: When, what: AskKind, words: str, job: Job | None = None) -> Ask:
    """Choose what to ask, or other words for it. Raises what `change_draft` raises."""
    draft = draft_of(visit)
    if draft is None:
        return draft_ask(store=visit.store, when=when, id=new_id(), what=what, words=words, job=job)
    whom = {"job": job, "person_id": None} if job or draft.job else {}
    return _changed(visit, draft, what=what, words=words, **whom)


def choose_job(visit: Visit, job: Job, *, when: When) -> Ask:
    """Choose somebody whose job it is, with the sentence to say to them."""
    words = say(card_of(job).saying)
    return choose(visit, when=when, what=AskKind.favour, words=words, job=job)


def choose_who(visit: Visit, *, when: When, name: str, hurt: Answer, afraid: Fear) -> Person:
    """Add somebody, and let the small test be for them where the two answers allow it.

    The same name again is the same form again: what is answered now counts.
    """
    before = somebody_called(visit.store.all(Person), name)
    if before is not None:
        remove_person(store=visit.store, person_id=before.id)
    person = add_person(
        store=visit.store, when=when, id=new_id(), name=name, hurt=hurt, afraid=afraid
    )
    draft = draft_of(visit)
    if draft is not None:
        _changed(visit, draft, person_id=person.id if may_be_asked(person) else None, job=None)
    return person


def lock(visit: Visit, draft: Ask, form: GuessForm, *, when: When, although_hard: bool) -> Ask:
    """Lock the guess. Raises what `lock_prediction` raises."""
    return lock_prediction(
        store=visit.store,
        when=when,
        ask_id=draft.id,
        prediction=form.prediction(),
        words=form.cleaned_data["saying"],
        although_hard=although_hard,
        expected_revision=draft.revision,
    )


def _changed(visit: Visit, draft: Ask, **changes: Any) -> Ask:
    kept: dict[str, Any] = {"what": draft.what, "words": draft.words}
    kept |= {"person_id": draft.person_id, "job": draft.job, **changes}
    return change_draft(
        store=visit.store, ask_id=draft.id, expected_revision=draft.revision, **kept
    )
