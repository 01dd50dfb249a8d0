"""How what is carried is set out, and how one thing of it becomes a small test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import pgettext

from beside.around.load import wording
from beside.around.load.actions import made_a_test
from beside.around.load.model import Carried, Carrying
from beside.journey.practice.actions import draft_ask
from beside.journey.practice.model import Ask, AskKind
from beside.kernel.ids import new_id
from beside.kernel.records import Record
from beside.kernel.sentences import Sentence
from beside.kernel.store import NotKept, Store
from beside.pages.front.requests import PersonRequest, open_vault, when
from beside.pages.templatetags.say import say


@dataclass(frozen=True, repr=False)
class Thing:
    """One thing that is carried: what we call it, or (*own*) the person's words for it."""

    value: str
    name: Sentence
    own: str


def thing(carrying: Carrying, one: Carried) -> Thing:
    """Return *one* of the things in *carrying*."""
    own = carrying.other if one is Carried.other else ""
    return Thing(one.value, wording.CARRIED[one], own)


def things(carrying: Carrying) -> list[Thing]:
    """Return all things in *carrying*, in their order."""
    return [thing(carrying, one) for one in carrying.what]


def page(
    request: PersonRequest, name: str, carrying: Carrying | None, form: Any = None, **more: Any
) -> HttpResponse:
    """Return one of the pages about *carrying*; 422 where a form comes back."""
    sent = form is not None and form.is_bound
    shown = {"form": form, "carrying": carrying, "wording": wording, **more}
    if carrying is not None:
        nobody = carrying.nobody_knows
        shown |= {
            "things": things(carrying),
            "nobody": thing(carrying, nobody) if nobody else None,
            "day": _named(carrying.when.on),
            "chosen": wording.CHOSEN[carrying.chosen] if carrying.chosen else None,
            # A form that comes back stands on the revision that it was drawn with.
            "revision": request.POST.get("revision") or carrying.revision,
        }
    return render(request, f"load/{name}.html", shown, status=422 if sent else 200)


def one_page(
    request: PersonRequest, carrying: Carrying, earlier: Sequence[Carrying] | None = None
) -> HttpResponse:
    """Return what was said once; where it is the last time, with *earlier* ones beneath it."""
    rows = [(one, _named(one.when.on), things(one)) for one in earlier or ()]
    made = test_of(open_vault(request), carrying)
    return page(request, "one", carrying, earlier=rows, made=made, is_last=earlier is not None)


def test_of(store: Store, carrying: Carrying) -> Ask | None:
    """Return the small test that was made of it, unless it is gone."""
    try:
        return store.get(Ask, carrying.ask_id) if carrying.ask_id else None
    except NotKept:
        return None


def draft_of(
    request: PersonRequest, carrying: Carrying, nobody_knows: Carried, *, revision: int
) -> UUID:
    """Write a small test down from the one thing, and return its id. Raises `Conflict`.

    Somebody who knows where things are has been handed something, however small.
    """
    store, draft_id = open_vault(request), new_id()
    with store.together():
        draft_ask(
            store=store,
            when=when(request),
            id=draft_id,
            what=AskKind.delegate,
            words=to_say(carrying, nobody_knows),
        )
        made_a_test(
            store=store, carrying_id=carrying.id, ask_id=draft_id, expected_revision=revision
        )
    return draft_id


def to_say(carrying: Carrying, nobody_knows: Carried) -> str:
    """Return what a person could say about it; they change it before anything is locked."""
    words = f"{say(wording.TO_SAY[nobody_knows])} {say(wording.MAY_I_SHOW_YOU)}"
    return f"{carrying.other}\n{words}" if nobody_knows is Carried.other else words


def rows_of(record: Record) -> list[tuple[Sentence, str]]:
    """Return *record* as labels and texts, to hold two versions of it side by side."""
    if not isinstance(record, Carrying):
        return []
    nobody = record.nobody_knows
    return [
        (wording.THIS_WEEK, ", ".join(one.own or say(one.name) for one in things(record))),
        (wording.NOBODY_WOULD_KNOW, _called(record, nobody) if nobody else ""),
        (wording.ONE_MORE, say(wording.CHOSEN[record.chosen]) if record.chosen else ""),
        (wording.WHAT_YOU_WROTE, record.note),
    ]


def _named(on: date) -> str:
    return date_format(on, pgettext("how a day of another year is written", "l, j F Y"))


def _called(carrying: Carrying, one: Carried) -> str:
    found = thing(carrying, one)
    return found.own or say(found.name)
