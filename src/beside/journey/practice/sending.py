"""A request is said or sent by the person, never from here; what is kept is how, and for when.

A link holds the person's own words, ready for their own mail or phone. The calendar file holds a
time and a few words, and nothing that leads back to the notebook.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from beside.around.circle.model import Person
from beside.journey.practice.actions import AlreadyPast
from beside.journey.practice.model import Ask, Channel
from beside.journey.practice.putting_forward import answered
from beside.journey.practice.rules import Event, after, due
from beside.journey.practice.setting_up import refuse_unsafe
from beside.kernel.days import UnknownZone, When, by_the_clock, days_after, zone_named
from beside.kernel.store import Store

SUMMARY_LIMIT = 200
"""How many characters a calendar entry may be called by."""
FARTHEST_DAYS = 2 * 366
"""How many days ahead a time may be agreed on; beyond it a year was mistyped."""
ENTRY_LASTS = timedelta(minutes=30)

MAIL_LIMIT = 2_000
"""How many characters a mail link may have: Windows hands on 2,083 at most to a mail program."""
LINK_LIMIT = 8_000
"""How many characters any other link may have (what everybody must take: RFC 9110, 4.1)."""

_ADDRESS = re.compile(r"[^\s@,;:<>()\"\\]+@[^\s@,;:<>()\"\\]+")
_AIR_IN_NUMBERS = re.compile(r"[\s().\-/\u2010-\u2015]")
_NUMBER = re.compile(r"\+?[0-9]{3,15}")
_TRUNK_ZERO = re.compile(r"\(0\)")


class TooFarOff(ValueError):
    """The time lies further ahead than anybody agrees on."""


@dataclass(frozen=True, repr=False)
class Links:
    """Where a tap hands the words on to; empty where they are too long for such a link."""

    text: str
    whatsapp: str
    mail: str


def say_how_it_went_out(
    *, store: Store, when: When, ask_id: UUID, channel: Channel | None, expected_revision: int
) -> Ask:
    """Note how it went out; another answer corrects it, ``None`` takes it back. Twice is once.

    When it was *sent* is noted with the first answer. Raises `NotLocked`, `TakenBack`, `NotKept`,
    `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    after(ask, Event.send)
    if ask.channel is channel:
        return ask
    sent = None if channel is None else ask.sent or when
    return store.put(ask.but(channel=channel, sent=sent), expected_revision=expected_revision)


def agree_on(
    *,
    store: Store,
    when: When,
    ask_id: UUID,
    on: date,
    at: time,
    zone: str,
    expected_revision: int,
) -> Ask:
    """Note the time that the two agreed on; another one takes its place. Twice is once.

    Raises `AlreadyPast`, `TooFarOff`, `UnknownZone`; `NotSafeToAsk`, `AskAgainFirst`,
    `NobodyThere`; `NotLocked`, `AlreadyDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    after(ask, Event.agree)
    refuse_unsafe(store, ask.person_id)
    # The clock of a place cannot be asked about the first and the last day of the calendar.
    if (when.on - on).days > 1:
        raise AlreadyPast(str(ask_id))
    if on > days_after(when.on, FARTHEST_DAYS):
        raise TooFarOff(str(ask_id))
    agreed = by_the_clock(on, at, zone)
    if agreed == ask.agreed:
        return ask
    if agreed.at <= when.at:
        raise AlreadyPast(str(ask_id))
    later = ask.but(agreed=agreed)
    if due(ask, when.on):
        # To name a later time answers what was put forward about it.
        later = answered(later, when.on)
    return store.put(later, expected_revision=expected_revision)


def take_back_agreed(*, store: Store, ask_id: UUID, expected_revision: int) -> Ask:
    """Take the time back; twice is once.

    Raises `NotLocked`, `AlreadyDone`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    after(ask, Event.agree)
    if ask.agreed is None:
        return ask
    return store.put(ask.but(agreed=None), expected_revision=expected_revision)


def local_time(agreed: When) -> datetime:
    """Return what the clock showed where *agreed* was agreed on; UTC where that place is unknown.

    Without an offset: it is for showing, and never for counting.
    """
    try:
        place = zone_named(agreed.zone)
    except UnknownZone:
        place = ZoneInfo("UTC")
    return agreed.at.astimezone(place).replace(tzinfo=None)


def message_links(words: str, person: Person | None) -> Links:
    """Return the links that hand *words* on, to *person* where a number or an address is known."""
    phone = _number(person.phone) if person else ""
    # A line end is CR LF in a mail (RFC 6068, 5), and LF elsewhere.
    mail, text = quote(words.replace("\n", "\r\n"), safe=""), quote(words, safe="")
    to = _address(person.mail) if person else ""
    return Links(
        text=_fitting(f"sms:{phone}?&body={text}", LINK_LIMIT),
        whatsapp=_fitting(f"https://wa.me/{_abroad(phone)}?text={text}", LINK_LIMIT),
        mail=_fitting(f"mailto:{to}?subject=&body={mail}", MAIL_LIMIT),
    )


def calendar_uid(ask_id: UUID) -> str:
    """Return what a calendar knows the time of a test by: always the same, and not its id."""
    return hashlib.sha256(b"agreed time " + ask_id.bytes).hexdigest()[:32]


def calendar_file(*, summary: str, agreed: When, uid: str, made: datetime, version: int) -> bytes:
    """Return one calendar entry (RFC 5545) of half an hour, called *summary*, and no more.

    *made* is now; *version* grows, so that a calendar that has the entry moves it. There is no
    description and no alarm: others may see or hear both.
    """
    import icalendar  # a tenth of a second, for one button

    entry = icalendar.Event()
    entry.add("uid", uid)
    entry.add("sequence", version)
    entry.add("dtstamp", made.astimezone(UTC))
    entry.add("dtstart", agreed.at.astimezone(UTC))
    entry.add("dtend", agreed.at.astimezone(UTC) + ENTRY_LASTS)
    entry.add("summary", summary)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Note//Note//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _number(phone: str) -> str:
    """Return *phone* as it is dialled, or nothing where it is not a number."""
    digits = "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one
        for one in unicodedata.normalize("NFKC", phone)
    )
    if digits.strip().startswith(("+", "00")):
        # "+49 (0)170": the zero is for calls within the country.
        digits = _TRUNK_ZERO.sub("", digits)
    dialled = _AIR_IN_NUMBERS.sub("", digits)
    return dialled if _NUMBER.fullmatch(dialled) else ""


def _abroad(number: str) -> str:
    """Return *number* as WhatsApp has it: from the country on, without a plus; else nothing."""
    for start in ("+", "00"):
        if number.startswith(start):
            return number.removeprefix(start).lstrip("0")
    return ""


def _address(mail: str) -> str:
    """Return *mail* as a link holds it, or nothing where it is not one address."""
    plain = mail.strip()
    return quote(plain, safe="@+") if _ADDRESS.fullmatch(plain) else ""


def _fitting(link: str, limit: int) -> str:
    return link if len(link) <= limit else ""
