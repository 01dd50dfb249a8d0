"""Whoever can write to the database, or looks at an address, gets nothing in and nothing out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from beside.journey.practice.replies import Answer, packed
from beside.journey.practice.reply import Reply, Said
from beside.keeping.crypto import hpke, sharing
from beside.keeping.crypto.sharing import Place
from beside.keeping.sharing import doors
from beside.keeping.sharing.links import Envelope
from beside.keeping.sharing.models import LinkProof, ReplyKey, SealedReply, SharedLink
from tests.support.cast import TODAY_WAS_A_LOT
from tests.support.exchange import LINK, THE_DOG, Friend, asks, replies_of, takes_in
from tests.support.forms import shown
from tests.support.people import HERE, Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]

REFUSED = "An answer could not be checked."


def only_reply(alice: Somebody) -> Reply:
    (reply,) = replies_of(alice)
    return reply


def put(alice: Somebody, sealed: bytes, link_id: object = LINK) -> None:
    row = SealedReply(account_id=alice.account_id, id=uuid4(), link_id=link_id, sealed=sealed)
    row.save(force_insert=True)


def sealed_by(
    alice: Somebody, code: str, public: bytes, *, turn: int = 1, **where: object
) -> bytes:
    place = {"account": alice.account_id, "link": LINK, "ask": TODAY_WAS_A_LOT} | where
    key = sharing.link_key(sharing.read(code))
    body = packed(Answer(said=Said.yes, words="I was never here."))
    return sharing.sealed_reply(key, public, body, Place(**place), turn=turn)


def public_key(code: str) -> bytes:
    with doors.opened(code) as door:
        return door.public


def _with_one_bit_turned(sealed: bytes) -> bytes:
    return bytes(sealed)[:-1] + bytes((sealed[-1] ^ 1,))


def refused(alice: Somebody) -> None:
    """Expect that what lies there is said to be unchecked, and that nothing of it is kept."""
    page = shown(takes_in(alice))
    assert REFUSED in page
    assert "I was never here." not in page
    assert only_reply(alice).said is Said.unchecked
    assert only_reply(alice).words == ""
    assert SealedReply.objects.count() == 0


# Whoever writes to the database


def test_an_answer_without_the_link_is_refused_and_said(alice: Somebody) -> None:
    code = asks(alice)
    stranger = sharing.written(sharing.new_secret())
    put(alice, sealed_by(alice, stranger, public_key(code)))

    refused(alice)


def test_an_answer_that_was_cut_is_refused_and_said(alice: Somebody) -> None:
    Friend(asks(alice)).answers()
    row = SealedReply.objects.get()
    SealedReply.objects.update(sealed=bytes(row.sealed)[:-1])

    refused(alice)


@pytest.mark.parametrize("where", ["account", "ask", "link"])
def test_an_answer_from_elsewhere_is_refused_and_said(alice: Somebody, where: str) -> None:
    code = asks(alice)
    put(alice, sealed_by(alice, code, public_key(code), **{where: uuid4()}))

    refused(alice)


def test_what_was_taken_in_before_is_not_taken_in_again(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers()
    sealed = bytes(SealedReply.objects.get().sealed)
    takes_in(alice)
    put(alice, sealed)

    takes_in(alice)

    assert sorted(reply.said for reply in replies_of(alice)) == [Said.unchecked, Said.yes]


def test_another_key_in_what_the_link_shows_is_noticed_before_anybody_answers(
    alice: Somebody,
) -> None:
    """Somebody has the link, and writes to the database: the answers would be theirs to read."""
    import msgspec

    code = asks(alice)
    theirs = hpke.new_private_key()
    with doors.opened(code) as door:
        swapped = Envelope(hpke.public_of(theirs), TODAY_WAS_A_LOT, door.shown)
        sealed = sharing.sealed_ask(door.key, msgspec.msgpack.encode(swapped), door.place)
    SharedLink.objects.update(sealed=sealed)

    takes_in(alice)

    assert only_reply(alice).said is Said.unchecked
    assert Friend(code).opens().status_code == 404, "the link is closed"


def test_an_answer_to_a_swapped_key_is_refused_and_said(alice: Somebody) -> None:
    code = asks(alice)
    put(alice, sealed_by(alice, code, hpke.public_of(hpke.new_private_key())))

    refused(alice)


def test_what_the_link_shows_cannot_be_changed_without_the_link(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    row = SharedLink.objects.get()
    SharedLink.objects.update(sealed=_with_one_bit_turned(row.sealed))

    assert friend.opens().status_code == 404


def test_a_key_of_ones_own_that_is_gone_is_noticed(alice: Somebody) -> None:
    Friend(asks(alice)).answers()
    ReplyKey.objects.all().delete()

    refused(alice)


def test_links_that_nobody_made_are_said_once_however_many_there_are(alice: Somebody) -> None:
    for _ in range(3):
        put(alice, b"x" * 400, link_id=uuid4())

    takes_in(alice)

    assert [reply.said for reply in replies_of(alice)] == [Said.unchecked]


@pytest.mark.parametrize("said", ["offer", "unchecked"])
def test_an_answer_that_this_link_cannot_bring_is_refused(alice: Somebody, said: str) -> None:
    code = asks(alice)
    with doors.opened(code) as door:
        doors.leave(door, packed(Answer(said=Said(said), words="I was never here.")))

    refused(alice)


@pytest.mark.parametrize(
    "body", [b"", b"\xc1", b"\x80", packed(Answer(said=Said.yes, words="I was never here." * 90))]
)
def test_what_no_page_of_ours_sends_is_refused(alice: Somebody, body: bytes) -> None:
    code = asks(alice)
    with doors.opened(code) as door:
        doors.leave(door, body)

    refused(alice)


def test_what_came_in_beside_it_is_taken_in_all_the_same(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.answers("part")
    put(alice, b"x" * 400, link_id=uuid4())

    takes_in(alice)

    assert sorted(reply.said for reply in replies_of(alice)) == [Said.part, Said.unchecked]


# Whoever looks


@pytest.mark.parametrize("method", ["get", "head"])
def test_to_look_at_the_address_shows_counts_and_uses_nothing(
    alice: Somebody, charlie: Client, method: str
) -> None:
    code = asks(alice)
    before = list(SharedLink.objects.values())

    plain = getattr(charlie, method)("/r/")
    for address in (f"/r/?code={code}", f"/r/?{code}", "/r/?step=answer&said=yes"):
        page = getattr(charlie, method)(address)
        assert page.status_code == 200
        assert page.content == plain.content
        assert THE_DOG.encode() not in page.content

    assert list(SharedLink.objects.values()) == before
    assert SealedReply.objects.count() == 0
    assert not charlie.cookies, "nothing is kept in the browser"


def test_the_whole_exchange_keeps_nothing_in_the_browser(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.client.get("/r/")
    friend.opens()
    friend.answers()
    friend.adds(trouble=3)

    assert not friend.client.cookies


def test_in_a_browser_with_a_notebook_open_nothing_of_it_is_on_the_page(
    alice: Somebody, bob: Somebody
) -> None:
    friend = Friend(asks(alice), client=bob.client)

    page = friend.client.post("/r/", {"code": friend.code}, headers={"Sec-Fetch-Mode": "navigate"})

    assert THE_DOG in shown(page)
    assert "data-signed-in" not in page.content.decode()
    assert 'href="/settings/"' not in page.content.decode()


def test_another_site_can_send_nothing(alice: Somebody) -> None:
    friend = Friend(asks(alice))

    page = friend.client.post(
        "/r/",
        {"code": friend.code, "step": "answer", "said": "yes"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert page.status_code == 403
    assert SealedReply.objects.count() == 0


# One page for whatever does not open


def over(alice: Somebody) -> str:
    code = asks(alice)
    SharedLink.objects.update(expires_on=datetime.now(UTC).date() - timedelta(days=2))
    return code


def taken_back(alice: Somebody) -> str:
    code = asks(alice)
    alice.client.post(f"/links/{TODAY_WAS_A_LOT}/take-back/")
    return code


def deleted(alice: Somebody) -> str:
    code = asks(alice)
    alice.client.post(f"/tests/{TODAY_WAS_A_LOT}/delete/")
    return code


def unknown(alice: Somebody) -> str:
    asks(alice)
    return sharing.written(sharing.new_secret())


def no_code(alice: Somebody) -> str:
    asks(alice)
    return "not a code"


def resting(alice: Somebody) -> str:
    code = asks(alice)
    SharedLink.objects.update(resting=True)
    return code


@pytest.mark.parametrize("way", [over, taken_back, deleted, unknown, no_code, resting])
@pytest.mark.parametrize("step", ["", "answer", "more", "not_for_me"])
def test_it_is_the_same_page_and_the_same_questions_whatever_the_reason(
    alice: Somebody, django_assert_num_queries: object, way: object, step: str
) -> None:
    friend = Friend(way(alice))
    reference = Friend("A" * 43).opens()

    with django_assert_num_queries(3):
        page = friend.sends(step=step, said="yes")

    assert page.status_code == reference.status_code == 404
    assert page.content == reference.content
    assert SealedReply.objects.count() == 0


def test_it_costs_the_same_to_find_nothing(alice: Somebody, monkeypatch: object) -> None:
    """Nobody may learn by a clock which of them it was: what takes time is done each time."""
    asks(alice)
    done: list[str] = []
    for name in ("link_key", "opened_ask"):
        inner = getattr(sharing, name)

        def counted(*args: object, inner: object = inner, name: str = name) -> object:
            done.append(name)
            return inner(*args)

        monkeypatch.setattr(sharing, name, counted)

    for code in ("nonsense", "A" * 43):
        done.clear()
        Friend(code).opens()
        assert done == ["link_key", "opened_ask"]


# Limits, in kind words


def test_words_that_are_too_long_come_back_with_all_that_was_written(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    long = "x" * 1_001

    page = friend.adds("yes", words=long, trouble=4)

    assert page.status_code == 422
    assert "That has 1001 characters. There is room for 1000." in shown(page)
    assert long in page.content.decode()


def test_after_twenty_times_it_stays_as_it_was(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    for _ in range(doors.MOST_WRITES):
        assert friend.answers("yes").status_code == 200

    page = friend.answers("not_this_time")

    assert page.status_code == 409
    assert "This was changed many times. It stays as it was last." in shown(page)
    takes_in(alice)
    assert only_reply(alice).said is Said.yes


def test_a_body_beyond_all_measure_is_not_read(alice: Somebody) -> None:
    friend = Friend(asks(alice))

    assert friend.adds("yes", words="x" * 20_000).status_code == 413


def test_words_that_turn_the_page_round_are_laid_straight(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    friend.adds("yes", words="\u202egnihton\u202c <b>x</b> https://example.org \x07")

    page = takes_in(alice)

    assert only_reply(alice).words == "gnihton <b>x</b> https://example.org"
    assert "&lt;b&gt;x&lt;/b&gt;" in page.content.decode()
    assert 'href="https://example.org' not in page.content.decode()


# What lies in the database


def test_the_rows_show_no_word_no_name_and_no_code(alice: Somebody) -> None:
    code = asks(alice)
    friend = Friend(code)
    friend.adds("yes", words="I was never here.")
    kept = b"".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for table in (LinkProof, SharedLink, SealedReply, ReplyKey)
        for row in table.objects.values_list()
        for value in row
    )

    for word in (THE_DOG, "dog", "Dana", "never", code):
        assert word.encode() not in kept


def test_no_address_holds_a_code(alice: Somebody) -> None:
    code = asks(alice)

    page = alice.client.get(f"/links/{TODAY_WAS_A_LOT}/")

    assert f"/r/#{code}" in page.content.decode()
    assert f"/r/{code}" not in page.content.decode()


def test_where_nobody_can_reach_it_there_is_no_such_page(alice: Somebody, settings: object) -> None:
    code = asks(alice)
    settings.REPLY_LINKS = False

    assert Client(**HERE).get("/r/").status_code == 404
    assert Friend(code).opens().status_code == 404
    assert alice.client.get(f"/links/{TODAY_WAS_A_LOT}/").status_code == 404
    send = alice.client.get(f"/tests/{TODAY_WAS_A_LOT}/send/").content.decode()
    assert "answer on" not in send
