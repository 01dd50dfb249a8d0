"""A time that was agreed on is written as the clock there showed it."""

from __future__ import annotations

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import pgettext

from beside.journey.practice.sending import local_time
from beside.kernel.days import When
from beside.pages.front.zones import zone_here


def time_said(agreed: When | None, *, drafted: When) -> str:
    """Return "Thursday, 5 March 2026, 18:00", with its zone where that is not the one here.

    Where many are served *here* is where the test was *drafted*.
    """
    if agreed is None:
        return ""
    form = pgettext("how a time that was agreed on is written", "l, j F Y, H:i")
    written = date_format(local_time(agreed), form)
    here = drafted.zone if settings.HOSTED else zone_here()
    return written if agreed.zone == here else f"{written} ({agreed.zone})"
