"""Every PDF leaves through one door: accessible, with words as data, and silent when it fails."""

from __future__ import annotations

import pytest

from beside.papers.pdf import NotDrawn, compiled
from tests.support.papers import is_accessible, pages_in

PLAIN = """
#set document(title: "A page", date: none)
#set text(font: "Atkinson Hyperlegible Next", lang: "en")
#json(bytes(sys.inputs.data)).words
"""
NO_FONT_HAS_IT = "\ue000"


def test_a_pdf_claims_what_the_compiler_checked():
    pdf = compiled(PLAIN, data={"words": "The letter."})

    assert pdf.startswith(b"%PDF-1.7")
    assert is_accessible(pdf)


def test_words_are_data_and_never_markup():
    pdf = compiled(PLAIN, data={"words": '#pagebreak() = A title #panic("x") $x$ ] } " \\'})

    assert pages_in(pdf) == 1
    assert is_accessible(pdf)


def test_a_sign_that_no_font_has_costs_the_claim_and_not_the_paper():
    pdf = compiled(PLAIN, data={"words": f"Before {NO_FONT_HAS_IT} after."})

    assert pages_in(pdf) == 1
    assert not is_accessible(pdf)


def test_what_cannot_be_drawn_repeats_no_word():
    with pytest.raises(NotDrawn) as refusal:
        compiled(f"{PLAIN}#json(bytes(sys.inputs.data)).words.at(99)", data={"words": "Secret."})

    assert str(refusal.value) == ""
    assert refusal.value.__context__ is None


def test_a_pdf_without_a_title_is_refused():
    with pytest.raises(NotDrawn):
        compiled("A page.", data={})
