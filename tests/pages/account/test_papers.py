"""One file out, the same file in: nothing is lost, nothing is written over, nothing lies around."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from beside.journey.pattern.model import Moment
from beside.keeping.accounts.turns import TooBusy
from beside.keeping.crypto.age import locked
from beside.keeping.vault.notebook import Preferences
from beside.kernel.store import MemoryStore
from beside.pages.account import ways
from beside.pages.account.views import papers
from beside.papers.export import exported, stretching_of
from beside.papers.importing import MOST_FOR_MANY
from tests.support.cast import NOON, a_moment, asked_sam, sam
from tests.support.household import Person, hidden, said


@pytest.fixture
def quick_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock with a mark in place of age, which takes seconds; one test below uses the real one."""
    monkeypatch.setattr(papers, "sealed_for", lambda body, words: words.encode() + b"|" + body)


def fill(somebody: Person) -> None:
    """Put a person, a moment and a small test into somebody's notebook."""
    store = somebody.notebook().store
    for record in (sam(), a_moment(note="nobody heard"), asked_sam()):
        store.put(record, expected_revision=0)


def bring(somebody: Person, document: bytes, **said_too: Any) -> HttpResponse:
    file = SimpleUploadedFile("notebook.json", document)
    filled = hidden(somebody.look("/settings/import/"), "/settings/import/")
    return somebody.client.post("/settings/import/", filled | {"file": file} | said_too)


def take_out(somebody: Person, **said_too: str) -> HttpResponse:
    filled = {"words": somebody.words, "way": "plain"} | said_too
    return somebody.send("/settings/export/", **filled)


def test_a_plain_file_holds_everything(alice: Person) -> None:
    fill(alice)

    answer = take_out(alice)

    document = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith('attachment; filename="notebook-1-20')
    assert answer["Content-Disposition"].endswith('.json"')
    assert {entry["kind"] for entry in document["records"]} == {"person", "moment", "ask"}


def test_locked_is_the_usual_way_with_the_words_of_the_notebook(
    alice: Person, quick_age: None
) -> None:
    answer = take_out(alice, way="locked")

    assert answer["Content-Disposition"].endswith('.json.age"')
    assert answer.content.startswith(alice.words.encode() + b"|{")


def test_other_words_may_lock_the_file(alice: Person, quick_age: None) -> None:
    weak = take_out(alice, way="locked", passphrase="weak")
    strong = take_out(alice, way="locked", passphrase="nine herons & wet gravel")

    assert weak.status_code == 422
    assert strong.content.startswith(b"nine herons & wet gravel|")


def test_taking_out_wants_the_words(alice: Person, bob: Person) -> None:
    for wrong in ("", "wrong", bob.words):
        answer = take_out(alice, words=wrong)
        assert answer.status_code == 422
        assert b"beside-export" not in answer.content


def test_a_locked_file_comes_back_whole(alice: Person, bob: Person) -> None:
    fill(alice)
    sealed = take_out(alice, way="locked").content

    unsaid = bring(bob, sealed)
    wrong = bring(bob, sealed, passphrase="wrong")
    right = bring(bob, sealed, passphrase=alice.words.upper())

    assert "This file is locked." in said(unsaid)
    assert "does not open with those words" in said(wrong)
    assert "New 3" in said(right)
    assert [moment.note for moment in bob.notebook().store.all(Moment)] == ["nobody heard"]


def test_where_too_many_wait_no_file_is_sent_and_it_is_said(
    alice: Person, quick_age: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> str:
        raise TooBusy

    monkeypatch.setattr(ways, "as_kept", busy)

    answer = take_out(alice, way="locked")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "Busy for a moment." in said(answer)


def test_where_many_are_served_a_file_that_takes_much_memory_is_refused_unopened(
    alice: Person, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 19\n"
    monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda *_: pytest.fail("opened"))
    path = "/settings/import/"
    filled = hidden(alice.look(path), path) | {"passphrase": alice.words}
    settings.HOSTED = True
    settings.SERVER_SECRET = bytes(32)

    answer = alice.client.post(path, filled | {"file": SimpleUploadedFile("a.age", head)})

    assert answer.status_code == 422
    assert "locked harder than we can open here" in said(answer)


def test_a_file_of_ours_can_be_brought_in_where_many_are_served() -> None:
    assert stretching_of(locked(b"{}", "nine herons")) == MOST_FOR_MANY


def test_twice_is_once_and_what_differs_stays(alice: Person) -> None:
    fill(alice)
    document = take_out(alice).content
    store = alice.notebook().store
    (moment,) = store.all(Moment)
    store.put(moment.but(note="somebody heard"), expected_revision=1)

    page = said(bring(alice, document))

    assert "Nothing in it was new. New 0 Here already 2 Different here, and left as it is 1" in page
    assert [moment.note for moment in store.all(Moment)] == ["somebody heard"]


def test_what_cannot_be_read_is_counted(alice: Person) -> None:
    document = json.loads(exported(MemoryStore(sam(), a_moment()), made=NOON.at))
    document["records"][0]["data"]["when"] = "once"

    page = said(bring(alice, json.dumps(document).encode()))

    assert "It is in." in page
    assert "Could not be read 1" in page


def test_choices_of_an_import_never_replace_ones_own(alice: Person) -> None:
    alice.send("/settings/preferences/", idle="10", theme="")
    others = exported(MemoryStore(Preferences(id=sam().id, idle_minutes=120)), made=NOON.at)

    bring(alice, others)

    assert alice.notebook().preferences().idle_minutes == 10


def test_choices_of_an_import_hold_where_nothing_was_chosen(alice: Person) -> None:
    others = exported(MemoryStore(Preferences(id=sam().id, idle_minutes=120)), made=NOON.at)
    bring(alice, others)

    assert alice.notebook().preferences().idle_minutes == 120
    alice.send("/settings/preferences/", idle="5", theme="")
    assert alice.notebook().preferences().idle_minutes == 5


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b"hello", "not a file that Beside has made"),
        (b"", "There is nothing in that file."),
        (b'{"format":"beside-export","version":9}', "A newer Beside"),
        (b"age-encryption.org/v1\n-> X25519 x\n", "not a file that Beside has made"),
    ],
)
def test_a_file_that_is_something_else_is_refused_kindly(
    alice: Person, document: bytes, why: str
) -> None:
    answer = bring(alice, document, passphrase="words")

    assert answer.status_code == 422
    assert why in said(answer)


def test_without_a_file_it_asks_for_one(alice: Person) -> None:
    answer = alice.send("/settings/import/")

    assert answer.status_code == 422
    assert "Choose the file first." in said(answer)


def test_a_file_passes_through_memory_alone(alice: Person, home: Path) -> None:
    note = "only in memory"
    document = exported(MemoryStore(a_moment(note=note * 200_000)), made=NOON.at)
    assert len(document) > 2_500_000

    bring(alice, document)

    for file in home.rglob("*"):
        assert not file.is_file() or note.encode() not in file.read_bytes()
    assert len(alice.notebook().store.all(Moment)) == 1
