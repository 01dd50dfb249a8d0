"""After it happened: a fact first, a kind word after a no, no lesson after it hurt, one record."""

from __future__ import annotations

import re
from datetime import date

import pytest

from beside.around.circle.model import Job, Person
from beside.journey.pattern import wording as pattern
from beside.journey.practice import readings, wording
from beside.journey.practice.afterwards import More
from beside.journey.practice.model import (
    Again,
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Closeness,
    FearedHappened,
    Happened,
    Outcome,
    StillSo,
)
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from tests.support.cast import (
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    hopeful,
    jo,
    put_away,
    rex,
    sam,
    when,
)
from tests.support.forms import forms_on, main_of, shown, unfolded
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
    for said in ("Say it or send it", "It happened", "Not yet", "I let it go"):
        assert said in shown(page)
    assert "textarea" not in main_of(page)


def test_something_to_do_is_not_to_be_sent(alice: Somebody) -> None:
    to_do = "Take the next small offer, without paying it back."
    alice.keeps(sam(), asked_sam(what=AskKind.accept, words=to_do))

    page = alice.client.get(HERE)

    assert "Say it or send it" not in shown(page)
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
    assert wording.RESTS_NOW.id not in unfolded(third)
    assert not forms_on(third)


def test_other_things_it_could_mean_stand_in_a_fold_that_is_shut(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no))

    for path in ("", "land/"):
        page = main_of(alice.client.get(f"{HERE}{path}"))
        fold = page.index(f"<summary>{readings.OTHER_THINGS.id}")
        assert "<details open" not in page
        assert all(page.index(one.id) > fold for one in readings.AFTER_A_NO)


@pytest.mark.parametrize("how", [Happened.took_it_well, Happened.partly, Happened.it_hurt])
def test_nothing_else_is_read_into_what_went_well_or_what_hurt(
    alice: Somebody, how: Happened
) -> None:
    alice.keeps(sam(), happened(how))

    assert readings.OTHER_THINGS.id not in shown(alice.client.get(HERE))


@pytest.mark.parametrize("how", [Happened.no, Happened.no_answer])
def test_somebody_who_is_flagged_is_not_excused(alice: Somebody, how: Happened) -> None:
    alice.keeps(rex(id=SAM), happened(how))

    said = shown(alice.client.get(HERE))

    assert readings.OTHER_THINGS.id not in said
    assert readings.YOU_CAN.id not in said


def test_no_answer_can_be_waited_for(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no_answer))

    said = shown(alice.client.get(HERE))

    assert f"{wording.AFTER_NO_ANSWER.id} {readings.YOU_CAN.id}" in said


def test_after_no_answer_nothing_is_to_land(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.no_answer))

    response = alice.client.post(f"{HERE}again/", {"revision": 1, "next_guess": "0"})

    assert response.headers["Location"] == f"{HERE}one/"
    assert wording.AFTER_NO_ANSWER.id in shown(alice.client.get(HERE))
    assert "luck" not in shown(alice.client.get(HERE))
    assert alice.client.get(f"{HERE}land/").headers["Location"] == HERE


def test_after_it_hurt_care_comes_first_and_then_one_question(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "it_hurt"}, follow=True)

    page = main_of(response)
    assert shown(response).startswith(wording.AFTER_IT_HURT.id)
    places = [
        page.index(one)
        for one in (
            'href="/now/#steady"',
            'href="/now/#talk"',
            wording.LEAVE_OUT_ASKED.id,
            f'action="/people/{SAM}/leave-out/"',
            f'href="/">{wording.NOT_NOW.id}',
        )
    ]
    assert places == sorted(places)
    assert wording.ONE_TIME.id not in page
    assert "/feared/" not in page
    assert "textarea" not in page


@pytest.mark.parametrize(
    "person",
    [rex(id=SAM), jo(id=SAM), sam(left_out=True), None],
    ids=["flagged", "resting", "left out", "taken out"],
)
def test_whoever_is_not_brought_up_anyway_is_not_asked_about(
    alice: Somebody, person: Person | None
) -> None:
    alice.keeps(*([person] if person else []), happened(Happened.it_hurt))

    for page in ("", "land/"):
        said = shown(alice.client.get(f"{HERE}{page}"))
        assert wording.LEAVE_OUT_ASKED.id not in said
        assert wording.DONE_FOR_TODAY.id in said


def test_leaving_them_out_is_one_tap(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))
    (form,) = forms_on(alice.client.get(f"{HERE}land/"))

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


