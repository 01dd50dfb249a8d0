"""Both sides, on *What happened*, on the one page and on its PDF; and what an opening takes in."""

from __future__ import annotations

import io
from uuid import UUID

import pypdf
import pytest
from django.urls import reverse

from beside.journey.practice.model import Ask
from beside.journey.practice.reply import Glad, Reply, Said
from beside.keeping.sharing.models import LinkProof, ReplyKey, SealedReply, SharedLink
from beside.keeping.vault.notebook import remove_everything, tables_of_accounts
from tests.support.cast import NOON, REX, rex, sam
from tests.support.exchange import Friend, asks, notebook, replies_of
from tests.support.forms import main_of, shown
from tests.support.household import browser
from tests.support.people import Somebody
from tests.support.quick import nobody_came_before, quick_words
from tests.support.ten_asks import WELL
from tests.support.ten_asks import asks as ten

__all__ = ["nobody_came_before", "quick_words"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]

QUOTED, PRIVATE = "It was nice that you asked.", "I did not like it, but it is fine."


def answered(number: int, one: Ask, **said: object) -> Reply:
    reply = Reply(id=UUID(int=900 + number, version=4), came=NOON, said=Said.yes, ask_id=one.id)
    return reply.but(seen_on=NOON.on, **said)


@pytest.fixture
def six(alice: Somebody) -> Somebody:
    """Alice with six tests that went well, and five answers."""
    every = [one.but(glad_guess=Glad.not_really) for one in ten(*[WELL] * 6)]
    replies = [answered(n, one, trouble=2, glad=Glad.yes) for n, one in enumerate(every[:4])]
    last = answered(4, every[4], words=PRIVATE)
    alice.keeps(sam(), *every, replies[0].but(words=QUOTED, may_quote=True), *replies[1:], last)
    return alice


def test_what_happened_shows_both_sides_with_their_n(six: Somebody) -> None:
    page = shown(six.client.get("/tests/what-happened/"))

    assert "Both sides" in page
    assert "Less than you guessed in 4 of 4, more in 0." in page
    assert "They said yes in 4 of 4. You guessed yes in 0 of 4." in page
    assert "Skipped 1 of 5" in page
    assert "Too few to say more." in page
    assert "They knew that you would read it." in page
    assert QUOTED in page
    assert PRIVATE not in page


def test_the_one_page_and_its_pdf_say_the_same(six: Somebody) -> None:
    page = shown(six.client.get("/page/?words=yes"))
    pdf = six.client.post(reverse("paper:pdf"), {"words": "yes"})
    (sheet,) = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
    paper = " ".join(sheet.extract_text().split())

    for said in (
        "Both sides",
        "Less than you guessed in 4 of 4, more in 0.",
        "They said yes in 4 of 4. You guessed yes in 0 of 4.",
        "They knew that you would read it.",
        QUOTED,
    ):
        assert said in page, said
        assert said in paper, said
    assert PRIVATE not in page + paper


def test_where_words_are_left_out_theirs_are_too(six: Somebody) -> None:
    assert QUOTED not in shown(six.client.get("/page/"))


def test_without_an_answer_there_is_no_such_part(alice: Somebody) -> None:
    alice.keeps(sam(), *ten(WELL))

    assert "Both sides" not in shown(alice.client.get("/tests/what-happened/"))
    assert 'class="bubble said"' not in main_of(alice.client.get("/page/"))


def test_nobody_who_is_flagged_is_in_it(alice: Somebody) -> None:
    (one,) = ten(WELL, person_id=REX)
    alice.keeps(rex(), one, answered(0, one, trouble=9))

    assert "Both sides" not in shown(alice.client.get("/tests/what-happened/"))


@pytest.mark.usefixtures("quick_words", "nobody_came_before")
def test_an_answer_is_taken_in_when_the_notebook_is_next_opened() -> None:
    """Through the real door: keep, make a link, lock, be answered, open."""
    from beside.keeping.accounts.opening import keep

    words = "two ducks & a kettle beside one pond"
    account_id, data_key = keep(words)
    alice = Somebody(account_id=account_id, data_key=data_key)
    friend = Friend(asks(alice))
    alice.lock()
    friend.answers("yes")
    assert SealedReply.objects.count() == 1

    client = browser()
    door = client.get("/open/")
    token = door.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"words": words, "csrfmiddlewaretoken": token}
    today = client.post("/open/", sent, follow=True)

    assert "Sam answered." in shown(today)
    assert SealedReply.objects.count() == 0
    assert [reply.said for reply in replies_of(alice)] == [Said.yes]


def test_removed_for_good_nothing_of_links_is_left(alice: Somebody, bob: Somebody) -> None:
    Friend(asks(alice)).answers()
    theirs = Friend(asks(bob))
    theirs.answers()

    remove_everything(alice.account_id)

    for table in (LinkProof, ReplyKey, SealedReply, SharedLink):
        assert table in tables_of_accounts()
        assert table.objects.filter(account_id=alice.account_id).count() == 0
        assert table.objects.filter(account_id=bob.account_id).count() == 1
    assert theirs.opens().status_code == 200


def test_what_a_link_showed_is_let_go_of_long_after_its_last_day(alice: Somebody) -> None:
    from datetime import timedelta

    from beside.kernel.days import lived
    from beside.pages.front.arrivals import take_in
    from beside.pages.front.requests import now
    from beside.pages.front.zones import zone_here

    asks(alice)
    row = SharedLink.objects.get()
    SharedLink.objects.update(expires_on=row.expires_on - timedelta(days=60))

    take_in(notebook(alice), lived(now(), zone_here()))

    row = SharedLink.objects.get()
    assert (row.revoked, bytes(row.sealed)) == (True, b"")
