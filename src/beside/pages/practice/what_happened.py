"""How *What happened* is set out: the finding, then a part for each that has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator

from beside import charts
from beside.around.circle.model import Person
from beside.around.circle.rules import apart as apart_from
from beside.around.circle.rules import names
from beside.journey.practice import finding, line_finding, research, wording
from beside.journey.practice.both_sides import both_sides
from beside.journey.practice.calibration import calibration
from beside.journey.practice.evidence import (
    ENOUGH,
    Came,
    Counts,
    Evidence,
    Group,
    Whose,
    done,
    evidence,
    first_guess,
    without,
)
from beside.journey.practice.finding import Finding
from beside.journey.practice.model import Ask, Channel, Happened
from beside.journey.practice.over_time import Line, lines
from beside.journey.practice.replies import by_ask
from beside.journey.practice.reply import Reply
from beside.journey.practice.rules import newest_first
from beside.journey.practice.typed_in import guessed_on_paper
from beside.kernel.sentences import Sentence
from beside.pages.practice import drawn
from beside.pages.practice.drawn_both import drawn_both
from beside.pages.practice.shown import Who, who_is

A_PAGE = 60
"""How many small tests stand on one page."""
AT_ONCE = 10
"""How many of them are seen before the rest is unfolded."""
PEOPLE_AT_ONCE = 4
"""How many people are seen before the rest is unfolded."""


@dataclass(frozen=True, repr=False)
class Row:
    """One row: how it went, with whom or by what way, and what to expect next time.

    *next* is ``None`` while there are too few.
    """

    said: Sentence
    next: Sentence | None
    who: Who | None = None
    way: Sentence | None = None


@dataclass(frozen=True, repr=False)
class Tests:
    """The tests of one page: the newest ones to be seen at once, the rest to unfold."""

    page: Page[Ask]
    first: charts.Markup
    rest: charts.Markup | None
    rest_count: int


@dataclass(frozen=True, repr=False)
class LineShown:
    """One line, what its answers came to, and their picture; before that, the answers alone."""

    belief: Sentence
    says: tuple[Sentence, ...]
    picture: charts.Markup | None
    numbers: charts.Markup
    answers: Sentence


def at_a_glance(asks: Sequence[Ask], people: Iterable[Person]) -> dict[str, Any] | None:
    """Return what stands on top of the list: the finding and the counts; ``None`` before that."""
    if not done(asks):
        return None
    apart = _apart_of(asks, people)
    found = evidence(asks, flagged=apart)
    return {
        "finding": finding.finding(found, calibration(asks, flagged=apart)),
        "counts": counts_of(found.counts),
    }


def all_of_it(
    asks: Sequence[Ask], people: Sequence[Person], replies: Iterable[Reply], page: str | None
) -> dict[str, Any]:
    """Return everything that the page says of *asks*, and of the *replies* to them.

    *page* is that of *test by test*.
    """
    apart, known = _apart_of(asks, people), names(people)
    found, held = evidence(asks, flagged=apart), calibration(asks, flagged=apart)
    said = finding.finding(found, held)
    by_pen = guessed_on_paper(done(without(asks, apart)))
    return {
        "finding": said,
        "picture": drawn.expected_and_came(found.rate, held, said),
        "numbers": drawn.its_numbers(found, held, first_guess(without(asks, apart))),
        "counts": [*counts_of(found.counts), *_too_few_feared(found)],
        "unplanned": found.unplanned,
        "on_paper": finding.on_paper(by_pen) if by_pen else None,
        "line": "" if found.rate else _newest_line(without(asks, apart)),
        "tests": _tests(asks, known, said, page, apart=apart),
        **_lines(lines(asks)),
        "bias": finding.bias(found.counts, held) if held else (),
        "how_close": drawn.how_close(held) if held else None,
        "apart": _apart(found),
        "both": drawn_both(both_sides(asks, by_ask(replies), flagged=apart), known),
        **(_parts(found, known) if found.rate else {}),
    }


def _parts(found: Evidence, known: Mapping[UUID, str]) -> dict[str, Any]:
    """Return what is said of parts of it, once there are enough in all."""
    rows = [_row(one, who=who_is(one.key, known)) for one in found.people]
    return {
        "feared": finding.feared(found.came) if found.came.told >= ENOUGH else (),
        "feared_things": drawn.feared_things(found),
        "channels": _channels(found),
        "research": _research(found),
        "honesty": research.HONESTY,
        "people": rows[:PEOPLE_AT_ONCE] if len(rows) > 1 else [],
        "more_people": rows[PEOPLE_AT_ONCE:],
    }


def counts_of(counts: Counts) -> list[tuple[Sentence, Sentence]]:
    """Return how often each thing happened; what never did is left away, but for *took it well*."""
    rows = [
        (label, finding.of(count, counts.answered))
        for name, label in finding.COUNTED.items()
        if (count := getattr(counts, name)) or name == "well"
    ]
    if counts.no_answer:
        rows.append((finding.NO_ANSWER, finding.not_counted(counts.no_answer)))
    return rows if counts.answered else rows[1:]


def _too_few_feared(found: Evidence) -> list[tuple[Sentence, Sentence]]:
    """Return how often the feared thing came, while that is no part of its own."""
    early = 0 < found.came.told < ENOUGH or (found.came.told and not found.rate)
    return [(finding.FEARED_CAME, _told(found.came))] if early else []


def _apart_of(asks: Iterable[Ask], people: Iterable[Person]) -> frozenset[UUID]:
    return apart_from(people, (ask.person_id for ask in asks))


def _newest_line(asks: Iterable[Ask]) -> str:
    """Return the newest line on what it was like, of those that were taken well or partly."""
    good = (Happened.took_it_well, Happened.partly)
    for ask in newest_first(asks):
        if ask.outcome and ask.outcome.how in good and ask.outcome.landed:
            return ask.outcome.landed
    return ""


def _tests(
    asks: Iterable[Ask],
    known: Mapping[UUID, str],
    said: Finding,
    number: str | None,
    *,
    apart: frozenset[UUID],
) -> Tests | None:
    over = newest_first(done(asks))
    if not over:
        return None
    page = Paginator(over, A_PAGE).get_page(number)
    first, rest = page[:AT_ONCE], page[AT_ONCE:]
    return Tests(
        page,
        drawn.test_by_test(first, known, said, apart=apart),
        drawn.test_by_test(rest, known, said, apart=apart) if rest else None,
        len(rest),
    )


def _channels(found: Evidence) -> list[Row]:
    noted = any(one.key for one in found.channels)
    return [
        _row(one, way=wording.CHANNELS[one.key] if one.key else finding.NOT_NOTED)
        for one in found.channels
        if noted
    ]


def _research(found: Evidence) -> tuple[research.Finding, ...]:
    met = any(one.key is Channel.face_to_face for one in found.channels)
    return research.beside_channel(Channel.face_to_face) if met else ()


def _row(group: Group[Whose] | Group[Channel | None], **named: Any) -> Row:
    counts = group.counts
    said = (
        finding.of(counts.well, counts.answered)
        if counts.answered
        else finding.OUTCOMES[Happened.no_answer]
    )
    return Row(said, finding.next_short(group.rate) if group.rate else None, **named)


def _lines(rated: Sequence[Line]) -> dict[str, Any]:
    put = [_line(one) for one in rated]
    return {
        "lines": [one for one in put if one.picture],
        "band": any(one.trend and one.trend.has_band for one in rated),
        "early_lines": [one for one in put if not one.picture],
    }


def _line(one: Line) -> LineShown:
    says = line_finding.line(one)
    return LineShown(
        wording.BELIEFS[one.belief],
        says,
        drawn.line_over_time(one, says),
        drawn.line_numbers(one),
        line_finding.so_far_put(one),
    )


def _apart(found: Evidence) -> list[tuple[Sentence, Sentence, Sentence]]:
    """Return the counts without and with those who are flagged; empty where nobody is."""
    if found.with_flagged is None:
        return []
    counts, came = found.with_flagged
    rows = [
        (label, finding.of(without_them, found.counts.answered), finding.of(both, counts.answered))
        for name, label in finding.COUNTED.items()
        for without_them, both in [(getattr(found.counts, name), getattr(counts, name))]
        if both or name == "well"
    ]
    if came.told:
        rows.append((finding.FEARED_CAME, _told(found.came), _told(came)))
    return rows


def _told(came: Came) -> Sentence:
    return finding.of(came.came, came.told)
