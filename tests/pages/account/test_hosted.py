"""Where many are served: a name beside the words, perhaps a code, and the truth told."""

from __future__ import annotations

import html
import re
from copy import deepcopy
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from beside.keeping.accounts import invitations, standing
from beside.keeping.accounts.models import Account, AccountName
from beside.keeping.accounts.names import account_named, is_name
from tests.support.household import OWN, Person, browser, hidden, said

RUN_BY = "The <b>Elm</b> Street Library"


@pytest.fixture(autouse=True)
def hosted(settings: Any) -> Any:
    settings.HOSTED = True
    settings.SERVER_SECRET = bytes(range(32))
    settings.REGISTRATION = "open"
    settings.RUN_BY = RUN_BY
    settings.CONTACT = "desk@example.org"
    settings.SOURCE = "https://example.org/source"
    return settings


class Named(Person):
    """Somebody whose notebook has a name."""

    name = ""

    def keep(self, **more: str) -> HttpResponse:
        page = self.look("/keep/")
        self.name = shown_name(page)
        filled = hidden(page, "/keep/")
        self.words = filled["six"]
        return self.client.post("/keep/", filled | {"notebook": self.name} | more)

    def open(self, words: str = "", **more: str) -> HttpResponse:
        return super().open(words, **{"notebook": self.name} | more)


def twice(client: Client, filled: dict[str, str]) -> list[HttpResponse]:
    """Send one form twice, as a browser does that heard nothing the first time."""
    deaf = browser()
    deaf.cookies = deepcopy(client.cookies)
    return [one.post("/keep/", filled) for one in (client, deaf)]


def shown_name(page: HttpResponse) -> str:
    found = re.search(r'id="name"[^>]*><b>([^<]+)</b>', page.content.decode())
    assert found is not None
    return found[1]


@pytest.fixture
def alice() -> Named:
    somebody = Named()
    somebody.keep()
    return somebody


@pytest.fixture
def charlie() -> Named:
    return Named()


def test_keep_shows_a_name_above_the_six_words(charlie: Named) -> None:
    page = charlie.look("/keep/")
    text = page.content.decode()

    assert is_name(shown_name(page))
    assert text.index('id="name"') < text.index('id="six"')
    assert "Write both on paper." in said(page)


def test_loading_the_page_again_shows_the_same_name(charlie: Named) -> None:
    first = charlie.client.get("/keep/")
    here = first["Location"]

    names = {shown_name(charlie.client.get(here)) for _ in range(3)}

    assert len(names) == 1
    assert shown_name(charlie.look("/keep/")) not in names


def test_a_password_manager_finds_the_name_beside_the_words(charlie: Named) -> None:
    text = charlie.look("/keep/").content.decode()

    assert 'autocomplete="username"' in text
    assert 'value="notes"' not in text
    assert 'autocomplete="username"' in charlie.look("/open/").content.decode()


def test_a_notebook_opens_with_its_name_and_its_words(alice: Named) -> None:
    alice.client = browser()
    assert not alice.is_in

    alice.open(notebook=alice.name.upper().replace("-", " "))

    assert alice.is_in


def test_the_words_of_another_notebook_open_nothing(alice: Named, charlie: Named) -> None:
    charlie.keep()
    charlie.client = browser()

    answer = charlie.open(alice.words)

    assert answer.status_code == 422
    assert not charlie.is_in


def test_a_name_that_nobody_has_is_answered_as_wrong_words_are(alice: Named) -> None:
    alice.client = browser()
    wrong_words, no_such_name = (
        alice.open("six words of somebody else"),
        alice.open(notebook="a-b-1"),
    )

    assert wrong_words.status_code == no_such_name.status_code == 422
    assert said(wrong_words).replace(alice.name, "") == said(no_such_name).replace("a-b-1", "")


def test_a_disabled_notebook_is_answered_so_too(alice: Named) -> None:
    account_id = account_named(alice.name)
    assert account_id is not None
    standing.set_disabled(account_id, disabled=True)
    alice.client = browser()

    answer = alice.open()

    assert answer.status_code == 422
    assert "Look at the name and at each word again." in said(answer)


def test_the_name_is_nowhere_in_clear(alice: Named) -> None:
    (row,) = AccountName.objects.all()

    assert alice.name.encode() not in bytes(row.name_hash)
    assert len(bytes(row.name_hash)) == 32


def test_a_form_that_is_sent_twice_makes_one_notebook(charlie: Named) -> None:
    page = charlie.look("/keep/")
    filled = hidden(page, "/keep/") | {"notebook": shown_name(page)}

    answers = twice(charlie.client, filled)

    assert [one.status_code for one in answers] == [303, 303]
    assert Account.objects.count() == 1


@pytest.mark.parametrize("name", ["", "my-own-name", "kettle-otter-1", "kettle-otter-48210"])
def test_nobody_takes_a_name_of_their_own(charlie: Named, name: str) -> None:
    answer = charlie.keep(notebook=name)

    assert answer.status_code == 422
    assert Account.objects.count() == 0


def test_words_of_ones_own_go_with_the_same_name(charlie: Named) -> None:
    page = charlie.look("/keep/")
    name = shown_name(page)
    filled = hidden(page, "/keep/") | {"notebook": name, "own": OWN}
    del filled["draw"]

    charlie.client.post("/keep/", filled)

    assert account_named(name) is not None
    assert charlie.is_in


def test_the_words_can_be_changed_without_the_name(alice: Named) -> None:
    alice.send("/settings/words/", own=OWN, words=alice.words)
    alice.client = browser()

    assert alice.open(alice.words).status_code == 422
    alice.open(OWN)
    assert alice.is_in


