"""What was said comes back, and how the visit ends depends on nothing but the answers."""

from itertools import product

import pytest

from beside.journey.pattern.model import Choice, Line, Nearest, Offer, Reflection
from beside.journey.pattern.payoff import Ending, ending, said_back
from beside.kernel.ids import new_id

MAYBE = (None,)


def said(noon, **answers):
    return Reflection(id=new_id(), when=noon, **answers)


def every(noon):
    for nearest, choice, offer, line in product(
        (*MAYBE, *Nearest), (*MAYBE, *Choice), (*MAYBE, *Offer), (*MAYBE, *Line)
    ):
        yield said(noon, nearest=nearest, choice=choice, offer=offer, line=line)


def test_the_answers_come_back_in_order(noon):
    answers = said(
        noon,
        nearest=Nearest.snapped,
        choice=Choice.felt_like_no_other_way,
        offer=Offer.a_part,
        line=Line.rely_on_myself,
    )

    assert " ".join(map(str, said_back(answers))) == (
        "You snapped, or shut down. It felt like there was no other way. "
        "If someone safe had offered, you would have let them take a small part. "
        "The line was: “I can only rely on myself.”"
    )


def test_what_was_skipped_is_left_out(noon):
    assert said_back(said(noon)) == ()
    assert len(said_back(said(noon, line=Line.none))) == 1


def test_looking_around_is_not_said_back(noon):
    assert said_back(said(noon, nearest=Nearest.looking_around)) == ()


@pytest.mark.parametrize(
    "answers",
    [
        {"choice": Choice.no_other_way},
        {"nearest": Nearest.nobody_to_ask},
        {"offer": Offer.no_one_safe},
    ],
)
def test_the_situation_comes_before_anything_else(noon, answers):
    otherwise = {"choice": Choice.chose_to, "offer": Offer.yes, "line": Line.rely_on_myself}

    assert ending(said(noon, **{**otherwise, **answers})) is Ending.situation


def test_whoever_chose_to_and_would_have_said_yes_may_not_need_this(noon):
    assert ending(said(noon, choice=Choice.chose_to, offer=Offer.yes)) is Ending.flexible
    assert ending(said(noon, choice=Choice.chose_to, offer=Offer.im_fine)) is Ending.pattern


def test_nothing_said_is_nothing_to_end_with(noon):
    assert ending(said(noon)) is Ending.looking
    assert ending(said(noon, nearest=Nearest.looking_around)) is Ending.looking


def test_no_combination_calls_a_situation_a_pattern(noon):
    for answers in every(noon):
        alone = (
            answers.choice is Choice.no_other_way
            or answers.nearest is Nearest.nobody_to_ask
            or answers.offer is Offer.no_one_safe
        )

        assert (ending(answers) is Ending.situation) == alone
