"""A link is made once, opens for its days, rests, is taken back, and leaves nothing behind."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from beside.keeping.accounts.models import Account
from beside.keeping.crypto import sharing
from beside.keeping.sharing import coming_in, doors, links
from beside.keeping.sharing.doors import OpensNothing, ReadAlready, TooLarge, WrittenTooOften
from beside.keeping.sharing.keys import NoReplyKey, reply_key, reply_key_made
from beside.keeping.sharing.links import DaysOutOfRange, Envelope, Link
from beside.keeping.sharing.models import LinkProof, ReplyKey, SealedReply, SharedLink
from beside.kernel.days import lived

pytestmark = pytest.mark.django_db(transaction=True)

ONE = UUID("11000000-0000-4000-8000-000000000001")
ASK = UUID("a5c00000-0000-4000-8000-000000000001")


def now():
    return lived(datetime.now(UTC), "Europe/Berlin")


def made(notebook, **changes):
    asked = {"when": now(), "id": ONE, "shown": b"shown", "name": "Dana", "ask_id": ASK}
    return links.make(notebook, **(asked | changes))


def opens(link):
    try:
        with doors.opened(link.code):
            return True
    except OpensNothing:
        return False


def left(link, body=b"yes"):
    with doors.opened(link.code) as door:
        doors.leave(door, body)


def came_in(notebook):
    found = []
    coming_in.bring_in(notebook, found.append)
    return [one.body for one in found]


def test_whoever_has_the_code_sees_what_was_shown_and_nobody_else_does(alice):
    link = made(alice)

    with doors.opened(link.code) as door:
        assert (door.shown, door.place.ask, door.is_open_door) == (b"shown", ASK, False)
    with pytest.raises(OpensNothing), doors.opened(sharing.written(bytes(32))):
        pass


def test_the_key_of_a_door_is_wiped_once_it_is_shut(alice):
    link = made(alice)

    with doors.opened(link.code) as door:
        pass

    assert door.key.key == bytearray(32)


def test_the_same_link_twice_is_one(alice):
    assert made(alice) == made(alice)
    assert SharedLink.objects.count() == LinkProof.objects.count() == 1


@pytest.mark.parametrize("days", [0, -1, 31])
def test_a_link_opens_for_one_to_thirty_days(alice, days):
    with pytest.raises(DaysOutOfRange):
        made(alice, days=days)

    assert SharedLink.objects.count() == 0


def test_it_opens_on_its_last_day_and_not_after_it(alice):
    link, today = made(alice), datetime.now(UTC).date()

    SharedLink.objects.update(expires_on=today)
    assert opens(link)
    SharedLink.objects.update(expires_on=today - timedelta(days=1))
    assert not opens(link)
    assert not links.standing(alice.account_id, ONE).opens


def test_it_rests_and_opens_again(alice):
    link = made(alice)

    links.let_rest(alice.account_id, [ONE], resting=True)
    assert not opens(link)
    assert links.standing(alice.account_id, ONE).resting

    links.let_rest(alice.account_id, [ONE], resting=False)
    assert opens(link)


def test_to_let_it_rest_does_not_open_what_was_taken_back(alice):
    link = links.take_back(alice, made(alice))

    links.let_rest(alice.account_id, [ONE], resting=False)
    links.keep_open(alice, link, when=now(), days=30)

    assert not opens(link)


def test_taken_back_twice_is_once(alice):
    link = links.take_back(alice, made(alice))

    assert links.take_back(alice, link) == link
    assert bytes(SharedLink.objects.get().sealed) == b""


def test_bob_cannot_end_it_and_his_own_goes_on(alice, bob):
    hers, his = made(alice), made(bob)

    links.end(bob.account_id, hers.id)
    links.let_rest(bob.account_id, [hers.id], resting=True)

    assert opens(hers)
    assert not opens(his)


def test_forgotten_nothing_of_it_is_left(alice, bob):
    hers, his = made(alice), made(bob)
    left(hers)
    left(his)

    links.forget(alice, hers)
    links.forget(alice, hers)

    assert alice.store.undated(Link) == []
    for table in (LinkProof, SharedLink, SealedReply):
        assert table.objects.filter(account_id=alice.account_id).count() == 0
        assert table.objects.filter(account_id=bob.account_id).count() == 1


def test_the_links_of_a_notebook_that_was_shut_open_nothing(alice):
    link = made(alice)

    Account.objects.filter(id=alice.account_id).update(disabled=True)

    assert not opens(link)


def test_a_link_that_is_gone_stands_nowhere(alice):
    assert links.standing(alice.account_id, ONE) == links.Standing()
    assert links.link_of(alice, ONE) is None
    assert links.link_of(alice, None) is None


def test_there_is_one_key_for_all_links(alice):
    made(alice)
    made(alice, id=ASK, ask_id=None)

    assert ReplyKey.objects.count() == 1
    assert reply_key_made(alice) == reply_key(alice)


def test_a_key_that_does_not_open_is_not_replaced(alice):
    made(alice)
    ReplyKey.objects.update(sealed=b"x" * 300)

    with pytest.raises(NoReplyKey):
        reply_key_made(alice)


def test_the_key_of_another_notebook_does_not_open(alice, bob):
    reply_key_made(alice)
    reply_key_made(bob)
    row = ReplyKey.objects.get(account_id=alice.account_id)

    ReplyKey.objects.filter(account_id=bob.account_id).update(sealed=row.sealed)

    with pytest.raises(NoReplyKey):
        reply_key(bob)


# What comes back


def test_what_is_left_takes_the_place_of_what_was_left_before(alice):
    link = made(alice)
    left(link, b"yes")
    left(link, b"no")

    assert came_in(alice) == [b"no"]
    assert came_in(alice) == []


def test_once_read_nothing_more_is_left(alice):
    link = made(alice)
    left(link)
    came_in(alice)

    with pytest.raises(ReadAlready):
        left(link)


def test_what_is_too_large_is_refused(alice):
    with pytest.raises(TooLarge):
        left(made(alice), b"x" * (doors.LARGEST + 1))


def test_a_link_is_written_through_so_often_and_no_more(alice):
    link = made(alice, ask_id=None)
    SharedLink.objects.update(writes=doors.MOST_WRITES)

    with pytest.raises(WrittenTooOften):
        left(link)


def test_a_link_that_closes_meanwhile_takes_nothing(alice):
    link = made(alice)

    with doors.opened(link.code) as door:
        links.end(alice.account_id, ONE)
        with pytest.raises(OpensNothing):
            doors.leave(door, b"yes")
        doors.close(door, b"not for me")

    assert SealedReply.objects.count() == 0


def test_closed_by_whoever_it_was_not_for_it_says_so_and_opens_no_more(alice):
    link = made(alice)

    with doors.opened(link.code) as door:
        doors.close(door, b"not for me")

    assert not opens(link)
    assert came_in(alice) == [b"not for me"]


def test_closed_after_it_was_read_it_says_nothing_more(alice):
    link = made(alice)
    left(link)
    came_in(alice)

    with doors.opened(link.code) as door:
        doors.close(door, b"not for me")

    assert not opens(link)
    assert came_in(alice) == []


def test_where_keeping_fails_nothing_is_taken_out(alice):
    left(made(alice))

    def fails(_):
        raise LookupError

    with pytest.raises(LookupError):
        coming_in.bring_in(alice, fails)

    assert came_in(alice) == [b"yes"]


def test_what_holds_a_link_is_silent_when_it_is_printed(alice):
    link = made(alice)
    left(link)
    found = []

    with doors.opened(link.code) as door:
        printed = repr((door, door.key, Envelope(b"", None, b"shown"), link))
    coming_in.bring_in(alice, found.append)

    for silent in (printed, repr(found)):
        assert link.code not in silent
        assert "shown" not in silent
        assert "yes" not in silent
    for row in (*SharedLink.objects.all(), *LinkProof.objects.all(), *ReplyKey.objects.all()):
        assert link.code not in str(row)
