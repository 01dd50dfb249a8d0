"""Ten asks become one page that a person, a therapist and a sceptic can check against its own rows.

Every count on it is of the rows that stand on it. Ten is where the experiment ends, so the page
holds the first ten in the order in which they happened; what came later is said in one line, what
hurt as well, and is in no count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from beside import charts
from beside.around.circle.model import Person
from beside.around.circle.rules import apart
from beside.journey.practice import finding
from beside.journey.practice import wording as practice
from beside.journey.practice.calibration import Calibration, calibration
from beside.journey.practice.evidence import Came, Evidence, done, evidence, without
from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Reply
from beside.journey.practice.typed_in import is_guessed_on_paper
from beside.kernel.sentences import Sentence
from beside.papers.one_page import wording
from beside.papers.one_page.both import both_of
from beside.papers.one_page.model import Beside, Choice, Figure, Later, Page, Row
from beside.papers.one_page.rows import is_cut, rows_of

TEN = 10
BY_DEFAULT = Choice()


def page_of(
    asks: Iterable[Ask],
    people: Sequence[Person],
    *,
    day: str,
    choice: Choice = BY_DEFAULT,
    replies: Iterable[Reply] = (),
) -> Page:
    """Return the page of *asks*, with what was answered to them (*replies*).

    *day* is when it is made, as the language writes it.
    """
    every = sorted(done(asks), key=lambda ask: ((ask.closed or ask.drafted).at, ask.id))
    flagged = apart(people, (ask.person_id for ask in every))
    ten, later = every[:TEN], every[TEN:]
    found, held = evidence(ten, flagged=flagged), calibration(ten, flagged=flagged)
    rows = tuple(rows_of(ten, people, flagged, choice))
    heading, says = _headed(found, held) if rows else (wording.NOT_YET, ())
    return Page(
        title=wording.TITLE,
        lead=wording.LEAD,
        heading=heading,
        says=says,
        expected=_expected(found, held),
        rows=rows,
        legend=(*_legend(rows), *_on_paper(ten)),
        later=_later(later, flagged),
        counts=tuple(_counts(found)),
        feared=finding.feared(found.came) if found.feared else (),
        channels=tuple(_channels(found)),
        both=both_of(ten, replies, flagged, choice),
        apart=tuple(_apart(found)),
        limits=wording.LIMITS,
        stopping=(wording.TEN, wording.STOP) if len(every) >= TEN else (),
        foot=wording.chosen_on(day),
    )


def _headed(found: Evidence, held: Calibration | None) -> tuple[Sentence, tuple[Sentence, ...]]:
    """Return one heading and the figures below it, made the same way whichever way it went.

    Where something hurt, the heading says so.
    """
    counts = found.counts
    if counts.answered == 0:
        nothing = finding.finding(found, held)
        return nothing.heading[0], nothing.says
    if found.rate is None:
        return wording.TOO_FEW, (finding.so_far(counts), wording.COUNTS_ALONE)
    after = (finding.next_time(found.rate), finding.can_move(counts.answered))
    if held is None:
        return finding.so_far(counts), (finding.TOO_FEW_GUESSED, *after)
    guessed, so_far = finding.guessed(held), finding.so_far(counts)
    verdict = finding.verdict(counts, held)
    if counts.hurt:
        return so_far, (guessed, *verdict, *after)
    return verdict[0], (guessed, so_far, *after)


def _expected(found: Evidence, held: Calibration | None) -> charts.Estimate | None:
    rate = found.rate
    if rate is None:
        return None
    guess = held.guessed * 10 if held else None
    return charts.Estimate(guess, rate.mean * 10, rate.low * 10, rate.high * 10)


def _legend(rows: Sequence[Row]) -> Iterator[Sentence]:
    if rows:
        yield finding.RING_AND_DOT
        yield wording.DOT_MEANS
    if any(map(is_cut, rows)):
        yield wording.CUT


def _on_paper(asks: Sequence[Ask]) -> Iterator[Sentence]:
    """Yield which guesses were made on paper, by the numbers of their rows."""
    rows = [number for number, ask in enumerate(asks, start=1) if is_guessed_on_paper(ask)]
    if rows and len(rows) == sum(ask.prediction is not None for ask in asks):
        yield wording.ALL_ON_PAPER
    elif rows:
        yield wording.on_paper(rows)


def _later(asks: Sequence[Ask], flagged: Collection[UUID]) -> Later | None:
    """Return how many came after the ten, and how they went; ``None`` where there are none."""
    if not asks:
        return None
    kind = without(asks, flagged)
    went = [ask.outcome.how for ask in kind if ask.outcome]
    parts = [wording.part(said, went.count(how)) for how, said in finding.OUTCOMES.items()]
    told = [one for one in parts if one.values["count"]]
    if len(kind) < len(asks):
        told.append(wording.part(wording.WITH_CARE, len(asks) - len(kind)))
    return Later(wording.later(len(asks)), tuple(told))


def _counts(found: Evidence) -> Iterator[Figure]:
    counts = found.counts
    for name, label in finding.COUNTED.items():
        count = getattr(counts, name)
        if counts.answered and (count or name == "well"):
            yield Figure(label, finding.of(count, counts.answered))
    if counts.no_answer:
        yield Figure(finding.NO_ANSWER, finding.not_counted(counts.no_answer))
    if found.unplanned:
        yield Figure(finding.UNPLANNED, finding.of(found.unplanned, counts.answered))


def _channels(found: Evidence) -> Iterator[Figure]:
    if not any(group.key for group in found.channels):
        return
    for channel, counts, rate in found.channels:
        label = practice.CHANNELS[channel] if channel else finding.NOT_NOTED
        answered = counts.answered
        said = wording.group(counts.well, answered, rate) if answered else wording.NONE_ANSWERED
        yield Figure(label, said)


def _apart(found: Evidence) -> Iterator[Beside]:
    if found.with_flagged is None:
        return
    alone, (counts, came) = found.counts, found.with_flagged
    for name, label in finding.COUNTED.items():
        few, more = getattr(alone, name), getattr(counts, name)
        if more or name == "well":
            yield Beside(label, finding.of(few, alone.answered), finding.of(more, counts.answered))
    if came.told:
        yield Beside(finding.FEARED_CAME, _told(found.came), _told(came))


def _told(came: Came) -> Sentence:
    return finding.of(came.came, came.told)