def test_what_ring_and_dot_mean_is_said_once(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    page = main_of(alice.client.get(HERE))

    assert page.count('class="dot s"') == page.count('class="dot o"') == 1
    assert wording.YOUR_GUESS_SCALE.id in page


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
    assert wording.THEIRS_TO_SAY.id in said
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


def test_already_happened_may_be_with_somebody_whose_job_it_is(alice: Somebody) -> None:
    form = {"id": str(new_id()), "saying": "A form", "how": "partly"}

    alice.client.post("/tests/happened/", form | {"job": "library", "channel": "face_to_face"})

    (ask,) = alice.store.all(Ask)
    assert (ask.job, ask.channel, ask.prediction) == (Job.library, Channel.face_to_face, None)


def test_already_happened_is_with_one_of_them(alice: Somebody) -> None:
    alice.keeps(sam())
    form = {"id": str(new_id()), "saying": "A form", "how": "partly"}

    both = alice.client.post("/tests/happened/", form | {"job": "library", "person_id": str(SAM)})

    assert both.status_code == 422
    assert wording.FOR_ONE_ONLY.id in shown(both)
    assert '<details class="more" open>' in main_of(both)
    assert not alice.store.all(Ask)


def test_already_happened_is_kept_on_the_day_it_was(alice: Somebody) -> None:
    form = {"id": str(new_id()), "saying": "A form", "how": "partly"}

    for _ in range(2):
        alice.client.post("/tests/happened/", form | {"on": "2026-03-01"})

    (ask,) = alice.store.all(Ask)
    assert (ask.closed_on, ask.revision) == (date(2026, 3, 1), 1)
    other = alice.client.post("/tests/happened/", form | {"on": "2026-02-01"})
    assert other.status_code == 409
    for said in ("Sunday, 1 March 2026", "Sunday, 1 February 2026"):
        assert said in shown(other)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("9999-01-01", pattern.NOT_YET_LIVED),
        ("0203-03-01", wording.DAY_TOO_LONG_AGO),
        ("yesterday", wording.NOT_A_DAY),
    ],
)
def test_a_day_that_cannot_be_the_one_is_said_and_the_rest_comes_back(
    alice: Somebody, on: str, said: Sentence
) -> None:
    form = {"id": str(new_id()), "saying": "A form", "how": "partly", "on": on}

    response = alice.client.post("/tests/happened/", form)

    assert response.status_code == 422
    assert said.id in shown(response)
    assert forms_on(response)[0]["fields"]["saying"].strip() == "A form"
    assert not alice.store.all(Ask)


@pytest.mark.parametrize("person", [rex(), jo()], ids=["flagged", "resting"])
def test_what_happened_with_somebody_to_be_careful_with_is_not_to_land(
    alice: Somebody, person: Person
) -> None:
    alice.keeps(person)
    form = {"id": str(new_id()), "saying": "A form", "how": "took_it_well"}

    page = alice.client.post("/tests/happened/", form | {"person_id": str(person.id)}, follow=True)

    assert page.redirect_chain == [(f"/tests/{form['id']}/", 303)]
    assert wording.LAND_LATER.id not in shown(page)


# After it hurt, what was said before

ROSY = Outcome(
    how=Happened.it_hurt,
    feared_happened=FearedHappened.no,
    next_guess=60,
    landed="It was warm.",
    closeness=Closeness.nearer,
    again=Again.yes,
    fluke="Luck.",
    kept_line="They did not mind.",
)


def test_what_was_said_before_it_hurt_stands_in_one_closed_fold(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=ROSY))

    page = alice.client.get(HERE)

    for said in ("3 in 10 then, 6 in 10 now", "nearer", ROSY.landed, ROSY.kept_line, ROSY.fluke):
        assert said not in unfolded(page)
        assert shown(page).count(said) == 1
    assert shown(page).count(wording.SAID_SINCE.id) == 1
    assert '<details class="more" open' not in main_of(page)


def test_all_that_was_said_before_it_hurt_can_be_taken_away(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=ROSY))

    page = alice.client.get(f"{HERE}more/")
    fields = forms_on(page)[0]["fields"]

    assert wording.KEPT_LINE_HINT.id not in shown(page)
    assert fields["landed"].strip() == ROSY.landed
    assert fields["next_guess"] == "6"
    alice.client.post(f"{HERE}more/", {"revision": 1})
    assert kept(alice).outcome == Outcome(how=Happened.it_hurt)


def test_what_is_left_in_it_stays_as_it_was(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=ROSY))
    fields = forms_on(alice.client.get(f"{HERE}more/"))[0]["fields"]

    alice.client.post(f"{HERE}more/", fields)

    assert kept(alice).outcome == ROSY


@pytest.mark.parametrize("person", [rex(id=SAM), jo(id=SAM)], ids=["flagged", "resting"])
def test_a_next_time_with_somebody_to_be_careful_with_is_folded_away(
    alice: Somebody, person: Person
) -> None:
    alice.keeps(person, happened(outcome=Outcome(how=Happened.took_it_well, next_guess=60)))

    page = alice.client.get(HERE)

    assert wording.ROW_NEXT.id not in unfolded(page)
    assert shown(page).count(wording.ROW_NEXT.id) == 1


