"""After it happened: a fact first, a kind word after a no, no lesson after it hurt, one record."""

from __future__ import annotations

import re
from datetime import date

import pytest

from beside.around.circle.model import Person
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, AskState, Belief, Happened, Outcome
from beside.kernel.ids import new_id
from tests.support.cast import (
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    hopeful,
    put_away,
    sam,
    when,
)
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"


def kept(alice: Somebody) -> Ask:
    return alice.store.get(Ask, TODAY_WAS_A_LOT)


def test_a_locked_test_shows_the_guess_the_words_and_three_ways(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    page = alice.client.get(HERE)

    for said in ("Your guess is locked.", "Tuesday, 3 March", "3 in 10", "they think less of me"):
        assert said in shown(page)
    assert wording.SAY_IT.id in shown(page)
    assert main_of(page).index("data-copy") < main_of(page).index("It happened")
    for said in ("It happened", "Not yet", "I let it go"):
        assert said in shown(page)
    assert 'data-copy="#say"' in main_of(page)
    assert "textarea" not in main_of(page)


def test_something_to_do_is_not_to_be_copied(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(what=AskKind.accept))

    page = alice.client.get(HERE)

    assert "data-copy" not in main_of(page)
    assert wording.DO_IT.id in shown(page)


def test_a_line_that_the_chip_carries_is_not_shown_as_chosen(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    assert "Vulnerability equals danger" not in shown(alice.client.get(HERE))


def test_a_line_that_was_chosen_is_shown(alice: Somebody) -> None:
    chosen = hopeful().but(belief=Belief.rely_on_myself)
    alice.keeps(sam(), asked_sam(prediction=chosen))

    assert "I can only rely on myself" in shown(alice.client.get(HERE))


def test_not_yet_keeps_it(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.post(f"{HERE}put-off/", {"revision": 1}, follow=True)

    assert "Fine. It keeps." in shown(response)
    assert kept(alice).not_before is not None
    assert kept(alice).state is AskState.locked


def test_let_go_and_picked_up_again_with_the_guess_still_locked(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    away = alice.client.post(f"{HERE}let-go/", {"revision": 1}, follow=True)
    assert "Put away. You can pick it up again." in shown(away)
    assert "Pick it up again" in shown(alice.client.get(HERE))

    back = alice.client.post(f"{HERE}pick-up/", {"revision": 2}, follow=True)
    assert "It is back where it was." in shown(back)
    assert kept(alice).state is AskState.locked
    assert kept(alice).prediction is not None


def test_let_go_twice_is_once(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    codes = [alice.client.post(f"{HERE}let-go/", {"revision": 1}).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert kept(alice).revision == 2


def test_five_large_buttons_say_what_happened(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    page = alice.client.get(f"{HERE}outcome/")

    assert [value for _, value in forms_on(page)[0]["buttons"]] == [how.value for how in Happened]


def test_an_outcome_sent_twice_is_one(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    form = {"revision": 1, "how": "partly"}

    codes = [alice.client.post(f"{HERE}outcome/", form).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert kept(alice).revision == 2
    assert len(alice.store.all(Ask)) == 1


def test_another_outcome_from_an_old_page_shows_both(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "partly"})

    both = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "no"})

    assert both.status_code == 409
    assert "Partly" in shown(both)
    assert "They said no, or turned away" in shown(both)
    outcome = kept(alice).outcome
    assert outcome is not None
    assert outcome.how is Happened.partly


def test_what_happened_can_be_put_right(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no))

    page = alice.client.get(f"{HERE}outcome/")
    assert "noted" in shown(page)
    alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "partly"})

    outcome = kept(alice).outcome
    assert outcome is not None
    assert outcome.how is Happened.partly


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_outcome_before_the_lock_is_refused_in_one_sentence(
    alice: Somebody, method: str
) -> None:
    alice.keeps(sam(), drafted())

    response = getattr(alice.client, method)(f"{HERE}outcome/", {"revision": 1, "how": "no"})

    assert response.status_code == 409
    assert wording.NOT_LOCKED.id in shown(response)
    assert kept(alice).outcome is None


def test_an_outcome_for_one_that_was_put_away_says_what_to_do_first(alice: Somebody) -> None:
    alice.keeps(sam(), put_away())

    response = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "no"})

    assert response.status_code == 409
    assert wording.LET_GO_FIRST.id in shown(response)
    assert kept(alice).outcome is None


@pytest.mark.parametrize("step", ["feared", "again", "land"])
def test_first_comes_what_happened(alice: Somebody, step: str) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.get(f"{HERE}{step}/")

    assert response.status_code == 409
    assert wording.NOT_DONE.id in shown(response)


def test_after_a_no_both_questions_come_and_then_one_sentence(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    first = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "no"})
    second = alice.client.post(f"{HERE}feared/", {"revision": 2, "answer": "yes"})
    third = alice.client.post(f"{HERE}again/", {"revision": 3, "next_guess": "2"}, follow=True)

    assert [one.headers["Location"] for one in (first, second)] == [
        f"{HERE}feared/",
        f"{HERE}again/",
    ]
    assert shown(third).startswith(wording.AFTER_NO.id)
    assert "3 in 10" not in shown(third)
    assert not forms_on(third)


