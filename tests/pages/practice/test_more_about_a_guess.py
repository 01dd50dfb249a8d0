"""Behind *Add more*: all of it optional, none of it lost, and an earlier line above."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from beside.journey.practice import wording
from beside.journey.practice.model import (
    EXACT_LIMIT,
    Ask,
    AskState,
    Belief,
    Feared,
    Happened,
    Outcome,
)
from beside.kernel.ids import new_id
from beside.pages.practice.guessing import MORE
from tests.support.cast import SAM, THE_WORDS, TODAY_WAS_A_LOT, drafted, happened, rex, sam
from tests.support.forms import forms_on, main_of, shown, unfolded
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
TOMORROW = date.today() + timedelta(days=2)  # noqa: DTZ011 - far enough for any zone
SHORT = {
    "revision": 1, "saying": THE_WORDS, "well": "3", "feared": "they_sigh", "feared_words": "",
    "likely": "6", "trouble": "5", "hard": "30",
}  # fmt: skip
ALL_OF_IT = {
    "observable": "She sighs and says no.",
    "by_when": TOMORROW.isoformat(),
    "how_bad": "7",
    "how_id_cope": "4",
    "partly_right": "She says yes, and sighs.",
    "belief": "rely_on_myself",
    "line_now": "8",
    "exact": "6",
}
EARLIER = new_id()


def kept(alice: Somebody) -> Ask:
    return alice.store.get(Ask, TODAY_WAS_A_LOT)


def sent(alice: Somebody, **changes: Any) -> Any:
    return alice.client.post(f"{HERE}guess/", SHORT | changes)


def test_all_of_it_is_kept_and_numbers_are_kept_in_percent(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    sent(alice, **ALL_OF_IT)

    guess = kept(alice).prediction
    assert guess is not None
    assert (guess.observable, guess.by_when) == ("She sighs and says no.", TOMORROW)
    assert (guess.how_bad, guess.how_id_cope, guess.line_now, guess.suds) == (70, 40, 80, 60)
    assert (guess.partly_right, guess.belief) == (
        "She says yes, and sighs.",
        Belief.rely_on_myself,
    )


def test_none_of_it_is_needed(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    sent(alice, **dict.fromkeys(ALL_OF_IT, ""))

    guess = kept(alice).prediction
    assert guess is not None
    assert (guess.suds, guess.how_bad, guess.line_now, guess.by_when) == (30, None, None, None)
    assert (guess.observable, guess.belief) == ("", Belief.depending_hurts)


def test_it_is_folded_until_something_is_in_it(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    assert wording.OBSERVABLE.id not in unfolded(alice.client.get(f"{HERE}guess/"))
    again = sent(alice, well="", observable="She sighs.")

    fold = f'<details class="more" open><summary>{wording.ADD_MORE.id}'
    assert fold in main_of(again)
    assert "She sighs." in main_of(again)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by_when": "2020-01-01"}, wording.DAY_IS_OVER.id),
        ({"by_when": "soon"}, wording.NOT_A_DAY.id),
        ({"observable": "w" * (EXACT_LIMIT + 1)}, "That has 1001 characters."),
        ({"partly_right": "w" * (EXACT_LIMIT + 1)}, "That has 1001 characters."),
        ({"feared": "other", "line_now": "5", "belief": ""}, wording.LINE_NEEDED.id),
    ],
)
def test_a_mistake_in_it_is_named_and_everything_stays(
    alice: Somebody, changes: dict[str, str], said: str
) -> None:
    alice.keeps(sam(), drafted())
    form = SHORT | ALL_OF_IT | changes

    response = sent(alice, **ALL_OF_IT | changes)

    assert response.status_code == 422
    assert said in shown(response)
    assert f"open><summary>{wording.ADD_MORE.id}" in main_of(response)
    fields = forms_on(response)[0]["fields"]
    assert {name: fields[name].strip() for name in form} == {n: str(v) for n, v in form.items()}
    assert kept(alice).state is AskState.drafted


@pytest.mark.parametrize(
    ("hard", "exact", "said"),
    [("30", "7", wording.VERY_HARD), ("30", "8", wording.TOO_MUCH), ("10", "10", wording.TOO_MUCH)],
)
def test_the_number_goes_before_the_word(alice: Somebody, hard: str, exact: str, said: Any) -> None:
    alice.keeps(sam(), drafted())

    response = sent(alice, hard=hard, exact=exact)

    assert said.id in shown(response)
    assert kept(alice).state is AskState.drafted


def test_from_too_much_the_way_back_finds_all_of_it(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    form = forms_on(sent(alice, **ALL_OF_IT | {"exact": "9"}))[1]

    back = alice.client.post(form["action"], form["fields"] | {"back": "1"})

    fields = forms_on(back)[0]["fields"]
    for name, value in (ALL_OF_IT | {"exact": "9"}).items():
        assert fields[name].strip() == value


def test_what_was_added_stands_on_the_page_of_the_test(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    sent(alice, **ALL_OF_IT)

    page = shown(alice.client.get(HERE))

    for said in (
        "She sighs and says no.",
        "She says yes, and sighs.",
        "7 out of 10",
        "8 out of 10",
    ):
        assert said in page
    assert wording.BELIEFS[Belief.rely_on_myself].id in page


def test_every_question_behind_it_can_be_left_out(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    fields = forms_on(alice.client.get(f"{HERE}guess/"))[0]["fields"]

    assert {name: fields[name].strip() for name in MORE} == dict.fromkeys(MORE, "")


# The line above


def earlier(line: str = "It was quiet. I slept.", **changes: Any) -> Ask:
    outcome = Outcome(how=Happened.took_it_well, landed=line)
    return happened(id=EARLIER, outcome=outcome, words="Could you hold this?").but(**changes)


def test_an_earlier_line_stands_above_and_is_marked_with_the_lock(alice: Somebody) -> None:
    alice.keeps(sam(), earlier(), drafted())

    page = alice.client.get(f"{HERE}guess/")
    form = forms_on(page)[0]["fields"]
    before = alice.store.get(Ask, EARLIER).line_back
    alice.client.post(f"{HERE}guess/", form | SHORT)

    for said in (wording.YOU_SAID.id, "Could you hold this?", "It was quiet. I slept."):
        assert said in shown(page)
    marked = alice.store.get(Ask, EARLIER).line_back
    assert before is None
    assert marked is not None
    assert marked.before_next


def test_a_line_stands_above_one_guess_and_then_no_more(alice: Somebody) -> None:
    another = new_id()
    alice.keeps(sam(), earlier(), drafted(), drafted(id=another))
    form = forms_on(alice.client.get(f"{HERE}guess/"))[0]["fields"]
    alice.client.post(f"{HERE}guess/", form | SHORT)

    assert "I slept" not in main_of(alice.client.get(f"/tests/{another}/guess/"))


def test_a_line_stays_above_until_the_guess_is_locked(alice: Somebody) -> None:
    alice.keeps(sam(), earlier(), drafted())

    sent(alice, well="")
    again = sent(alice, hard="70")

    assert "I slept" in main_of(again)
    assert alice.store.get(Ask, EARLIER).line_back is None


@pytest.mark.parametrize(
    "before",
    [
        earlier(""),
        earlier(outcome=Outcome(how=Happened.it_hurt, landed="I slept.")),
        earlier(person_id=rex().id),
    ],
    ids=["no line", "it hurt", "flagged since"],
)
def test_no_line_stands_above_that_has_no_place_there(alice: Somebody, before: Ask) -> None:
    alice.keeps(sam(), rex(), before, drafted())

    page = alice.client.get(f"{HERE}guess/")

    assert wording.YOU_SAID.id not in shown(page)
    assert "I slept" not in main_of(page)


def test_the_words_of_a_line_do_nothing(alice: Somebody) -> None:
    alice.keeps(sam(), earlier("<img src=x>"), drafted(person_id=SAM))

    page = main_of(alice.client.get(f"{HERE}guess/"))

    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


def test_own_words_for_the_fear_leave_the_line_to_the_person(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    sent(alice, feared="other", feared_words="they laugh", belief="rely_on_myself", line_now="5")

    guess = kept(alice).prediction
    assert guess is not None
    assert (guess.feared, guess.belief) == (Feared.other, Belief.rely_on_myself)
    assert guess.line_now == 50