def test_words_that_went_with_a_hurt_are_not_offered_for_next_time(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt, words="My own words."))

    assert wording.KEEP_FOR_NEXT.id not in shown(alice.client.get(HERE))


# The guess, once it is over


def test_the_whole_guess_is_folded_away_beside_what_happened(alice: Somebody) -> None:
    more = hopeful().but(observable="She sighs <once>.", how_bad=70, partly_right="A pause.")
    alice.keeps(sam(), happened(prediction=more))

    page = alice.client.get(HERE)

    assert wording.GUESS_IN_FULL.id in unfolded(page)
    assert "She sighs &lt;once&gt;." in main_of(page)
    for said in ("She sighs", "A pause.", "7 out of 10", wording.ROW_HARD.id):
        assert said not in unfolded(page)
        assert said in shown(page)


def test_without_a_guess_there_is_none_to_unfold(alice: Somebody) -> None:
    alice.keeps(sam(), happened(prediction=None, locked=None))

    assert wording.GUESS_IN_FULL.id not in shown(alice.client.get(HERE))


@pytest.mark.parametrize(("suds", "said"), [(30, "a bit"), (40, "4 out of 10")])
def test_how_hard_it_was_stands_in_a_locked_guess(alice: Somebody, suds: int, said: str) -> None:
    alice.keeps(sam(), asked_sam(prediction=hopeful().but(suds=suds)))

    assert f"{wording.ROW_HARD.id} {said}" in shown(alice.client.get(HERE))


# Add more


