"""A first visit: in memory alone, every answer a button, every ending by the answers."""

import re

import pytest

from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.journey.pattern.model import Line, Nearest, Offer, Reflection
from beside.journey.practice.model import Ask, AskState
from beside.keeping.accounts.models import Account
from beside.keeping.accounts.visits import HALF_AN_HOUR, visits
from beside.keeping.vault.models import SealedRow
from beside.pages.front.opened import COOKIE
from tests.support.people import HERE

PATTERN = {
    "phone": "no",
    "nearest": "snapped",
    "choice": "felt_like_no_other_way",
    "offer": "a_part",
    "line": "rely_on_myself",
}
GUESS = {"well": "3", "feared": "they_sigh", "likely": "6", "trouble": "5", "hard": "30"}
SAFE = {"name": "Sam", "hurt": "no", "afraid": "embarrassed"}


def visit(client):
    return visits.of(client.cookies[COOKIE].value, now=steady())


def steady():
    from beside.keeping.accounts.sessions import steady as clock

    return clock()


def answer(client, **answers):
    client.post("/start/")
    for name, given in answers.items():
        last = client.post(f"/start/{name}/", {"answer": given})
    return last


def lock_a_guess(client, **changes):
    answer(client, **PATTERN)
    client.post("/start/test/", {"template": "today_was_a_lot"})
    client.post("/start/who/", SAFE)
    words = visit(client).store.all(Ask)[0].words
    return client.post("/start/guess/", {"saying": words, **GUESS, **changes})


def keep(client):
    page = client.get("/keep/", follow=True)
    six = re.search(r'name="six" value="([a-z -]+)"', page.content.decode())
    draw = re.search(r'name="draw" value="(\d+)"', page.content.decode())
    return client.post("/keep/", {"six": six[1], "draw": draw[1]})


def text_of(answer):
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


@pytest.fixture
def nobody(charlie, transactional_db):
    return charlie


def test_six_taps_lead_to_what_was_said(nobody):
    assert answer(nobody, **PATTERN)["Location"] == "/start/said/"

    said = " ".join(text_of(nobody.get("/start/said/")).split())

    assert "You snapped, or shut down. It felt like there was no other way." in said
    assert "The line was: “I can only rely on myself.”" in said
    assert "It is a way of staying safe, not a flaw." in said


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"choice": "no_other_way"}, "It may be the situation, not you."),
        ({"nearest": "nobody_to_ask"}, "It may be the situation, not you."),
        ({"offer": "no_one_safe"}, "It may be the situation, not you."),
        ({"choice": "chose_to", "offer": "yes"}, "You may not need this."),
        ({"line": "none"}, "Many people learn to do it alone when that keeps them safe."),
        (dict.fromkeys(PATTERN, "skipped"), "Not much, and that is fine."),
    ],
)
def test_every_ending_fits_the_answers(nobody, changes, says):
    answer(nobody, **{**PATTERN, **changes})

    assert says in text_of(nobody.get("/start/said/"))


def test_the_phone_that_is_looked_through_has_one_screen_more(nobody):
    assert answer(nobody, phone="yes")["Location"] == "/start/quietly/"
    assert answer(nobody, phone="maybe")["Location"] == "/start/nearest/"


def test_who_looks_around_is_asked_about_the_last_time(nobody):
    answer(nobody, phone="no", nearest="looking_around")

    assert "Doing it alone, the last time" in text_of(nobody.get("/start/choice/"))


