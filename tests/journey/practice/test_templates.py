"""Words to start from: specific, by when, and easy to refuse."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import textstat

from beside.journey.practice.model import WORDS_LIMIT, AskKind
from beside.journey.practice.templates import EASY_OUTS, OFFERED, TEMPLATES, by_size, of_kind

KINDS = [kind for kind in AskKind if kind is not AskKind.own_words]
WHEN = re.compile(
    r"\b(today|tonight|tomorrow|this week|until \w+|before \w+|by \w+day|at (four|lunch)|"
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
NOT_EVERYBODY_HAS = re.compile(
    r"\b(car|drive|lift|kids?|child\w*|school|husband|wife|partner|boyfriend|girlfriend|dog|cat|"
    r"mum|dad|parents?|office|boss|shift|meeting)\b",
    re.IGNORECASE,
)

every_one = pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
every_kind = pytest.mark.parametrize("kind", KINDS)


def asking():
    return [one for one in TEMPLATES if one.asks]


def test_there_are_enough_to_choose_from():
    assert len(TEMPLATES) >= 28


@every_kind
def test_every_kind_has_some(kind):
    assert len(of_kind(kind)) >= 4


@every_kind
def test_every_kind_has_some_for_somebody_without_a_car_a_partner_or_a_child(kind):
    for_anybody = [one for one in of_kind(kind) if not NOT_EVERYBODY_HAS.search(one.words.id)]

    assert len(for_anybody) >= 4


@every_kind
def test_every_kind_begins_small(kind):
    assert of_kind(kind)[0].size == 1


def test_own_words_have_no_template():
    assert of_kind(AskKind.own_words) == ()


def test_no_two_have_the_same_key_or_the_same_words():
    keys = Counter(one.key for one in TEMPLATES)
    words = Counter(one.words.id for one in TEMPLATES)

    assert [key for key, times in (keys + words).items() if times > 1] == []


@every_one
def test_a_size_is_one_to_three(template):
    assert template.size in {1, 2, 3}


@every_one
def test_a_ten_year_old_can_read_each(template):
    assert textstat.textstat.flesch_kincaid_grade(template.words.id) <= 5


@every_one
def test_nothing_is_left_to_fill_in(template):
    assert not re.search(r"[\[\]{}<>%_…]|\.\.\.", template.words.id)
    assert len(template.words.id) < min(200, WORDS_LIMIT)


@pytest.mark.parametrize("template", asking(), ids=lambda one: one.key)
def test_whoever_is_asked_can_easily_say_no(template):
    assert template.words.id.endswith(tuple(out.id for out in EASY_OUTS))


@pytest.mark.parametrize("template", asking(), ids=lambda one: one.key)
def test_whoever_is_asked_knows_by_when(template):
    assert WHEN.search(template.words.id)


@pytest.mark.parametrize("template", asking(), ids=lambda one: one.key)
def test_one_thing_is_asked_at_a_time(template):
    assert template.words.id.count("?") == 1


@every_one
def test_what_ends_in_a_question_asks(template):
    assert template.asks == ("?" in template.words.id)


def test_every_easy_way_out_is_used():
    unused = [
        out.id for out in EASY_OUTS if not any(one.words.id.endswith(out.id) for one in asking())
    ]

    assert unused == []


def test_to_be_seen_asks_for_nothing():
    assert [one.key for one in of_kind(AskKind.let_it_be_seen) if one.asks] == []


@pytest.mark.parametrize("kind", [AskKind.favour, AskKind.company])
def test_a_favour_and_company_ask(kind):
    assert all(one.asks for one in of_kind(kind))


@every_one
def test_what_is_said_speaks_for_oneself_and_what_is_done_is_asked_of_nobody(template):
    speaks = re.search(r"\b(I|my|me|I’\w+)\b|^Could you\b|^Yes, please\b", template.words.id)

    assert template.is_said == bool(speaks)
    assert template.is_said or not template.asks


def test_a_first_visit_shows_the_three_that_ask_for_little():
    assert TEMPLATES[:3] == OFFERED
    assert [(one.what, one.words.id, one.is_said, one.asks) for one in OFFERED] == [
        (
            AskKind.let_it_be_seen,
            "Today was a lot. Nothing for you to do. I wanted you to know.",
            True,
            False,
        ),
        (
            AskKind.mend,
            "I snapped. It wasn’t you. I’d been holding the Friday report alone.",
            True,
            False,
        ),
        (AskKind.accept, "Take the next small offer, without paying it back.", False, False),
    ]


@every_kind
def test_a_kind_holds_its_own_and_loses_none(kind):
    assert Counter(of_kind(kind)) == Counter(one for one in TEMPLATES if one.what is kind)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_smaller_one_can_be_found(limit):
    sizes = [one.size for one in by_size(limit)]

    assert sizes == sorted(sizes)
    assert max(sizes) == limit


def test_the_largest_size_leaves_none_out():
    assert Counter(by_size(3)) == Counter(TEMPLATES)
