"""The paper twin says what the notebook says, and can be used without it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

from beside.around.circle import wording as circle
from beside.journey.practice.interval import beta_interval
from beside.kernel.sentences import Sentence
from beside.papers.sheet import wording
from beside.papers.sheet.sheet import SOURCE, VARIANTS, Paper, Variant, sheet, words
from tests.support.papers import is_accessible, letter_sizes, pages_in
from tools import sheets

NAMES = {"blank", "more_lines_at", "licence_name"}
"""What is called the same in every language."""

SAFETY = (
    wording.BEFORE_EACH,
    wording.HURT,
    wording.AFRAID,
    wording.SOMEONE_ELSE,
    wording.TWO_NOES,
)
AROUND = (*SAFETY, wording.ANY_NUMBER, wording.FOUND)
INSTRUCTIONS = {"usual": (*wording.STEPS, *AROUND), "large": (*wording.STEPS_LARGE, *AROUND)}


def said(part: object) -> str:
    """Return the sentences of *part* one after another, each with its end."""
    if isinstance(part, tuple):
        return " ".join(map(said, part))
    return str(part) if str(part)[-1] in ".?" else f"{part}."


def leaves(part: object) -> list[str]:
    return [leaf for one in part for leaf in leaves(one)] if isinstance(part, list) else [str(part)]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.file_name)
def test_each_way_to_print_it_is_accessible(variant: Variant):
    pdf = sheet(variant)

    assert is_accessible(pdf)
    assert b"/Lang(en)" in pdf
    assert b"/Alt(" in pdf


@pytest.mark.parametrize("paper", Paper)
def test_it_is_one_sheet_with_two_sides(paper: Paper):
    assert pages_in(sheet(Variant(paper))) == 2


@pytest.mark.parametrize("paper", Paper)
def test_no_letter_is_too_small_to_read(paper: Paper):
    assert min(letter_sizes(sheet(Variant(paper)))) >= 8


@pytest.mark.parametrize("paper", Paper)
def test_large_print_is_large_on_every_page(paper: Paper):
    pdf = sheet(Variant(paper, large=True))

    assert min(letter_sizes(pdf)) >= 16
    assert pages_in(pdf) == 10


def test_the_same_sheet_is_the_same_file():
    assert sheet(VARIANTS[0]) == sheet(VARIANTS[0])


@pytest.mark.parametrize("size", INSTRUCTIONS)
def test_the_instructions_are_short(size: str):
    assert len(said(INSTRUCTIONS[size]).split()) <= 120


@pytest.mark.parametrize("size", INSTRUCTIONS)
def test_a_ten_year_old_can_follow_them(size: str):
    assert textstat.textstat.flesch_kincaid_grade(said(INSTRUCTIONS[size])) <= 5


def test_both_questions_stand_before_each_person_as_in_the_notebook():
    assert words()["hurt"] == str(circle.HURT)
    assert words()["afraid"] == str(circle.AFRAID)


def test_the_box_is_called_what_the_two_questions_call_it():
    assert words()["box"] == "both no"
    assert "Both no: tick the box." in words()["two_noes"]


def test_each_name_of_a_row_stands_over_a_place_to_write_in():
    drawn = SOURCE.read_text(encoding="utf-8")
    names, row = (
        drawn.split("#let before-names")[1].split("#let choices")[0].split("#let before-row")
    )

    assert "on-a-line(w.who, w.box, w.what, w.by_when)" in names
    assert "on-a-line(rule, tick-box, rule, rule)" in row
    assert "with-rings(w.well, w.feared, w.likely, w.trouble)" in names
    assert "with-rings(ring, rule, ring, ring)" in row


def test_both_questions_for_the_other_person_are_on_each_slip():
    slip = SOURCE.read_text(encoding="utf-8").split("#let slip-questions")[1].split("#let strip")[0]

    assert {"w.slip_trouble", "w.slip_glad", "w.slip_fine", "w.slip_seen"} <= set(
        re.findall(r"w\.slip_[a-z]+", slip)
    )


def test_no_sentence_is_left_out_of_the_drawing():
    drawn = re.findall(r"\bw\.([a-z_]+)", SOURCE.read_text(encoding="utf-8"))

    assert set(drawn) == set(words())


def test_every_word_is_handed_to_a_translator():
    spoken = words(lambda sentence: f"⟦{sentence.id}⟧")

    untranslated = {
        name for name, part in spoken.items() if not all(leaf[0] == "⟦" for leaf in leaves(part))
    }
    assert untranslated == NAMES


def test_longer_words_of_another_language_still_fit():
    def longer(sentence: Sentence) -> str:
        return f"{sentence} {'ē' * (len(str(sentence)) // 8)}"

    assert pages_in(sheet(VARIANTS[0], say=longer, language="de")) == 2


def test_right_and_wrong_are_said_at_the_same_length():
    lengths = [len(str(says).split()) for _, says in wording.READINGS]

    assert max(lengths) - min(lengths) <= 5


def test_how_far_ten_can_be_off_is_what_the_notebook_computes():
    spreads = [
        (interval.high - interval.low) / 2
        for well in range(11)
        if (interval := beta_interval(1 + well, 11 - well, n=10))
    ]

    assert round(max(spreads) * 10) == 2
    assert "2 in 10" in said(wording.LIMITS)


def test_its_own_licence_lies_beside_it():
    licence = (SOURCE.parent / "LICENSE.txt").read_text(encoding="utf-8")

    assert "Attribution-ShareAlike 4.0 International" in licence
    assert wording.LICENCE_NAME == "CC BY-SA 4.0"


def test_make_sheets_writes_all_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    sheets.main([str(tmp_path)])

    assert {path.name for path in tmp_path.iterdir()} == {
        "ten-asks-a4.pdf",
        "ten-asks-letter.pdf",
        "ten-asks-a4-large.pdf",
        "ten-asks-letter-large.pdf",
    }
    assert len(capsys.readouterr().out.splitlines()) == 4
