"""What cannot be undone asks for the words again; the rest is one press."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.disk.copies import CopyRefused
from beside.keeping.vault.models import SealedRow
from beside.keeping.vault.notebook import LookedThrough
from beside.pages.account.views import settings
from tests.support.cast import a_moment
from tests.support.household import OWN, Person, browser, hidden, said
from tests.support.quick import idle_times

WRONG = "That opens nothing here. Look at each word again."


def new_key(somebody: Person) -> str:
    """Let *somebody* keep a spare key, and return it."""
    filled = hidden(somebody.look("/settings/spare-key/"), "/settings/spare-key/")
    somebody.client.post(
        "/settings/spare-key/", filled | {"words": somebody.words, "printed": "on"}
    )
    return filled["spare_key"]


def test_the_words_are_changed_with_the_words(alice: Person) -> None:
    filled = hidden(alice.look("/settings/words/"), "/settings/words/")

    answer = alice.client.post("/settings/words/", filled | {"words": alice.words})

    assert answer.url == "/settings/"
    assert "your new words open this notebook" in said(alice.look("/settings/"))
    assert Person().open(filled["six"]).status_code == 303
    assert Person().open(alice.words).status_code == 422


def test_a_change_of_words_that_is_sent_twice_says_that_it_is_done(alice: Person) -> None:
    filled = hidden(alice.look("/settings/words/"), "/settings/words/") | {"words": alice.words}
    second_press = browser()
    second_press.cookies = alice.client.cookies.copy()
    alice.client.post("/settings/words/", filled)

    again = second_press.post("/settings/words/", filled)

    assert again.status_code == 303
    assert Person().open(filled["six"]).status_code == 303


def test_own_words_may_take_their_place(alice: Person) -> None:
    alice.send("/settings/words/", own=OWN, words=alice.words)

    assert Person().open(OWN).status_code == 303


def test_with_wrong_words_nothing_is_changed(alice: Person, bob: Person) -> None:
    for wrong in ("wrong", bob.words):
        answer = alice.send("/settings/words/", words=wrong)
        assert answer.status_code == 422
        assert WRONG in said(answer)

    assert Person().open(alice.words).status_code == 303


def test_words_that_open_another_notebook_are_refused(alice: Person, bob: Person) -> None:
    bob.send("/settings/words/", own=OWN, words=bob.words)

    answer = alice.send("/settings/words/", own=OWN, words=alice.words)

    assert answer.status_code == 422
    assert "Those words open another notebook." in said(answer)


def test_a_spare_key_counts_once_a_part_of_it_was_typed(alice: Person) -> None:
    filled = hidden(alice.look("/settings/spare-key/"), "/settings/spare-key/")
    group = filled["spare_key"].split("-")[3].lower()

    untyped = alice.client.post("/settings/spare-key/", filled | {"words": alice.words})
    wrong = alice.client.post(
        "/settings/spare-key/", filled | {"words": alice.words, "group": "zzz"}
    )
    right = alice.client.post(
        "/settings/spare-key/", filled | {"words": alice.words, "group": f" {group} "}
    )

    assert (untyped.status_code, wrong.status_code, right.status_code) == (422, 422, 303)
    assert hidden(wrong, "/settings/spare-key/")["spare_key"] == filled["spare_key"]
    assert "you have one" in said(alice.look("/settings/"))


def test_loading_the_page_again_shows_the_same_spare_key_until_it_is_kept(alice: Person) -> None:
    address = str(alice.client.get("/settings/spare-key/").url)
    first = hidden(alice.look(address), "/settings/spare-key/")
    assert hidden(alice.look(address), "/settings/spare-key/")["spare_key"] == first["spare_key"]

    alice.client.post("/settings/spare-key/", first | {"words": alice.words, "printed": "on"})

    assert hidden(alice.look(address), "/settings/spare-key/")["spare_key"] != first["spare_key"]


def test_a_spare_key_wants_the_words_too(alice: Person) -> None:
    answer = alice.send("/settings/spare-key/", words="wrong", printed="on")

    assert answer.status_code == 422
    assert not Wrap.objects.filter(kind=Wrap.Kind.SPARE_KEY).exists()


def test_looking_at_a_new_key_leaves_the_old_one(alice: Person) -> None:
    key = new_key(alice)

    alice.look("/settings/spare-key/")

    assert Person().send("/open/spare/", spare_key=key).status_code == 200


def test_the_spare_key_opens_once_and_a_new_one_is_offered(alice: Person) -> None:
    key = new_key(alice)
    charlie = Person()

    asked = charlie.send("/open/spare/", spare_key=key.lower().replace("-", " "))
    filled = hidden(asked, "/open/spare/words/")
    opened = charlie.client.post("/open/spare/words/", filled)

    assert (opened.status_code, opened.url) == (303, "/settings/spare-key/")
    assert charlie.is_in
    assert Person().open(filled["six"]).status_code == 303
    assert Person().open(alice.words).status_code == 422
    spent = Person().send("/open/spare/", spare_key=key)
    assert spent.status_code == 422
    assert "That spare key opens nothing here." in said(spent)


def test_a_spare_key_form_sent_twice_opens_twice(alice: Person) -> None:
    key = new_key(alice)
    charlie = Person()
    filled = hidden(charlie.send("/open/spare/", spare_key=key), "/open/spare/words/")
    charlie.client.post("/open/spare/words/", filled)
    again = Person()
    filled["csrfmiddlewaretoken"] = hidden(again.look("/open/"), "/open/")["csrfmiddlewaretoken"]

    answer = again.client.post("/open/spare/words/", filled)

    assert answer.status_code == 303
    assert again.is_in


def test_own_words_may_follow_the_spare_key_and_weak_ones_are_asked_again(alice: Person) -> None:
    key = new_key(alice)
    charlie = Person()
    filled = hidden(charlie.send("/open/spare/", spare_key=key), "/open/spare/words/")

    weak = charlie.client.post("/open/spare/words/", filled | {"own": "weak"})
    filled = hidden(weak, "/open/spare/words/")
    strong = charlie.client.post("/open/spare/words/", filled | {"own": OWN})

    assert (weak.status_code, strong.status_code) == (422, 303)
    assert Person().open(OWN).status_code == 303


def test_guesses_at_spare_keys_get_slower_too(alice: Person) -> None:
    answers = [Person().send("/open/spare/", spare_key="0000") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [422] * 5 + [429]


def test_a_spare_key_can_be_removed_with_the_words(alice: Person) -> None:
    key = new_key(alice)

    refused = alice.send("/settings/spare-key/remove/", words="wrong")
    answer = alice.send("/settings/spare-key/remove/", words=alice.words)

    assert (refused.status_code, answer.status_code) == (422, 303)
    assert Person().send("/open/spare/", spare_key=key).status_code == 422
    assert "none yet" in said(alice.look("/settings/"))


def test_every_browser_that_is_open_is_listed(alice: Person) -> None:
    phone = Person(words=alice.words)
    phone.client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (Android 16) Firefox/153.0"
    phone.open()

    page = said(alice.look("/settings/sessions/"))

    assert "in 2 places" in said(alice.look("/settings/"))
    assert "Firefox · Android" in page
    assert page.count("this one") == 1


def test_all_others_can_be_closed(alice: Person, bob: Person) -> None:
    phone = Person(words=alice.words)
    phone.open()

    alice.send("/settings/sessions/", to="/settings/sessions/close/")

    assert "Closed everywhere else." in said(alice.look("/settings/sessions/"))
    assert (alice.is_in, phone.is_in, bob.is_in) == (True, False, True)


def test_how_it_looks_is_kept_in_the_browser_and_the_rest_in_the_notebook(alice: Person) -> None:
    answer = alice.send(
        "/settings/preferences/", idle="10", theme="dark", quiet="on", spellcheck="on"
    )

    assert answer.url == "/settings/"
    page = alice.look("/settings/preferences/")
    text = page.content.decode()
    assert 'data-theme="dark"' in text
    assert "<title>Notes</title>" in text
    kept = alice.notebook().preferences()
    assert (kept.idle_minutes, kept.spellcheck) == (10, True)
    assert set(idle_times()) == {600}
    assert re.search(r'name="idle" value="10"[^>]*checked', text)
    assert text.count(" checked") == 4


@pytest.mark.parametrize("chosen", LookedThrough)
def test_who_else_looks_through_the_phone_is_kept(alice: Person, chosen: LookedThrough) -> None:
    alice.send("/settings/preferences/", idle="10", looked_through=chosen.value)

    text = alice.look("/settings/preferences/").content.decode()
    assert alice.notebook().preferences().looked_through is chosen
    assert re.search(rf'name="looked_through" value="{chosen}"[^>]*checked', text)


def test_until_somebody_says_who_looks_nothing_is_chosen(alice: Person) -> None:
    alice.send("/settings/preferences/", idle="10")

    text = alice.look("/settings/preferences/").content.decode()
    assert alice.notebook().preferences().looked_through is None
    assert not re.search(r'name="looked_through"[^>]*checked', text)


def test_without_an_answer_to_who_looks_the_one_before_stays(alice: Person) -> None:
    alice.send("/settings/preferences/", idle="10", looked_through="yes")

    alice.send("/settings/preferences/", idle="60")

    assert alice.notebook().preferences().looked_through is LookedThrough.yes
    assert alice.notebook().preferences().idle_minutes == 60


def test_an_answer_that_is_not_there_is_refused(alice: Person) -> None:
    answer = alice.send("/settings/preferences/", idle="10", looked_through="often")

    assert answer.status_code == 422
    assert alice.notebook().preferences().looked_through is None


def test_what_it_changes_is_said_beside_the_question(alice: Person) -> None:
    page = said(alice.look("/settings/preferences/"))

    assert (
        "Could someone else look through this phone? With all but “No”, it locks sooner and "
        "leaves out links and calendar files." in page
    )


def test_an_idle_time_that_is_not_offered_is_refused(alice: Person) -> None:
    for idle in ("", "1", "100000"):
        assert alice.send("/settings/preferences/", idle=idle).status_code == 422


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (datetime.now(UTC), "today"),
        (datetime.now(UTC) - timedelta(days=1), "yesterday"),
        (datetime(2026, 3, 3, 12, tzinfo=UTC), "March 3, 2026"),
        (None, "none yet"),
    ],
    ids=["today", "yesterday", "before", "never"],
)
def test_the_day_of_the_last_copy_is_said(
    alice: Person, monkeypatch: pytest.MonkeyPatch, made: datetime | None, shown: str
) -> None:
    monkeypatch.setattr(settings, "last_copy", lambda: made)

    assert f"last copy here: {shown}" in said(alice.look("/settings/"))


def test_everything_goes_with_the_words_and_a_tick(alice: Person, bob: Person) -> None:
    alice.notebook().store.put(a_moment(), expected_revision=0)
    gone, stays = alice.notebook().account_id, bob.notebook().account_id

    answer = alice.send("/settings/delete/", words=alice.words, sure="on")

    assert answer.url == "/gone/"
    assert not SealedRow.objects.filter(account_id=gone).exists()
    assert not Wrap.objects.filter(account_id=gone).exists()
    assert set(Account.objects.filter(canary=False).values_list("id", flat=True)) == {stays}
    assert "It is gone." in said(alice.look("/gone/"))
    assert Person().open(alice.words).status_code == 422
    assert Person().open(bob.words).status_code == 303


@pytest.mark.parametrize("missing", ["words", "sure"])
def test_without_words_or_tick_nothing_goes(alice: Person, missing: str) -> None:
    filled = {"words": alice.words, "sure": "on"}
    del filled[missing]

    answer = alice.send("/settings/delete/", **filled)

    assert answer.status_code == 422
    assert Person().open(alice.words).status_code == 303


def test_copies_that_could_not_be_renewed_are_named(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise CopyRefused

    monkeypatch.setattr(settings, "forget_in_copies", refuse)

    answer = alice.send("/settings/delete/", words=alice.words, sure="on")

    assert "could not be removed" in said(alice.client.get(answer.url))


def test_what_it_cannot_do_and_where_its_code_lies_is_said_to_anybody(charlie: Person) -> None:
    assert "We cannot look up your words." in said(charlie.look("/limits/"))
    assert "GNU Affero General Public License" in said(charlie.look("/source/"))


@pytest.mark.parametrize("path", ["/limits/", "/source/"])
def test_pages_for_anybody_have_a_way_back(alice: Person, charlie: Person, path: str) -> None:
    assert '<a class="btn flat" href="/settings/">' in alice.look(path).content.decode()
    assert '<a class="btn flat" href="/">' in charlie.look(path).content.decode()


def test_why_a_group_is_typed_is_said(alice: Person) -> None:
    page = said(alice.look("/settings/spare-key/"))

    assert "Type any one group of four So that we know it is on paper." in page


def test_what_goes_out_and_what_comes_in_have_one_name_each(alice: Person) -> None:
    settings_page = said(alice.look("/settings/"))

    for path, heading in (("export", "Export everything"), ("import", "Bring an export in")):
        assert heading in settings_page
        assert f"<h1>{heading}</h1>" in alice.look(f"/settings/{path}/").content.decode()
    assert "Export everything first" in said(alice.look("/settings/delete/"))
    assert "The file lands where your browser puts files. This page stays." in said(
        alice.look("/settings/export/")
    )
