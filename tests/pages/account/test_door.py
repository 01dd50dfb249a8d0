"""The words open, and nothing else does; whoever comes back finds what they typed."""

from __future__ import annotations

import pytest

from beside.keeping.accounts import locks, turns
from beside.keeping.accounts.models import Account
from beside.keeping.accounts.sessions import NoSession, sessions, steady
from beside.keeping.accounts.throttle import FREE, door
from beside.keeping.accounts.turns import WAITING
from beside.keeping.crypto.words import word_list
from beside.pages.front.opened import COOKIE
from tests.support.household import OWN, Person, browser, hidden, said

WRONG = "That opens nothing here. Look at each word again."


def test_six_words_are_shown_and_open_from_then_on(charlie: Person) -> None:
    page = charlie.look("/keep/")
    words = hidden(page, "/keep/")["six"].split()

    answer = charlie.send("/keep/")

    assert len(words) == 6
    assert set(words) <= set(word_list())
    assert all(f'<li translate="no">{word}</li>' in page.content.decode() for word in words)
    assert (answer.status_code, answer.url) == (303, "/")
    assert charlie.is_in


def test_looking_keeps_nothing(charlie: Person) -> None:
    charlie.look("/keep/")

    assert not Account.objects.exists()


def test_the_first_page_after_it_says_so(charlie: Person) -> None:
    charlie.keep()

    assert "It opens with your words." in said(charlie.look("/"))


def test_a_form_that_was_sent_twice_makes_one_notebook(charlie: Person) -> None:
    filled = hidden(charlie.look("/keep/"), "/keep/")
    other_window = browser()
    other_window.cookies = charlie.client.cookies.copy()

    charlie.client.post("/keep/", filled)
    answer = other_window.post("/keep/", filled)

    assert answer.status_code == 303
    assert Account.objects.count() == 1


@pytest.mark.parametrize("six", ["", "one", "correct horse battery staple is this", "a " * 5000])
def test_what_is_not_six_words_of_the_list_is_not_kept(charlie: Person, six: str) -> None:
    answer = charlie.send("/keep/", six=six)

    assert answer.status_code == 422
    assert not Account.objects.exists()
    assert len(hidden(charlie.look("/keep/"), "/keep/")["six"].split()) == 6


def test_own_words_are_welcome_when_nobody_can_guess_them(charlie: Person) -> None:
    answer = charlie.send("/keep/", own=OWN)

    assert answer.status_code == 303
    assert Person(words=OWN).open().status_code == 303


@pytest.mark.parametrize(
    ("own", "advice"),
    [
        ("", "Fill this in."),
        ("fourteen chars", "Use at least 15 letters."),
        ("passwordpassword", "That can be guessed too fast."),
        ("x" * 1025, "That is longer than we can take."),
    ],
)
def test_weak_words_get_plain_advice_and_the_six_stay(
    charlie: Person, own: str, advice: str
) -> None:
    filled = hidden(charlie.look("/keep/"), "/keep/")

    answer = charlie.client.post("/keep/", filled | {"own": own})

    assert answer.status_code == 422
    assert advice in said(answer)
    assert hidden(answer, "/keep/")["six"] == filled["six"]
    assert not own or f'value="{own}"' in answer.content.decode()


def test_the_words_open_and_their_look_does_not_matter(alice: Person) -> None:
    typed = "  " + alice.words.upper().replace(" ", "   ")

    answer = Person().open(typed)

    assert (answer.status_code, answer.url) == (303, "/")


