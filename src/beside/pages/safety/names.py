"""Countries, languages and days as the reader's own language has them.

Babel is imported when first used, so that start-up does not wait for it; a language it does not
know falls back to the English of the data, because this page is never the one that fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils import formats
from django.utils.translation import get_language

from beside.safety.lines import Country, Line, countries


def country_choices() -> list[tuple[str, str]]:
    """Return (code, name) of every country that is listed, by name in the language of the page."""
    return _by_name(get_language() or "en")


def country_name(country: Country) -> str:
    """Return the name of *country* in the language of the page."""
    return _territories(get_language() or "en").get(country.code, country.name)


def spoken(line: Line) -> list[str]:
    """Return the names of the languages of *line*; one without a name goes by its code."""
    known = _languages(get_language() or "en")
    return [known.get(code, code) for code in line.languages]


def day_read(line: Line) -> str:
    """Return the day (or the year alone) of the last look at *line*, as the reader writes it."""
    if line.confirmed_on is None and line.year_only:
        return str(line.read_on.year)
    return formats.date_format(line.confirmed_on or line.read_on, "j F Y")


@cache
def _by_name(language: str) -> list[tuple[str, str]]:
    known = _territories(language)
    named = [(country.code, known.get(country.code, country.name)) for country in countries()]
    return sorted(named, key=lambda pair: pair[1].casefold())


@cache
def _territories(language: str) -> Mapping[str, str]:
    return _names(language)[0]


@cache
def _languages(language: str) -> Mapping[str, str]:
    return _names(language)[1]


@cache
def _names(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return locale.territories, locale.languages
