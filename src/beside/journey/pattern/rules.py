"""The notebook is read by day, newest first, and searched by any word that stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from beside.journey.pattern.model import Moment, MomentKind
from beside.kernel import search
from beside.kernel.days import When, zone_named

FIRST_YEAR = 1900
"""No day before this year is anybody's own."""


class NotInTen(ValueError):
    """A rating is a whole number from 0 to 10."""


class NotYetLived(ValueError):
    """The day has not come yet."""


class TooLongAgo(ValueError):
    """The day lies before `FIRST_YEAR`."""


def found(
    moments: Iterable[Moment],
    query: str,
    *,
    names: Mapping[UUID, str] | None = None,
    labels: Mapping[MomentKind, str] | None = None,
) -> list[Moment]:
    """Return the moments whose note, person and kind together hold all words of *query*.

    *names* say who is meant by an id, *labels* what a kind is called on screen. Newest first.
    Case and accents do not count; an empty query finds nothing.
    """
    words = search.sought(query)
    known, called = names or {}, labels or {}
    hits = [m for m in moments if matches(m, words, names=known, labels=called)]
    return sorted(hits, key=_latest, reverse=True)


def matches(
    moment: Moment,
    words: tuple[str, ...],
    *,
    names: Mapping[UUID, str],
    labels: Mapping[MomentKind, str],
) -> bool:
    """Tell whether all *words* (from `search.sought`) stand in *moment*."""
    who = names.get(moment.person_id, "") if moment.person_id else ""
    return search.matches(words, moment.note, labels.get(moment.what, ""), who)


def in_ten(rating: int | None) -> int | None:
    """Return *rating* if it is from 0 to 10 or not given; raise `NotInTen`."""
    if rating is not None and not 0 <= rating <= 10:
        raise NotInTen
    return rating


def moved(when: When, *, to: date, today: date) -> When:
    """Return *when* on the day *to*, at the same time of day there.

    Raises `NotYetLived`, `TooLongAgo`.
    """
    if to.year < FIRST_YEAR:
        raise TooLongAgo
    if to > today:
        raise NotYetLived
    zone = zone_named(when.zone)
    clock = when.at.astimezone(zone).time()
    return When(at=datetime.combine(to, clock, tzinfo=zone).astimezone(UTC), zone=when.zone, on=to)


def _latest(moment: Moment) -> tuple[date, datetime, UUID]:
    return moment.when.on, moment.when.at, moment.id
