"""Every number that is shown was read somewhere, can be dialled, and says how old it is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from beside.safety.lines import (
    FRESH_FOR,
    Country,
    Line,
    Reaches,
    What,
    countries,
    lines_for,
    tel,
)

EVERY_LINE = [(country, line) for country in countries() for line in country.line]
NAMED = [f"{country.code} {line.name}" for country, line in EVERY_LINE]
DIALLABLE = re.compile(r"[(]?[0-9][0-9 ()-]*[0-9]")
JUNE = date(2026, 6, 2)

# Known from memory alone, or read in two places that disagree: these stay off the page until read.
FROM_MEMORY = {"1737", "808242424", "0223272327", "90101", "0925250111", "1767"}
NO_LINE_READ = {"FI", "IT", "NZ", "PL", "SE", "SG"}


@pytest.mark.parametrize(("country", "line"), EVERY_LINE, ids=NAMED)
def test_a_line_says_what_was_read_and_when(country: Country, line: Line) -> None:
    assert line.source
    assert all(source.startswith(("https://", "http://")) for source in line.source)
    assert date(2019, 1, 1) <= line.read_on <= datetime.now(UTC).date()


@pytest.mark.parametrize(("country", "line"), EVERY_LINE, ids=NAMED)
def test_a_line_can_be_dialled_as_it_stands(country: Country, line: Line) -> None:
    numbers = [*line.dial, *([line.sms.number] if line.sms else [])]

    assert numbers
    for number in numbers:
        assert DIALLABLE.fullmatch(number)
        assert 2 <= len(tel(number).removeprefix("tel:")) <= 11


@pytest.mark.parametrize(("country", "line"), EVERY_LINE, ids=NAMED)
def test_no_short_number_carries_a_country_code(country: Country, line: Line) -> None:
    assert not any(number.startswith(("+", "00")) for number in line.dial)


@pytest.mark.parametrize(("country", "line"), EVERY_LINE, ids=NAMED)
def test_a_year_without_a_day_stands_on_its_first_day(country: Country, line: Line) -> None:
    if line.year_only:
        assert (line.read_on.month, line.read_on.day) == (1, 1)


@pytest.mark.parametrize(("country", "line"), EVERY_LINE, ids=NAMED)
def test_hours_are_a_span_or_always(country: Country, line: Line) -> None:
    assert line.hours in {"", "always"} or re.fullmatch(r"\d\d:\d\d–\d\d:\d\d", line.hours)
    assert line.days in {"", "mon-sat"}


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.code)
def test_a_country_has_a_number_for_danger(country: Country) -> None:
    reached = [number.reaches for number in country.emergency]

    assert re.fullmatch(r"[A-Z]{2}", country.code)
    assert all(re.fullmatch(r"\d{2,3}", number.dial) for number in country.emergency)
    assert reached[0] is Reaches.ANYONE or reached == [Reaches.POLICE, Reaches.AMBULANCE]


def test_no_country_stands_twice() -> None:
    codes = [country.code for country in countries()]

    assert len(codes) == len(set(codes))
    assert codes == [c.code for c in sorted(countries(), key=lambda c: c.name)]


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.code)
def test_no_number_stands_twice_in_a_country(country: Country) -> None:
    numbers = [tel(number) for line in country.line for number in line.dial]
    names = [line.name for line in country.line]

    assert len(numbers) == len(set(numbers))
    assert len(names) == len(set(names))


def test_what_is_known_from_memory_alone_is_not_shown() -> None:
    shown = {tel(number) for _, line in EVERY_LINE for number in line.dial}

    assert shown.isdisjoint(tel(number) for number in FROM_MEMORY)
    assert {country.code for country in countries() if not country.line} == NO_LINE_READ


def test_lines_about_abuse_are_those_that_were_read() -> None:
    with_one = {country.code for country, line in EVERY_LINE if line.what is What.ABUSE}

    assert with_one == {"GB", "US"}


def test_a_country_is_found_by_its_code() -> None:
    numbers = lines_for("GB")

    assert numbers.country is not None
    assert numbers.country.name == "United Kingdom"
    assert [line.name for line in numbers.talk] == ["Samaritans", "Shout"]
    assert [line.name for line in numbers.abuse] == ["National Domestic Abuse Helpline"]


@pytest.mark.parametrize("code", ["", "other", "gb", "XX", "U", "<script>", "US "])
def test_any_other_country_gets_general_advice_and_nobodys_lines(code: str) -> None:
    numbers = lines_for(code)

    assert numbers.country is None
    assert [number.dial for number in numbers.emergency] == ["112"]
    assert numbers.talk == numbers.abuse == ()


def test_a_country_without_a_line_has_its_emergency_number() -> None:
    numbers = lines_for("NZ")

    assert [number.dial for number in numbers.emergency] == ["111"]
    assert numbers.talk == ()


def test_a_line_may_have_changed_half_a_year_after_it_was_read() -> None:
    line = Line(name="Ours", what=What.CRISIS, source=("https://a.example",), read_on=JUNE)

    assert not line.may_have_changed(JUNE + FRESH_FOR)
    assert line.may_have_changed(JUNE + FRESH_FOR + timedelta(days=1))


def test_a_line_that_was_confirmed_counts_from_that_day() -> None:
    line = Line(
        name="Ours",
        what=What.CRISIS,
        source=("https://a.example",),
        read_on=JUNE - timedelta(days=900),
        confirmed_on=JUNE,
    )

    assert not line.may_have_changed(JUNE + FRESH_FOR)


def test_a_text_carries_its_word_where_the_line_wants_one() -> None:
    shout = next(line for line in lines_for("GB").talk if line.name == "Shout")
    lifeline = lines_for("US").talk[0]

    assert shout.sms is not None
    assert shout.sms.link == "sms:85258?&body=SHOUT"
    assert lifeline.sms is not None
    assert lifeline.sms.link == "sms:988"


@pytest.mark.soak
def test_every_line_was_read_within_half_a_year() -> None:
    today = datetime.now(UTC).date()

    old = [
        name
        for name, (_, line) in zip(NAMED, EVERY_LINE, strict=True)
        if line.may_have_changed(today)
    ]

    assert not old, "open these on the provider's page and set confirmed_on: " + ", ".join(old)
