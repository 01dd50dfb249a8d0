"""Whether somebody is safe is asked before anything else is, and never guessed."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from beside.kernel.days import When
from beside.kernel.records import Record

NAME_LIMIT = 200
"""How many characters a name may have."""
GOOD_FOR_LIMIT = 300
"""How many characters there are for what else somebody is good for."""
REACH_LIMIT = 200
"""How many characters a number or an address may have."""


class Ring(IntEnum):
    """How near somebody is (convoy model): 1 is nearest."""

    nearest = 1
    near = 2
    further_out = 3


class Answer(StrEnum):
    """Has this person ever hurt, threatened, watched or controlled you?"""

    no = "no"
    yes = "yes"
    not_sure = "not_sure"


class Fear(StrEnum):
    """Would you be afraid of what they might do? To be embarrassed is not to be afraid."""

    no = "no"
    embarrassed = "embarrassed"
    yes = "yes"
    not_sure = "not_sure"


class Relation(StrEnum):
    """Who somebody is to the person."""

    partner = "partner"
    family = "family"
    friend = "friend"
    at_work = "at_work"
    neighbour = "neighbour"
    somebody_else = "somebody_else"


class GoodFor(StrEnum):
    """What somebody is good for."""

    listening = "listening"
    company = "company"
    a_hand = "a_hand"
    a_lift = "a_lift"
    children = "children"
    food = "food"
    forms = "forms"
    advice = "advice"


class Tired(StrEnum):
    """With them I can be tired."""

    yes = "yes"
    a_bit = "a_bit"
    no = "no"


class Job(StrEnum):
    """People whose job it is to take a part."""

    pharmacist = "pharmacist"
    doctors_desk = "doctors_desk"
    carers_group = "carers_group"
    school_office = "school_office"
    library = "library"
    place_of_worship = "place_of_worship"
    union = "union"


class Safety(StrEnum):
    """What the two answers come to."""

    free = "free"
    resting = "resting"
    flagged = "flagged"


class Person(Record, kind="person", version=2, stamps=("added",)):
    """Somebody in a person's life. An answer that is ``None`` has not been given."""

    added: When
    name: str
    ring: Ring | None = None
    hurt: Answer | None = None
    afraid: Fear | None = None
    left_out: bool = False
    """The person asked that nothing be suggested with them, without saying that they are unsafe."""
    relation: Relation | None = None
    good_for: tuple[GoodFor, ...] = ()
    good_for_words: str = ""
    """What else they are good for, in the person's words."""
    phone: str = ""
    mail: str = ""
    in_my_care: bool = False
    """The person looks after them: they are left out of handovers, and of nothing else."""
    tired: Tired | None = None
    unflagging: When | None = None
    """When the person said, in writing, that the flag may be taken back; it stays for a day."""
