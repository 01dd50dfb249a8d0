"""How a made-up year is written down in `year.toml`: days before today, and what was said on each.

It is read strictly, into the words that the product has: a name that is gone there is refused here.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from beside.around.circle.about import About
from beside.around.circle.model import Answer, Fear, GoodFor, Job, Relation, Ring, Tired
from beside.around.load.model import Carried
from beside.journey.pattern.model import (
    AtTwo,
    Choice,
    InTen,
    Line,
    MomentKind,
    Nearest,
    Offer,
    WhenDoubled,
)
from beside.journey.practice.afterwards import MoreAnswers
from beside.journey.practice.model import (
    AskKind,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
    Prediction,
    StillSo,
)
from beside.journey.practice.reply import Glad, Said
from beside.journey.practice.rules import short_guess
from beside.kernel.days import days_after


class Time(NamedTuple):
    """So many days *back* from today; *at* is "18:40", or "Thu 18:40" for the last Thursday then.

    A weekday may lead up to six days further back.
    """

    back: int
    at: str


class Later(NamedTuple):
    """So many *days* after something was set up, at "18:40"."""

    days: int
    at: str


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing of the year."""


class Somebody(Row, frozen=True, kw_only=True):
    """One person, and what was answered about them at first."""

    key: str
    name: str
    added: Time
    hurt: Answer = Answer.no
    afraid: Fear = Fear.no
    ring: Ring | None = None
    relation: Relation | None = None
    good_for: tuple[GoodFor, ...] = ()
    good_for_words: str = ""
    phone: str = ""
    mail: str = ""
    in_my_care: bool = False
    tired: Tired | None = None
    left_out: Time | None = None
    """When it was asked that nothing be suggested with them."""

    def about(self) -> About:
        """Return what is said about them beside their name."""
        return About(**{name: getattr(self, name) for name in About.__dataclass_fields__})


class Answered(Row, frozen=True, kw_only=True):
    """The two questions about somebody, answered again."""

    who: str
    time: Time
    hurt: Answer
    afraid: Fear


class Lived(NamedTuple):
    """One moment. *load* and *discomfort* are 0–10."""

    back: int
    at: str
    what: MomentKind
    note: str
    who: str = ""
    load: int | None = None
    discomfort: int | None = None
    choice: Choice | None = None


class Taps(Row, frozen=True, kw_only=True):
    """Moments without a word: *many* from *first* to *last* days back, *alone* of ten alone."""

    first: int
    last: int
    many: int
    alone: int


class Guess(Row, frozen=True, kw_only=True):
    """The guess, in the steps of the screen: *well*, *likely* and *trouble* are 0–10."""

    well: int
    feared: Feared
    likely: int
    trouble: int
    hard: HowHard
    feared_words: str = ""
    line_now: int | None = None
    observable: str = ""
    by_in: int | None = None
    """By how many days later it will have happened."""
    how_bad: int | None = None
    how_id_cope: int | None = None
    partly_right: str = ""

    def prediction(self, on: date) -> Prediction:
        """Return it as it is locked on *on*."""
        return short_guess(
            well=self.well,
            feared=self.feared,
            likely=self.likely,
            trouble=self.trouble,
            hard=self.hard,
            feared_words=self.feared_words,
        ).but(
            line_now=self.line_now,
            observable=self.observable,
            by_when=None if self.by_in is None else days_after(on, self.by_in),
            how_bad=self.how_bad,
            how_id_cope=self.how_id_cope,
            partly_right=self.partly_right,
        )


class Aloud(Row, frozen=True, kw_only=True):
    """What the other person said of it when they were asked, the two questions with it."""

    said: Said
    trouble: int | None = None
    glad: Glad | None = None
    words: str = ""
    may_quote: bool = False


class Over(Row, frozen=True, kw_only=True):
    """How a small test ended; *still_so* was answered 4 and 33 days later.

    What they said *aloud* was written down with it.
    """

    later: Later
    how: Happened
    feared: FearedHappened | None = None
    next_guess: int | None = None
    landed: str = ""
    more: MoreAnswers = {}
    aloud: Aloud | None = None
    still_so: tuple[StillSo, ...] = ()


class Asked(Row, frozen=True, kw_only=True):
    """One small test, as far as it came."""

    time: Time
    what: AskKind
    words: str
    who: str = ""
    job: Job | None = None
    guess: Guess | None = None
    sent: Later | None = None
    channel: Channel = Channel.face_to_face
    said_when: Later | None = None
    """When the two agreed on a time, and *agreed*: on which."""
    agreed: Later | None = None
    put_off: Later | None = None
    let_go: Later | None = None
    over: Over | None = None


class ByItself(Row, frozen=True, kw_only=True):
    """A small test that happened unplanned."""

    time: Time
    what: AskKind
    words: str
    who: str
    how: Happened
    channel: Channel
    landed: str


class Again(Row, frozen=True, kw_only=True):
    """Words that were kept to be used again."""

    time: Time
    what: AskKind
    words: str


class Reflected(Row, frozen=True, kw_only=True):
    """The four answers of a first visit."""

    time: Time
    nearest: Nearest
    choice: Choice
    offer: Offer
    line: Line


class Sat(Row, frozen=True, kw_only=True):
    """Answers at one sitting, to the three questions that were put on that day."""

    time: Time
    why_alone: InTen | None = None
    would_accept: InTen | None = None
    when_doubled: WhenDoubled | None = None
    after_help: InTen | None = None
    at_two: AtTwo | None = None
    cost: InTen | None = None


class Carries(Row, frozen=True, kw_only=True):
    """What was on somebody in one week, and where the things are that nobody else would know."""

    time: Time
    what: tuple[Carried, ...]
    nobody_knows: Carried
    note: str


class Year(Row, frozen=True, kw_only=True):
    """All of it."""

    somebody: tuple[Somebody, ...]
    answered: tuple[Answered, ...]
    asked: tuple[Asked, ...]
    by_itself: tuple[ByItself, ...]
    again: tuple[Again, ...]
    taps: tuple[Taps, ...]
    lived: tuple[Lived, ...]
    reflected: Reflected
    sat: tuple[Sat, ...]
    carries: tuple[Carries, ...]


@cache
def year() -> Year:
    """Return the made-up year."""
    written = resources.files(__package__).joinpath("year.toml").read_bytes()
    return msgspec.toml.decode(written, type=Year)
