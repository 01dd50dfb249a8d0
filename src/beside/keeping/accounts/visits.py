"""Where visits are: in this process where one serves all, with their keeper where several do."""

from __future__ import annotations

from django.conf import settings

from beside.keeping.accounts.far_visits import SOCKET, FarVisits
from beside.keeping.accounts.visit import (
    HALF_AN_HOUR,
    MOST,
    MemoryVisits,
    NoVisit,
    Visit,
    Visits,
)

__all__ = [
    "HALF_AN_HOUR",
    "MOST",
    "FarVisits",
    "MemoryVisits",
    "NoVisit",
    "Visit",
    "Visits",
    "visits",
]

visits: Visits = FarVisits(settings.RUN_FOLDER / SOCKET) if settings.RUN_FOLDER else MemoryVisits()
