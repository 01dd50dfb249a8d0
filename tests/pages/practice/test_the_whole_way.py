"""The shortest loop, pressed through as a person does it, with every input counted."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from django.http import HttpResponse

from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Belief,
    Feared,
    FearedHappened,
    Happened,
)
from tests.support.cast import INES, SAM, ines, sam
from tests.support.forms import forms_on, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

GUESS = {
    "well": "3",
    "feared": "they_think_less_of_me",
    "likely": "6",
    "trouble": "5",
    "hard": "30",
}


class Hand:
    """Presses what is on the page, and counts how often: an answer is one, a button is one."""

    def __init__(self, alice: Somebody) -> None:
        self.client = alice.client
        self.inputs = 0
        self.page: HttpResponse | None = None
        self.path = ""

    def opens(self, path: str) -> Hand:
        self.page, self.path = self.client.get(path), path
        return self

    def sends(self, button: tuple[str, str], *, form: int = 0, **answers: str) -> Hand:
        """Answer *answers* in the form, press *button*, and follow to the next page."""
        found = forms_on(self.page)[form]
        assert button in found["buttons"]
        self.inputs += len(answers) + 1
        sent: dict[str, Any] = {**found["fields"], **answers}
        if button[0]:
            sent[button[0]] = button[1]
        self.page = self.client.post(found["action"] or self.path, sent, follow=True)
        if self.page.redirect_chain:
            self.path = self.page.redirect_chain[-1][0]
        return self


def only(alice: Somebody) -> Ask:
    (ask,) = alice.store.all(Ask)
    return ask


def test_a_later_ask_takes_eight_inputs_before_and_four_after(alice: Somebody) -> None:
    alice.keeps(sam(), ines())
    hand = Hand(alice).opens("/tests/new/")

    hand.sends(("template", "today_was_a_lot")).sends(("person_id", str(INES)))
    hand.sends(("", ""), **GUESS)

    ask = only(alice)
    assert hand.inputs == 8
    assert (ask.state, ask.person_id, ask.what) == (AskState.locked, INES, AskKind.let_it_be_seen)
    assert ask.prediction is not None
    assert (ask.prediction.well, ask.prediction.feared_likely) == (30, 60)
    assert ask.prediction.belief is Belief.vulnerability_is_danger
    assert "Your guess is locked." in shown(hand.page)

    hand.inputs = 0
    hand.opens(f"/tests/{ask.id}/outcome/").sends(("how", "took_it_well"))
    assert "“They think less of me.” Did that happen?" in shown(hand.page)
    hand.sends(("answer", "no"))
    assert "Your guess: 3 in 10. It happened: they took it well." in shown(hand.page)
    assert wording.ONE_TIME.id in shown(hand.page)
    hand.sends(("next_guess", "6")).sends(("", ""))

    outcome = only(alice).outcome
    assert hand.inputs == 4
    assert "That is one." in shown(hand.page)
    hand.opens(f"/tests/{ask.id}/")
    assert outcome is not None
    assert (outcome.how, outcome.feared_happened) == (Happened.took_it_well, FearedHappened.no)
    assert outcome.next_guess == 60
    for said in ("They take it well 3 in 10 They took it well", "6 in 10", wording.ONE_TIME.id):
        assert said in shown(hand.page)


def test_with_somebody_new_the_first_takes_eleven(alice: Somebody) -> None:
    hand = Hand(alice).opens("/tests/new/")

    hand.sends(("template", "i_snapped"))
    hand.sends(("", ""), name="Sam", hurt="no", afraid="embarrassed")
    hand.sends(("", ""), **GUESS)

    (person,) = alice.store.all(Person)
    assert hand.inputs == 11
    assert only(alice).person_id == person.id
    assert only(alice).state is AskState.locked


def test_somebody_chosen_on_their_page_is_not_asked_for_again(alice: Somebody) -> None:
    alice.keeps(sam())

    hand = Hand(alice).opens(f"/tests/new/?for={SAM}").sends(("template", "next_small_offer"))

    assert hand.path.endswith("/guess/")
    assert only(alice).person_id == SAM
    assert only(alice).words == "Take the next small offer, without paying it back."


def test_one_s_own_words_are_a_test_too_and_may_change_until_the_lock(alice: Somebody) -> None:
    alice.keeps(sam())
    hand = Hand(alice).opens("/tests/new/")

    hand.sends(("", ""), form=-1, saying="Could you take the dog on Thursday?")
    hand.sends(("person_id", str(SAM)))
    hand.sends(("", ""), saying="Could you walk the dog on Thursday?", **GUESS)

    ask = only(alice)
    assert (ask.what, ask.words) == (AskKind.own_words, "Could you walk the dog on Thursday?")
    assert ask.state is AskState.locked


def test_what_one_would_hate_most_can_be_one_s_own_words(alice: Somebody) -> None:
    alice.keeps(sam())
    hand = Hand(alice).opens(f"/tests/new/?for={SAM}").sends(("template", "next_small_offer"))

    other = {"feared": "other", "feared_words": "they tell <i>everybody</i>"}
    hand.sends(("", ""), **GUESS | other)

    guess = only(alice).prediction
    assert guess is not None
    assert (guess.feared, guess.belief) == (Feared.other, None)
    assert guess.feared_words == "they tell <i>everybody</i>"
    assert "they tell &lt;i&gt;everybody&lt;/i&gt;" in hand.page.content.decode()
    hand.opens(f"/tests/{only(alice).id}/outcome/").sends(("how", "no"))
    assert "they tell &lt;i&gt;everybody&lt;/i&gt;" in hand.page.content.decode()


def test_the_line_can_be_another_than_the_chip_carries(alice: Somebody) -> None:
    alice.keeps(sam())
    hand = Hand(alice).opens(f"/tests/new/?for={SAM}").sends(("template", "next_small_offer"))

    hand.sends(("", ""), **GUESS, belief="rely_on_myself")

    guess = only(alice).prediction
    assert guess is not None
    assert guess.belief is Belief.rely_on_myself


def test_what_already_happened_is_noted_without_a_guess(alice: Somebody) -> None:
    alice.keeps(sam())
    hand = Hand(alice).opens("/tests/happened/")

    hand.sends(("", ""), saying="I asked for a lift", how="partly", person_id=str(SAM))
    assert wording.LAND_FIRST.id in shown(hand.page)
    hand.sends(("", ""), landed="Quiet. I slept.")

    ask = only(alice)
    assert ask.prediction is None
    assert ask.outcome is not None
    assert (ask.state, ask.outcome.landed) == (AskState.done, "Quiet. I slept.")
    hand.opens(f"/tests/{ask.id}/")
    assert "Quiet. I slept." in shown(hand.page)
    assert wording.NO_GUESS.id in shown(hand.page)


@pytest.mark.parametrize("steps", [("feared", "again", "land")])
def test_every_step_after_can_be_skipped(alice: Somebody, steps: tuple[str, ...]) -> None:
    alice.keeps(sam())
    hand = Hand(alice).opens(f"/tests/new/?for={SAM}").sends(("template", "next_small_offer"))
    hand.sends(("", ""), **GUESS)
    ask = only(alice)

    hand.opens(f"/tests/{ask.id}/outcome/").sends(("how", "took_it_well"))
    for here, following in pairwise(steps):
        page = alice.client.get(f"/tests/{ask.id}/{here}/").content.decode()
        assert f'href="/tests/{ask.id}/{following}/">Skip' in page

    outcome = only(alice).outcome
    assert outcome is not None
    assert (outcome.feared_happened, outcome.next_guess, outcome.landed) == (None, None, "")
