"""A request leaves with the person; what is kept is how, once, and when the two will meet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.circle.model import Answer
from beside.journey.practice.actions import AlreadyPast
from beside.journey.practice.model import WORDS_LIMIT, Ask, Channel
from beside.journey.practice.rules import AlreadyDone, NotLocked, TakenBack, due
from beside.journey.practice.sending import (
    LINK_LIMIT,
    MAIL_LIMIT,
    TooFarOff,
    agree_on,
    calendar_file,
    calendar_uid,
    local_time,
    message_links,
    say_how_it_went_out,
    take_back_agreed,
)
from beside.journey.practice.setting_up import AskAgainFirst, NobodyThere, NotSafeToAsk
from beside.kernel.days import UnknownZone, When, lived, zone_named
from beside.kernel.store import Conflict, MemoryStore
from beside.kernel.words import several_lines
from tests.support.cast import (
    INES,
    JO,
    LATER,
    NEXT_DAY,
    NOON,
    REX,
    SAM,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    TUESDAY,
    ZONE,
    asked_sam,
    drafted,
    happened,
    hopeful,
    jo,
    put_away,
    rex,
    sam,
)

THURSDAY = TUESDAY + timedelta(days=2)
SIX = time(18, 0)
AT_SIX = lived(datetime(2026, 3, 5, 17, 0, tzinfo=UTC), ZONE)


def with_ask(ask=None):
    return MemoryStore(sam(), jo(), rex(), ask or asked_sam())


def went_out(store, channel, *, when=NOON, revision=1):
    return say_how_it_went_out(
        store=store,
        when=when,
        ask_id=TODAY_WAS_A_LOT,
        channel=channel,
        expected_revision=revision,
    )


def agreed(store, *, on=THURSDAY, at=SIX, zone=ZONE, when=NOON, revision=1):
    said = {"on": on, "at": at, "zone": zone, "when": when}
    return agree_on(store=store, ask_id=TODAY_WAS_A_LOT, expected_revision=revision, **said)


def kept(store):
    return store.get(Ask, TODAY_WAS_A_LOT)


def on_the_clock(met):
    return f"{local_time(met):%Y-%m-%d %H:%M}"


# How it went out


def test_how_it_went_out_is_kept_with_when_it_was_first_said():
    store = with_ask()

    said = went_out(store, Channel.call)

    assert (said.channel, said.sent) == (Channel.call, NOON)
    assert kept(store) == said


def test_another_answer_corrects_it_and_the_first_time_stays():
    store = with_ask()
    went_out(store, Channel.call)

    corrected = went_out(store, Channel.face_to_face, when=LATER, revision=2)

    assert (corrected.channel, corrected.sent) == (Channel.face_to_face, NOON)


def test_the_same_answer_twice_is_once():
    store = with_ask()

    once = went_out(store, Channel.call)
    twice = went_out(store, Channel.call, when=NEXT_DAY)

    assert twice == once


def test_an_answer_is_taken_back_with_its_time():
    store = with_ask()
    went_out(store, Channel.call)

    back = went_out(store, None, revision=2)
    again = went_out(store, Channel.email, when=NEXT_DAY, revision=3)

    assert (back.channel, back.sent) == (None, None)
    assert again.sent == NEXT_DAY


def test_it_can_still_be_said_once_it_happened():
    assert went_out(with_ask(happened()), Channel.message).channel is Channel.message


@pytest.mark.parametrize(("ask", "refusal"), [(drafted(), NotLocked), (put_away(), TakenBack)])
def test_what_is_not_locked_or_was_let_go_does_not_go_out(ask, refusal):
    store = with_ask(ask)

    with pytest.raises(refusal):
        went_out(store, Channel.call)

    assert kept(store).channel is None


def test_how_it_went_out_is_noted_whoever_it_was():
    assert went_out(with_ask(asked_sam(person_id=REX)), Channel.call).channel is Channel.call


def test_two_windows_that_say_different_things_conflict():
    store = with_ask()
    went_out(store, Channel.call)

    with pytest.raises(Conflict):
        went_out(store, Channel.email)


# A time that was agreed on


def test_a_time_is_kept_as_the_clock_there_shows_it():
    store = with_ask()

    met = agreed(store)

    assert met.agreed == AT_SIX
    assert on_the_clock(met.agreed) == "2026-03-05 18:00"
    assert kept(store) == met


def test_the_same_time_twice_is_once():
    store = with_ask()

    assert agreed(store) == agreed(store)


def test_another_time_takes_its_place():
    store = with_ask()
    agreed(store)

    later = agreed(store, at=time(19, 30), revision=2)

    assert local_time(later.agreed).time() == time(19, 30)


def test_it_is_taken_back_and_twice_is_once():
    store = with_ask()
    agreed(store)
    said = {"store": store, "ask_id": TODAY_WAS_A_LOT, "expected_revision": 2}

    once = take_back_agreed(**said)

    assert once.agreed is None
    assert take_back_agreed(**said) == once


@pytest.mark.parametrize(
    ("on", "at"), [(TUESDAY, time(12, 0)), (TUESDAY - timedelta(days=1), SIX), (date.min, SIX)]
)
def test_a_time_that_is_over_is_refused(on, at):
    with pytest.raises(AlreadyPast):
        agreed(with_ask(), on=on, at=at)


def test_a_time_later_today_is_kept():
    assert agreed(with_ask(), on=TUESDAY, at=time(12, 1)).agreed is not None


@pytest.mark.parametrize("on", [TUESDAY + timedelta(days=733), date.max])
def test_a_year_that_was_mistyped_is_refused(on):
    with pytest.raises(TooFarOff):
        agreed(with_ask(), on=on)


@pytest.mark.parametrize("zone", ["", "Nowhere/At_all", "../etc/passwd"])
def test_a_place_that_nobody_knows_is_refused(zone):
    with pytest.raises(UnknownZone):
        agreed(with_ask(), zone=zone)


@pytest.mark.parametrize(
    ("person", "refusal"), [(REX, NotSafeToAsk), (JO, AskAgainFirst), (INES, NobodyThere)]
)
def test_no_time_is_kept_with_somebody_who_may_not_be_asked_or_was_taken_out(person, refusal):
    store = with_ask(asked_sam(person_id=person))

    with pytest.raises(refusal):
        agreed(store)

    assert kept(store).agreed is None


@pytest.mark.parametrize(
    ("ask", "refusal"),
    [(drafted(), NotLocked), (happened(), AlreadyDone), (put_away(), TakenBack)],
)
def test_a_time_is_for_what_is_waiting(ask, refusal):
    with pytest.raises(refusal):
        agreed(with_ask(ask))


def test_a_time_that_the_clocks_skip_is_the_next_there_is():
    spring = agreed(with_ask(), on=date(2026, 3, 29), at=time(2, 30))

    assert spring.agreed.at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert on_the_clock(spring.agreed) == "2026-03-29 03:00"


def test_of_a_time_that_comes_twice_it_is_the_first():
    autumn = agreed(with_ask(), on=date(2026, 10, 25), at=time(2, 30))

    assert autumn.agreed.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


ZONES = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "UTC"]


@given(
    days=st.integers(2, 700),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    zone=st.sampled_from([*ZONES, "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca"]),
)
def test_the_clock_shows_what_was_typed_or_the_next_that_it_can(days, at, zone):
    typed = datetime.combine(TUESDAY + timedelta(days=days), at)

    met = agreed(with_ask(), on=typed.date(), at=at, zone=zone).agreed

    shown = local_time(met)
    assert typed <= shown <= typed + timedelta(hours=1)
    assert met.on == shown.date()
    assert shown == typed or _is_skipped(typed, zone)


def _is_skipped(local, zone):
    place = zone_named(zone)
    there = local.replace(tzinfo=place).astimezone(UTC).astimezone(place)
    return there.replace(tzinfo=None) != local


def test_a_place_that_is_unknown_by_now_shows_the_time_of_the_world():
    lost = When(at=NOON.at, zone="Atlantis/Harbour", on=NOON.on)

    assert on_the_clock(lost) == "2026-03-03 11:00"


# When it may be asked about


def days_due(ask, until=12):
    days = (TUESDAY + timedelta(days=n) for n in range(until))
    return [n for n, day in enumerate(days) if due(ask, day)]


def test_with_a_time_it_is_due_the_day_after_that():
    assert days_due(asked_sam(agreed=AT_SIX), until=5) == [3, 4]


def test_with_a_day_by_which_it_will_have_happened_it_is_due_after_that():
    assert days_due(asked_sam(prediction=hopeful().but(by_when=THURSDAY)), until=5) == [3, 4]


def test_what_was_agreed_counts_for_more_than_what_was_guessed():
    guess = hopeful().but(by_when=TUESDAY + timedelta(days=1))

    assert days_due(asked_sam(prediction=guess, agreed=AT_SIX), until=5) == [3, 4]


def test_not_yet_holds_although_the_time_is_over():
    waits = asked_sam(agreed=AT_SIX, not_before=TUESDAY + timedelta(days=6))

    assert days_due(waits, until=8) == [6, 7]


def test_with_neither_it_is_due_the_next_day():
    assert days_due(asked_sam(), until=3) == [1, 2]


def test_a_time_on_the_day_of_the_lock_is_not_asked_about_that_day():
    tonight = lived(datetime(2026, 3, 3, 17, 0, tzinfo=UTC), ZONE)

    assert days_due(asked_sam(agreed=tonight), until=2) == [1]


# Links

WITH_EVERYTHING = 'Ça va? 😀 100% & more #1 + 2=3\nשלום "there"\n\nمرحبا'


def held(link):
    """Return where a link leads, and the words in it, as a program on the other side reads them."""
    parts = urlsplit(link)
    fields = dict(one.split("=", 1) for one in parts.query.lstrip("&").split("&"))
    return f"{parts.scheme}:{parts.netloc}{parts.path}", {k: unquote(v) for k, v in fields.items()}


def test_each_link_hands_on_the_words_as_they_are():
    links = message_links(WITH_EVERYTHING, sam(phone="+44 20 7946 0018", mail="sam@example.org"))

    mail_words = WITH_EVERYTHING.replace("\n", "\r\n")
    assert held(links.mail) == ("mailto:sam@example.org", {"subject": "", "body": mail_words})
    assert held(links.text) == ("sms:+442079460018", {"body": WITH_EVERYTHING})
    assert held(links.whatsapp) == ("https:wa.me/442079460018", {"text": WITH_EVERYTHING})


@given(st.text(min_size=1, max_size=300).map(lambda t: several_lines(t, limit=WORDS_LIMIT)))
def test_no_words_break_out_of_a_link(words):
    links = message_links(words, sam(phone="+442079460018", mail="sam@example.org"))

    for link in (links.text, links.whatsapp, links.mail):
        if not link:
            continue
        assert link.isascii()
        assert not set(link) & set(" \n\r\t\"'<>\\`#")
        _, fields = held(link)
        assert fields.get("body", fields.get("text")).replace("\r\n", "\n") == words
        assert set(fields) <= {"subject", "body", "text"}
    assert parse_qs(urlsplit(links.whatsapp).query, keep_blank_values=True)["text"] == [words]


@pytest.mark.parametrize(
    ("phone", "dialled", "abroad"),
    [
        ("+44 (0)20 7946-0018", "+442079460018", "442079460018"),
        ("0044 20/7946.0018", "00442079460018", "442079460018"),
        ("020 7946 0018", "02079460018", ""),
        ("٠٢٠ ٧٩٤٦ ٠٠١٨", "02079460018", ""),
        ("＋４４２０７９４６００１８", "+442079460018", "442079460018"),
        ("ask her sister", "", ""),
        ("07700 900123 (work)", "", ""),
        ("12", "", ""),
        ("", "", ""),
    ],
)
def test_a_number_is_dialled_as_phones_do_it_and_is_else_left_open(phone, dialled, abroad):
    links = message_links("Hello", sam(phone=phone))

    assert links.text == f"sms:{dialled}?&body=Hello"
    assert links.whatsapp == f"https://wa.me/{abroad}?text=Hello"


@pytest.mark.parametrize(
    ("mail", "to"),
    [
        ("sam+dog@example.org", "sam+dog@example.org"),
        ("sam@exämple.org", "sam@ex%C3%A4mple.org"),
        ("a?bcc=rex@example.org", "a%3Fbcc%3Drex@example.org"),
        ("sam@example.org, rex@example.org", ""),
        ("not an address", ""),
        ("", ""),
    ],
)
def test_a_mail_goes_to_one_address_or_to_none_yet(mail, to):
    assert message_links("Hello", sam(mail=mail)).mail == f"mailto:{to}?subject=&body=Hello"


def test_with_nobody_by_name_the_links_lead_to_nobody():
    links = message_links("Hello", None)

    assert links.text == "sms:?&body=Hello"
    assert links.whatsapp == "https://wa.me/?text=Hello"
    assert links.mail == "mailto:?subject=&body=Hello"


def test_what_is_too_long_for_a_link_is_left_out_and_never_cut():
    head = len("mailto:?subject=&body=")
    fits = message_links("a" * (MAIL_LIMIT - head), None)
    over = message_links("a" * (MAIL_LIMIT - head + 1), None)
    longest = message_links("😀" * WORDS_LIMIT, None)

    assert len(fits.mail) == MAIL_LIMIT
    assert (over.mail, len(over.text) > 0, len(over.whatsapp) > 0) == ("", True, True)
    assert (longest.mail, longest.text, longest.whatsapp) == ("", "", "")
    assert len(message_links("a" * WORDS_LIMIT, None).whatsapp) <= LINK_LIMIT


def test_links_print_nothing():
    links = message_links(THE_WORDS, sam(phone="+442079460018"))

    assert "Today" not in repr(links)
    assert "7946" not in repr(links)


# The calendar file


def entry(summary="A note to self", agreed_on=AT_SIX, version=2):
    made = {"uid": calendar_uid(TODAY_WAS_A_LOT), "made": NOON.at, "version": version}
    return calendar_file(summary=summary, agreed=agreed_on, **made)


def test_the_file_holds_a_time_and_a_few_words_and_nothing_else():
    lines = entry().decode().split("\r\n")

    assert sorted(line for line in lines if line) == sorted(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Note//Note//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "SUMMARY:A note to self",
            "DTSTART:20260305T170000Z",
            "DTEND:20260305T173000Z",
            "DTSTAMP:20260303T110000Z",
            f"UID:{calendar_uid(TODAY_WAS_A_LOT)}",
            "SEQUENCE:2",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    )


def test_the_file_does_not_lead_back_to_the_notebook():
    said = entry().decode().lower()

    assert "beside" not in said
    assert str(TODAY_WAS_A_LOT) not in said
    assert TODAY_WAS_A_LOT.hex not in said


def test_a_calendar_knows_it_again_when_the_time_is_another():
    later = lived(AT_SIX.at + timedelta(days=1), ZONE)
    first, second = (
        icalendar.Calendar.from_ical(one).walk("VEVENT")[0]
        for one in (entry(), entry(agreed_on=later, version=3))
    )

    assert first["UID"] == second["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"]
    assert calendar_uid(SAM) != calendar_uid(TODAY_WAS_A_LOT)


@given(st.text(max_size=200))
def test_no_words_put_another_line_into_the_file(summary):
    summary = " ".join(several_lines(summary, limit=300).split())

    made = entry(summary)

    (found,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert str(found["SUMMARY"]) == summary
    assert set(found) == {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE"}
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_somebody_flagged_since_keeps_the_time_that_was_agreed_on_before():
    store = with_ask()
    agreed(store)
    store.put(sam(revision=1, hurt=Answer.yes), expected_revision=1)

    with pytest.raises(NotSafeToAsk):
        agreed(store, at=time(19, 0), revision=2)

    assert kept(store).agreed == AT_SIX
