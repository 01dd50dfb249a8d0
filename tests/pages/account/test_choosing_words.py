"""Words that somebody has on paper are the words that open, whatever they pressed in between."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from beside.pages.account import choosing
from tests.support.household import OWN, Person, browser, hidden, said


def six(page: HttpResponse, action: str = "/keep/") -> str:
    return hidden(page, action)["six"]


def own_form(page: HttpResponse) -> str:
    text = page.content.decode()
    return text[text.index('<details class="more" id="own"') :]


def spare_key_of(somebody: Person) -> str:
    filled = hidden(somebody.look("/settings/spare-key/"), "/settings/spare-key/")
    sent = filled | {"words": somebody.words, "printed": "on"}
    somebody.client.post("/settings/spare-key/", sent)
    return filled["spare_key"]


def drawn_at(somebody: Person, page: str = "/keep/") -> str:
    """Come to the page as from a link, and return its address with the number of the draw."""
    return str(somebody.client.get(page).url)


def test_loading_the_page_again_leaves_the_six_words_as_they_are(charlie: Person) -> None:
    address = drawn_at(charlie)

    assert len({six(charlie.look(address)) for _ in range(5)}) == 1


def test_whoever_comes_to_the_page_is_shown_words_that_nobody_saw_before(charlie: Person) -> None:
    drawn = {six(charlie.look("/keep/")) for _ in range(5)}

    assert len(drawn) == 5


def test_the_same_number_shows_another_browser_other_words(charlie: Person) -> None:
    address = drawn_at(charlie)

    assert six(charlie.look(address)) != six(Person().look(address))


@pytest.mark.parametrize("number", ["", "-1", "x", "1" * 5000, "٣", "1.5", str(2**31)])
def test_what_is_no_number_is_drawn_anew(charlie: Person, number: str) -> None:
    answer = charlie.client.get("/keep/", {"draw": number})

    assert answer.status_code == 303
    assert answer.url.startswith("/keep/?draw=")


def test_after_keep_the_same_address_shows_other_words(charlie: Person) -> None:
    address = drawn_at(charlie)
    filled = hidden(charlie.look(address), "/keep/")
    charlie.client.post("/keep/", filled)
    charlie.send("/settings/", to="/lock/")

    assert six(charlie.look(address)) != filled["six"]


def test_after_a_change_the_words_that_open_are_not_shown_again(alice: Person) -> None:
    address = drawn_at(alice, "/settings/words/")
    filled = hidden(alice.look(address), "/settings/words/")
    first = filled["six"]

    alice.client.post("/settings/words/", filled | {"words": alice.words})

    assert six(alice.look(address), "/settings/words/") != first
    assert Person().open(first).status_code == 303


def test_after_the_spare_key_the_words_stay_until_one_of_them_opens(alice: Person) -> None:
    key, charlie = spare_key_of(alice), Person()
    once = charlie.send("/open/spare/", spare_key=key)
    twice = charlie.send("/open/spare/", spare_key=key)
    words = six(once, "/open/spare/words/")
    assert six(twice, "/open/spare/words/") == words
    assert "Once you press the button, they open your notebook" in said(once)

    charlie.client.post("/open/spare/words/", hidden(once, "/open/spare/words/"))

    assert charlie.is_in
    assert six(charlie.look("/settings/words/"), "/settings/words/") != words


def test_another_start_of_the_program_draws_other_words(
    charlie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = drawn_at(charlie)
    before = six(charlie.look(address))

    monkeypatch.setattr(choosing, "_SECRET", b"another start of the program....")

    assert six(charlie.look(address)) != before


def test_words_on_a_page_from_before_another_start_still_open(
    charlie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = hidden(charlie.look("/keep/"), "/keep/")
    monkeypatch.setattr(choosing, "_SECRET", b"another start of the program....")

    charlie.client.post("/keep/", filled)

    assert Person().open(filled["six"]).status_code == 303


def test_six_words_that_got_lost_come_back(charlie: Person) -> None:
    filled = hidden(charlie.look("/keep/"), "/keep/")

    answer = charlie.client.post("/keep/", filled | {"six": "one two"})

    assert answer.status_code == 422
    assert six(answer) == filled["six"]
    assert "Look at them again." in said(answer)


def test_own_words_can_be_read_while_they_are_chosen_and_no_browser_saves_them(
    charlie: Person,
) -> None:
    form = own_form(charlie.look("/keep/"))

    assert '<input type="text" name="own"' in form
    assert 'autocomplete="off"' in form[form.index('name="own"') :].split(">")[0]


@pytest.mark.parametrize(("see", "kind"), [("1", "text"), ("0", "password")])
@pytest.mark.parametrize("path", ["/keep/", "/settings/words/", "/open/spare/words/"])
def test_seen_or_hidden_what_was_typed_and_the_six_words_stay(
    alice: Person, path: str, see: str, kind: str
) -> None:
    somebody = alice if path == "/settings/words/" else Person()
    page = somebody.look(path)
    if path == "/open/spare/words/":
        page = somebody.send("/open/spare/", spare_key=spare_key_of(alice))
    filled = hidden(page, path)

    answer = somebody.client.post(path, filled | {"own": "nine herons", "see": see})

    form = own_form(answer)
    assert answer.status_code == 200
    assert form.startswith('<details class="more" id="own" open>')
    assert f'<input type="{kind}" name="own" value="nine herons"' in form
    assert six(answer, path) == filled["six"]
    assert "needs a look" not in said(answer)
    assert Person().open(alice.words).status_code == 303


def test_hidden_own_words_stay_hidden_when_they_are_too_weak(charlie: Person) -> None:
    answer = charlie.send("/keep/", own="weak words", shown="0")

    assert answer.status_code == 422
    assert '<input type="password" name="own"' in own_form(answer)
    assert "weak words" not in answer.content.decode()
    assert "still here" not in said(answer)


def test_the_six_words_stay_when_own_words_were_too_weak(charlie: Person) -> None:
    filled = hidden(charlie.look("/keep/"), "/keep/")

    answer = charlie.client.post("/keep/", filled | {"own": "weak"})

    assert six(answer) == filled["six"]
    assert hidden(answer, "/keep/")["draw"] == filled["draw"]


def test_a_change_that_was_pressed_twice_is_done_once(alice: Person) -> None:
    filled = hidden(alice.look("/settings/words/"), "/settings/words/") | {
        "own": OWN,
        "words": alice.words,
    }
    other_window = browser()
    other_window.cookies = alice.client.cookies.copy()

    first = alice.client.post("/settings/words/", filled)
    second = other_window.post("/settings/words/", filled)

    assert (first.url, second.url) == ("/settings/", "/settings/")