def test_an_answer_can_be_changed(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/line/", {"answer": "none"})
    nobody.post("/start/line/", {"answer": "skipped"})

    (kept,) = visit(nobody).store.all(Reflection)
    assert kept.line is None
    assert kept.nearest is Nearest.snapped


def test_an_answer_that_is_none_shows_the_question_again(nobody):
    answer(nobody, phone="no")

    refused = nobody.post("/start/nearest/", {"answer": "<b>"})

    assert refused.status_code == 422
    assert "What is closest to today?" in refused.content.decode()


def test_a_guess_is_really_locked(nobody):
    assert lock_a_guess(nobody)["Location"] == "/keep/"

    nobody.post("/start/guess/", {"saying": "other", **GUESS, "well": "9"})
    nobody.post("/start/test/", {"template": "i_snapped"})
    nobody.post("/start/who/", {**SAFE, "name": "Ines"})

    (ask,) = visit(nobody).store.all(Ask)
    assert ask.state is AskState.locked
    assert ask.prediction.well == 30


@pytest.mark.parametrize(
    ("answers", "safety"),
    [
        ({"hurt": "yes"}, Safety.flagged),
        ({"afraid": "yes"}, Safety.flagged),
        ({"hurt": "not_sure"}, Safety.resting),
    ],
)
def test_nobody_who_may_be_unsafe_is_guessed_about(nobody, answers, safety):
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"template": "today_was_a_lot"})

    told = nobody.post("/start/who/", {**SAFE, **answers})

    assert told.status_code == 422
    assert "You can choose someone else." in told.content.decode()
    (person,) = visit(nobody).store.all(Person)
    assert safety_of(person) is safety
    assert visit(nobody).store.all(Ask)[0].person_id is None


def test_a_slip_on_the_two_questions_can_be_corrected(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"template": "today_was_a_lot"})
    nobody.post("/start/who/", {**SAFE, "hurt": "yes"})

    assert nobody.post("/start/who/", SAFE)["Location"] == "/start/guess/"

    (person,) = visit(nobody).store.all(Person)
    assert safety_of(person) is Safety.free


def test_it_works_with_nobody_at_all(nobody):
    answer(nobody, **{**PATTERN, "nearest": "nobody_to_ask"})

    assert nobody.post("/start/jobs/", {"job": "library"})["Location"] == "/start/guess/"
    words = visit(nobody).store.all(Ask)[0].words
    assert nobody.post("/start/guess/", {"saying": words, **GUESS})["Location"] == "/keep/"


def test_too_much_is_not_set_up(nobody):
    refused = lock_a_guess(nobody, hard="90")

    assert "Then not this one today." in refused.content.decode()
    assert visit(nobody).store.all(Ask)[0].state is AskState.drafted


def test_very_hard_offers_a_smaller_one_first(nobody):
    assert "That is very hard for today." in lock_a_guess(nobody, hard="70").content.decode()
    words = visit(nobody).store.all(Ask)[0].words

    nobody.post("/start/guess/", {"saying": words, **GUESS, "hard": "70", "although_hard": "1"})

    assert visit(nobody).store.all(Ask)[0].state is AskState.locked


def test_keeping_carries_everything_over(nobody):
    lock_a_guess(nobody)
    before = {record.id: record for record in visit(nobody).store.every()}

    kept = keep(nobody)

    assert kept["Location"] == "/"
    page = nobody.get("/tests/")
    assert "Today was a lot." in page.content.decode()
    assert SealedRow.objects.count() >= len(before)
    assert nobody.get("/start/nearest/")["Location"] == "/"


def test_a_phone_that_may_be_looked_through_locks_sooner(nobody):
    answer(nobody, **{**PATTERN, "phone": "maybe"})
    keep(nobody)

    page = nobody.get("/settings/preferences/").content.decode()

    assert re.search(r'value="10"[^>]*checked', page)


def test_nothing_is_written_down_before_that(nobody):
    lock_a_guess(nobody)

    assert Account.objects.count() == 0
    assert SealedRow.objects.count() == 0


def test_keeping_nothing_leaves_nothing(nobody):
    lock_a_guess(nobody)
    held = visit(nobody)

    answer_ = nobody.post("/start/nothing/")

    assert answer_["Location"] == "/start/nothing/"
    assert held.said == {}
    assert list(held.store.every()) == []
    assert nobody.cookies[COOKIE].value == ""
    assert set(nobody.cookies) <= {COOKIE, "__Host-csrf"}
    assert "Nothing was kept." in nobody.get("/start/nothing/").content.decode()


def test_leaving_the_page_forgets_it_too(nobody):
    lock_a_guess(nobody)
    held = visit(nobody)

    nobody.get("/leave/")

    assert held.said == {}


def test_after_half_an_hour_it_is_forgotten_and_what_was_typed_is_shown(nobody):
    answer(nobody, **PATTERN)
    visit(nobody).since -= HALF_AN_HOUR + 1

    late = nobody.post("/start/test/", {"saying": "It was a long day."})

    assert late.status_code == 410
    assert "It was a long day." in late.content.decode()
    assert nobody.get("/start/said/")["Location"] == "/"


