"""One person's page, drawn the same whether it is fresh or comes back with a mistake."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from beside.around.circle import rules, wording
from beside.around.circle.model import Person, Safety
from beside.journey.practice.model import Ask
from beside.journey.practice.setting_up import hurt_last
from beside.journey.practice.wording import DOOR
from beside.kernel.days import zone_named
from beside.pages.circle.between import between
from beside.pages.circle.forms import DescribeForm, SafetyForm, UnflagForm, describing
from beside.pages.circle.told import facts
from beside.pages.front.quiet import leaves_links_out
from beside.pages.front.requests import PersonRequest, open_vault, when


def person_page(
    request: PersonRequest,
    somebody: Person,
    *,
    describing_it: DescribeForm | None = None,
    answering: SafetyForm | None = None,
    unflagging: UnflagForm | None = None,
) -> HttpResponse:
    """Return the page of *somebody*; with a form that was refused, its mistakes (422).

    A form that is not bound was filled in for the person, and waits to be kept.
    """
    given = describing_it or answering or unflagging
    refused = given if given is not None and given.is_bound else None
    store, safety = open_vault(request), rules.safety_of(somebody)
    looked_through = leaves_links_out(request)
    links = safety is not Safety.flagged and not looked_through
    context = {
        "person": somebody,
        "safety": wording.SAFETY[safety],
        "is_resting": safety is Safety.resting,
        "may_be_asked": rules.may_be_asked(somebody),
        "hurt_last": safety is Safety.free and somebody.id in hurt_last(store.all(Ask)),
        "may_have_door": settings.REPLY_LINKS and rules.may_be_put_forward(somebody),
        "door": DOOR,
        "facts": facts(somebody, links=links),
        "says_why": looked_through and safety is not Safety.flagged,
        "between": between(store, somebody),
        "describing": describing_it or describing(somebody),
        "change_open": describing_it is not None,
        # A form that comes back stands on the revision that it was drawn with.
        "stands_on": request.POST.get("revision") if refused else somebody.revision,
        "not_kept_yet": given is not None and refused is None,
        "answering": answering or SafetyForm(auto_id="answer_%s"),
        "form": refused,
        "wording": wording,
        **_caution(request, somebody, unflagging),
    }
    return render(request, "circle/person.html", context, status=422 if refused else 200)


def _caution(
    request: PersonRequest, somebody: Person, unflagging: UnflagForm | None
) -> dict[str, Any]:
    at = when(request)
    flagged = rules.safety_of(somebody) is Safety.flagged
    return {
        "is_flagged": flagged,
        "waits_until": _local(rules.unflags_at(somebody), at.zone)
        if rules.is_waiting(somebody, at.at)
        else None,
        "may_unflag": rules.may_unflag(somebody, at.at),
        "unflagging": unflagging or UnflagForm(auto_id="unflag_%s"),
    }


def _local(instant: datetime | None, zone: str) -> datetime | None:
    # A template would turn an instant with its offset back into the zone of the settings.
    return instant and instant.astimezone(zone_named(zone)).replace(tzinfo=None)
