"""The notebook is read by day, newest first, and searched by any word that stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from beside.journey.pattern.model import Moment
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
    moments: Iterable[Moment], query: str, *, names: Mapping[UUID, str] | None = None
) -> list[Moment]:
    """Return the moments whose note (and person, by *names*) hold all words of *query*.

    Newest first. Case and accents do not count; an empty query finds nothing.
    """
    words = search.sought(query)
    known = names or {}
    hits = [m for m in moments if matches(m, words, names=known)]
    return sorted(hits, key=_latest, reverse=True)


def matches(moment: Moment, words: tuple[str, ...], *, names: Mapping[UUID, str]) -> bool:
    """Tell whether all *words* (from `search.sought`) stand in *moment*."""
    if moment.person_id is None or moment.person_id not in names:
        return search.matches(words, moment.note)
    return search.matches(words, moment.note, names[moment.person_id])


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
