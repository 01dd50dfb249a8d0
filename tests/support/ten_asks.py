"""Small tests that happened, one after another, for a page that shows them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from uuid import UUID

from beside.journey.practice.model import Ask, Channel, FearedHappened, Happened, Outcome
from beside.kernel.sentences import Sentence
from tests.support.cast import NEXT_DAY, REX, happened, hopeful

WELL, PARTLY, NO, NO_ANSWER, HURT = Happened
ALL_SORTS = (WELL, PARTLY, NO, NO_ANSWER, HURT)


def ask(number: int, how: Happened, *, well: int | None = 3, **changes: object) -> Ask:
    """Return the test that happened as the *number*th: *well* in ten was guessed, if anything."""
    at = NEXT_DAY.at + timedelta(days=number)
    when = type(NEXT_DAY)(at, NEXT_DAY.zone, at.date())
    feared = None if how is Happened.it_hurt else FearedHappened.no
    guess = None if well is None else hopeful().but(well=well * 10)
    told = {
        "id": UUID(int=number + 1, version=4),
        "prediction": guess,
        "locked": happened().locked if guess else None,
        "outcome": Outcome(how=how, feared_happened=feared if guess else None),
        "closed": when,
        "closed_on": when.on,
        "channel": Channel.face_to_face,
    }
    return happened(how).but(**(told | changes))


def asks(*hows: Happened, well: int | None = 3, **changes: object) -> list[Ask]:
    """Return tests that went as *hows*, in that order."""
    return [ask(number, how, well=well, **changes) for number, how in enumerate(hows)]


def many(number: int, hows: Iterable[Happened] = ALL_SORTS) -> list[Ask]:
    """Return *number* tests that went as *hows*, over and over."""
    ways = tuple(hows)
    return asks(*(ways[one % len(ways)] for one in range(number)))


PAGES = {
    "one": [ask(0, HURT)],
    "four": many(4),
    "five": many(5),
    "right": asks(WELL, NO, NO, WELL, NO, NO),
    "a lot better": asks(*[WELL] * 10),
    "a lot worse": asks(*[NO] * 10, well=9),
    "flagged": [*many(9), ask(9, HURT, person_id=REX), ask(10, NO, person_id=REX)],
    "twenty-three": many(23, ALL_SORTS[::-1]),
}
"""Ways it can go, each with its asks; *flagged* needs Rex to be there."""

HOSTILE = {
    "markup": "#panic(1) = x $a$ <b>&amp;\"' *b* _i_ `r` @ref \\ ] }",
    "a title": "#set document(title: [Mine]) #pagebreak()",
    "long": "x" * 5000,
    "many words": "word " * 1000,
    "from the right": "مرحبا، هل يمكنك مساعدتي؟ שלום",
    "turned round": "\u202eevil\u202c and more",
    "control": "a\x00b\x07c",
    "accents": "e\u0301" * 5000,
}


def sentences(value: object) -> Iterator[Sentence]:
    """Yield every sentence of *value*, however deep."""
    if isinstance(value, Sentence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from sentences(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from sentences(part)
