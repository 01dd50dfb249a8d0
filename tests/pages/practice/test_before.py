"""Before the lock: who is safe, what is missing, what is too hard; and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from beside.around.circle import wording as circle
from beside.around.circle.model import Person
from beside.around.circle.rules import safety_of
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, AskState, Happened, HowHard
from beside.journey.practice.templates import OFFERED
from beside.kernel.ids import new_id
from tests.support.cast import (
    INES,
    JO,
    REX,
    SAM,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    hopeful,
    ines,
    jo,
    rex,
    sam,
)
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
SAID = "Could you listen for a minute? I had a long day."
HOSTILE = '<img src=x onerror=alert(1)>\u202e "🧑🏽‍🤝‍🧑" ' + "w" * 600


def guess(**changes: Any) -> dict[str, Any]:
    """Return the whole form of a guess, as it would be sent."""
    return {
        "revision": 1,
        "saying": SAID,
        "well": "3",
        "feared": "they_sigh",
        "feared_words": "",
        "likely": "6",
        "trouble": "0",
        "hard": "30",
        "belief": "",
    } | changes


def kept(alice: Somebody) -> Ask:
    return alice.store.get(Ask, TODAY_WAS_A_LOT)


def test_three_that_ask_for_little_each_a_button_and_a_way_out(alice: Somebody) -> None:
    page = alice.client.get("/tests/new/")

    buttons = forms_on(page)[0]["buttons"]
    assert [value for _, value in buttons] == [one.key for one in OFFERED]
    for said in ("Let it be seen “", "Mend it “", "Say yes Take", "My own words", "Not today"):
        assert said in shown(page)


def test_the_same_choice_sent_twice_is_one_draft(alice: Somebody) -> None:
    form = {"id": str(new_id()), "template": "i_snapped"}

    places = [alice.client.post("/tests/new/", form).headers["Location"] for _ in range(2)]

    assert places[0] == places[1]
    assert len(alice.store.all(Ask)) == 1


def test_words_that_are_missing_are_asked_for(alice: Somebody) -> None:
    response = alice.client.post("/tests/new/", {"id": str(new_id()), "saying": " \u200b"})

    assert response.status_code == 422
    assert wording.WORDS_NEEDED.id in shown(response)
    assert "<details" in main_of(response)
    assert not alice.store.all(Ask)


def test_words_that_are_too_long_are_all_still_there(alice: Somebody) -> None:
    text = "w" * 4001

    response = alice.client.post("/tests/new/", {"id": str(new_id()), "saying": text})

    assert response.status_code == 422
    assert "That has 4001 characters. There is room for 4000." in shown(response)
    assert text in main_of(response)


def test_only_people_who_may_be_asked_are_buttons_and_nobody_flagged_is_there(
    alice: Somebody,
) -> None:
    alice.keeps(sam(), jo(), rex(), drafted(person_id=None))

    page = alice.client.get(f"{HERE}who/")

    assert forms_on(page)[0]["buttons"] == [("person_id", str(SAM))]
    assert f"{HERE}who/{JO}/" in main_of(page)
    assert "Rex" not in main_of(page)


def test_somebody_who_rests_is_asked_about_first(alice: Somebody) -> None:
    alice.keeps(jo(), drafted(person_id=None))

    asked = alice.client.get(f"{HERE}who/{JO}/")
    assert circle.HURT.id in shown(asked)
    response = alice.client.post(
        f"{HERE}who/{JO}/", {"revision": 1, "hurt": "no", "afraid": "no"}, follow=True
    )

    assert ("person_id", str(JO)) in forms_on(response)[0]["buttons"]


@pytest.mark.parametrize(("hurt", "said"), [("yes", "flagged"), ("not_sure", "resting")])
def test_an_answer_that_is_not_a_plain_no_says_what_follows(
    alice: Somebody, hurt: str, said: str
) -> None:
    alice.keeps(jo(), drafted(person_id=None))

    response = alice.client.post(
        f"{HERE}who/{JO}/", {"revision": 1, "hurt": hurt, "afraid": "no"}, follow=True
    )

    assert safety_of(alice.store.get(Person, JO)).value == said
    assert 'role="status"' in main_of(response)
    assert ("person_id", str(JO)) not in forms_on(response)[0]["buttons"]


def test_a_name_of_ten_thousand_characters_is_refused_once_and_is_still_there(
    alice: Somebody,
) -> None:
    alice.keeps(drafted(person_id=None))
    name = "S" * 10_000

    response = alice.client.post(f"{HERE}who/new/", newcomer(name=name))

    assert response.status_code == 422
    assert "That name has 10000 characters. There is room for 200." in shown(response)
    assert forms_on(response)[0]["fields"]["name"] == name
    assert not alice.store.all(Person)


def test_a_name_cannot_turn_the_page_round(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))

    alice.client.post(f"{HERE}who/new/", newcomer(name="\u202eSam\u2067 B"))

    assert [one.name for one in alice.store.all(Person)] == ["Sam B"]


def test_somebody_taken_out_while_a_guess_is_locked_leaves_it_as_it_is(alice: Somebody) -> None:
    alice.keeps(asked_sam())

    page = alice.client.get(HERE)
    done = alice.client.post(f"{HERE}outcome/", {"revision": 1, "how": "partly"})

    assert wording.SAY_IT.id in shown(page)
    assert done.status_code == 303
    assert (kept(alice).state, kept(alice).prediction) == (AskState.done, hopeful())


def test_one_question_without_an_answer_is_named(alice: Somebody) -> None:
    alice.keeps(jo(), drafted(person_id=None))

    response = alice.client.post(f"{HERE}who/{JO}/", {"revision": 1, "hurt": "no"})

    assert response.status_code == 422
    assert circle.AFRAID_NEEDED.id in shown(response)
    assert forms_on(response)[0]["fields"]["hurt"] == "no"


@pytest.mark.parametrize(("who", "said"), [(REX, wording.NOT_SAFE), (JO, wording.NOT_SURE_YET)])
def test_somebody_unsafe_is_refused_kindly_however_they_were_chosen(
    alice: Somebody, who: Any, said: Any
) -> None:
    alice.keeps(rex(), jo(), drafted(person_id=None))

    sent = alice.client.post(f"{HERE}who/", {"revision": 1, "person_id": str(who)})
    by_address = alice.client.get(f"/tests/new/?for={who}")
    in_the_form = alice.client.post(
        "/tests/new/", {"id": str(new_id()), "person_id": str(who), "template": "i_snapped"}
    )

    for response in (sent, by_address, in_the_form):
        assert response.status_code == 422
        assert said.id in shown(response)
    assert kept(alice).person_id is None
    assert len(alice.store.all(Ask)) == 1


def test_somebody_new_who_is_not_safe_is_kept_and_not_asked(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))
    form = {
        "person_id": str(new_id()), "name": "Max", "hurt": "yes", "afraid": "yes", "revision": 1,
    }  # fmt: skip

    response = alice.client.post(f"{HERE}who/new/", form, follow=True)

    assert "Your caution may be right. We will not suggest this person." in shown(response)
    assert "Max" not in main_of(response)
    assert [one.name for one in alice.store.all(Person)] == ["Max"]
    assert kept(alice).person_id is None


def test_somebody_new_with_an_answer_missing_keeps_what_was_typed(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))
    form = {"person_id": str(new_id()), "name": "Max", "hurt": "no", "revision": 1}

    response = alice.client.post(f"{HERE}who/new/", form)

    fields = forms_on(response)[0]["fields"]
    assert response.status_code == 422
    assert (fields["name"], fields["hurt"]) == ("Max", "no")
    assert fields["person_id"] == form["person_id"]
    assert "open><summary>Somebody<" in main_of(response)


def test_somebody_who_is_flagged_later_sends_the_draft_back_to_who(alice: Somebody) -> None:
    alice.keeps(rex(), drafted(person_id=REX))

    assert alice.client.get(f"{HERE}guess/").headers["Location"] == f"{HERE}who/"
    response = alice.client.post(f"{HERE}guess/", guess())

    assert response.status_code == 422
    assert wording.NOT_SAFE.id in shown(response)
    assert SAID in main_of(response)
    assert kept(alice).state is AskState.drafted


def test_a_person_taken_out_meanwhile_costs_no_words(alice: Somebody) -> None:
    alice.keeps(drafted())

    response = alice.client.post(f"{HERE}guess/", guess())

    assert wording.NOBODY_THERE.id in shown(response)
    assert SAID in main_of(response)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("saying", wording.WORDS_NEEDED),
        ("well", wording.WELL_NEEDED),
        ("feared", wording.FEARED_NEEDED),
        ("likely", wording.LIKELY_NEEDED),
        ("trouble", wording.TROUBLE_NEEDED),
        ("hard", wording.HARD_NEEDED),
    ],
)
def test_a_missing_answer_is_named_and_everything_else_stays(
    alice: Somebody, missing: str, said: Any
) -> None:
    alice.keeps(sam(), drafted())
    form = guess(belief="rely_on_myself") | {missing: ""}

    response = alice.client.post(f"{HERE}guess/", form)

    assert response.status_code == 422
    assert said.id in shown(response)
    fields = forms_on(response)[0]["fields"]
    for name, value in form.items():
        assert fields.get(name, "").strip() == str(value)
    assert kept(alice).state is AskState.drafted


def test_own_words_beside_another_chip_are_not_dropped_in_silence(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    response = alice.client.post(f"{HERE}guess/", guess(feared_words="they laugh at me"))

    assert response.status_code == 422
    assert wording.OTHER_NEEDED.id in shown(response)
    assert "they laugh at me" in main_of(response)


def test_very_hard_offers_a_smaller_one_and_may_be_locked_all_the_same(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    offered = alice.client.post(f"{HERE}guess/", guess(hard=str(HowHard.very.value)))

    assert offered.status_code == 422
    assert wording.VERY_HARD.id in shown(offered)
    form = forms_on(offered)[0]
    assert ("although_hard", "1") in form["buttons"]
    assert kept(alice).state is AskState.drafted
    alice.client.post(form["action"], form["fields"] | {"although_hard": "1"})
    ask = kept(alice)
    assert ask.prediction is not None
    assert (ask.state, ask.words, ask.prediction.suds) == (AskState.locked, SAID, 70)


@pytest.mark.parametrize("although", [{}, {"although_hard": "1"}])
def test_too_much_is_not_set_up_whatever_is_pressed(alice: Somebody, although: Any) -> None:
    alice.keeps(sam(), drafted())

    response = alice.client.post(f"{HERE}guess/", guess(hard="90") | although)

    assert response.status_code == 422
    for said in (wording.TOO_MUCH, wording.NOT_SET_UP, wording.A_SMALLER_ONE):
        assert said.id in shown(response)
    buttons = [button for form in forms_on(response) for button in form["buttons"]]
    assert buttons == [("to", "what"), ("", ""), ("back", "1")]
    assert "Lock" not in shown(response)
    assert kept(alice).state is AskState.drafted


def test_from_too_much_the_way_back_finds_the_guess_as_it_was(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    sent = guess(hard="90", feared="other", feared_words="they laugh", belief="rely_on_myself")
    form = forms_on(alice.client.post(f"{HERE}guess/", sent))[1]

    back = alice.client.post(form["action"], form["fields"] | {"back": "1"})

    assert back.status_code == 200
    fields = forms_on(back)[0]["fields"]
    for name, value in sent.items():
        assert fields[name].strip() == str(value)
    assert 'role="alert"' not in main_of(back)
    alice.client.post(f"{HERE}guess/", fields | {"hard": "50"})
    assert kept(alice).state is AskState.locked


def test_a_smaller_one_keeps_the_words_and_offers_others(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    response = alice.client.post(f"{HERE}keep/", guess(hard="90") | {"to": "what"})

    assert response.headers["Location"] == f"{HERE}what/"
    assert (kept(alice).words, kept(alice).state) == (SAID, AskState.drafted)
    first, templates, *_ = forms_on(alice.client.get(f"{HERE}what/"))
    assert first["fields"]["saying"].strip() == SAID
    assert [value for _, value in templates["buttons"][:3]] == [one.key for one in OFFERED]
    smaller = alice.client.post(
        f"{HERE}what/", {"id": str(TODAY_WAS_A_LOT), "revision": 2, "template": "next_small_offer"}
    )
    assert smaller.headers["Location"] == f"{HERE}guess/"
    assert kept(alice).words == "Take the next small offer, without paying it back."


def test_not_today_keeps_the_words_too(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    response = alice.client.post(f"{HERE}keep/", guess(hard="90"), follow=True)

    assert response.redirect_chain[-1][0] == "/tests/"
    assert wording.DRAFT_KEPT.id in shown(response)
    assert kept(alice).words == SAID


def test_words_that_stay_as_they_are_stay_the_kind_they_were(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    form = forms_on(alice.client.get(f"{HERE}what/"))[0]["fields"]

    same = alice.client.post(f"{HERE}what/", form)
    kind = kept(alice).what
    alice.client.post(f"{HERE}what/", form | {"saying": "Today was a lot."})

    assert same.headers["Location"] == f"{HERE}guess/"
    assert kind is drafted().what
    assert (kept(alice).what, kept(alice).words) == (AskKind.own_words, "Today was a lot.")


def test_whoever_was_left_out_stands_apart_at_the_end(alice: Somebody) -> None:
    alice.keeps(ines(), sam(left_out=True), jo(left_out=True), drafted(person_id=None))

    page = alice.client.get(f"{HERE}who/")

    first, *_, last, _ = [form for form in forms_on(page) if "revision" in form["fields"]]
    assert first["buttons"] == [("person_id", str(INES))]
    assert last["buttons"] == [("person_id", str(SAM))]
    fold = main_of(page).index(f"<summary>{circle.LEFT_OUT_FOLD.id}")
    assert main_of(page).index("Somebody else") < fold < main_of(page).index(str(SAM))
    assert fold < main_of(page).index(str(JO))


def test_with_whom_it_hurt_the_last_time_stands_apart_too(alice: Somebody) -> None:
    hurt = happened(Happened.it_hurt, id=new_id(), person_id=INES)
    alice.keeps(sam(), ines(), drafted(person_id=None), hurt)

    page = alice.client.get(f"{HERE}who/")

    first, *_, last, _ = [form for form in forms_on(page) if "revision" in form["fields"]]
    assert first["buttons"] == [("person_id", str(SAM))]
    assert last["buttons"] == [("person_id", str(INES))]
    assert f'<details class="more"><summary>{wording.LEFT_OUT_OR_HURT.id}' in main_of(page)
    chosen = alice.client.post(f"{HERE}who/", {"revision": 1, "person_id": str(INES)})
    assert chosen.headers["Location"] == f"{HERE}guess/"


NEW = {"name": " róB ", "hurt": "no", "afraid": "no", "revision": 1}


def newcomer(**changes: Any) -> dict[str, Any]:
    return {"person_id": str(new_id())} | NEW | changes


def test_a_name_that_is_there_is_asked_about_and_may_be_another_s(alice: Somebody) -> None:
    alice.keeps(sam(name="Rob"), drafted(person_id=None))

    asked = alice.client.post(f"{HERE}who/new/", newcomer())

    assert asked.status_code == 409
    assert circle.SAME_PERSON.id in shown(asked)
    same, another = forms_on(asked)
    for name, value in NEW.items():
        assert another["fields"][name] == str(value)
    assert another["fields"]["another"] == "on"
    codes = [alice.client.post(another["action"], another["fields"]).status_code for _ in range(2)]
    assert codes == [303, 303]
    assert len(alice.store.all(Person)) == 2
    assert same["action"] == f"{HERE}who/{SAM}/same/"


def test_the_same_person_is_chosen_with_one_tap(alice: Somebody) -> None:
    alice.keeps(sam(name="Rob"), drafted(person_id=None))
    same = forms_on(alice.client.post(f"{HERE}who/new/", newcomer()))[0]

    response = alice.client.post(same["action"], same["fields"])

    assert response.headers["Location"] == f"{HERE}guess/"
    assert kept(alice).person_id == SAM
    assert len(alice.store.all(Person)) == 1


@pytest.mark.parametrize("hurt", ["yes", "not_sure"])
def test_a_slip_of_the_finger_is_taken_back_at_once(alice: Somebody, hurt: str) -> None:
    alice.keeps(drafted(person_id=None))
    form = newcomer(hurt=hurt)

    told = alice.client.post(f"{HERE}who/new/", form, follow=True)
    undo = forms_on(told)[0]
    back = alice.client.post(undo["action"], follow=True)

    assert undo["action"] == f"{HERE}who/{form['person_id']}/undo/"
    assert back.redirect_chain[-1][0] == f"{HERE}who/"
    assert not alice.store.all(Person)


def test_not_sure_leads_back_to_who_with_a_kind_word(alice: Somebody) -> None:
    alice.keeps(drafted(person_id=None))

    told = alice.client.post(f"{HERE}who/new/", newcomer(hurt="not_sure"), follow=True)

    assert told.redirect_chain[-1][0] == f"{HERE}who/"
    assert "“Not sure” is an answer. They rest for now." in shown(told)


def test_the_same_guess_sent_twice_is_locked_once(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    codes = [alice.client.post(f"{HERE}guess/", guess()).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert kept(alice).revision == 2


def test_two_tabs_with_two_guesses_lock_the_first_and_the_other_is_still_there(
    alice: Somebody,
) -> None:
    alice.keeps(sam(), drafted())
    first = alice.client.post(f"{HERE}guess/", guess(saying=THE_WORDS))

    second = alice.client.post(
        f"{HERE}guess/", guess(well="9", observable="She laughs and says yes.")
    )

    assert (first.status_code, second.status_code) == (303, 409)
    assert wording.ALREADY_LOCKED.id in shown(second)
    for words in (SAID, "She laughs and says yes."):
        assert words in main_of(second)
    (ask,) = alice.store.all(Ask)
    assert ask.prediction is not None
    assert (ask.words, ask.prediction.well, ask.revision) == (THE_WORDS, 30, 2)


def test_a_locked_guess_is_never_edited_and_what_was_typed_is_shown(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.post(f"{HERE}guess/", guess())

    assert response.status_code == 409
    assert wording.ALREADY_LOCKED.id in shown(response)
    assert SAID in main_of(response)
    assert (kept(alice).prediction, kept(alice).words) == (hopeful(), THE_WORDS)


def test_the_words_of_a_locked_guess_are_locked_with_it(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    same = guess(feared="they_think_less_of_me", trouble="5")

    response = alice.client.post(f"{HERE}guess/", same)

    assert response.status_code == 409
    assert kept(alice).words == THE_WORDS


@pytest.mark.parametrize("step", ["what", "who", "guess"])
def test_back_after_the_lock_finds_the_test_and_no_form(alice: Somebody, step: str) -> None:
    alice.keeps(sam(), asked_sam())

    assert alice.client.get(f"{HERE}{step}/").headers["Location"] == HERE


def test_a_guess_after_it_happened_is_refused_in_one_sentence(alice: Somebody) -> None:
    alice.keeps(sam(), happened())

    response = alice.client.post(f"{HERE}guess/", guess())

    assert response.status_code == 409
    assert wording.ALREADY_DONE.id in shown(response)
    assert SAID in main_of(response)


def test_two_windows_show_both_drafts(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())
    alice.client.post(
        f"{HERE}what/", {"id": str(TODAY_WAS_A_LOT), "revision": 1, "saying": "Words of the one"}
    )

    both = alice.client.post(
        f"{HERE}what/", {"id": str(TODAY_WAS_A_LOT), "revision": 1, "saying": "Words of the other"}
    )

    assert both.status_code == 409
    for said in ("Words of the one", "Words of the other"):
        assert said in shown(both)
    mine = forms_on(both)[0]
    alice.client.post(mine["action"], mine["fields"])
    assert kept(alice).words == "Words of the other"


@pytest.mark.parametrize("page", ["", "who/", "guess/", "delete/"])
def test_words_come_out_as_typed_and_do_nothing(alice: Somebody, page: str) -> None:
    alice.keeps(sam(name=HOSTILE[:150]), drafted(words=HOSTILE))

    shown_page = main_of(alice.client.get(f"{HERE}{page}"))

    assert "<img" not in shown_page
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown_page
    assert "w" * 600 in shown_page


def test_words_are_in_no_address_and_no_title(alice: Somebody) -> None:
    form = {"id": str(new_id()), "saying": "Marmalade for the fair"}

    response = alice.client.post("/tests/new/", form, follow=True)

    page = response.content.decode()
    assert all("Marmalade" not in address for address, _ in response.redirect_chain)
    assert "Marmalade" not in page[: page.index("</title>")]


def test_charlie_sees_the_door_and_bob_his_own(
    alice: Somebody, bob: Somebody, charlie: Client
) -> None:
    alice.keeps(sam(), drafted())

    assert charlie.get(HERE).headers["Location"].startswith("/open/")
    for page in ("", "what/", "who/", "guess/", "outcome/", "feared/", "again/", "land/"):
        assert bob.client.get(f"{HERE}{page}").status_code == 404
    assert bob.client.post(f"{HERE}guess/", guess()).status_code == 404
    bob.client.post(f"{HERE}delete/")
    assert kept(alice).words == THE_WORDS
