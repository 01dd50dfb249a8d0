"""A time that was agreed on is written as the clock there showed it."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import pgettext

from beside.journey.practice.sending import local_time
from beside.kernel.days import When
from beside.pages.front.requests import zone_here


def time_said(agreed: When | None) -> str:
    """Return "Thursday, 5 March 2026, 18:00", with its zone where that is not the one here."""
    if agreed is None:
        return ""
    form = pgettext("how a time that was agreed on is written", "l, j F Y, H:i")
    written = date_format(local_time(agreed), form)
    return written if agreed.zone == zone_here() else f"{written} ({agreed.zone})"
