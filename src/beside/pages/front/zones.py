"""A day begins at midnight where the person is, and not where the server stands.

On one's own computer that is the same place. Where many are served, a notebook keeps its zone: what
was chosen in Settings, or what the browser said when it was first opened, which asks nobody
anything. Before that, and without script, the country chosen for the lines to call tells it, where
that has one zone alone; else it is the zone that whoever runs the server has set.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from beside.keeping.accounts.nameplate import nameplate_of, put_up
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import UnknownZone, zone_named
from beside.pages.front.preferences import preferences

SAID = "zone"
"""The hidden field in which a browser with script says its zone."""
_LOOKS_LIKE_ONE = re.compile(r"[A-Za-z0-9_+\-/]{1,40}")


def zone_here() -> str:
    """Return the name of this computer's time zone; UTC where it has none."""
    from tzlocal import get_localzone_name

    try:
        name = str(get_localzone_name())
        zone_named(name)
    except (UnknownZone, LookupError, OSError, ValueError):
        return "UTC"
    return name


def is_zone(name: str) -> bool:
    """Tell whether *name* is a zone that this machine knows."""
    return bool(_LOOKS_LIKE_ONE.fullmatch(name)) and name in _known()


def said_by_the_browser(request: HttpRequest) -> str:
    """Return the zone that was sent along; empty where none was, or it is none."""
    name = request.POST.get(SAID, "") if settings.HOSTED else ""
    return name if is_zone(name) else ""


def zone_outside(request: HttpRequest, said: str = "") -> str:
    """Return the zone of somebody who is signed out; *said* is what was heard from them before."""
    if not settings.HOSTED:
        return zone_here()
    return (
        said_by_the_browser(request)
        or said
        or _zone_of(preferences(request).country)
        or zone_here()
    )


def zone_of(request: HttpRequest, notebook: OpenNotebook) -> str:
    """Return the zone of somebody whose notebook is open; the database is asked once a request."""
    if not settings.HOSTED:
        return zone_here()
    if not hasattr(request, "_zone"):
        kept = nameplate_of(notebook.account_id, notebook.data_key).zone
        found = kept if is_zone(kept) else zone_outside(request)
        request._zone = found  # type: ignore[attr-defined]  # noqa: SLF001 - ours
    return str(request._zone)  # type: ignore[attr-defined]  # noqa: SLF001 - ours


def learn_zone(notebook: OpenNotebook, zone: str) -> None:
    """Keep *zone*, where the notebook has none yet. Nobody is kept out where it cannot be."""
    if not settings.HOSTED or not zone:
        return
    with suppress(DatabaseError):
        if not nameplate_of(notebook.account_id, notebook.data_key).zone:
            put_up(notebook.account_id, notebook.data_key, zone=zone)


@cache
def by_region() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every zone that somebody can choose, as the groups of a list: (name, place)."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(zone for zones in _by_country().values() for zone in zones):
        region, _, place = name.partition("/")
        groups.setdefault(region, []).append((name, place.replace("_", " ").replace("/", ", ")))
    return sorted(groups.items())


def _zone_of(country: str) -> str:
    """Return the zone of a country that has one alone; empty for the others."""
    zones = _by_country().get(country, [])
    return zones[0] if len(zones) == 1 else ""


@cache
def _by_country() -> dict[str, list[str]]:
    """Return the zones of each country, by its two letters (IANA's zone.tab)."""
    table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            found.setdefault(country, []).append(name)
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())
