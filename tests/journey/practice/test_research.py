"""What others found: a source for each, its limit beside it, and nothing that was not read."""

from __future__ import annotations

import re

import pytest
import textstat

from beside.journey.practice.model import Channel
from beside.journey.practice.research import FINDINGS, HONESTY, LIMITS, beside_channel

# What was read. Anything else is a figure that somebody remembers.
READ = {"12", "14,000", "48", "1,800", "2,000", "2,500", "3", "47", "50", "75", "84"}
REMEMBERED = re.compile(r"\b(34|20[.,]5|10[.,]5|10[.,]1|6[.,]2|7[.,]2|2[.,]3|3[.,]55)(?!\d)")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
HOW_MANY = re.compile(r"\b(three|five|six|\d[\d,]*) (studies|strangers|people)\b|\b\d+ of \d+\b")

every_one = pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.key)
SENTENCES = [
    *(one.says for one in FINDINGS),
    *(one.limit for one in FINDINGS),
    *(one.says for one in LIMITS),
    HONESTY,
]


@every_one
def test_a_finding_says_how_many(finding):
    assert HOW_MANY.search(finding.says.id)


@every_one
def test_a_finding_has_a_source_with_its_year_and_where_it_was_read(finding):
    assert re.search(r"^[A-Z]\w+.*, (19|20)\d\d\b", finding.source)
    assert re.search(r"\((abstract\b.*)\)|as reported (in|by) ", finding.source)


@every_one
def test_a_finding_has_a_limit(finding):
    assert len(finding.limit.id.split()) >= 5


def test_no_two_findings_are_the_same():
    assert (
        len({one.key for one in FINDINGS}) == len({one.says for one in FINDINGS}) == len(FINDINGS)
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one.id[:30])
def test_no_figure_is_shown_that_was_not_read(sentence):
    assert set(NUMBER.findall(sentence.id)) <= READ
    assert not REMEMBERED.search(sentence.id)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one.id[:30])
def test_a_ten_year_old_can_read_each(sentence):
    assert textstat.textstat.flesch_kincaid_grade(sentence.id) <= 5


@every_one
def test_no_finding_promises_anything_about_somebody(finding):
    assert not re.search(r"\b(you|your|will|always|never|everyone)\b(?! say)", finding.says.id)


def test_the_caption_names_who_was_asked_and_that_it_says_nothing_about_this_person():
    for part in ("strangers", "small favours", "face to face", "North America", "students"):
        assert part in HONESTY.id
    assert "does not say that this person is safe" in HONESTY.id
    assert HONESTY.id.endswith("Your own record here counts for more.")


def test_the_three_limits_are_said_each_with_its_source():
    email, awkward, closer = LIMITS

    assert "e-mail" in email.says.id
    assert "too high" in email.says.id
    assert "awkward" in awkward.says.id
    assert "close friends, partners and family" in closer.says.id
    assert all(re.search(r", (19|20)\d\d,", one.source) for one in LIMITS)


def test_findings_stand_beside_face_to_face():
    assert beside_channel(Channel.face_to_face) == FINDINGS


@pytest.mark.parametrize(
    "channel", [*(one for one in Channel if one is not Channel.face_to_face), None]
)
def test_no_finding_stands_beside_any_other_channel(channel):
    assert beside_channel(channel) == ()
