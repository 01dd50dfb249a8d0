"""A note to self on a phone without script: a file for a calendar, a mail, and the end of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.front import speaking_tls
from tests.support.hosted import Hosting, hosting
from tests.support.letters import FROM, MailServer, mail_server, text_of

__all__ = ["hosting", "mail_server"]

pytestmark = pytest.mark.browser

NAME = "notes.localhost"


@pytest.fixture
def named(mail_server: MailServer) -> dict[str, str]:
    return {
        "BESIDE_HOST": NAME,
        "BESIDE_SMTP_HOST": "127.0.0.1",
        "BESIDE_SMTP_PORT": str(mail_server.office.port),
        "BESIDE_SMTP_TLS": "none",
        "BESIDE_MAIL_FROM": FROM,
    }


@pytest.fixture
def alice(
    hosting: Hosting, named: dict[str, str], browser: Browser, tmp_path: Path
) -> Iterator[Window]:
    program = hosting.serve(**named)
    with speaking_tls(program.port, name=NAME, folder=tmp_path) as home:
        windows = Windows(browser, home)
        yield windows(script=False, ignore_https_errors=True, reduced_motion="reduce")
        windows.close()
    program.end()


def test_a_note_is_chosen_sent_and_stopped(
    alice: Window, hosting: Hosting, named: dict[str, str], mail_server: MailServer
) -> None:
    keep_a_notebook(alice)
    alice.goto("/settings/reminders/")
    alice.look("no reminder")
    alice.link("Choose days and a time").click()
    alice.look("days and time")
    alice.page.get_by_label("Mon").check()
    alice.page.get_by_label("Quiet from").fill("00:00")
    alice.page.get_by_label("Quiet until").fill("00:00")
    alice.button("Keep this").click()
    alice.heading("A note to self")
    alice.look("a reminder")
    with alice.page.expect_download() as file:
        alice.link("Get the calendar file").click()
    assert file.value.suggested_filename == "note.ics"

    alice.link("Use mail, too").click()
    alice.look("mail")
    alice.page.get_by_label("To which address?").fill("ana@example.org")
    alice.button("Send me the code").click()
    alice.heading("A code is on its way")
    alice.look("code")
    alice.page.get_by_label("The six digits from the mail").fill("12")
    alice.button("Let mails come").click()
    alice.look("wrong code")
    alice.page.get_by_label("The six digits from the mail").fill(
        re.findall(r"\d{6}", text_of(mail_server.letters[0]))[0]
    )
    alice.button("Let mails come").click()
    alice.heading("A note to self")
    alice.look("mails are on")

    with psycopg.connect(hosting.database.url) as way:
        way.execute("UPDATE reminding_mailrow SET due = NULL")
    alice.page.reload()
    alice.look("mails went quiet")

    alice.goto("/stop/whatever/")
    alice.heading("Stop these mails?")
    expect(alice.page).to_have_title("Notes")
    alice.button("Stop them").click()
    alice.heading("No more of these mails will come.")
