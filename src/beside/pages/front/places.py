"""Four places, and only those that have something to show."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from beside.around.circle.model import Person
from beside.around.load.model import Carrying
from beside.journey.pattern.model import Moment, Reflection, ThreeQuestions
from beside.journey.practice.model import Ask
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store

_IN_THE_NOTEBOOK = {"load": "pattern"}


@dataclass(frozen=True)
class Place:
    """One place of the bar: its name, address and icon; *here* where the person is now."""

    name: Sentence
    url: str
    icon: str
    here: bool


def places(request: HttpRequest, store: Store) -> list[Place]:
    """Return the places of this notebook, Today first."""
    match = request.resolver_match
    area = "" if match is None else _IN_THE_NOTEBOOK.get(match.namespace, match.namespace)
    tests, people = store.has(Ask), store.has(Person)
    kinds = (Moment, Reflection, ThreeQuestions, Carrying)
    anything = tests or people or any(store.has(kind) for kind in kinds)
    every = [("today", Sentence("Today"), "today:today", True)]
    every.append(("practice", Sentence("Tests"), "practice:tests", tests))
    every.append(("circle", Sentence("People"), "circle:people", anything))
    every.append(("pattern", Sentence("Notebook"), "pattern:notebook", anything))
    icons = {"practice": "tests", "circle": "people", "pattern": "notebook"}
    return [
        Place(name, reverse(url), icons.get(key, key), here=key == area)
        for key, name, url, shown in every
        if shown or key == area
    ]