def test_whatever_is_wrong_the_answer_is_the_same(alice: Person) -> None:
    answers = [
        Person().open(wrong)
        for wrong in ("nonsense", alice.words.rsplit(" ", 1)[0], " ".join(word_list()[:6]))
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert all(WRONG in said(answer) for answer in answers)
    assert len({len(answer.content) for answer in answers}) == 1


def test_wrong_words_are_not_sent_back_unless_they_are_shown(alice: Person) -> None:
    hiding = Person().open("amber thistle")
    showing = Person().open("amber thistle", shown="1")

    assert "amber thistle" not in hiding.content.decode()
    assert "still here" not in said(hiding)
    assert 'value="amber thistle"' in showing.content.decode()


def test_what_is_typed_at_the_door_can_be_seen_without_a_try(alice: Person) -> None:
    somebody = Person()

    page = somebody.open("amber thistle", see="1", next="/settings/")

    assert page.status_code == 200
    assert '<input type="text" name="words" value="amber thistle"' in page.content.decode()
    assert hidden(page, "/open/")["next"] == "/settings/"
    assert door.failures == 0
    assert somebody.client.post("/open/", hidden(page, "/open/") | {"words": alice.words}).url == (
        "/settings/"
    )


def test_what_was_seen_at_the_door_turns_back_into_dots(alice: Person) -> None:
    page = Person().open("amber thistle", see="0").content.decode()

    assert '<input type="password" name="words" value="amber thistle"' in page


def test_more_than_the_limit_is_refused_kindly(alice: Person) -> None:
    answer = Person().open("a" * 1025)

    assert answer.status_code == 422
    assert "Use fewer than 1,000 letters." in said(answer)


def test_guesses_get_slower_before_they_cost_anything(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(FREE):
        Person().open("wrong")
    monkeypatch.setattr(locks, "stretch", None)

    answer = Person().open(alice.words)

    assert answer.status_code == 429
    assert answer["Retry-After"] == "1"
    assert "Seconds to wait: 1." in said(answer)


def test_the_right_words_make_the_door_quick_again(alice: Person) -> None:
    for _ in range(FREE - 1):
        Person().open("wrong")

    Person().open(alice.words)

    assert door.failures == 0


def test_after_a_hundred_guesses_the_program_wants_a_new_start(alice: Person) -> None:
    door.failures = 100

    answer = Person().open(alice.words)

    assert answer.status_code == 429
    assert "start it again" in said(answer)


def test_when_too_many_wait_the_next_is_told_to_come_back(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = [turns._places.acquire(blocking=False) for _ in range(WAITING)]

    answer = Person().open(alice.words)
    keeping = Person().send("/keep/")

    for _ in taken:
        turns._places.release()
    assert (answer.status_code, keeping.status_code) == (503, 503)
    assert answer["Retry-After"] == "5"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/settings/", "/settings/"),
        ("/settings/?x=1", "/settings/"),
        ("/no/such/page/", "/"),
        ("//elsewhere.example/settings/", "/"),
        ("https://elsewhere.example/settings/", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_door_leads_to_pages_of_ours_alone(alice: Person, asked: str, found: str) -> None:
    answer = Person().open(alice.words, next=asked)

    assert answer.url == found


def test_the_door_leads_to_what_was_asked_for(alice: Person) -> None:
    somebody = Person()
    page = somebody.look("/settings/export/")

    answer = somebody.client.post(
        "/open/", hidden(page, "/open/") | {"words": alice.words}, follow=True
    )

    assert answer.request["PATH_INFO"] == "/settings/export/"


def test_an_open_door_is_walked_through(alice: Person) -> None:
    assert alice.client.get("/open/").url == "/"
    assert alice.client.get("/keep/", {"draw": "1"}).url == "/"


def test_the_form_token_is_a_new_one_after_opening(alice: Person) -> None:
    somebody = Person()
    somebody.look("/open/")
    before = somebody.client.cookies["__Host-csrf"].value

    somebody.open(alice.words)

    assert somebody.client.cookies["__Host-csrf"].value != before


def test_opening_anew_ends_the_session_that_was_there(bob: Person) -> None:
    somebody = Person()
    somebody.open(bob.words)
    mine = somebody.client.cookies[COOKIE].value
    page = somebody.client.get("/settings/")
    token = hidden(page, "/lock/")["csrfmiddlewaretoken"]

    somebody.client.post(
        "/open/again/", {"words": bob.words, "next": "/", "csrfmiddlewaretoken": token}
    )

    with pytest.raises(NoSession):
        sessions.resume(mine, now=steady())


def test_a_lock_takes_the_cookie_and_ends_the_session(alice: Person) -> None:
    cookie = alice.client.cookies[COOKIE].value

    answer = alice.send("/settings/", to="/lock/")

    assert answer.url == "/"
    assert answer.cookies[COOKIE].value == ""
    alice.client.cookies[COOKIE] = cookie
    assert not alice.is_in


def test_looking_at_lock_or_stay_changes_nothing(alice: Person) -> None:
    assert alice.client.get("/lock/").url == "/"
    assert alice.client.get("/stay/").url == "/"
    assert alice.is_in


def test_staying_is_silent_for_a_script_and_leads_back_a_person(alice: Person) -> None:
    filled = hidden(alice.look("/settings/"), "/stay/")

    script = alice.client.post("/stay/", filled, headers={"accept": "*/*"})
    person = alice.client.post(
        "/stay/",
        filled,
        headers={"accept": "text/html", "referer": "http://127.0.0.1/settings/export/"},
    )

    assert script.status_code == 204
    assert (person.status_code, person.url) == (303, "/settings/export/")
    assert "Your notebook stays open." in said(alice.look("/settings/"))


def test_nothing_typed_is_lost_however_often_the_words_are_wrong(alice: Person) -> None:
    token = hidden(alice.look("/settings/"), "/lock/")["csrfmiddlewaretoken"]
    note = "The dog, on Thursday. <b>bold</b>"
    typed = {"note": note, "id": "7", "csrfmiddlewaretoken": token}
    sessions.end_all(alice.notebook().account_id)

    locked = alice.client.post("/settings/preferences/", typed)
    once = alice.client.post("/open/again/", hidden(locked, "/open/again/") | {"words": "wrong"})
    filled = hidden(once, "/open/again/") | {"typed-note": note}
    page = alice.client.post("/open/again/", filled | {"words": alice.words})

    assert (locked.status_code, once.status_code, page.status_code) == (403, 422, 200)
    assert WRONG in said(once)
    kept = hidden(page, "/settings/preferences/")
    assert (kept["note"], kept["id"]) == ("The dog, on Thursday. &lt;b&gt;bold&lt;/b&gt;", "7")
    assert "The dog, on Thursday. &lt;b&gt;bold" in said(page)
    assert alice.is_in
    sent = alice.client.post("/settings/preferences/", kept)
    assert sent.status_code == 422


def test_what_opens_is_never_carried_along(alice: Person) -> None:
    token = hidden(alice.look("/settings/"), "/lock/")["csrfmiddlewaretoken"]
    secret = "amber thistle corridor"
    names = ("words", "own", "six", "spare_key", "group", "passphrase")
    sessions.end_all(alice.notebook().account_id)

    locked = alice.client.post(
        "/settings/words/", dict.fromkeys(names, secret) | {"csrfmiddlewaretoken": token}
    )

    assert secret not in locked.content.decode()


def test_with_nothing_typed_it_opens_where_it_was(alice: Person) -> None:
    token = hidden(alice.look("/settings/"), "/lock/")["csrfmiddlewaretoken"]
    sessions.end_all(alice.notebook().account_id)
    sent = {"words": alice.words, "next": "/settings/", "csrfmiddlewaretoken": token}

    answer = alice.client.post("/open/again/", sent)

    assert (answer.status_code, answer.url) == (303, "/settings/")


@pytest.mark.parametrize(
    "path",
    [
        "/settings/",
        "/settings/words/",
        "/settings/spare-key/",
        "/settings/spare-key/remove/",
        "/settings/sessions/",
        "/settings/preferences/",
        "/settings/export/",
        "/settings/import/",
        "/settings/delete/",
    ],
)
def test_charlie_sees_nothing(alice: Person, charlie: Person, path: str) -> None:
    looked = charlie.client.get(path)
    token = hidden(charlie.look("/open/"), "/open/")["csrfmiddlewaretoken"]
    posted = charlie.client.post(path, {"csrfmiddlewaretoken": token, "sure": "on"})

    assert looked.url.startswith("/open/?next=")
    assert posted.status_code in {403, 405}
    assert Account.objects.count() == 1
