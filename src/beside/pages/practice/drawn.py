"""The pictures of *What happened*, each with its numbers in a table below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.formats import date_format, number_format

from beside import charts
from beside.journey.practice import finding, line_finding, wording
from beside.journey.practice.calibration import HOW_WELL, Calibration
from beside.journey.practice.comparison import tens
from beside.journey.practice.evidence import Evidence
from beside.journey.practice.finding import Finding
from beside.journey.practice.interval import Interval
from beside.journey.practice.model import Ask
from beside.journey.practice.over_time import Line
from beside.journey.practice.typed_in import is_guessed_on_paper
from beside.kernel.sentences import Sentence
from beside.pages.practice.shown import who_is
from beside.pages.templatetags.say import say


def expected_and_came(
    rate: Interval | None, held: Calibration | None, said: Finding
) -> charts.Markup | None:
    """Return the guess beside what to expect; ``None`` while it is too early."""
    if rate is None:
        return None
    low, high = finding.ENDS
    estimate = charts.Estimate(
        guess=held.guessed * 10 if held else None,
        estimate=rate.mean * 10,
        low=rate.low * 10,
        high=rate.high * 10,
    )
    return charts.interval(
        estimate,
        key="expected",
        finding=_joined(said.heading),
        more=_joined(said.says),
        ends=charts.Ends(say(low), say(high)),
    )


def its_numbers(
    found: Evidence, held: Calibration | None, first: float | None
) -> charts.Markup | None:
    """Return the guesses, what came and what to expect, to one place, with how many they rest on.

    *first* is the person's first guess (0–1).
    """
    rate = found.rate
    if rate is None:
        return None
    rows = [(finding.FIRST_GUESS, _in_ten(first), 1)] if first is not None else []
    if held:
        rows.append((finding.MEAN_GUESS, _in_ten(held.guessed), held.n))
    rows.append((finding.MEAN_CAME, _in_ten(found.counts.share), rate.n))
    between = finding.between(_in_ten(rate.mean), _in_ten(rate.low), _in_ten(rate.high))
    rows.append((finding.NEXT_GUESS, say(between), rate.n))
    return _in_a_table(rows)


def how_close(held: Calibration) -> charts.Markup:
    """Return how close the guesses were, with the Brier score."""
    return _in_a_table(
        [
            (finding.MEAN_GUESS, _in_ten(held.guessed), held.n),
            (finding.MEAN_CAME, _in_ten(held.came), held.n),
            (finding.HOW_FAR, _in_ten(abs(held.bias)), held.n),
            (finding.BRIER_SCORE, _figure(held.brier_score, 2), held.n),
        ]
    )


def test_by_test(
    asks: Sequence[Ask], known: Mapping[UUID, str], said: Finding, *, apart: Collection[UUID]
) -> charts.Markup:
    """Return each of *asks* with its ring and its dot, in the order they come in.

    *apart* are the ids of those who are in no count.
    """
    return charts.ring_and_dot(
        [_pair(ask, known, aside=ask.person_id in apart) for ask in asks],
        finding=_joined(said.heading),
        heads=charts.Heads(*(say(head) for head in finding.HEADS)),
    )


def feared_things(found: Evidence) -> charts.Markup:
    """Return how often each feared thing came."""
    rows = [
        (say(wording.CHIPS[name]), str(came.came), str(came.a_bit), str(came.told))
        for name, came in found.feared
        if came.told
    ]
    return charts.numbers(say(finding.NUMBERS), [say(one) for one in finding.FEARED_HEADS], rows)


def line_over_time(one: Line, says: Iterable[Sentence]) -> charts.Markup | None:
    """Return the answers to a line by their days; ``None`` while it is too early."""
    if one.trend is None:
        return None
    first, last = one.points[0].on, one.points[-1].on
    return charts.line_with_band(
        [charts.Rating(p.on.toordinal(), p.held, p.before) for p in one.points],
        [charts.Trend(p.on.toordinal(), p.held, p.low, p.high) for p in one.trend.places],
        key=one.belief.value,
        finding=_joined(says),
        dates=charts.Dates(_day(first), _day(last)),
    )


def line_numbers(one: Line) -> charts.Markup:
    """Return the answers to a line (0–10), day by day."""
    rows = [(_day(point.on), _tens(point.before), _tens(point.held)) for point in one.points]
    return charts.numbers(say(finding.NUMBERS), [say(one) for one in line_finding.LINE_HEADS], rows)


def _pair(ask: Ask, known: Mapping[UUID, str], *, aside: bool) -> charts.Pair:
    guess, who = ask.prediction, who_is(ask, known)
    how = ask.outcome.how if ask.outcome else None
    well = HOW_WELL.get(how) if how else None
    what = wording.KINDS[ask.what]
    if who.said and (ask.person_id or ask.job):
        what = finding.with_whom(what, who.said)
    if is_guessed_on_paper(ask):
        what = wording.with_paper(what)
    if aside:
        what = finding.in_no_count(what)
    return charts.Pair(
        name=say(what),
        guess=guess.well / 10 if guess else None,
        guess_said=str(tens(guess.well)) if guess else say(finding.NONE),
        # What hurt is a dot at 0: to draw nothing would hide it.
        happened=None if well is None else well * 10,
        happened_said=say(finding.OUTCOMES[how]) if how else "",
        who=who.name,
    )


def _in_a_table(rows: Iterable[tuple[Sentence, str, int]]) -> charts.Markup:
    heads = [say(head) for head in finding.NUMBER_HEADS]
    cells = [(say(name), figure, str(count)) for name, figure, count in rows]
    return charts.numbers(say(finding.NUMBERS), heads, cells)


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(say(one) for one in sentences)


def _in_ten(rate: float) -> str:
    return _figure(rate * 10, 1)


def _figure(number: float, places: int) -> str:
    # Django cuts what is beyond the places; a figure is rounded.
    return number_format(round(number, places), places)


def _tens(held: int | None) -> str:
    return "" if held is None else str(tens(held))


def _day(on: date) -> str:
    return date_format(on, "j M Y")
