"""What, who, guess, lock: between the steps a small test is a draft, so that nothing is lost."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from beside.around.circle import actions as circle
from beside.around.circle.actions import NameThere
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import may_be_asked, may_be_put_forward, safety_of
from beside.journey.practice import actions, wording
from beside.journey.practice.actions import AlreadyPast
from beside.journey.practice.model import Ask
from beside.journey.practice.setting_up import AskAgainFirst, HardToday, NotSafeToAsk, TooHard
from beside.kernel.ids import new_id
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.said import said as told_by
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.front.somebody import same_name_page
from beside.pages.practice.choosing import own_words
from beside.pages.practice.drafts import (
    ask_first_page,
    ask_newcomer,
    blank_guess,
    change,
    change_mind,
    guess_page,
    is_a_draft,
    lock,
    onward,
    somebody_chosen,
    too_much_page,
    what_page,
    where_to_guess,
    who_page,
)
from beside.pages.practice.forms import (
    SayingForm,
    SomebodyElseForm,
    TwoQuestionsForm,
    WhatForm,
    WhoForm,
)
from beside.pages.practice.guessing import GuessForm
from beside.pages.practice.refusals import kindly

ELSEWHERE = {"what": "practice:what", "who": "practice:who"}
"""Where the buttons of the guess lead that do not lock it."""


@person_required
@kindly
def new(request: PersonRequest) -> HttpResponse:
    """Choose what: words that are there, or own words. It is a draft from here on."""
    store, own = open_vault(request), own_words(request)
    if request.method != "POST":
        chosen = somebody_chosen(request, store)
        return what_page(request, WhatForm(initial={"id": new_id(), **chosen}, own=own))
    form = WhatForm(request.POST, own=own)
    if not form.is_valid():
        return what_page(request, form)
    known = {name: form.cleaned_data[name] for name in ("id", "person_id", "job")}
    return onward(actions.draft_ask(store=store, when=when(request), **known, **form.chosen()))


@person_required
@kindly
def what(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Choose other words for a draft: often a smaller one."""
    draft, own = open_vault(request).get(Ask, ask_id), own_words(request)
    if request.method != "POST":
        if not is_a_draft(draft):
            return see_other("practice:ask", ask_id)
        kept = {"id": draft.id, "saying": draft.words}
        return what_page(request, WhatForm(initial=kept, own=own), draft)
    form = WhatForm(request.POST, own=own)
    if not form.is_valid():
        return what_page(request, form, draft)
    if not form.is_tapped() and form.cleaned_data["saying"] == draft.words:
        return onward(draft)
    return onward(change(request, draft, **form.chosen()))


@person_required
@kindly
def who(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Choose who it is for."""
    draft = open_vault(request).get(Ask, ask_id)
    if request.method != "POST":
        return who_page(request, draft) if is_a_draft(draft) else see_other("practice:ask", ask_id)
    form = WhoForm(request.POST)
    if not form.is_valid():
        return who_page(request, draft, choosing=form)
    change(request, draft, **form.chosen())
    return see_other("practice:guess", ask_id)


@person_required
@sent_only("practice:who")
@kindly
def somebody_else(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Add somebody, and go on with them where the two answers allow it."""
    form = SomebodyElseForm(request.POST)
    if not form.is_valid():
        return who_page(request, open_vault(request).get(Ask, ask_id), adding=form)
    try:
        return onward(ask_newcomer(request, ask_id, form))
    except NameThere as there:
        same = reverse("practice:same", args=[ask_id, there.person_id])
        return same_name_page(request, there.person_id, same=same)
    except (NotSafeToAsk, AskAgainFirst) as refusal:
        # One slip of the finger can be taken back at once.
        undo = reverse("practice:take_back", args=[ask_id, form.cleaned_data["person_id"]])
        said = "flagged" if isinstance(refusal, NotSafeToAsk) else "resting"
        notice(request, said, undo=undo)
        return see_other("practice:who", ask_id)


@person_required
@sent_only("practice:ask_first")
@kindly
def same(request: PersonRequest, ask_id: UUID, person_id: UUID) -> HttpResponse:
    """Go on with somebody who was here already, where the more careful answers allow it."""
    store, form = open_vault(request), TwoQuestionsForm(request.POST)
    if not form.is_valid():
        return see_other("practice:ask_first", ask_id, person_id)
    told = circle.same_person(store=store, person_id=person_id, **form.cleaned_data)
    if may_be_put_forward(told):
        return onward(change(request, store.get(Ask, ask_id), person_id=person_id, job=None))
    notice(request, "left_out" if may_be_asked(told) else safety_of(told).value)
    return see_other("practice:who", ask_id)


@person_required
@sent_only("practice:ask_first")
def take_back(request: PersonRequest, ask_id: UUID, person_id: UUID) -> HttpResponse:
    """Take back somebody who was added a moment ago."""
    circle.remove_person(store=open_vault(request), person_id=person_id)
    notice(request, "taken_back")
    return see_other("practice:who", ask_id)


@person_required
@kindly
def ask_first(request: PersonRequest, ask_id: UUID, person_id: UUID) -> HttpResponse:
    """Ask the two questions again about somebody who rests; then choose."""
    store, form = open_vault(request), TwoQuestionsForm(request.POST or None)
    person = store.get(Person, person_id)
    if request.method != "POST" and safety_of(person) is not Safety.resting:
        return see_other("practice:who", ask_id)
    if not form.is_valid():
        return ask_first_page(request, store.get(Ask, ask_id), person, form)
    told = circle.answer_safety(
        store=store,
        when=when(request),
        person_id=person_id,
        expected_revision=revision_sent(request),
        **form.cleaned_data,
    )
    if safety_of(told) is not Safety.free:
        notice(request, safety_of(told).value)
    return see_other("practice:who", ask_id)


@person_required
@kindly
def guess(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Guess, and lock it: from then on nobody can touch it."""
    store, form = open_vault(request), GuessForm(request.POST)
    draft = store.get(Ask, ask_id)
    if request.method != "POST" or "back" in request.POST:
        ahead = where_to_guess(store, draft)
        form = blank_guess(request, draft)
        return see_other(ahead, ask_id) if ahead else guess_page(request, draft, form)
    if not form.is_valid():
        return guess_page(request, draft, form)
    try:
        lock(request, draft, form)
    except HardToday:
        return guess_page(request, draft, form, very_hard=True)
    except TooHard:
        return too_much_page(request, draft, form)
    except AlreadyPast:
        form.add_error("by_when", told_by(wording.DAY_IS_OVER))
        return guess_page(request, draft, form)
    return see_other("practice:ask", ask_id)


@person_required
@sent_only("practice:guess")
@kindly
def keep_words(request: PersonRequest, ask_id: UUID) -> HttpResponse:
    """Leave a guess that is not locked: to other words, to somebody else, or for today."""
    draft = open_vault(request).get(Ask, ask_id)
    form = SayingForm(request.POST)
    if not form.is_valid():
        return guess_page(request, draft, GuessForm(request.POST))
    change_mind(request, draft, words=form.cleaned_data["saying"])
    elsewhere = ELSEWHERE.get(request.POST.get("to", ""))
    if elsewhere:
        return see_other(elsewhere, ask_id)
    notice(request, "words_kept")
    return see_other("practice:tests")
