"""What stands on the page, finished: a screen and a printer lay it out, and neither adds to it.

Our sentences and the person's own words are never in one field, because the first are translated
and the second are shown as they are. Whatever was cut is cut here, so that both show the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from beside import charts
from beside.kernel.sentences import Sentence


class Choice(NamedTuple):
    """What the person lets be seen: whole names, and the first words of each request."""

    names: bool = False
    words: bool = False


class Figure(NamedTuple):
    """One count, with what it is of."""

    label: Sentence
    said: Sentence


class Later(NamedTuple):
    """How many asks came after the ten, and how many of them went which way."""

    says: Sentence
    parts: tuple[Sentence, ...]


class Pair(NamedTuple):
    """One ask from both sides, by the number of its row; *guess* and *dot* are 0–10 or nothing."""

    number: int
    guess: int | None
    dot: int | None
    guessed: Sentence
    said: Sentence

    @property
    def strip(self) -> charts.Markup:
        """The ring and the dot."""
        return charts.strip(self.guess, self.dot)


class Both(NamedTuple):
    """Both sides of the asks that were answered; *quotes* are words that may be shown."""

    pairs: tuple[Pair, ...]
    counts: tuple[Figure, ...]
    cautions: tuple[Sentence, ...]
    quotes: tuple[str, ...]


class Beside(NamedTuple):
    """One count without and with those the person is careful with."""

    label: Sentence
    without: Sentence
    with_them: Sentence


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One ask. *who*, *words* and *feared_words* are the person's; what stands in their place where
    they are empty is ours: *who_said*, *what*, *feared*. *in_letters*: *who* is no whole name, and
    is set apart, because letters can read as a word.

    *guess* and *dot* are places from 0 to 10; ``None`` draws nothing. *feared* and *came* are
    ``None`` where nothing was guessed, *aside* where the ask is counted like any other.
    """

    number: int
    who: str
    in_letters: bool
    who_said: Sentence | None
    what: Sentence | None
    words: str
    guess: int | None
    guess_said: Sentence
    dot: int | None
    happened: Sentence
    feared: Sentence | None
    feared_words: str
    came: Sentence | None
    channel: Sentence
    aside: Sentence | None

    @property
    def strip(self) -> charts.Markup:
        """The ring and the dot."""
        return charts.strip(self.guess, self.dot)


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """The whole page; without *rows* there is its *heading* and nothing else.

    *expected* is drawn where there is enough to say what to expect. *later* is about asks that came
    after the ten, *stopping* is there once there are ten.
    """

    title: Sentence
    lead: Sentence
    heading: Sentence
    says: tuple[Sentence, ...]
    expected: charts.Estimate | None
    rows: tuple[Row, ...]
    legend: tuple[Sentence, ...]
    later: Later | None
    counts: tuple[Figure, ...]
    feared: tuple[Sentence, ...]
    channels: tuple[Figure, ...]
    both: Both | None
    apart: tuple[Beside, ...]
    limits: tuple[Sentence, ...]
    stopping: tuple[Sentence, ...]
    foot: Sentence