def test_more_waits_on_a_page_of_its_own(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    assert f'class="btn flat" href="{HERE}more/"' in main_of(alice.client.get(HERE))
    page = main_of(alice.client.get(f"{HERE}more/"))
    assert [name for name in More if f'name="{name}"' not in page] == [
        More.landed,
        More.next_guess,
        More.feared_happened,
    ]
    assert '<details class="more" open' not in page


def test_how_it_went_out_can_be_said_afterwards(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    page = main_of(alice.client.get(HERE))
    assert page.index(f"<summary>{wording.HOW_IT_WENT_OUT.id}") < page.index('name="channel"')

    said = {"revision": 1, "channel": "call"}
    after = alice.client.post(f"{HERE}channel/", said, follow=True)

    assert kept(alice).channel is Channel.call
    assert "in a call" in shown(after)


def test_after_it_hurt_nobody_asks_how_it_went_out(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))

    assert wording.HOW_IT_WENT_OUT.id not in shown(alice.client.get(HERE))


def test_nothing_of_it_is_needed(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    response = alice.client.post(f"{HERE}more/", {"revision": 1})

    assert response.headers["Location"] == HERE
    assert kept(alice).outcome == happened().outcome


def test_what_was_said_stands_on_the_page_and_can_be_changed(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    said = {"worst": "6", "surprise": "8", "again": "no", "closeness": "nearer"}
    words = {"fluke": "He was <i>on holiday</i>.", "kept_line": "They did not mind."}

    page = alice.client.post(f"{HERE}more/", {"revision": 1, **said, **words}, follow=True)

    outcome = kept(alice).outcome
    assert outcome is not None
    assert (outcome.worst, outcome.surprise, outcome.coped) == (60, 80, None)
    assert "3 out of 10 6 out of 10" in shown(page)
    assert "8 out of 10" in shown(page)
    assert "He was &lt;i&gt;on holiday&lt;/i&gt;." in main_of(page)
    assert "They did not mind." in shown(page)
    again = main_of(alice.client.get(f"{HERE}more/"))
    assert re.search(r'name="worst" value="6"[^>]*checked', again)
    assert again.count('<details class="more" open>') == 2
    alice.client.post(f"{HERE}more/", {"revision": 2, **words, "worst": ""})
    outcome = kept(alice).outcome
    assert outcome is not None
    assert (outcome.worst, outcome.again, outcome.kept_line) == (None, None, "They did not mind.")


def test_a_line_is_looked_at_again_where_one_was_tested(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    assert "“Vulnerability equals danger”: how true" in shown(alice.client.get(f"{HERE}more/"))

    no_line = happened(id=new_id(), prediction=None, locked=None)
    alice.keeps(no_line)
    assert "line_after" not in main_of(alice.client.get(f"/tests/{no_line.id}/more/"))


def test_after_it_hurt_more_is_about_the_person_and_no_lesson(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))

    page = main_of(alice.client.get(f"{HERE}more/"))

    for name in ("kept_line", "again", "fluke", "line_after", "surprise"):
        assert f'name="{name}"' not in page
    for name in ("worst", "coped", "closeness"):
        assert f'name="{name}"' in page


def test_more_that_is_too_long_is_all_still_there(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    line = "w" * 2001

    response = alice.client.post(f"{HERE}more/", {"revision": 1, "kept_line": line, "worst": "6"})

    assert response.status_code == 422
    assert line in main_of(response)
    assert re.search(r'name="worst" value="6"[^>]*checked', main_of(response))
    assert kept(alice).revision == 1


def test_two_windows_with_more_show_both(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    alice.client.post(f"{HERE}more/", {"revision": 1, "kept_line": "One line."})

    both = alice.client.post(f"{HERE}more/", {"revision": 1, "kept_line": "Another line."})

    assert both.status_code == 409
    assert "One line." in shown(both)
    assert "Another line." in shown(both)


# Bad input


def test_a_guess_sent_after_the_outcome_is_said_to_be_too_late(alice: Somebody) -> None:
    alice.keeps(sam(), happened())
    guess = {
        "saying": "Today was a lot.",
        "well": "9",
        "feared": "they_sigh",
        "likely": "1",
        "trouble": "0",
        "hard": "10",
    }

    response = alice.client.post(f"{HERE}guess/", {"revision": 1, **guess})

    assert response.status_code == 409
    assert wording.ALREADY_DONE.id in shown(response)
    assert kept(alice).prediction == hopeful()


@pytest.mark.parametrize(
    ("step", "form"),
    [
        ("outcome", {"how": "partly"}),
        ("feared", {"answer": "no"}),
        ("again", {"next_guess": "4"}),
        ("land", {"landed": "It was quiet."}),
        ("more", {"kept_line": "It was quiet."}),
        ("line", {"answer": "yes"}),
    ],
)
def test_what_was_deleted_meanwhile_is_said_and_what_was_typed_is_there(
    alice: Somebody, step: str, form: dict[str, str]
) -> None:
    alice.keeps(sam(), happened())
    alice.client.post(f"{HERE}delete/")

    response = alice.client.post(f"{HERE}{step}/", {"revision": 1, **form})

    assert response.status_code == 404
    assert wording.NOT_THERE.id in shown(response)
    if step in ("land", "more"):
        assert "It was quiet." in main_of(response)
    assert not alice.store.all(Ask)


# A line that comes back


LINE = Outcome(how=Happened.took_it_well, landed="It was quiet.")


def test_a_line_is_answered_with_one_tap(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=LINE))

    codes = [
        alice.client.post(f"{HERE}line/", {"revision": 1, "answer": "yes"}).status_code
        for _ in range(2)
    ]

    assert codes == [303, 303]
    back = kept(alice).line_back
    assert back is not None
    assert StillSo.yes in (back.after_3, back.after_30)
    assert kept(alice).revision == 2


def test_a_line_that_is_gone_is_not_answered(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    response = alice.client.post(f"{HERE}line/", {"revision": 1, "answer": "yes"})

    assert response.status_code == 409
    assert wording.NO_LINE.id in shown(response)


def test_two_answers_to_a_line_show_both(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=LINE))
    alice.client.post(f"{HERE}line/", {"revision": 1, "answer": "yes"})

    both = alice.client.post(f"{HERE}line/", {"revision": 1, "answer": "put_away"})

    assert both.status_code == 409
    assert "It fits" in shown(both)
    assert "Put it away" in shown(both)


def test_an_answer_that_is_none_leads_back_to_today(alice: Somebody) -> None:
    alice.keeps(sam(), happened(outcome=LINE))

    response = alice.client.post(f"{HERE}line/", {"revision": 1, "answer": "maybe"})

    assert response.headers["Location"] == "/"
    assert kept(alice).revision == 1


# The list


@pytest.mark.parametrize(
    "person", [rex(id=SAM), jo(id=SAM), sam(left_out=True)], ids=["flagged", "resting", "left out"]
)
def test_open_ones_with_people_who_rest_stand_in_a_fold(alice: Somebody, person: Person) -> None:
    alice.keeps(person, asked_sam(words="This rests. Really."))

    page = main_of(alice.client.get("/tests/"))

    assert page.index(f"<summary>{wording.WITH_REST.id}") < page.index("This rests.")
    assert wording.NONE_YET.id not in page
    assert '<details class="more" open' not in page


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

    said = unfolded(alice.client.get(f"/tests/{path}"))

    assert len([word for word in said.split() if not word.isdigit()]) <= 97


def test_the_guess_is_one_screen_of_few_words(alice: Somebody) -> None:
    alice.keeps(sam(), drafted(words="w"))

    said = unfolded(alice.client.get(f"{HERE}guess/"))

    assert len([word for word in said.split() if not word.isdigit()]) <= 97
