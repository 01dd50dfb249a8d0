"""People whose job it is: what they can take a part of, and how to begin."""

from __future__ import annotations

import re

import pytest
import textstat

from beside.around.circle.jobs import JOBS, card_of
from beside.around.circle.model import Job

# What somebody may fear to be; nobody has to call themselves that to be helped.
SHAMES = re.compile(
    r"\b(sorry|bother\w*|fail\w*|can’t cope|not coping|useless|weak|stupid|ashamed|desperate|poor|"
    r"beg\w*|charity|silly)\b",
    re.IGNORECASE,
)

each = pytest.mark.parametrize("card", JOBS, ids=lambda card: card.job.value)


def test_every_job_has_its_card():
    assert [card.job for card in JOBS] == list(Job)


@pytest.mark.parametrize("job", Job)
def test_a_card_is_found_by_its_job(job):
    assert card_of(job).job is job


@each
def test_a_card_says_who_and_what_for_in_a_few_words(card):
    assert 2 <= len(card.who.id.split()) <= 6
    assert 6 <= len(card.good_for.id.split()) <= 16


@each
def test_what_is_said_tells_something_and_asks_one_thing(card):
    told, asked = re.fullmatch(r"([^.?]+\.) ([^.?]+\?)", card.saying.id).groups()

    assert re.search(r"\b(I|I’m|We|There are)\b", told)
    assert re.match(r"(Could I|Could you|Is there|Who can|Who could) ", asked)


@each
def test_what_is_said_can_be_said_in_one_breath(card):
    assert len(card.saying.id.split()) <= 24


@each
def test_nothing_said_shames(card):
    assert not SHAMES.search(card.saying.id)


def test_the_first_sentence_of_all_is_there():
    said = (
        "I’m looking after someone and I’m at my limit. Is there anything here for people like me?"
    )

    assert said in [card.saying.id for card in JOBS]


@each
def test_a_ten_year_old_can_read_each(card):
    # Two words have no grade of their own, so who it is is read with what they are good for.
    for text in (f"{card.who.id}. {card.good_for.id}", card.saying.id):
        assert textstat.textstat.flesch_kincaid_grade(text) <= 5


def test_no_two_cards_say_the_same():
    said = [text.id for card in JOBS for text in card[1:]]

    assert len(set(said)) == len(said)