def test_a_spare_key_needs_the_name_too(alice: Named) -> None:
    filled = hidden(alice.look("/settings/spare-key/"), "/settings/spare-key/")
    alice.client.post("/settings/spare-key/", filled | {"words": alice.words, "printed": "on"})
    alice.client = browser()
    key = filled["spare_key"]

    assert (
        alice.send("/open/spare/", spare_key=key, notebook="kettle-otter-4821").status_code == 422
    )
    page = alice.send("/open/spare/", spare_key=key, notebook=alice.name)
    new = hidden(page, "/open/spare/words/")
    assert alice.client.post("/open/spare/words/", new).status_code == 303

    assert alice.is_in
    alice.client = browser()
    alice.open(new["six"])
    assert alice.is_in


def test_after_a_lock_the_name_is_asked_for_as_well(alice: Named) -> None:
    page = alice.look("/moments/new/")
    filled = hidden(page, "/moments/")
    alice.client.cookies.pop("__Host-b")

    locked = alice.client.post("/moments/", filled | {"what": "asked"})
    assert 'name="notebook"' in locked.content.decode()
    again = hidden(locked, "/open/again/") | {"notebook": alice.name, "words": alice.words}
    assert "It is open again." in said(alice.client.post("/open/again/", again))


def test_a_name_that_is_missing_is_said_beside_it(alice: Named) -> None:
    alice.client = browser()

    assert alice.open(notebook="").content.count(b"Fill this in.") >= 1


class TestByInvitation:
    """A code is needed."""

    @pytest.fixture(autouse=True)
    def by_code(self, hosted: Any) -> None:
        hosted.REGISTRATION = "invite"

    def test_a_code_is_asked_for_and_works_once(self, charlie: Named) -> None:
        code = invitations.invite()

        assert charlie.keep(invitation=code.lower().replace("-", "")).status_code == 303
        assert Named().keep(invitation=code).status_code == 422
        assert Account.objects.count() == 1

    def test_without_one_nothing_is_stretched(
        self, charlie: Named, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from beside.keeping.accounts import named

        monkeypatch.setattr(named, "stretched", lambda *_, **__: pytest.fail("it was"))

        answer = charlie.keep(invitation="0000-0000-0000-0000-0000-0000")

        assert answer.status_code == 422
        assert "That code lets nobody in here." in said(answer)

    def test_the_form_comes_back_with_the_code_and_the_name(self, charlie: Named) -> None:
        answer = charlie.keep(invitation="WRONG")

        assert shown_name(answer) == charlie.name
        assert 'value="WRONG"' in answer.content.decode()

    def test_a_form_that_is_sent_twice_is_let_in_twice(self, charlie: Named) -> None:
        page = charlie.look("/keep/")
        filled = hidden(page, "/keep/")
        filled |= {"notebook": shown_name(page), "invitation": invitations.invite()}

        answers = twice(charlie.client, filled)

        assert [one.status_code for one in answers] == [303, 303]

    def test_the_door_says_so(self) -> None:
        assert "To keep a notebook here you need a code from them." in said(browser().get("/"))


class TestClosed:
    """Nobody new is taken."""

    @pytest.fixture(autouse=True)
    def closed(self, hosted: Any) -> None:
        hosted.REGISTRATION = "closed"

    def test_it_is_said_before_anybody_begins(self) -> None:
        assert "no new notebook can be kept here now" in said(browser().get("/"))

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_keep_makes_nothing(self, method: str) -> None:
        page = getattr(Client(HTTP_HOST="127.0.0.1"), method)("/keep/?draw=1")

        assert "No new notebook can be kept here now." in said(page)
        assert Account.objects.count() == 0

    def test_who_has_a_notebook_still_opens_it(self, hosted: Any) -> None:
        hosted.REGISTRATION = "open"
        alice = Named()
        alice.keep()
        hosted.REGISTRATION = "closed"
        alice.client = browser()

        alice.open()

        assert alice.is_in


class TestWhatPeopleAreTold:
    """Who runs it, and what they can see."""

    @pytest.mark.parametrize("path", ["/", "/seen/", "/limits/"])
    def test_who_runs_it_is_named_and_cannot_write_html(self, path: str) -> None:
        text = browser().get(path).content.decode()

        assert f"<bdi>{html.escape(RUN_BY)}</bdi>" in text
        assert "<b>Elm</b>" not in text

    def test_what_they_see_is_said(self) -> None:
        text = said(browser().get("/seen/"))

        for part in ("a notebook is there", "how much it holds", "when it is used"):
            assert part in text
        assert "While it is open, the server holds what you open" in text
        assert "this computer" not in text
        assert "desk@example.org" in text

    def test_no_page_speaks_of_this_computer(self, alice: Named) -> None:
        for path in ("/", "/seen/", "/limits/", "/source/", "/settings/", "/settings/delete/"):
            assert "this computer" not in said(alice.look(path))
        assert "this computer" not in said(browser().get("/gone/"))

    def test_it_says_how_long_copies_live(self, alice: Named, hosted: Any) -> None:
        hosted.COPIES_DAYS = 21

        assert "for 21 days at most" in said(alice.look("/settings/delete/"))
        assert "for 21 days at most" in said(browser().get("/gone/"))

    def test_the_code_is_a_link(self) -> None:
        assert 'href="https://example.org/source"' in browser().get("/source/").content.decode()

    def test_a_notebook_can_be_deleted(self, alice: Named) -> None:
        alice.send("/settings/delete/", words=alice.words, sure="on")

        assert Account.objects.count() == 0
        assert AccountName.objects.count() == 0