def test_after_no_answer_nothing_is_to_land(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no_answer))

    response = alice.client.post(f"{HERE}again/", {"revision": 1, "next_guess": "0"})

    assert response.headers["Location"] == HERE
    assert wording.AFTER_NO_ANSWER.id in shown(alice.client.get(HERE))
    assert "luck" not in shown(alice.client.get(HERE))
    assert alice.client.get(f"{HERE}land/").headers["Location"] == HERE


def test_after_it_hurt_there_is_no_lesson_and_three_ways(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "it_hurt"}, follow=True)

    page = main_of(response)
    assert shown(response).startswith(wording.AFTER_IT_HURT.id)
    assert 'href="/now/#steady"' in page
    assert 'href="/now/#talk"' in page
    assert f'action="/people/{SAM}/leave-out/"' in page
    assert wording.ONE_TIME.id not in page
    assert "/feared/" not in page


def test_leaving_them_out_is_one_tap(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))
    form = forms_on(alice.client.get(f"{HERE}land/"))[0]

    alice.client.post(form["action"], form["fields"])

    assert alice.store.get(Person, SAM).left_out
    assert "leave-out" not in main_of(alice.client.get(f"{HERE}land/"))


def test_the_other_questions_wait_on_the_page_after_it_hurt(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))

    page = main_of(alice.client.get(HERE))

    assert wording.AFTER_IT_HURT.id in page
    fold = page.index(f"<summary>{wording.OTHER_QUESTIONS.id}")
    assert fold < page.index(f'class="btn flat" href="{HERE}feared/"')
    assert fold < page.index(f'class="btn flat" href="{HERE}again/"')
    assert page.count('class="btn"') == 1


def test_after_no_answer_that_nobody_can_tell_comes_first(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no_answer))

    page = alice.client.get(f"{HERE}feared/")

    answers = [value for _, value in forms_on(page)[0]["buttons"]]
    assert answers == ["cant_tell", "no", "a_bit", "yes"]
    assert wording.NO_ANSWER.id in shown(page)


@pytest.mark.parametrize("how", [Happened.no, Happened.it_hurt])
def test_nobody_speaks_of_luck_after_a_no(alice: Somebody, how: Happened) -> None:
    alice.keeps(sam(), happened(how))

    for page in ("", "again/"):
        said = shown(alice.client.get(f"{HERE}{page}"))
        assert wording.ONE_TIME_SHORT.id in said
        assert "luck" not in said


def test_the_picture_holds_a_guess_and_one_event_and_no_way_between(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no))

    page = main_of(alice.client.get(HERE))

    picture = page[page.index('<svg viewBox="0 0 300 32"') :]
    assert picture.count("<circle") == 2
    assert 'class="they" d=' not in picture
    assert wording.GUESS_SCALE.id in page


