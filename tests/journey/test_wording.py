"""How the story speaks: plain, about what was done, without praise and without orders."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
import textstat

from beside.around.circle import jobs
from beside.around.circle import model as circle_model
from beside.around.circle import wording as circle
from beside.around.load import model as load_model
from beside.around.load import wording as load
from beside.journey.pattern import model as pattern_model
from beside.journey.pattern import wording as pattern
from beside.journey.practice import finding, readings, research, templates
from beside.journey.practice import model as practice_model
from beside.journey.practice import wording as practice
from beside.kernel.sentences import Sentence

MODULES = [circle, jobs, load, pattern, practice, finding, readings, research, templates]
NEVER = re.compile(
    r"\b(just|only|simply|should|must|brave|proud|journey|deserve|heal\w*|burden)\b", re.IGNORECASE
)


def sentences(value):
    match value:
        case Sentence():
            yield value
        case Mapping():
            for part in value.values():
                yield from sentences(part)
        case tuple() | list():
            for part in value:
                yield from sentences(part)


def spoken(module):
    return [s for name, value in vars(module).items() if name[0] != "_" for s in sentences(value)]


def ours(module):
    # The three lines stand as the people who have them say them.
    quoted = set(practice.BELIEFS.values())
    return [sentence for sentence in spoken(module) if sentence not in quoted]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_sentence_pushes_praises_or_scolds(module):
    assert [s.id for s in ours(module) if NEVER.search(s.id) or "!" in s.id] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_quotes_and_apostrophes_are_typographic(module):
    assert [s.id for s in spoken(module) if "'" in s.id or '"' in s.id] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_ten_year_old_can_read_it(module):
    text = " ".join(s.id if s.id[-1] in ".?”" else f"{s.id}." for s in ours(module))

    assert textstat.textstat.flesch_kincaid_grade(text) <= 5


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (circle_model.Answer, circle.HURT_ANSWERS),
        (circle_model.Fear, circle.AFRAID_ANSWERS),
        (circle_model.Ring, circle.RINGS),
        (circle_model.Safety, circle.SAFETY),
        (circle_model.Safety, circle.SAFETY_SHORT),
        (pattern_model.MomentKind, pattern.MOMENTS),
        (pattern_model.Choice, pattern.CHOICES),
        (pattern_model.Item, pattern.ITEMS),
        (pattern_model.WhenDoubled, pattern.WHEN_DOUBLED),
        (pattern_model.AtTwo, pattern.AT_TWO),
        (load_model.Carried, load.CARRIED),
        (load_model.Carried, load.TO_SAY),
        (load_model.Chosen, load.CHOSEN),
        (practice_model.AskKind, practice.KINDS),
        (practice_model.AskState, practice.STATES),
        (practice_model.Belief, practice.BELIEFS),
        (practice_model.Feared, practice.CHIPS),
        (practice_model.Feared, practice.DID_IT_HAPPEN),
        (practice_model.FearedHappened, practice.FEARED_ANSWERS),
        (practice_model.Happened, practice.OUTCOMES),
        (practice_model.HowHard, practice.HARDS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_answer_has_its_words(answers, said):
    assert list(said) == list(answers)


def test_three_small_tests_are_offered_and_none_is_a_favour():
    offered = [template.what for template in templates.OFFERED]

    assert offered == [
        practice_model.AskKind.let_it_be_seen,
        practice_model.AskKind.mend,
        practice_model.AskKind.accept,
    ]
