"""There is no side door: wherever words are tried, the tries are counted."""

from __future__ import annotations

from beside.keeping.accounts.models import Account
from beside.keeping.accounts.throttle import FREE, door
from tests.support.household import OWN, Person, hidden, said
from tests.support.quick import idle_times

OTHERS = [f"{number} herons, a kite & wet slate" for number in range(10, 20)]


def test_own_words_for_a_new_notebook_are_a_try_at_those_that_are_here(
    alice: Person, charlie: Person
) -> None:
    alice.send("/settings/words/", own=OWN, words=alice.words)
    door.failures = 0

    for words in OTHERS[:FREE]:
        charlie.send("/keep/", own=words)
        charlie.client.cookies.clear()
    answer = charlie.send("/keep/", own=OWN)

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert not charlie.is_in


def test_six_that_were_drawn_are_no_guess(charlie: Person) -> None:
    for _ in range(FREE + 2):
        charlie.client.cookies.clear()
        assert charlie.keep().status_code == 303

    assert Account.objects.count() == FREE + 2


def test_once_the_words_are_changed_it_is_open_here_alone(alice: Person) -> None:
    elsewhere = Person(words=alice.words)
    elsewhere.open()
    assert elsewhere.is_in

    alice.send("/settings/words/", own=OWN, words=alice.words)

    assert "It is locked everywhere else." in said(alice.look("/"))
    assert alice.is_in
    assert not elsewhere.is_in


def test_with_the_spare_key_every_other_session_ends(alice: Person, charlie: Person) -> None:
    filled = hidden(alice.look("/settings/spare-key/"), "/settings/spare-key/")
    answers = {"words": alice.words, "printed": "on"}
    alice.client.post("/settings/spare-key/", filled | answers)

    page = charlie.send("/open/spare/", spare_key=filled["spare_key"])
    charlie.client.post("/open/spare/words/", hidden(page, "/open/spare/words/"))

    assert charlie.is_in
    assert not alice.is_in
    assert len(idle_times()) == 1