def test_the_guess_for_next_time_is_asked_once_a_tap(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    buttons = forms_on(alice.client.get(f"{HERE}again/"))[0]["buttons"]

    assert buttons == [("next_guess", str(number)) for number in range(11)]


@pytest.mark.parametrize(
    ("step", "form"), [("feared", {"answer": "maybe"}), ("again", {"next_guess": "11"})]
)
def test_an_answer_that_is_none_is_refused(
    alice: Somebody, step: str, form: dict[str, str]
) -> None:
    alice.keeps(sam(), happened())

    response = alice.client.post(f"{HERE}{step}/", {"revision": 1, **form})

    assert response.status_code == 422
    assert kept(alice).revision == 1


def test_a_line_that_is_too_long_is_all_still_there(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    line = "w" * 2001

    response = alice.client.post(f"{HERE}land/", {"revision": 1, "landed": line})

    assert response.status_code == 422
    assert line in main_of(response)


def test_the_feared_thing_without_a_guess_has_nothing_to_compare(alice: Somebody) -> None:
    alice.keeps(happened(prediction=None, locked=None))

    response = alice.client.get(f"{HERE}feared/")

    assert response.status_code == 409
    assert wording.NO_GUESS_TO_HOLD.id in shown(response)


def test_a_comparison_holds_both_sides_and_says_how_little_one_is(alice: Somebody) -> None:
    outcome = Outcome(how=Happened.took_it_well, next_guess=60, landed="It was <quiet>.")
    alice.keeps(sam(), happened(outcome=outcome))

    page = alice.client.get(HERE)

    said = shown(page)
    assert "Your guess: 3 in 10. It happened: they took it well." in said
    assert wording.ONE_TIME.id in said
    assert wording.NOT_KNOWN.id in said
    assert "It was &lt;quiet&gt;." in main_of(page)
    assert "%" not in said


def test_already_happened_needs_words_and_a_fact(alice: Somebody) -> None:
    response = alice.client.post("/tests/happened/", {"id": str(new_id()), "saying": ""})

    assert response.status_code == 422
    assert wording.WORDS_NEEDED.id in shown(response)
    assert wording.HOW_NEEDED.id in shown(response)
    assert not alice.store.all(Ask)


def test_already_happened_sent_twice_is_one(alice: Somebody) -> None:
    form = {"id": str(new_id()), "saying": "A lift", "how": "no"}

    places = [alice.client.post("/tests/happened/", form).headers["Location"] for _ in range(2)]

    assert places[0] == places[1]
    assert places[0].endswith("/land/")
    assert len(alice.store.all(Ask)) == 1


def test_deleting_asks_once(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    assert "gone for good" in shown(alice.client.get(f"{HERE}delete/"))
    assert alice.store.all(Ask)
    response = alice.client.post(f"{HERE}delete/", follow=True)

    assert "Removed." in shown(response)
    assert not alice.store.all(Ask)


def test_open_ones_stand_first_and_then_the_newest(alice: Somebody) -> None:
    alice.keeps(
        sam(),
        happened(words="This is over. Really."),
        asked_sam(id=new_id(), words="This is locked. Really."),
        drafted(id=new_id(), words="This is a draft. Really.", person_id=None),
        happened(words="Unplanned. Really.", id=new_id(), person_id=None, prediction=None),
        put_away(id=new_id(), words="This was let go.", closed=when(date(2026, 3, 9))),
    )

    page = shown(alice.client.get("/tests/"))

    for one, other in [("is locked", "let go"), ("a draft", "let go"), ("let go", "is over")]:
        assert page.index(one) < page.index(other)
    assert "nobody by name" in page


def test_an_empty_list_has_two_ways_to_begin(alice: Somebody) -> None:
    page = shown(alice.client.get("/tests/"))

    assert wording.NONE_YET.id in page
    assert "One small test" in page
    assert "It already happened" in page


def test_many_that_are_over_stand_on_several_pages(alice: Somebody) -> None:
    alice.keeps(*(happened(id=new_id(), words=f"Number {n}.", person_id=None) for n in range(31)))

    first, second = (main_of(alice.client.get("/tests/", {"page": n})) for n in (1, 2))

    assert (first.count('class="row"'), second.count('class="row"')) == (30, 1)
    assert "?page=2" in first


@pytest.mark.parametrize(
    "path", ["", "new/", f"{TODAY_WAS_A_LOT}/", f"{TODAY_WAS_A_LOT}/outcome/", "happened/"]
)
def test_our_own_words_on_one_screen_are_few(alice: Somebody, path: str) -> None:
    alice.keeps(sam(), asked_sam(words="w"))

    said = shown(alice.client.get(f"/tests/{path}"))

    assert len([word for word in said.split() if not word.isdigit()]) <= 97


def test_the_guess_is_one_screen_of_few_words(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(words="w"))

    page = main_of(alice.client.get(f"{HERE}guess/"))

    folded = [part.split("</details>")[0] for part in page.split("</summary>")[1:]]
    for part in folded:
        page = page.replace(part, " ")
    words = [word for word in re.sub(r"<[^>]+>", " ", page).split() if not word.isdigit()]
    assert len(words) <= 97
