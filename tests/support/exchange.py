"""Alice asks Sam for something through a link, and Sam opens it in a browser of his own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from beside.around.circle.model import Person
from beside.journey.practice.model import Ask, AskKind
from beside.journey.practice.reply import Reply
from beside.keeping.sharing.links import Link
from beside.keeping.vault.notebook import OpenNotebook
from tests.support.cast import TODAY_WAS_A_LOT, asked_sam, hopeful, sam
from tests.support.people import HERE, Somebody

LINK = UUID("11000000-0000-4000-8000-000000000001")
PAGE = f"/links/{TODAY_WAS_A_LOT}/"
THE_DOG = "Could you take the dog on Thursday at 6?"
HERS = "Dana"


def the_dog(**changes: Any) -> Ask:
    """Return the small test with Sam that asks for something."""
    guess = hopeful().but(by_when=date(2026, 3, 5))
    return asked_sam(what=AskKind.favour, words=THE_DOG, prediction=guess).but(**changes)


def notebook(somebody: Somebody) -> OpenNotebook:
    """Return the notebook of *somebody*, with a key of its own that may be wiped."""
    return OpenNotebook(somebody.account_id, somebody.data_key)


def asks(
    alice: Somebody, *, glad: str = "not_really", ask: Ask | None = None, who: Person | None = None
) -> str:
    """Let *alice* make the link; return its code."""
    alice.keeps(who or sam(), ask or the_dog())
    makes(alice, glad=glad)
    return code_of(alice)


def makes(alice: Somebody, **said: Any) -> HttpResponse:
    """Send the form that makes the link."""
    fields = {"id": LINK, "name": HERS, "days": 14, "revision": 1, "glad": "not_really"} | said
    return alice.client.post(f"{PAGE}make/", fields, follow=True)


def code_of(alice: Somebody) -> str:
    (link,) = alice.store.undated(Link)
    return link.code


def replies_of(alice: Somebody) -> list[Reply]:
    return alice.store.all(Reply)


@dataclass
class Friend:
    """Somebody with a link, and a browser that keeps what it is given."""

    code: str
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True, **HERE))

    def sends(self, **said: Any) -> HttpResponse:
        """Send a form with the code."""
        return self.client.post("/r/", {"code": self.code} | said)

    def opens(self) -> HttpResponse:
        return self.sends()

    def answers(self, said: str = "yes", **more: Any) -> HttpResponse:
        return self.sends(step="answer", said=said, **more)

    def adds(self, said: str = "yes", **more: Any) -> HttpResponse:
        return self.sends(step="more", said=said, **more)


def takes_in(alice: Somebody) -> HttpResponse:
    """Let *alice* take in what came."""
    return alice.client.post("/answers/", follow=True)
