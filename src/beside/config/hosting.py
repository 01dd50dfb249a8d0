"""What may be set from outside where many people are served: read once, typed, refused plainly.

A value that cannot be understood is refused here. Values that do not go together are found by the
system checks in `checks`, which say what to do.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from beside.config.env import NotUnderstood
from beside.keeping.accounts.joining import Registration
from beside.keeping.reminding.post import PostOffice, Tls
from beside.kernel.sentences import Sentence

Network = IPv4Network | IPv6Network

SECRET = 32
"""Bytes of the server's secret."""
LOOPBACK = ("127.0.0.0/8", "::1/128")
CONNECTS_WITHIN = 5
"""Seconds until a database that does not answer counts as away."""
_SCHEMES = {"postgresql", "postgres"}
_OPTIONS = {
    "host",
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "passfile",
    "target_session_attrs",
}
"""What libpq may be told in the address; anything else there is a slip."""


@dataclass(frozen=True, repr=False)
class Postgres:
    """Where the database is, and who asks it. Quiet, because of the password."""

    name: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "<Postgres>"

    def for_django(self) -> dict[str, Any]:
        """Return it as Django wants it told."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.name,
            "USER": self.user,
            "PASSWORD": self.password,
            "HOST": self.host,
            "PORT": self.port,
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {
                "connect_timeout": CONNECTS_WITHIN,
                # Kept means kept, whatever the server's own setting is.
                "options": "-c synchronous_commit=on",
                # Values go beside the statement: its log would show them inside.
                "server_side_binding": True,
                # Planned once: what resumes a session takes a quarter less then. A pooler in
                # between must know prepared statements (PgBouncer from 1.21 on).
                "prepare_threshold": 5,
                **self.options,
            },
        }


def _said(name: str) -> str:
    return os.environ.get(name, "").strip()


def _whole(name: str, usual: int, *, least: int, most: int) -> int:
    named = _said(name)
    if not named:
        return usual
    if not (named.isascii() and named.isdigit() and least <= int(named) <= most):
        sentence = Sentence(
            "%(name)s needs a number from %(least)s to %(most)s.", name=name, least=least, most=most
        )
        raise NotUnderstood(sentence)
    return int(named)


def _listed(name: str) -> list[str]:
    return [one for one in _said(name).replace(",", " ").split() if one]


def database() -> Postgres | None:
    """Return where PostgreSQL is (`BESIDE_DATABASE_URL`); ``None`` where it is not named.

    ``postgresql://user:password@host:port/name``, or ``postgresql:///name`` by the local socket.
    """
    named = _said("BESIDE_DATABASE_URL")
    if not named:
        return None
    try:
        return _postgres(named)
    except ValueError:
        raise NotUnderstood(
            Sentence(
                "BESIDE_DATABASE_URL needs an address like postgresql://beside@localhost/beside. "
                "Hosting needs PostgreSQL; a file of SQLite serves one person at a time."
            )
        ) from None


def _postgres(named: str) -> Postgres:
    url = urlsplit(named)
    options = dict(parse_qsl(url.query, strict_parsing=bool(url.query)))
    name = unquote(url.path.removeprefix("/"))
    if url.scheme not in _SCHEMES or not name or not options.keys() <= _OPTIONS:
        raise ValueError
    return Postgres(
        name=name,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        host=options.pop("host", "") or unquote(url.hostname or ""),
        port=str(url.port or ""),
        options=options,
    )


def hosts() -> list[str]:
    """Return the names that people reach it by (`BESIDE_HOST`, several with commas)."""
    return [one.lower() for one in _listed("BESIDE_HOST")]


def address() -> str:
    """Return the address to listen at (`BESIDE_ADDRESS`, else this computer's own)."""
    named = _said("BESIDE_ADDRESS") or "127.0.0.1"
    try:
        return str(ip_address(named))
    except ValueError:
        raise NotUnderstood(
            Sentence("BESIDE_ADDRESS needs an address in numbers, like 127.0.0.1.")
        ) from None


def trusted_proxies() -> list[Network]:
    """Return who may say what came in over TLS (`BESIDE_TRUSTED_PROXY`, else this computer).

    Naming one is also how a start is told that a proxy with TLS stands before it.
    """
    try:
        return [ip_network(one) for one in _listed("BESIDE_TRUSTED_PROXY") or LOOPBACK]
    except ValueError:
        raise NotUnderstood(
            Sentence(
                "BESIDE_TRUSTED_PROXY needs addresses in numbers, like 10.0.0.5 or 10.0.0.0/24."
            )
        ) from None


def is_told_of_a_proxy() -> bool:
    """Tell whether a proxy was named."""
    return bool(_listed("BESIDE_TRUSTED_PROXY"))


def secret_file() -> Path | None:
    """Return the file that holds the server's secret (`BESIDE_SECRET_FILE`)."""
    named = _said("BESIDE_SECRET_FILE")
    return Path(named).absolute() if named else None


def canary_file() -> Path | None:
    """Return the file with the words of the notebook that is nobody's (`BESIDE_CANARY_FILE`)."""
    named = _said("BESIDE_CANARY_FILE")
    return Path(named).absolute() if named else None


def secret() -> bytes:
    """Return the server's secret; empty where there is none that can be read (see `checks`).

    It opens no notebook. Names are blinded with it, so that a stolen table cannot be searched for
    a name.
    """
    file = secret_file()
    try:
        found = base64.b64decode(file.read_bytes().strip(), validate=True) if file else b""
    except (OSError, binascii.Error):
        return b""
    return found if len(found) == SECRET else b""


def run_folder() -> Path | None:
    """Return the folder that workers meet in (`BESIDE_RUN_FOLDER`); `beside serve` makes one."""
    named = _said("BESIDE_RUN_FOLDER")
    return Path(named).absolute() if named else None


def workers() -> int:
    """Return how many processes answer (`BESIDE_WORKERS`, 1 … 64; else 2)."""
    return _whole("BESIDE_WORKERS", 2, least=1, most=64)


def slow() -> int:
    """Return from how many milliseconds on a request counts as slow (`BESIDE_SLOW_MS`)."""
    return _whole("BESIDE_SLOW_MS", 1000, least=1, most=600_000)


def copies_days() -> int:
    """Return after how many days no copy holds what was deleted (`BESIDE_COPIES_DAYS`, else 35).

    People are told this number; whoever makes the copies has to hold it.
    """
    return _whole("BESIDE_COPIES_DAYS", 35, least=1, most=400)


def registration() -> Registration:
    """Return who may keep a notebook here (`BESIDE_REGISTRATION`, else by invitation)."""
    named = _said("BESIDE_REGISTRATION") or Registration.invite
    try:
        return Registration(named)
    except ValueError:
        raise NotUnderstood(Sentence("BESIDE_REGISTRATION needs open, invite or closed.")) from None


def run_by() -> str:
    """Return who runs it, as people are told (`BESIDE_RUN_BY`)."""
    return _said("BESIDE_RUN_BY")


def contact() -> str:
    """Return where whoever runs it can be reached (`BESIDE_CONTACT`)."""
    return _said("BESIDE_CONTACT")


def source() -> str:
    """Return where the code of this very program lies (`BESIDE_SOURCE`; AGPL, section 13)."""
    return _said("BESIDE_SOURCE")


def smtp_tls() -> Tls:
    """Return how the way to the mail server is locked (`BESIDE_SMTP_TLS`, else starttls)."""
    try:
        return Tls(_said("BESIDE_SMTP_TLS") or Tls.starttls)
    except ValueError:
        raise NotUnderstood(Sentence("BESIDE_SMTP_TLS needs starttls, tls or none.")) from None


def smtp_password_file() -> Path | None:
    """Return the file with the word for the mail server (`BESIDE_SMTP_PASSWORD_FILE`)."""
    named = _said("BESIDE_SMTP_PASSWORD_FILE")
    return Path(named).absolute() if named else None


def post_office() -> PostOffice | None:
    """Return through which server mails go out; ``None`` where none is named.

    `BESIDE_SMTP_HOST`, `BESIDE_SMTP_PORT`, `BESIDE_SMTP_USER`, and `BESIDE_MAIL_FROM`.
    """
    host, sender = _said("BESIDE_SMTP_HOST"), _said("BESIDE_MAIL_FROM")
    if not host:
        return None
    tls, file = smtp_tls(), smtp_password_file()
    try:
        password = file.read_text(encoding="utf-8").strip() if file else ""
    except (OSError, UnicodeDecodeError):
        password = ""
    usual = 465 if tls is Tls.tls else 587
    return PostOffice(
        host=host,
        port=_whole("BESIDE_SMTP_PORT", usual, least=1, most=65535),
        sender=sender,
        user=_said("BESIDE_SMTP_USER"),
        password=password,
        tls=tls,
    )
