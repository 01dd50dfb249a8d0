"""The rooms of the notebook beside its days: each has a door once there is something in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from beside.around.load.model import Carrying
from beside.around.load.wording import WHAT_I_CARRY
from beside.journey.pattern.model import Reflection, ThreeQuestions
from beside.journey.pattern.wording import HOW_I_DO_IT
from beside.kernel.sentences import Sentence
from beside.kernel.store import Store


@dataclass(frozen=True)
class Room:
    """One room: its name and its address."""

    name: Sentence
    url: str


def rooms(store: Store) -> list[Room]:
    """Return the rooms that hold something; opens nothing."""
    found = []
    if store.has(ThreeQuestions) or store.has(Reflection):
        found.append(Room(HOW_I_DO_IT, reverse("pattern:how")))
    if store.has(Carrying):
        found.append(Room(WHAT_I_CARRY, reverse("load:carry")))
    return found
