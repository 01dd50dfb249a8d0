"""What this browser was asked to remember: never a word, and nothing about what is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from urllib.parse import parse_qs, urlencode

from django.http import HttpRequest, HttpResponse

COOKIE = "__Host-p"
A_YEAR = 365 * 24 * 60 * 60
THEMES = ("light", "dark")


@dataclass(frozen=True)
class Preferences:
    """Empty means: as the system has it. *country* is a two-letter code; *quiet* hides titles."""

    theme: str = ""
    lang: str = ""
    country: str = ""
    quiet: str = ""

    @property
    def quiet_titles(self) -> bool:
        """Whether every page is called the same in the browser's tab and history."""
        return self.quiet == "1"


def preferences(request: HttpRequest) -> Preferences:
    """Read the cookie; what does not look right counts as not said."""
    sent = parse_qs(request.COOKIES.get(COOKIE, "")[:200])

    def one(name: str) -> str:
        value = sent.get(name, [""])[0]
        return value if value.replace("-", "").isalnum() and value.isascii() else ""

    theme, country = one("theme"), one("country").upper()
    return Preferences(
        theme=theme if theme in THEMES else "",
        lang=one("lang")[:10],
        country=country if len(country) == 2 else "",
        quiet="1" if one("quiet") == "1" else "",
    )


def remember(response: HttpResponse, request: HttpRequest, **changes: str) -> None:
    """Let this browser remember *changes* (`theme`, `lang`, `country`, `quiet`) for a year."""
    said = {k: v for k, v in asdict(replace(preferences(request), **changes)).items() if v}
    if not said:
        response.delete_cookie(COOKIE, samesite="Strict")
        return
    response.set_cookie(
        COOKIE, urlencode(said), max_age=A_YEAR, secure=True, httponly=True, samesite="Strict"
    )
