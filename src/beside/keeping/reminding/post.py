"""A mail says nothing but what its owner chose, and how to stop it: plain text, no name of ours.

What a mail server answers can hold an address, so that of a failure its kind alone goes on.
"""

from __future__ import annotations

import smtplib
import ssl
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from enum import StrEnum

from beside.kernel.sentences import Sentence

PATIENCE = 10.0
"""Seconds that a mail server may take for one answer."""


class Tls(StrEnum):
    """How the way to the mail server is locked."""

    starttls = "starttls"
    tls = "tls"
    none = "none"


class NotSent(Exception):
    """The mail did not go out; says of what kind the failure was, and never to whom."""


@dataclass(frozen=True, repr=False)
class PostOffice:
    """The mail server, and the address that mails come from."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    tls: Tls = Tls.starttls

    def __repr__(self) -> str:
        return "<PostOffice>"

    @contextmanager
    def open(self) -> Iterator[Way]:
        """Lend the way to the server. Raises `NotSent`."""
        with _kept_quiet():
            server = self._reached()
        try:
            yield Way(server, self.sender)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()

    def _reached(self) -> smtplib.SMTP:
        domain = self.sender.rpartition("@")[2]
        server: smtplib.SMTP
        if self.tls is Tls.tls:
            locked = ssl.create_default_context()
            server = smtplib.SMTP_SSL(
                self.host, self.port, domain, timeout=PATIENCE, context=locked
            )
        else:
            server = smtplib.SMTP(self.host, self.port, domain, timeout=PATIENCE)
        try:
            if self.tls is Tls.starttls:
                server.starttls(context=ssl.create_default_context())
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


@dataclass(frozen=True, repr=False)
class Letter:
    """One mail. *stop* is the address that ends them, where there is something to end."""

    to: str
    subject: str
    sender: str
    body: str
    at: datetime
    stop: str = ""


@dataclass(frozen=True, repr=False)
class Way:
    """A mail server that answers."""

    server: smtplib.SMTP
    sender: str

    def send(self, letter: Letter) -> None:
        """Hand *letter* over. Raises `NotSent`."""
        with _kept_quiet():
            self.server.send_message(message_of(letter, sender=self.sender))


def message_of(letter: Letter, *, sender: str) -> EmailMessage:
    """Return *letter* as it goes out from *sender*; raise `ValueError` for a line end."""
    if not all(is_plain(text) for text in (letter.to, letter.subject, letter.sender)):
        raise ValueError("a line end in a header")
    message = EmailMessage()
    message["From"] = Address(display_name=letter.sender, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    if letter.stop:
        message["List-Unsubscribe"] = f"<{letter.stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.body)
    return message


def is_plain(text: str) -> bool:
    """Tell whether *text* holds nothing that ends a line, or that no eye sees."""
    return not any(unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for one in text)


def note(stop: str) -> str:
    """Return what a reminder says."""
    asked = Sentence("This is the note that you asked for.")
    return f"{asked}\n\n{Sentence('To get no more of them:')}\n{stop}\n"


def code_letter(code: str) -> str:
    """Return what the mail with the code says."""
    said = Sentence("The code is %(code)s. It counts for 30 minutes.", code=code)
    return f"{said}\n\n{Sentence('If you did not ask for it, you can leave it.')}\n"


@contextmanager
def _kept_quiet() -> Iterator[None]:
    """Let nothing out of a failure but its kind."""
    try:
        yield
    except (OSError, smtplib.SMTPException, MessageError, ValueError) as problem:
        raise NotSent(type(problem).__name__) from None
