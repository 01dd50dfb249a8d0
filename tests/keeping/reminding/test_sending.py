"""A mail goes out once, in time, or not at all; and goes quiet where nobody comes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from beside.keeping.accounts.models import Account
from beside.keeping.reminding import mailing, sending
from beside.keeping.reminding.choice import Reminder
from beside.keeping.reminding.models import MailRow, StopLink
from beside.keeping.reminding.post import Letter, NotSent, PostOffice, Tls, message_of
from beside.keeping.reminding.sending import Sent, send_due
from beside.keeping.vault.notebook import remove_everything
from beside.kernel.ids import new_id
from tests.support.letters import MailServer, mail_server, text_of

__all__ = ["mail_server"]

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "ana@example.org"
MORNING = datetime(2026, 3, 3, 8, 10, tzinfo=UTC)
"""Ten past nine in Berlin."""
DAY = timedelta(days=1)
DAILY = Reminder(id=new_id(), days=tuple(range(7)), at=9 * 60 + 10, title="Tea")


@pytest.fixture(autouse=True)
def hosted(settings: Any) -> Any:
    settings.HOSTED, settings.SERVER_SECRET = True, bytes(range(32))
    settings.ALLOWED_HOSTS = ["notes.example.org"]
    return settings


def asks(reminder: Reminder = DAILY, when: datetime = MORNING - timedelta(hours=1)) -> UUID:
    """Let somebody ask for mails an hour before the first."""
    account_id = Account.objects.create().id
    mailing.turn_on(
        account_id,
        address=ADDRESS,
        subject="Tea",
        sender="Me",
        reminder=reminder,
        zone="Europe/Berlin",
        when=when,
    )
    return account_id


def sends(server: MailServer, at: datetime) -> Sent:
    return send_due(server.office, lambda: at)


def test_a_mail_goes_out_when_it_is_due_and_once(mail_server: MailServer) -> None:
    asks()

    early = sends(mail_server, MORNING - timedelta(seconds=1))
    done = [sends(mail_server, MORNING + timedelta(minutes=n)).count for n in (0, 0, 5, 60)]

    assert early.count == 0
    assert done == [1, 0, 0, 0]
    assert sends(mail_server, MORNING + DAY).count == 1


def test_a_mail_holds_what_was_chosen_and_nothing_of_ours(mail_server: MailServer) -> None:
    asks()
    sends(mail_server, MORNING)

    (letter,) = mail_server.letters

    assert (letter["Subject"], letter["To"]) == ("Tea", ADDRESS)
    assert letter["From"] == "Me <note@example.org>"
    assert letter.get_content_type() == "text/plain"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].strip(" <>") in text_of(letter)
    assert b"beside" not in mail_server.raw[0].lower()
    assert text_of(letter).count("http") == 1


@pytest.mark.parametrize(("late", "count"), [(119, 1), (121, 0)])
def test_what_is_two_hours_late_is_dropped(mail_server: MailServer, late: int, count: int) -> None:
    asks()

    assert sends(mail_server, MORNING + timedelta(minutes=late)).count == count
    assert sends(mail_server, MORNING + DAY).count == 1


def test_what_is_late_is_dropped_in_quiet_hours(mail_server: MailServer) -> None:
    asks(DAILY.but(at=21 * 60 + 50), when=MORNING)

    assert sends(mail_server, datetime(2026, 3, 3, 21, 5, tzinfo=UTC)).count == 0
    assert MailRow.objects.get().unopened == 0


def test_two_that_send_at_once_send_one_mail(mail_server: MailServer) -> None:
    for _ in range(3):
        asks()
    together, counts = Barrier(2), []

    def run() -> None:
        together.wait()
        counts.append(sends(mail_server, MORNING).count)
        connection.close()

    both = [Thread(target=run) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert len(counts) == 2
    assert sum(counts) == len(mail_server.raw) == 3


def test_after_two_without_a_visit_nothing_more_comes(mail_server: MailServer) -> None:
    account_id = asks()

    counts = [sends(mail_server, MORNING + n * DAY).count for n in range(6)]

    assert counts == [1, 1, 0, 0, 0, 0]
    assert standing(account_id).went_quiet
    mailing.came_back(account_id, zone="Europe/Berlin", when=MORNING + 6 * DAY)
    assert standing(account_id).went_quiet
    mailing.turn_on_again(account_id, when=MORNING + 6 * DAY)
    assert sends(mail_server, MORNING + 7 * DAY).count == 1


def test_who_comes_back_goes_on_getting_mails(mail_server: MailServer) -> None:
    account_id, counts = asks(), []

    for n in range(6):
        counts.append(sends(mail_server, MORNING + n * DAY).count)
        mailing.came_back(account_id, zone="Europe/Berlin", when=MORNING + n * DAY)

    assert counts == [1] * 6


def test_who_moved_gets_them_by_the_clock_there(mail_server: MailServer) -> None:
    account_id = asks()

    mailing.came_back(account_id, zone="America/New_York", when=MORNING - timedelta(minutes=5))

    assert sends(mail_server, MORNING).count == 0
    assert sends(mail_server, datetime(2026, 3, 3, 14, 10, tzinfo=UTC)).count == 1


def test_a_server_that_is_away_touches_no_row() -> None:
    asks()
    before = MailRow.objects.values().get()
    nobody = PostOffice("127.0.0.1", 1, "note@example.org", tls=Tls.none)

    done = send_due(nobody, lambda: MORNING)

    assert done.failures == ["ConnectionRefusedError"]
    assert MailRow.objects.values().get() == before


def test_a_mail_that_is_refused_is_told_by_its_kind_and_not_held_against_anybody(
    mail_server: MailServer,
) -> None:
    asks()
    mail_server.refuses = True

    done = [sends(mail_server, MORNING + n * DAY) for n in range(4)]

    assert [one.failures for one in done] == [["SMTPRecipientsRefused"]] * 4
    mail_server.refuses = False
    assert sends(mail_server, MORNING + 4 * DAY).count == 1


def test_a_notebook_that_was_shut_gets_none(mail_server: MailServer) -> None:
    account_id = asks()
    Account.objects.filter(id=account_id).update(disabled=True)

    assert sends(mail_server, MORNING).count == 0


def test_a_notebook_that_is_deleted_takes_its_row_along(mail_server: MailServer) -> None:
    account_id = asks()

    remove_everything(account_id)

    assert not MailRow.objects.exists()
    assert not StopLink.objects.exists()
    assert sends(mail_server, MORNING) == Sent()


def test_the_rows_alone_tell_no_address_and_stop_nothing() -> None:
    account_id = asks()
    token = mailing.stop_token(account_id, standing(account_id).mailing)
    row, link = MailRow.objects.get(), StopLink.objects.get()

    assert ADDRESS.encode() not in bytes(row.sealed)
    mailing.stop(bytes(link.stop_hash).hex())
    assert MailRow.objects.exists()
    mailing.stop(token)
    assert not MailRow.objects.exists()


def test_with_another_secret_nothing_opens_and_nothing_is_sent(
    hosted: Any, mail_server: MailServer
) -> None:
    account_id = asks()
    hosted.SERVER_SECRET = bytes(32)

    assert mailing.standing_of(account_id) is None
    assert sends(mail_server, MORNING) == Sent()


def test_a_row_of_another_account_does_not_open() -> None:
    alice, bob = asks(), asks()

    MailRow.objects.filter(account_id=bob).update(sealed=MailRow.objects.get(pk=alice).sealed)

    assert mailing.standing_of(bob) is None


def test_an_old_link_does_not_stop_what_was_turned_on_later() -> None:
    account_id = asks()
    old = mailing.stop_token(account_id, standing(account_id).mailing)
    mailing.turn_off(account_id)
    again = Account.objects.get(id=account_id)
    mailing.turn_on(
        again.id,
        address=ADDRESS,
        subject="Tea",
        sender="Me",
        reminder=DAILY,
        zone="UTC",
        when=MORNING,
    )

    mailing.stop(old)

    assert mailing.standing_of(account_id) is not None


@pytest.mark.parametrize("field", ["to", "subject", "sender"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x00", "\x85"])
def test_no_header_can_be_put_in(field: str, end: str) -> None:
    said = {"to": ADDRESS, "subject": "Tea", "sender": "Me"}
    said[field] += f"{end}Bcc: eve@example.org"

    with pytest.raises(ValueError, match="a line end"):
        message_of(Letter(**said, body="", at=MORNING), sender="note@example.org")


def test_a_failure_says_its_kind_and_no_address(mail_server: MailServer) -> None:
    mail_server.refuses = True
    letter = Letter(ADDRESS, "Tea", "Me", "", at=MORNING)

    with mail_server.office.open() as way, pytest.raises(NotSent) as refusal:
        way.send(letter)

    assert str(refusal.value) == "SMTPRecipientsRefused"
    assert refusal.value.__cause__ is None


def test_one_question_alone_names_no_account(mail_server: MailServer) -> None:
    asks()
    asked: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        sends(mail_server, MORNING)

    rows = [sql for sql in asked if "reminding_" in sql and "WHERE" in sql]
    over_all = [sql for sql in rows if not re.search(r'WHERE .*"account_id" =', sql)]
    assert len(over_all) == 1
    assert len(rows) > 1


def standing(account_id: UUID) -> mailing.Standing:
    found = mailing.standing_of(account_id)
    assert found is not None
    return found


def test_a_look_takes_no_more_than_it_can_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    for _ in range(3):
        asks()

    assert len(sending.due_accounts(MORNING)) == 2
