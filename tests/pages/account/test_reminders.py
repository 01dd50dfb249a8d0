"""A note to self: in a calendar for everybody, by mail where there is a server, and stopped."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from beside.keeping.reminding import mailing
from beside.keeping.reminding.choice import reminder_of
from beside.keeping.reminding.models import MailRow, StopLink
from beside.keeping.reminding.sending import send_due
from beside.pages.account import reminding
from tests.pages.account.test_hosted import Named, hosted
from tests.support.household import browser, hidden, said
from tests.support.letters import MailServer, mail_server, text_of

__all__ = ["hosted", "mail_server"]

WHEN = "/settings/reminders/when/"
MAIL, CODE = "/settings/reminders/mail/", "/settings/reminders/mail/code/"
TEA = {
    "days": ["0", "3"],
    "at": "18:30",
    "title": "Tea",
    "quiet_from": "22:00",
    "quiet_to": "08:00",
}
ADDRESS = "ana@example.org"


@pytest.fixture
def alice() -> Named:
    somebody = Named()
    somebody.keep(zone="Europe/Berlin")
    return somebody


@pytest.fixture
def served(hosted: Any, mail_server: MailServer) -> MailServer:
    """A mail server is named."""
    hosted.MAIL, hosted.ALLOWED_HOSTS = mail_server.office, ["127.0.0.1"]
    return mail_server


def chooses(somebody: Named, **said: Any) -> HttpResponse:
    return somebody.send(WHEN, **TEA | said)


def asks_for_mail(somebody: Named, server: MailServer) -> str:
    """Choose days and ask for a code; return it."""
    chooses(somebody)
    answer = somebody.send(MAIL, address=ADDRESS, subject="", sender="")
    assert answer.url == CODE
    found = re.search(r"\d{6}", text_of(server.letters[-1]))
    assert found is not None
    return found[0]


def gets_mail(somebody: Named, server: MailServer) -> str:
    """Turn mails on; return the address that stops them."""
    somebody.send(CODE, code=asks_for_mail(somebody, server))
    row = MailRow.objects.get()
    soon = datetime.fromtimestamp(row.due + 30 * 60, UTC)
    send_due(server.office, lambda: soon)
    found = re.search(r"https://127\.0\.0\.1(/stop/\S+)", text_of(server.letters[-1]))
    assert found is not None
    return found[1]


def sends_late(somebody: Named, path: str, **typed: str) -> HttpResponse:
    """Send a form that an open page still shows although its address leads elsewhere by now."""
    return somebody.client.post(path, hidden(somebody.look(WHEN), WHEN) | typed)


def mails(somebody: Named) -> mailing.Standing | None:
    return mailing.standing_of(somebody.notebook().account_id)


def test_before_anything_was_chosen_there_is_nothing(alice: Named) -> None:
    page = alice.look("/settings/reminders/")

    assert "No note comes by itself." in said(page)
    assert alice.client.get("/settings/reminders/note.ics").url == "/settings/reminders/"


def test_days_and_a_time_are_kept_and_come_as_a_file(alice: Named) -> None:
    assert chooses(alice).url == "/settings/reminders/"

    file = alice.client.get("/settings/reminders/note.ics")

    assert file["Content-Disposition"] == 'attachment; filename="note.ics"'
    assert b"RRULE:FREQ=WEEKLY;BYDAY=MO,TH" in file.content
    assert b"TZID=Europe/Berlin" in file.content
    assert reminder_of(alice.notebook()).revision == 1


def test_looking_changes_nothing(alice: Named) -> None:
    chooses(alice)
    before = list(alice.notebook().store.every())

    for path in ("/settings/reminders/", WHEN, "/settings/reminders/note.ics"):
        alice.look(path)

    assert list(alice.notebook().store.every()) == before


def test_a_title_of_ones_own_is_optional(alice: Named) -> None:
    chooses(alice, title=" \u200b ")

    assert reminder_of(alice.notebook()).title == "A note to self"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"days": []}, "Choose one day or more."),
        ({"at": "23:00"}, "That lies in your quiet hours."),
        ({"at": "soon"}, "Type a time"),
        ({"title": "x" * 201}, "That is too long."),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_changes(
    alice: Named, wrong: dict[str, Any], told: str
) -> None:
    chooses(alice)

    answer = chooses(alice, **wrong)

    assert answer.status_code == 422
    assert told in said(answer)
    assert reminder_of(alice.notebook()).at == 18 * 60 + 30


def test_where_others_look_through_the_phone_there_is_no_file(alice: Named) -> None:
    chooses(alice)
    alice.notebook().prefer(looked_through="yes")

    assert "there is no file here" in said(alice.look("/settings/reminders/"))
    assert alice.client.get("/settings/reminders/note.ics").status_code == 303


def test_a_choice_can_be_removed(alice: Named) -> None:
    chooses(alice)

    alice.send("/settings/reminders/remove/")

    assert not reminder_of(alice.notebook()).days


def test_without_a_mail_server_no_mail_is_offered(alice: Named) -> None:
    chooses(alice)

    assert "By mail" not in said(alice.look("/settings/reminders/"))
    assert alice.client.get(MAIL).url == "/settings/reminders/"
    assert sends_late(alice, MAIL, address=ADDRESS).url == "/settings/reminders/"


def test_mails_are_off_until_the_code_came_back(alice: Named, served: MailServer) -> None:
    code = asks_for_mail(alice, served)

    assert mails(alice) is None
    alice.send(CODE, code=f"{code[:3]} {code[3:]}")
    standing = mails(alice)
    assert standing is not None
    assert standing.mailing.address == ADDRESS
    assert standing.mailing.subject == standing.mailing.sender == "A note to self"
    assert ADDRESS in said(alice.look("/settings/reminders/"))


def test_the_mail_with_the_code_says_nothing_else(alice: Named, served: MailServer) -> None:
    asks_for_mail(alice, served)

    assert "http" not in text_of(served.letters[0])
    assert b"beside" not in served.raw[0].lower()


def test_a_wrong_code_turns_nothing_on_and_soon_has_to_wait(
    alice: Named, served: MailServer
) -> None:
    code = asks_for_mail(alice, served)
    wrong = f"{(int(code) + 1) % 10**6:06}"

    told = [said(alice.send(CODE, code=wrong)) for _ in range(8)]

    assert "That is not the code in the mail." in told[0]
    assert "Wait a while." in told[-1]
    assert "Wait a while." in said(alice.send(CODE, code=code))
    assert mails(alice) is None


def test_a_code_is_over_after_half_an_hour(
    alice: Named, served: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, later = asks_for_mail(alice, served), reminding.now() + timedelta(minutes=31)
    monkeypatch.setattr(reminding, "now", lambda: later)

    assert "That code is over." in said(sends_late(alice, CODE, code=code))
    assert mails(alice) is None


def test_a_code_counts_once(alice: Named, served: MailServer) -> None:
    code = asks_for_mail(alice, served)
    alice.send(CODE, code=code)
    alice.send("/settings/reminders/mail/off/")

    sends_late(alice, CODE, code=code)

    assert mails(alice) is None


def test_nobody_is_flooded_with_codes(alice: Named, served: MailServer) -> None:
    asks_for_mail(alice, served)

    answers = [alice.send(MAIL, address=ADDRESS, subject="", sender="") for _ in range(6)]

    assert "Some codes went out already." in said(answers[-1])
    assert len(served.raw) <= 4


@pytest.mark.parametrize("field", ["address", "subject", "sender"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\u2028", "\u202e"])
def test_no_header_can_be_put_in(alice: Named, served: MailServer, field: str, end: str) -> None:
    chooses(alice)
    typed = {"address": ADDRESS, "subject": "Tea", "sender": "Me"}

    answer = alice.send(MAIL, **typed | {field: f"{typed[field]}{end}Bcc: eve@example.org"})

    assert answer.status_code == 422
    assert served.raw == []


@pytest.mark.parametrize(
    "address", ["ana", "a@b", "ana@example.org,eve@example.org", "<ana@example.org>", "aña@x.org"]
)
def test_what_is_no_address_is_refused(alice: Named, served: MailServer, address: str) -> None:
    chooses(alice)

    assert alice.send(MAIL, address=address, subject="", sender="").status_code == 422
    assert served.raw == []


def test_a_mail_server_that_refuses_is_said(alice: Named, served: MailServer) -> None:
    chooses(alice)
    served.refuses = True

    answer = alice.send(MAIL, address=ADDRESS, subject="", sender="")

    assert "The mail could not be sent. Nothing was changed." in said(answer)


def test_to_fetch_the_stop_link_changes_nothing_and_asks_nothing(
    alice: Named, served: MailServer, django_assert_num_queries: Any
) -> None:
    link = gets_mail(alice, served)

    with django_assert_num_queries(0):
        page = browser().get(link)

    assert page.status_code == 200
    assert "<title>Notes</title>" in page.content.decode()
    assert "eside" not in said(page)
    assert mails(alice) is not None


def test_one_press_stops_them_without_a_cookie_or_a_token(alice: Named, served: MailServer) -> None:
    link, mailer = gets_mail(alice, served), Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")

    answer = mailer.post(link, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert answer.cookies == {}
    assert mails(alice) is None
    assert not StopLink.objects.exists()
    assert reminder_of(alice.notebook()).days == (0, 3)


def test_no_other_address_here_goes_without_a_token(alice: Named) -> None:
    bare = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
    bare.cookies = alice.client.cookies

    assert bare.post("/settings/reminders/mail/off/").status_code == 403


def test_another_site_cannot_press_it(alice: Named, served: MailServer) -> None:
    link = gets_mail(alice, served)

    answer = browser().post(link, HTTP_SEC_FETCH_SITE="cross-site")

    assert answer.status_code == 403
    assert mails(alice) is not None


def test_forged_used_and_unknown_links_are_one_page(alice: Named, served: MailServer) -> None:
    link = gets_mail(alice, served)
    forged = f"{link[:-4]}{'AAA' if link[-4:-1] != 'AAA' else 'BBB'}/"
    links = [forged, "/stop/x/", "/stop/" + "é" * 40 + "/", link, link]

    looked = {browser().get(one).content for one in links}
    pressed = [browser().post(one).content for one in links]

    assert len(looked) == len(set(pressed)) == 1
    assert mails(alice) is None


def test_settings_say_that_it_went_quiet_and_turn_it_on_again(
    alice: Named, served: MailServer
) -> None:
    gets_mail(alice, served)
    MailRow.objects.update(due=None)

    assert "went quiet" in said(alice.look("/settings/reminders/"))
    alice.send("/settings/reminders/mail/again/")
    assert MailRow.objects.get().due is not None


def test_opening_the_notebook_is_noted(alice: Named, served: MailServer) -> None:
    gets_mail(alice, served)
    assert MailRow.objects.get().unopened == 1

    alice.client = browser()
    alice.open()

    assert MailRow.objects.get().unopened == 0


def test_other_days_are_other_mails(alice: Named, served: MailServer) -> None:
    gets_mail(alice, served)

    chooses(alice, days=["5"], at="09:00")

    standing = mails(alice)
    assert standing is not None
    assert (standing.mailing.days, standing.mailing.at) == ((5,), 540)
    due = MailRow.objects.get().due
    assert due is not None
    assert datetime.fromtimestamp(due, UTC).weekday() == 5


def test_changing_the_words_leaves_the_mails_alone(alice: Named, served: MailServer) -> None:
    gets_mail(alice, served)
    before = MailRow.objects.values().get()

    alice.send("/settings/words/", old=alice.words)

    assert MailRow.objects.values().get() == before
