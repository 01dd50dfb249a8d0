"""A small test holds what somebody expected, locked, beside what then happened."""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated, Any, Self
from uuid import UUID

import msgspec
from msgspec import Meta

from beside.around.circle.model import Job
from beside.journey.pattern.model import InTen
from beside.journey.practice.reply import Glad
from beside.kernel.days import When
from beside.kernel.records import Record

WORDS_LIMIT, LINE_LIMIT = 4_000, 2_000
"""How many characters the words of a request, and the line afterwards, may have."""
FEARED_LIMIT, EXACT_LIMIT = 300, 1_000
"""The same of one's own words for the feared thing, and of a guess or a reason in own words."""

InHundred = Annotated[int, Meta(ge=0, le=100)]
"""A chance or a rating from 0 to 100."""


class OutOfRange(ValueError):
    """A guess lies outside its scale."""


class DoesNotAddUp(ValueError):
    """A small test is locked without a guess, done without an outcome, or guessed by halves."""


class AskKind(StrEnum):
    """What is asked for. *let_it_be_seen* asks for nothing."""

    let_it_be_seen = "let_it_be_seen"
    favour = "favour"
    share = "share"
    delegate = "delegate"
    accept = "accept"
    company = "company"
    mend = "mend"
    own_words = "own_words"


class AskState(StrEnum):
    """Where a small test is. A test that *already happened* is done from the first."""

    drafted = "drafted"
    locked = "locked"
    done = "done"
    let_go = "let_go"


class Belief(StrEnum):
    """The three lines that a test can put to the test."""

    rely_on_myself = "rely_on_myself"
    depending_hurts = "depending_hurts"
    vulnerability_is_danger = "vulnerability_is_danger"


class Feared(StrEnum):
    """What somebody would hate most."""

    they_sigh = "they_sigh"
    they_think_less_of_me = "they_think_less_of_me"
    id_owe_them = "id_owe_them"
    they_let_me_down = "they_let_me_down"
    gets_used_against_me = "gets_used_against_me"
    they_see_me_like_this = "they_see_me_like_this"
    id_have_to_redo_it = "id_have_to_redo_it"
    other = "other"


class HowHard(IntEnum):
    """The five words for "how hard today", as SUDS (0–100)."""

    easy = 10
    a_bit = 30
    hard = 50
    very = 70
    too_much = 90


class Happened(StrEnum):
    """What the other person did, as a fact, before anything is asked about it."""

    took_it_well = "took_it_well"
    partly = "partly"
    no = "no"
    no_answer = "no_answer"
    it_hurt = "it_hurt"


class FearedHappened(StrEnum):
    """Did the feared thing happen?"""

    no = "no"
    a_bit = "a_bit"
    yes = "yes"
    cant_tell = "cant_tell"


class Channel(StrEnum):
    """How the request went out. What is known about asking holds for *face_to_face* alone."""

    face_to_face = "face_to_face"
    call = "call"
    message = "message"
    email = "email"
    other = "other"


class Closeness(StrEnum):
    """How near the two have been since."""

    nearer = "nearer"
    the_same = "the_same"
    further = "further"


class Again(StrEnum):
    """Would they expect the same from this person again? (Luck, or learning.)"""

    yes = "yes"
    no = "no"
    not_sure = "not_sure"


class StillSo(StrEnum):
    """Is a line that was kept still so?"""

    yes = "yes"
    not_so_sure = "not_so_sure"
    put_away = "put_away"


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a record; as silent when printed as the record is."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return []

    def but(self, **changes: Any) -> Self:
        """Return a copy with *changes*, held against the scales again."""
        return type(self)(**{**msgspec.structs.asdict(self), **changes})


