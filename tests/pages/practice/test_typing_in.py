"""A sheet is typed in row by row: the two questions for who is new, and nothing lost or twice."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from beside.around.circle import wording as circle
from beside.around.circle.model import Job, Person, Safety
from beside.around.circle.rules import safety_of
from beside.journey.pattern import wording as pattern
from beside.journey.practice import wording
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Channel,
    Feared,
    FearedHappened,
    Happened,
)
from beside.pages.front.notices import NOTICES
from tests.support.cast import (
    REX,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    ines,
    put_away,
    rex,
    sam,
)
from tests.support.forms import forms_on, main_of, shown, unfolded
from tests.support.people import Somebody
from tests.support.ten_asks import many

pytestmark = pytest.mark.django_db(transaction=True)

HERE = "/tests/paper/"
A_ROW = {
    "name": "Sam",
    "saying": "Could you bring milk?",
    "well": "3",
    "feared": "they_sigh",
    "likely": "6",
    "trouble": "5",
    "how": "took_it_well",
    "came": "no",
    "channel": "face_to_face",
    "next_guess": "7",
}
NOTHING_MORE = dict.fromkeys(("feared", "likely", "trouble", "came", "next_guess"), "")


def fields_of(alice: Somebody) -> dict[str, str]:
    return forms_on(alice.client.get(HERE))[-1]["fields"]


def types_in(alice: Somebody, **changes: str) -> Any:
    return alice.client.post(HERE, fields_of(alice) | A_ROW | changes)


def only(alice: Somebody) -> Ask:
    (ask,) = alice.store.all(Ask)
    return ask


def somebody_new(alice: Somebody) -> Person:
    (person,) = alice.store.all(Person)
    return person


# One row


def test_a_whole_row_is_kept_as_it_stands_on_the_sheet(alice: Somebody) -> None:
    alice.keeps(sam())
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - the page's own day

    went = types_in(alice, on=yesterday.isoformat())

    ask = only(alice)
    assert went.headers["Location"] == HERE
    assert (ask.state, ask.person_id, ask.closed_on) == (AskState.done, SAM, yesterday)
    assert (ask.channel, ask.what) == (Channel.face_to_face, AskKind.own_words)
    guess, outcome = ask.prediction, ask.outcome
    assert guess is not None
    assert outcome is not None
    assert (guess.well, guess.feared, guess.feared_likely) == (30, Feared.they_sigh, 60)
    assert (guess.trouble, guess.suds) == (5, None)
    assert (outcome.how, outcome.next_guess) == (Happened.took_it_well, 70)
    assert outcome.feared_happened is FearedHappened.no


def test_the_next_row_is_empty_and_the_last_one_can_be_taken_back(alice: Somebody) -> None:
    alice.keeps(sam())

    page = alice.client.get(types_in(alice).headers["Location"])

    undo = f"/tests/paper/{only(alice).id}/undo/"
    assert NOTICES["row_kept"].id in shown(page)
    assert f'action="{undo}"' in main_of(page)
    assert f"{wording.TYPED_SO_FAR.id}: 1" in shown(page)
    empty = forms_on(page)[-1]["fields"]
    assert [empty.get(name, "").strip() for name in A_ROW] == [""] * len(A_ROW)

    back = alice.client.post(undo)
    assert back.headers["Location"] == HERE
    assert alice.store.all(Ask) == []
    assert NOTICES["row_back"].id in shown(alice.client.get(HERE))


def test_an_empty_row_that_is_all_goes_back_to_the_tests(alice: Somebody) -> None:
    went = alice.client.post(HERE, fields_of(alice) | {"last": "1"})

    assert went.headers["Location"] == "/tests/"
    assert alice.store.all(Ask) == []


def test_the_last_row_is_kept_on_the_way_out(alice: Somebody) -> None:
    alice.keeps(sam())

    went = types_in(alice, last="1")

    assert went.headers["Location"] == "/tests/"
    assert only(alice).on_paper


def test_a_guess_without_what_came_waits(alice: Somebody) -> None:
    alice.keeps(sam())

    types_in(alice, how="", came="", next_guess="", by_when="2026-03-05")

    ask = only(alice)
    assert ask.prediction is not None
    assert (ask.state, ask.prediction.by_when) == (AskState.locked, date(2026, 3, 5))
    page = shown(alice.client.get(f"/tests/{ask.id}/"))
    assert "Guessed on paper, and typed in on" in page
    assert "Locked since" not in page


def test_what_came_without_a_guess_already_happened(alice: Somebody) -> None:
    types_in(alice, well="", name="", **NOTHING_MORE)

    ask = only(alice)
    assert (ask.state, ask.prediction, ask.person_id) == (AskState.done, None, None)
    page = shown(alice.client.get(f"/tests/{ask.id}/"))
    assert wording.NO_GUESS_ON_PAPER.id in page
    assert wording.ON_PAPER_BEFORE.id not in page


def test_a_guess_with_gaps_has_a_page_that_says_so(alice: Somebody) -> None:
    types_in(alice, name="", **NOTHING_MORE)

    ask = only(alice)
    page = shown(alice.client.get(f"/tests/{ask.id}/"))
    assert page.count(wording.NOT_SAID.id) >= 2
    asked = alice.client.get(f"/tests/{ask.id}/feared/")
    assert wording.DID_IT_HAPPEN[Feared.other].id in shown(asked)


def test_a_kind_stands_for_the_words(alice: Somebody) -> None:
    types_in(alice, name="", saying=" ", what="company")

    assert (only(alice).what, only(alice).words) == (AskKind.company, "Company")


def test_somebody_whose_job_it_is(alice: Somebody) -> None:
    types_in(alice, name="", job="library")

    assert (only(alice).job, only(alice).person_id) == (Job.library, None)


def test_own_words_for_what_is_feared_need_no_chip(alice: Somebody) -> None:
    types_in(alice, name="", feared="", feared_words="She goes quiet.")

    guess = only(alice).prediction
    assert guess is not None
    assert (guess.feared, guess.feared_words) == (Feared.other, "She goes quiet.")


# What is said of mistakes


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"saying": ""}, wording.WORDS_OR_KIND),
        ({"well": ""}, wording.GUESS_NEEDS_WELL),
        ({"how": ""}, wording.HAPPENED_FIRST),
        ({"well": "", "how": "", **NOTHING_MORE}, wording.GUESS_OR_OUTCOME),
        ({"feared_words": "She goes quiet."}, wording.OTHER_NEEDED),
        ({"on": "2999-01-01"}, pattern.NOT_YET_LIVED),
        ({"on": "1066-10-14"}, wording.DAY_TOO_LONG_AGO),
        ({"on": "soon"}, wording.NOT_A_DAY),
        ({"by_when": "soon"}, wording.NOT_A_DAY),
        ({"job": "library"}, wording.FOR_ONE_ONLY),
        ({"job": "astronaut"}, wording.JOB_NOT_KNOWN),
    ],
)
def test_a_mistake_is_said_kindly_and_nothing_is_lost(
    alice: Somebody, changes: dict[str, str], sentence: Any
) -> None:
    before = fields_of(alice)

    page = alice.client.post(HERE, before | A_ROW | changes)

    assert page.status_code == 422
    assert sentence.id in shown(page)
    back = forms_on(page)[-1]["fields"]
    sent = {name: value for name, value in (before | A_ROW | changes).items() if value}
    lost = {name for name in sent if name in A_ROW and back.get(name, "").strip() != sent[name]}
    assert lost == set()
    assert back["id"] == before["id"]
    assert wording.LEAVE_ROW_OUT.id in shown(page)
    assert alice.store.all(Ask) == alice.store.all(Person) == []


@pytest.mark.parametrize("name", ["name", "saying", "feared_words"])
def test_what_is_too_long_comes_back_whole(alice: Somebody, name: str) -> None:
    long = "long " * 1000

    page = alice.client.post(HERE, fields_of(alice) | A_ROW | {"feared": "other", name: long})

    assert page.status_code == 422
    assert long.strip() in main_of(page)
    assert alice.store.all(Ask) == []


@pytest.mark.parametrize("name", ["well", "likely", "trouble", "next_guess"])
@pytest.mark.parametrize("value", ["11", "-1", "many"])
def test_a_number_off_the_scale_is_not_kept(alice: Somebody, name: str, value: str) -> None:
    page = types_in(alice, **{name: value})

    assert page.status_code == 422
    assert alice.store.all(Ask) == []


# Never twice, and ten in a row


def test_the_same_form_twice_is_one_row(alice: Somebody) -> None:
    sent = fields_of(alice) | A_ROW

    first, second = alice.client.post(HERE, sent), alice.client.post(HERE, sent)

    assert first.headers["Location"] == second.headers["Location"]
    assert len(alice.store.all(Ask)) == len(alice.store.all(Person)) == 1


def test_another_row_from_an_old_page_stands_beside_the_first(alice: Somebody) -> None:
    sent = fields_of(alice) | A_ROW
    alice.client.post(HERE, sent)

    page = alice.client.post(HERE, sent | {"saying": "Could you bring bread?"})

    assert page.status_code == 409
    assert "milk" in shown(page)
    assert "bread" in shown(page)
    mine = next(form for form in forms_on(page) if form["fields"].get("saying"))
    alice.client.post(HERE, mine["fields"])
    assert {ask.words[-6:] for ask in alice.store.all(Ask)} == {" milk?", "bread?"}


def test_another_day_from_an_old_page_is_said_too(alice: Somebody) -> None:
    sent = fields_of(alice) | A_ROW
    alice.client.post(HERE, sent | {"on": "2026-03-02"})

    page = alice.client.post(HERE, sent | {"on": "2026-03-03"})

    assert page.status_code == 409
    assert wording.DAY_IT_WAS.id in shown(page)
    assert only(alice).closed_on == date(2026, 3, 2)


def test_ten_rows_one_after_another(alice: Somebody) -> None:
    alice.keeps(sam())
    fields = fields_of(alice)

    for number in range(10):
        way = alice.client.post(HERE, fields | A_ROW | {"saying": f"The row {number}"})
        fields = forms_on(alice.client.get(way.headers["Location"]))[-1]["fields"]

    assert len(alice.store.all(Ask)) == 10
    page = shown(alice.client.get(HERE))
    assert page.index("The row 9") < page.index("The row 0")


# Whom it was with


def test_the_two_questions_come_after_the_row_of_somebody_new(alice: Somebody) -> None:
    went = types_in(alice, name="Mo")

    person = somebody_new(alice)
    assert went.headers["Location"] == f"{HERE}{person.id}/"
    assert only(alice).person_id == person.id
    assert safety_of(person) is Safety.resting
    page = alice.client.get(went.headers["Location"])
    assert NOTICES["row_kept"].id in shown(page)
    assert {circle.HURT.id, circle.AFRAID.id} <= set(circle_questions(page))


def circle_questions(page: Any) -> list[str]:
    return [one.id for one in (circle.HURT, circle.AFRAID) if one.id in shown(page)]


@pytest.mark.parametrize(
    ("answers", "safety"),
    [
        ({"hurt": "no", "afraid": "embarrassed"}, Safety.free),
        ({"hurt": "not_sure", "afraid": "no"}, Safety.resting),
        ({"hurt": "no", "afraid": "yes"}, Safety.flagged),
    ],
)
def test_their_answers_are_kept(alice: Somebody, answers: dict[str, str], safety: Safety) -> None:
    asked = types_in(alice, name="Mo").headers["Location"]
    alice.client.get(asked)

    went = alice.client.post(asked, answers)

    assert went.headers["Location"] == HERE
    assert safety_of(somebody_new(alice)) is safety
    page = shown(alice.client.get(HERE))
    assert (NOTICES["flagged"].id in page) == (safety is Safety.flagged)


def test_without_an_answer_they_rest(alice: Somebody) -> None:
    asked = types_in(alice, name="Mo").headers["Location"]

    page = alice.client.post(asked, {"hurt": "no"})

    assert page.status_code == 422
    assert circle.AFRAID_NEEDED.id in shown(page)
    assert f'href="{HERE}"' in main_of(page)
    assert safety_of(somebody_new(alice)) is Safety.resting


def test_after_the_last_row_the_questions_lead_back_to_the_tests(alice: Somebody) -> None:
    asked = types_in(alice, name="Mo", last="1").headers["Location"]

    page = alice.client.get(asked)
    went = alice.client.post(asked, {"hurt": "no", "afraid": "no"})

    assert 'href="/tests/"' in main_of(page)
    assert went.headers["Location"] == "/tests/"


def test_who_was_answered_for_is_not_asked_about_again(alice: Somebody) -> None:
    alice.keeps(sam(), rex())

    for person_id in (SAM, REX, only_id(alice)):
        assert alice.client.get(f"{HERE}{person_id}/").headers["Location"] == HERE


def only_id(alice: Somebody) -> str:
    return "5a000000-0000-4000-8000-00000000000f"


def test_a_name_that_is_here_is_that_person(alice: Somebody) -> None:
    alice.keeps(ines())

    went = types_in(alice, name="ines")

    assert went.headers["Location"] == HERE
    assert only(alice).person_id == somebody_new(alice).id


def test_names_are_offered_of_those_who_may_be_brought_up(alice: Somebody) -> None:
    alice.keeps(sam(), rex(), ines(left_out=True))

    page = main_of(alice.client.get(HERE))

    assert 'value="Sam"' in page
    assert "Rex" not in page
    assert "Inés" not in page


def test_what_hurt_gets_a_kind_word(alice: Somebody) -> None:
    alice.keeps(sam())

    page = alice.client.get(types_in(alice, how="it_hurt").headers["Location"])

    assert NOTICES["row_hurt"].id in shown(page)


def test_a_row_with_somebody_new_is_taken_back_with_them(alice: Somebody) -> None:
    types_in(alice, name="Mo")

    alice.client.post(f"{HERE}{only(alice).id}/undo/")

    assert alice.store.all(Ask) == alice.store.all(Person) == []


# Where it is said that a guess was made on paper


def test_a_guess_on_paper_is_marked_wherever_it_is_shown(alice: Somebody) -> None:
    alice.keeps(sam())
    types_in(alice)
    ask, mark = only(alice), wording.ON_PAPER.id

    assert mark in shown(alice.client.get("/tests/"))
    assert mark in shown(alice.client.get(f"/people/{SAM}/"))
    assert mark in shown(alice.client.get("/tests/what-happened/"))
    assert wording.ON_PAPER_BEFORE.id in shown(alice.client.get(f"/tests/{ask.id}/"))
    assert "All guesses here were made on paper." in shown(alice.client.get("/page/"))
    assert "One of these guesses was made on paper." in shown(
        alice.client.get("/tests/what-happened/")
    )


def test_today_says_that_a_guess_that_waits_was_made_on_paper(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(on_paper=True))

    page = shown(alice.client.get("/"))

    assert "You guessed on paper, and typed it in on" in page
    assert "Your guess is locked" not in page


def test_a_guess_that_was_put_away_says_it_as_well(alice: Somebody) -> None:
    alice.keeps(sam(), put_away(on_paper=True))

    page = alice.client.get(f"/tests/{TODAY_WAS_A_LOT}/")

    assert wording.ON_PAPER_BEFORE.id in shown(page)


def test_the_notebook_names_no_hour_that_the_sheet_does_not_have(alice: Somebody) -> None:
    alice.keeps(sam())
    types_in(alice)

    page = shown(alice.client.get("/notebook/"))

    assert "Could you bring milk?" in page
    assert not re.search(r"\d\d:\d\d", page)


def test_no_other_guess_is(alice: Somebody) -> None:
    alice.keeps(sam(), *many(6))

    for address in ("/tests/", f"/people/{SAM}/", "/tests/what-happened/", "/page/"):
        assert "on paper" not in shown(alice.client.get(address))


def test_the_way_there_is_beside_what_already_happened_and_on_the_sheets_page(
    alice: Somebody,
) -> None:
    assert f'href="{HERE}"' in main_of(alice.client.get("/tests/"))
    assert f'href="{HERE}"' in main_of(alice.client.get("/sheet/"))


def test_who_has_no_notebook_open_is_not_led_there(charlie: Any) -> None:
    assert f'href="{HERE}"' not in main_of(charlie.get("/sheet/"))


def test_most_of_what_a_sheet_leaves_out_is_folded_away(alice: Somebody) -> None:
    page = unfolded(alice.client.get(HERE))

    assert wording.ASKED_ON_PAPER.id in page
    assert wording.JOB_FOLD.id not in page
