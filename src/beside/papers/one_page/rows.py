"""One row for each ask: what was guessed, what came, and no more than the person lets be seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from unicodedata import category
from uuid import UUID

from beside.around.circle import wording as circle
from beside.around.circle.jobs import card_of
from beside.around.circle.model import Person
from beside.around.circle.rules import initials
from beside.charts.letters import JOINER, first_letters
from beside.journey.practice import finding
from beside.journey.practice import wording as practice
from beside.journey.practice.calibration import HOW_WELL
from beside.journey.practice.comparison import tens
from beside.journey.practice.model import Ask, Feared, Outcome, Prediction
from beside.kernel.sentences import Sentence
from beside.kernel.words import one_line
from beside.papers.one_page import wording
from beside.papers.one_page.model import Choice, Row

NAME_LIMIT = 24
"""How many characters of a name there is room for."""
WORDS_LIMIT = 60
"""How many characters of a request."""
FEARED_LIMIT = 40
"""How many characters of one's own words for the feared thing."""
MORE = "…"


def rows_of(
    asks: Sequence[Ask], people: Iterable[Person], flagged: Collection[UUID], choice: Choice
) -> Iterator[Row]:
    """Yield a row for each of *asks* that has happened, in their order."""
    called = _called(asks, people, whole=choice.names)
    for number, ask in enumerate(asks, start=1):
        if ask.outcome is None:
            continue
        who = called.get(ask.person_id, "") if ask.person_id else ""
        aside = ask.person_id in flagged
        yield _row(number, ask, ask.outcome, who, aside=aside, choice=choice)


def _row(number: int, ask: Ask, outcome: Outcome, who: str, *, aside: bool, choice: Choice) -> Row:
    guess, well = ask.prediction, HOW_WELL.get(outcome.how)
    asked = cut(ask.words, WORDS_LIMIT) if choice.words else ""
    own = cut(guess.feared_words, FEARED_LIMIT) if guess and choice.words else ""
    return Row(
        number=number,
        who=who,
        in_letters=bool(who) and not choice.names,
        who_said=None if who else _nobody(ask),
        what=None if asked else practice.KINDS[ask.what],
        words=asked,
        guess=tens(guess.well) if guess else None,
        guess_said=practice.in_ten(tens(guess.well)) if guess else wording.NO_GUESS,
        # What hurt is a dot at 0, as on the sheet of paper: to draw nothing would hide it.
        dot=None if well is None else round(well * 10),
        happened=finding.OUTCOMES[outcome.how],
        feared=None if own else _feared(guess),
        feared_words=own,
        came=wording.CAME[outcome.feared_happened] if guess else None,
        channel=practice.CHANNELS[ask.channel] if ask.channel else wording.NOT_NOTED,
        aside=wording.ASIDE if aside else None,
    )


def _called(asks: Iterable[Ask], people: Iterable[Person], *, whole: bool) -> dict[UUID, str]:
    """Return what stands for each person: their name, or letters that no two of them share."""
    known = {person.id: person.name for person in people}
    ids = dict.fromkeys(ask.person_id for ask in asks if ask.person_id and ask.person_id in known)
    if whole:
        return {one: cut(known[one], NAME_LIMIT) or MORE for one in ids}
    called: dict[UUID, str] = {}
    taken: dict[str, int] = {}
    for one in ids:
        letters = first_letters(initials(known[one])) or MORE
        taken[letters] = taken.get(letters, 0) + 1
        called[one] = f"{letters}\u00a0{taken[letters]}" if taken[letters] > 1 else letters
    return called


def _nobody(ask: Ask) -> Sentence:
    if ask.person_id:
        return circle.TAKEN_OUT
    return card_of(ask.job).who if ask.job else circle.NOBODY_BY_NAME


def _feared(guess: Prediction | None) -> Sentence | None:
    if guess is None or guess.feared is None:
        return None
    return wording.FEARED_OTHER if guess.feared is Feared.other else practice.CHIPS[guess.feared]


def is_cut(row: Row) -> bool:
    """Tell whether something in *row* goes on where the page does not."""
    return any(part.endswith(MORE) for part in (row.who, row.words, row.feared_words))


def cut(text: str, limit: int) -> str:
    """Return *text* on one line as it was typed; above *limit* characters with "…" at its end."""
    line = one_line(text, limit=len(text))
    if len(line) <= limit:
        return line
    end = limit - 1
    # An accent stays with its letter, and a sign that is made of several stays whole.
    while end and (JOINER in line[end - 1 : end + 1] or category(line[end])[0] == "M"):
        end -= 1
    gap = line.rfind(" ", 0, end + 1)
    return line[: gap if gap > limit // 2 else end].rstrip() + MORE