class Prediction(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody expects. Once locked it is never edited.

    *well* and *feared_likely* are chances in percent, *trouble* is 0 none – 10 a great deal, *suds*
    is how hard it is today (0–100). On paper all but *well* may be missing. Raises `OutOfRange`.
    """

    well: InHundred
    feared: Feared | None = None
    feared_likely: InHundred | None = None
    trouble: InTen | None = None
    suds: InHundred | None = None
    feared_words: str = ""
    """The person's own words, where *feared* is `Feared.other`."""
    belief: Belief | None = None
    line_now: InHundred | None = None
    """How much they believe the line before, 0–100."""
    observable: str = ""
    """What exactly the other will say or do: something that can be seen or heard."""
    by_when: date | None = None
    """The day by which it will have happened."""
    how_bad: InHundred | None = None
    how_id_cope: InHundred | None = None
    partly_right: str = ""
    """What would count as partly right."""

    def __post_init__(self) -> None:
        more = (self.line_now, self.how_bad, self.how_id_cope)
        if not _in_hundred(self.well, self.feared_likely, self.suds, *more):
            raise OutOfRange
        if self.trouble is not None and not 0 <= self.trouble <= 10:
            raise OutOfRange

    @property
    def is_whole(self) -> bool:
        """Tell whether it has all that is asked for where a guess is locked here."""
        return None not in (self.feared, self.feared_likely, self.trouble, self.suds)


class Outcome(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What happened. ``None`` is a question that was skipped, or has not been put yet."""

    how: Happened
    feared_happened: FearedHappened | None = None
    next_guess: InHundred | None = None
    """How likely they take it well next time: same person, same size, in percent."""
    landed: str = ""
    """One line on what it was like."""
    kept_line: str = ""
    """A line worth keeping; where it is empty, *landed* is it."""
    worst: InHundred | None = None
    """The worst discomfort of it (SUDS peak)."""
    coped: InHundred | None = None
    surprise: InHundred | None = None
    line_after: InHundred | None = None
    """How much they believe the line after it."""
    closeness: Closeness | None = None
    again: Again | None = None
    fluke: str = ""
    """What made it a fluke, in the person's words, where they would not expect it again."""

    def __post_init__(self) -> None:
        if not _in_hundred(self.next_guess, self.worst, self.coped, self.surprise, self.line_after):
            raise OutOfRange


class LineBack(Part, frozen=True, kw_only=True, omit_defaults=True):
    """How often a line that was kept came back: before the next test, after 3 days, after 30."""

    before_next: bool = False
    after_3: StillSo | None = None
    after_30: StillSo | None = None


class Ask(
    Record,
    kind="ask",
    version=3,
    dated="closed_on",
    stamps=("drafted", "locked", "sent", "closed", "closed_on", "answered_on"),
):
    """One small test. It has no day while it is open, and that of its end once it is closed."""

    drafted: When
    what: AskKind
    words: str
    state: AskState = AskState.drafted
    person_id: UUID | None = None
    prediction: Prediction | None = None
    locked: When | None = None
    not_before: date | None = None
    """The day until which the person does not want to be asked about it."""
    outcome: Outcome | None = None
    closed: When | None = None
    closed_on: date | None = None
    let_go_from: AskState | None = None
    """Where it was when it was let go, and where it will be once it is picked up again."""
    job: Job | None = None
    """Somebody whose job it is, where it is for nobody by name."""
    channel: Channel | None = None
    sent: When | None = None
    """When the person first said how it went out."""
    agreed: When | None = None
    """The time that the two agreed on."""
    line_back: LineBack | None = None
    answered_on: tuple[date, ...] = ()
    """The last days on which the person answered something that was put forward about it."""
    on_paper: bool = False
    """Typed in from a sheet, its guess locked there in pen. *locked* is when it was typed in, or
    ``None`` where the outcome came with it: nobody here can tell which was written first."""
    link_id: UUID | None = None
    glad_guess: Glad | None = None
    """What they will say to *glad you were asked?*, guessed before there was an answer."""

    def __post_init__(self) -> None:
        # An import may hold anything; what is read strictly need not be looked at by every page.
        guess, guessed = self.prediction, self.prediction is not None and self.locked is not None
        # On paper a guess may have gaps; when it was written there nobody here can tell.
        whole = guess is None or self.on_paper or (guessed and guess.is_whole)
        closed = self.closed is not None and self.closed_on is not None
        holds = {
            AskState.drafted: self.outcome is None,
            AskState.locked: guessed and self.outcome is None,
            AskState.done: self.outcome is not None and closed,
            AskState.let_go: self.outcome is None and closed,
        }
        if not (whole and holds[self.state]) or self.is_open != (self.closed_on is None):
            raise DoesNotAddUp(str(self.id))

    @property
    def is_open(self) -> bool:
        """Tell whether it is waiting for the person."""
        return self.state in (AskState.drafted, AskState.locked)


class OwnWords(Record, kind="own_words", stamps=("added",)):
    """Words that the person wrote and wants to use again."""

    added: When
    what: AskKind
    words: str


def _in_hundred(*ratings: int | None) -> bool:
    return all(rating is None or 0 <= rating <= 100 for rating in ratings)
