"""The words are short enough for the worst hour, and promise nothing that was not read."""

from __future__ import annotations

import re
from datetime import date

import pytest
import textstat

from beside.kernel.sentences import Sentence
from beside.safety import grounding, wording
from beside.safety.grounding import Sense
from beside.safety.lines import Line, TextTo, What, countries, lines_for

NEVER = re.compile(
    r"\b(just|only|simply|should|brave|journey|deserve|healing|must|always)\b|!", re.IGNORECASE
)


def said_on_the_page() -> list[str]:
    fixed = [value for value in vars(wording).values() if isinstance(value, Sentence)]
    kinds = [*wording.WHAT.values(), *wording.REACHES.values()]
    steps = [step.says for step in grounding.STEPS]
    lines = [
        sentence
        for country in countries()
        for line in country.line
        for sentence in [
            *wording.facts(line, spoken=["Dutch"]),
            *wording.reading(line, day="2 June 2026", old=True),
        ]
    ]
    dangers = [wording.danger(lines_for(country.code)) for country in countries()]
    said = [*fixed, *kinds, *steps, *lines, *dangers]
    return [_filled(sentence) for sentence in said]


def _filled(sentence: Sentence) -> str:
    blanks = {"number": "112", "police": "110", "ambulance": "119"}
    return str(Sentence(sentence.id, **(blanks | dict(sentence.values))))


def test_the_whole_page_reads_at_grade_five_or_below() -> None:
    text = " ".join(one if one[-1] in ".?:" else f"{one}." for one in said_on_the_page())

    assert textstat.flesch_kincaid_grade(text) <= 5


@pytest.mark.parametrize("sentence", sorted({one for one in said_on_the_page() if len(one) > 20}))
def test_each_sentence_reads_at_grade_five_or_below(sentence: str) -> None:
    assert textstat.flesch_kincaid_grade(sentence) <= 5


@pytest.mark.parametrize("sentence", sorted(set(said_on_the_page())))
def test_no_sentence_pushes_praises_or_scolds(sentence: str) -> None:
    assert not NEVER.search(sentence)
    assert "'" not in sentence
    assert '"' not in sentence


def test_the_first_step_is_not_about_breathing() -> None:
    assert grounding.first_step().sense is not Sense.BREATH
    assert [step.sense for step in grounding.STEPS].count(Sense.BREATH) == 1
    assert grounding.more_steps()[-1].sense is Sense.BREATH


def test_the_text_to_send_asks_for_one_thing_and_frees_the_other_from_fixing() -> None:
    assert wording.READY_TEXT.id.count("?") == 1
    assert "fix anything" in wording.READY_TEXT.id
    assert len(wording.READY_TEXT.id) <= 160


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GB", "In danger? Call 999."),
        ("US", "In danger? Call 911."),
        ("IE", "In danger? Call 112."),
        ("JP", "In danger? Call 110 for the police. Call 119 to get an ambulance."),
        ("", "In danger? Call the emergency number where you are."),
    ],
)
def test_danger_comes_with_the_number_of_the_country(code: str, said: str) -> None:
    assert str(wording.danger(lines_for(code))) == said


def spoken_by(line: Line, *, old: bool) -> str:
    return " ".join(str(said) for said in wording.reading(line, day="2 June 2026", old=old))


def test_a_line_that_was_not_confirmed_says_so() -> None:
    line = lines_for("CA").talk[0]

    assert spoken_by(line, old=False) == "Read on 2 June 2026. Not confirmed with them."


def test_an_old_reading_says_that_it_may_have_changed() -> None:
    line = lines_for("CA").talk[0]

    assert "It may have changed." in spoken_by(line, old=True)


def test_a_confirmed_line_says_when() -> None:
    line = Line(
        name="Ours",
        what=What.LISTENING,
        source=("https://a.example",),
        read_on=date(2026, 1, 1),
        confirmed_on=date(2026, 6, 2),
    )

    assert spoken_by(line, old=False) == "Confirmed on 2 June 2026."


def test_what_was_not_read_is_not_said() -> None:
    line = lines_for("PT").talk[0]

    assert [str(said) for said in wording.facts(line, spoken=[])] == ["Someone to listen."]


def test_many_languages_are_counted_after_the_third() -> None:
    line = lines_for("JP").talk[0]

    said = wording.facts(line, spoken=["Japanese", "English", "Chinese", "Korean", "Thai"])

    assert str(said[-1]) == "Japanese, English, Chinese and 2 more."


def test_a_line_is_texted_with_its_word() -> None:
    assert str(wording.text_to(lines_for("GB").talk[1])) == "Text SHOUT to 85258"


def test_a_line_without_texts_cannot_be_texted() -> None:
    with pytest.raises(wording.TakesNoTexts):
        wording.text_to(lines_for("FR").talk[0])


def test_a_number_alone_can_be_texted() -> None:
    line = Line(
        name="Ours",
        what=What.CRISIS,
        source=("https://a.example",),
        read_on=date(2026, 1, 1),
        sms=TextTo("988"),
    )

    assert str(wording.text_to(line)) == "Text 988"
