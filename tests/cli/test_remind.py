"""`beside remind` is for a timer: it sends once, says how many, and never to whom."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from tests.support.hosted import HostedVisitor, Hosting, hosting
from tests.support.letters import FROM, MailServer, mail_server, text_of

__all__ = ["hosting", "mail_server"]

ADDRESS = "ana@example.org"


@pytest.fixture
def named(mail_server: MailServer) -> dict[str, str]:
    return {
        "BESIDE_SMTP_HOST": "127.0.0.1",
        "BESIDE_SMTP_PORT": str(mail_server.office.port),
        "BESIDE_SMTP_TLS": "none",
        "BESIDE_MAIL_FROM": FROM,
    }


def asks_for_mail(hosting: Hosting, server: MailServer, named: dict[str, str]) -> HostedVisitor:
    """Keep a notebook, and turn mails on for a time that has come a moment ago."""
    program = hosting.serve(**named)
    alice = HostedVisitor(program)
    alice.keeps(zone="UTC")
    moment = datetime.now(UTC)
    days: dict[str, Any] = {"days": str(moment.weekday()), "at": f"{moment:%H:%M}"}
    quiet = {"quiet_from": "00:00", "quiet_to": "00:00"}
    page = alice.get("/settings/reminders/when/")
    alice.submit(page, "at", **days, **quiet, title="Tea")
    alice.submit(alice.get("/settings/reminders/mail/"), "address", address=ADDRESS)
    found = re.search(r"\d{6}", text_of(server.letters[-1]))
    assert found is not None
    page = alice.submit(alice.get("/settings/reminders/mail/code/"), "code", code=found[0])
    assert page.path == "/settings/reminders/"
    assert ADDRESS not in program.log
    program.end()
    return alice


def test_without_a_mail_server_it_says_which_to_name(hosting: Hosting) -> None:
    done = hosting.run("remind", check=False)

    assert done.returncode == 1
    assert "BESIDE_SMTP_HOST" in done.stderr


def test_what_is_due_goes_out_once_and_a_broken_server_is_said(
    hosting: Hosting, mail_server: MailServer, named: dict[str, str]
) -> None:
    asks_for_mail(hosting, mail_server, named)
    assert hosting.run("remind", **named).stdout == "Mails sent: 0.\n"
    with psycopg.connect(hosting.database.url) as way:
        # As if the time had come: it is the same one a week before.
        way.execute("UPDATE reminding_mailrow SET due = due - 604800")

    broken = hosting.run("remind", check=False, **named | {"BESIDE_SMTP_PORT": "1"})
    said = [hosting.run("remind", **named).stdout for _ in range(2)]

    assert broken.returncode == 1
    assert "Not sent: 1 (ConnectionRefusedError)." in broken.stderr
    assert "@" not in broken.stderr + broken.stdout
    assert said == ["Mails sent: 1.\n", "Mails sent: 0.\n"]
    assert mail_server.letters[-1]["To"] == ADDRESS
