"""People: who there is, and whether they are safe, which is asked before anything else."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from beside.around.circle import actions, wording
from beside.around.circle.actions import NameThere, NotFlagged, NotTyped, StaysFlagged
from beside.around.circle.jobs import JOBS
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.kernel.ids import new_id
from beside.pages.circle.between import what_stays
from beside.pages.circle.forms import (
    AboutForm,
    DescribeForm,
    NewPersonForm,
    SafetyForm,
    UnflagForm,
    described_beside,
)
from beside.pages.circle.person_page import person_page
from beside.pages.circle.picture import picture_of
from beside.pages.circle.refusals import kindly
from beside.pages.circle.shown import everybody, ring_by_ring
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, open_vault, person_required, when
from beside.pages.front.said import said
from beside.pages.front.sent import revision_sent, sent_only
from beside.pages.front.somebody import same_name_page
from beside.pages.templatetags.say import say


@person_required
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    """Show who is near, and whose job it is; somebody with nobody finds the second alone."""
    found = everybody(open_vault(request).undated(Person))
    shown = {
        "everybody": found,
        "picture": picture_of(found.near),
        "rings": ring_by_ring(found.near),
        "jobs": JOBS,
        "wording": wording,
    }
    return render(request, "circle/people.html", shown)


@person_required
@require_safe
def jobs(request: PersonRequest) -> HttpResponse:
    """Show people whose job it is, each with a sentence to say to them."""
    return render(request, "circle/jobs.html", {"jobs": JOBS, "wording": wording})


@person_required
@kindly
def new(request: PersonRequest) -> HttpResponse:
    """Add somebody; a slip of the finger can be taken back at once."""
    sent = request.method == "POST"
    form = NewPersonForm(request.POST if sent else None, initial={"id": new_id()})
    if form.is_valid():
        store, at = open_vault(request), when(request)
        try:
            added = actions.add_person(store=store, when=at, **form.told())
        except NameThere as there:
            same = reverse("circle:same", args=[there.person_id])
            return same_name_page(request, there.person_id, same=same)
        return _kept(request, added, undo=reverse("circle:remove", args=[added.id]))
    shown = {"form": form, "wording": wording}
    return render(request, "circle/new.html", shown, status=422 if sent else 200)


@person_required
@kindly
@require_safe
def person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Show somebody: what the answers mean, and the small tests with them."""
    return person_page(request, open_vault(request).get(Person, person_id))


@person_required
@sent_only("circle:person")
@kindly
def same(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Somebody with this name is who was meant: what was answered goes to them."""
    store, form = open_vault(request), SafetyForm(request.POST)
    if not form.is_valid():
        return person_page(request, store.get(Person, person_id), answering=form)
    told = actions.same_person(store=store, person_id=person_id, **form.cleaned_data)
    safety, beside = safety_of(told), AboutForm(request.POST)
    # What a flag means stands on the page that follows.
    notice(request, "resting" if safety is Safety.resting else "person_kept")
    more = described_beside(told, beside) if beside.is_valid() else None
    if more is not None:
        return person_page(request, told, describing_it=more)
    return see_other("circle:person", person_id)


@person_required
@sent_only("circle:person")
@kindly
def describe(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Change the name, and all that is said beside it."""
    store, form = open_vault(request), DescribeForm(request.POST, auto_id="describe_%s")
    if form.is_valid() and "back" not in request.POST:
        try:
            actions.describe_person(
                store=store,
                person_id=person_id,
                expected_revision=revision_sent(request),
                **form.told(),
            )
        except NameThere as there:
            return same_name_page(request, there.person_id)
        notice(request, "person_kept")
        return see_other("circle:person", person_id)
    return person_page(request, store.get(Person, person_id), describing_it=form)


@person_required
@sent_only("circle:person")
@kindly
def answer(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Answer the two questions again."""
    store, form = open_vault(request), SafetyForm(request.POST, auto_id="answer_%s")
    if form.is_valid():
        try:
            told = actions.answer_safety(
                store=store,
                when=when(request),
                person_id=person_id,
                expected_revision=revision_sent(request),
                **form.cleaned_data,
            )
            return _kept(request, told)
        except StaysFlagged:
            form.add_error(None, said(wording.STILL_FLAGGED))
    return person_page(request, store.get(Person, person_id), answering=form)


@person_required
@sent_only("circle:person")
@kindly
def unflag(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Let the day begin after which the two questions may take the caution back."""
    store, form = open_vault(request), UnflagForm(request.POST, auto_id="unflag_%s")
    try:
        actions.begin_unflagging(
            store=store,
            when=when(request),
            person_id=person_id,
            typed=form.data.get("typed", ""),
            wanted=say(wording.UNFLAG_WORDS),
            expected_revision=revision_sent(request),
        )
    except (NotTyped, NotFlagged) as refusal:
        form.refuse(refusal)
        return person_page(request, store.get(Person, person_id), unflagging=form)
    notice(request, "unflagging")
    return see_other("circle:person", person_id)


@person_required
@sent_only("circle:person")
@kindly
def keep_flag(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Leave the caution as it is, after all."""
    kept = actions.keep_flag(store=open_vault(request), person_id=person_id)
    if safety_of(kept) is Safety.flagged:
        notice(request, "flag_stays")
    return see_other("circle:person", person_id)


@person_required
@sent_only("circle:person")
@kindly
def leave_out(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Bring them up no more. Their page says so, and needs no notice beside it."""
    revision = revision_sent(request)
    actions.leave_out(store=open_vault(request), person_id=person_id, expected_revision=revision)
    return see_other("circle:person", person_id)


@person_required
@sent_only("circle:person")
@kindly
def let_back_in(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Bring them up again, if the two answers allow it."""
    revision = revision_sent(request)
    actions.let_back_in(store=open_vault(request), person_id=person_id, expected_revision=revision)
    notice(request, "let_back_in")
    return see_other("circle:person", person_id)


@person_required
@kindly
def remove(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """Ask once, then take somebody out for good."""
    store = open_vault(request)
    if request.method == "POST":
        actions.remove_person(store=store, person_id=person_id)
        notice(request, "removed")
        return see_other("circle:people")
    shown = {"person": store.get(Person, person_id), "wording": wording}
    return render(request, "circle/remove.html", shown | what_stays(store, person_id))


def _kept(request: PersonRequest, somebody: Person, *, undo: str = "") -> HttpResponse:
    # The page of somebody who rests asks the two questions: not again at once.
    rests = safety_of(somebody) is Safety.resting
    notice(request, "resting" if rests else "person_kept", undo=undo)
    return see_other("circle:people") if rests else see_other("circle:person", somebody.id)
