"""Who can be called, where, and how old that knowledge is.

The country is asked, never guessed: a wrong guess sends somebody in danger to a number that rings
nowhere. What was not confirmed with the provider says so, and what is old says that as well.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from functools import cache
from importlib import resources
from urllib.parse import quote

import msgspec

from beside.kernel.records import learn

FRESH_FOR = timedelta(days=180)
"""How long a reading counts as recent; after that the page says that it may have changed."""

GENERAL_EMERGENCY = "112"
"""Where the country is not known: answered in many, in all of the European Union too."""

FIND_A_HELPLINE = "https://findahelpline.com/"


class What(Enum):
    """What a line is for."""

    SUICIDE = "suicide"
    CRISIS = "crisis"
    LISTENING = "listening"
    MIND = "mind"
    ABUSE = "abuse"


class Reaches(Enum):
    """Whom an emergency number reaches."""

    ANYONE = "anyone"
    POLICE = "police"
    AMBULANCE = "ambulance"


class Cost(Enum):
    """What a call costs, where it was read."""

    FREE = "free"
    PAID = "paid"
    NOT_READ = ""


class Emergency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number for danger, as dialled in its country."""

    dial: str
    reaches: Reaches = Reaches.ANYONE

    @property
    def link(self) -> str:
        """Return the `tel:` address."""
        return tel(self.dial)


class TextTo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number that takes text messages, and the word that starts the talk, if it wants one."""

    number: str
    word: str = ""

    @property
    def link(self) -> str:
        """Return the `sms:` address; `?&` is read by both families of phones."""
        return f"sms:{_dialled(self.number)}" + (f"?&body={quote(self.word)}" if self.word else "")


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """People whose job it is to answer.

    *read_on* is the date of what was read (*year_only*: nothing finer than its year is known);
    *confirmed_on* the day on which the number was opened on the provider's own page. *hours* is
    ``always``, a span in the country's own time, or empty where it was not read.
    """

    name: str
    what: What
    source: tuple[str, ...]
    read_on: date
    dial: tuple[str, ...] = ()
    sms: TextTo | None = None
    chat: str = ""
    hours: str = ""
    days: str = ""
    languages: tuple[str, ...] = ()
    cost: Cost = Cost.NOT_READ
    off_the_bill: bool = False
    year_only: bool = False
    confirmed_on: date | None = None

    def may_have_changed(self, on: date) -> bool:
        """Tell whether, on the day *on*, the last look at it is more than `FRESH_FOR` ago."""
        return on - max(self.read_on, self.confirmed_on or self.read_on) > FRESH_FOR


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country (ISO 3166-1 alpha-2), its numbers for danger, and the lines that were read."""

    code: str
    name: str
    emergency: tuple[Emergency, ...]
    line: tuple[Line, ...] = ()


class Numbers(msgspec.Struct, frozen=True):
    """What to show: for one country, or, with no country, what holds nearly anywhere."""

    country: Country | None
    emergency: tuple[Emergency, ...]
    talk: tuple[Line, ...]
    abuse: tuple[Line, ...]


class _Directory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    country: tuple[Country, ...]


learn(_Directory)


@cache
def countries() -> tuple[Country, ...]:
    """Return every country that is listed, in the order of their English names."""
    written = resources.files(__package__).joinpath("lines.toml").read_bytes()
    return msgspec.toml.decode(written, type=_Directory).country


def lines_for(code: str) -> Numbers:
    """Return the numbers of the country *code*; for any other, general advice and no country."""
    for country in countries():
        if country.code == code:
            return Numbers(
                country=country,
                emergency=country.emergency,
                talk=tuple(line for line in country.line if line.what is not What.ABUSE),
                abuse=tuple(line for line in country.line if line.what is What.ABUSE),
            )
    return Numbers(country=None, emergency=(Emergency(GENERAL_EMERGENCY),), talk=(), abuse=())


def tel(number: str) -> str:
    """Return the `tel:` address of a national number, as it is dialled in its country."""
    return f"tel:{_dialled(number)}"


def _dialled(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
