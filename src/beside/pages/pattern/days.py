"""A day is called what a person would call it: by its name, and by its year once that is needed."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext


def named(on: date, *, today: date) -> str:
    """Return "Tuesday, 24 November", with the year where it is another than that of *today*."""
    if on.year == today.year:
        return date_format(on, pgettext("how a day of this year is written", "l, j F"))
    return date_format(on, pgettext("how a day of another year is written", "l, j F Y"))


def since(on: date, *, today: date) -> str:
    """Return "Tuesday" for a day of the last six, else as `named` does."""
    if 0 < (today - on).days < 7:
        return date_format(on, "l")
    return named(on, today=today)