def test_what_one_visitor_says_no_other_sees(nobody):
    answer(nobody, **PATTERN)
    other = nobody.__class__(**HERE)
    answer(other, phone="no")

    assert "You snapped" not in other.get("/start/said/").content.decode()


def test_whoever_has_a_notebook_open_goes_to_it(alice):
    assert alice.client.post("/start/")["Location"] == "/"
    assert alice.client.get("/start/nearest/")["Location"] == "/"


def test_hostile_words_come_out_as_typed(nobody):
    hostile = "<script>alert(1)</script> \u202e🙂 " + "x" * 3_000
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"saying": hostile})
    nobody.post("/start/who/", SAFE)

    page = nobody.get("/start/guess/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \u202e🙂" in page


@pytest.mark.parametrize("line", Line)
@pytest.mark.parametrize("offer", [Offer.yes, Offer.a_part])
def test_every_line_is_said_back(nobody, line, offer):
    answer(nobody, **{**PATTERN, "line": line.value, "offer": offer.value})

    assert nobody.get("/start/said/").status_code == 200


def test_starting_begins_anew_for_whoever_comes_next(nobody):
    answer(nobody, **PATTERN)

    nobody.post("/start/")

    assert "You snapped" not in nobody.get("/start/said/").content.decode()


def test_whoever_turned_somebody_away_is_not_told_that_they_let_people_in(nobody):
    answer(nobody, **{**PATTERN, "nearest": "said_no", "choice": "chose_to", "offer": "yes"})

    assert "You may not need this." not in nobody.get("/start/said/").content.decode()


def test_the_guess_shows_what_is_asked_and_of_whom(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"template": "today_was_a_lot"})
    nobody.post("/start/who/", SAFE)

    page = nobody.get("/start/guess/").content.decode()

    assert ">Sam</bdi>" in page
    assert "I wanted you to know.</p>" in page


def test_other_words_keep_whom_they_are_for(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"template": "today_was_a_lot"})
    nobody.post("/start/who/", SAFE)

    nobody.post("/start/test/", {"template": "i_snapped"})

    (ask,) = visit(nobody).store.all(Ask)
    assert ask.person_id is not None


def test_too_much_and_back_loses_nothing(nobody):
    lock_a_guess(nobody, hard="90", saying="In my own words.")

    page = nobody.post(
        "/start/guess/", {"saying": "In my own words.", **GUESS, "back": "1"}
    ).content.decode()

    assert "In my own words." in page
    assert re.search(r'name="likely" value="6"[^>]*checked', page)


def test_a_smaller_one_for_somebody_whose_job_it_is_is_of_that_sort(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/jobs/", {"job": "library"})
    words = visit(nobody).store.all(Ask)[0].words

    page = nobody.post("/start/guess/", {"saying": words, **GUESS, "hard": "90"})

    assert 'href="/start/jobs/"' in page.content.decode()


def test_the_six_words_stay_the_same_on_every_way_back_to_them(nobody):
    answer(nobody, **PATTERN)

    first = nobody.get("/keep/")["Location"]

    assert nobody.get("/keep/")["Location"] == first
    assert nobody.get("/keep/?other=1")["Location"] != first


def test_what_was_locked_stands_above_the_six_words(nobody):
    lock_a_guess(nobody)

    page = nobody.get("/keep/", follow=True).content.decode()

    assert "I wanted you to know.</p>" in page


@pytest.mark.parametrize("phone", ["maybe", "yes", "skipped"])
def test_on_a_phone_that_is_looked_through_no_page_has_a_name(nobody, phone):
    answer(nobody, phone=phone)

    assert "<title>Notes</title>" in nobody.get("/keep/", follow=True).content.decode()


def test_somebody_who_was_hurt_finds_lines_for_it(nobody):
    answer(nobody, **PATTERN)
    nobody.post("/start/test/", {"template": "today_was_a_lot"})

    told = nobody.post("/start/who/", {**SAFE, "hurt": "yes"}).content.decode()

    assert 'href="/now/#hurt"' in told
    assert 'id="hurt"' in nobody.get("/now/").content.decode()
