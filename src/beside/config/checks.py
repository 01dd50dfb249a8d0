"""What does not go together is found before anybody is served, and each finding says what to do.

All of it is about hosting: on one's own computer there is nothing to get wrong. `beside serve` does
not start with an error; `python -m django check` lists the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 - Django's name
from django.db import connection

from beside.config import hosting
from beside.keeping.reminding.post import Tls, is_plain
from beside.kernel.sentences import Sentence

_LOCKED_WAYS = {"require", "verify-ca", "verify-full"}
_ANYBODYS_NAMES = set("*/:")
QUIET = {
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",  # or a refused row is shown by its values
    "log_parameter_max_length_on_error": "0",
}
"""What PostgreSQL must be set to so that its log holds no value of a question."""


def _error(number: int, what: Sentence, advice: Sentence) -> Error:
    return Error(str(what), hint=str(advice), id=f"beside.E{number:03}")


def _warning(number: int, what: Sentence, advice: Sentence) -> Warning:
    return Warning(str(what), hint=str(advice), id=f"beside.W{number:03}")


@register(Tags.security)
def hosting_goes_together(
    app_configs: Sequence[Any] | None = None,  # noqa: ARG001 - Django's signature
    **_kwargs: Any,
) -> list[CheckMessage]:
    """Return what is wrong or missing where many people are served."""
    if not settings.HOSTED:
        return []
    looks = (
        _the_database,
        _the_secret,
        _the_names,
        _the_way_here,
        _what_people_are_told,
        _the_mails,
        _files,
    )
    return [found for look in looks for found in look()]


def _the_database() -> Iterator[CheckMessage]:
    named = hosting.database()
    if named is None:
        yield _error(
            1,
            Sentence("No PostgreSQL is named, and a file of SQLite cannot serve many people."),
            Sentence("Set BESIDE_DATABASE_URL, as in postgresql:///beside. For one: run “beside”."),
        )
        return
    is_near = named.host in {"", "localhost", "127.0.0.1", "::1"} or named.host.startswith("/")
    if not is_near and named.options.get("sslmode") not in _LOCKED_WAYS:
        yield _warning(
            1,
            Sentence("The way to the database is not locked."),
            Sentence("Add ?sslmode=verify-full to BESIDE_DATABASE_URL."),
        )


def _the_secret() -> Iterator[CheckMessage]:
    file = hosting.secret_file()
    if not settings.SERVER_SECRET or file is None:
        yield _error(
            2,
            Sentence("The server’s secret cannot be read."),
            Sentence("Name a file with BESIDE_SECRET_FILE; “beside operator init” makes it."),
        )
        return
    if file.stat().st_mode & 0o077:
        yield _error(
            3,
            Sentence("The server’s secret can be read by others on this machine."),
            Sentence("Let the owner alone read it: chmod 600 on the file of BESIDE_SECRET_FILE."),
        )


def _the_names() -> Iterator[CheckMessage]:
    names = settings.ALLOWED_HOSTS
    if not names or any(_ANYBODYS_NAMES & set(name) or name.startswith(".") for name in names):
        yield _error(
            4,
            Sentence("Beside does not know by which name people reach it."),
            Sentence("Set BESIDE_HOST to that name alone, as in notes.example.org."),
        )


def _the_way_here() -> Iterator[CheckMessage]:
    listens_beyond = not ip_address(hosting.address()).is_loopback
    if listens_beyond and not hosting.is_told_of_a_proxy():
        yield _error(
            5,
            Sentence("It would listen to the network, and nothing before it speaks TLS."),
            Sentence(
                "Listen at 127.0.0.1 behind a proxy on this machine, or name the proxy that "
                "speaks TLS with BESIDE_TRUSTED_PROXY."
            ),
        )
    if any(not network.prefixlen for network in settings.TRUSTED_PROXIES):
        yield _error(
            6,
            Sentence("Everybody would be believed to be the proxy."),
            Sentence("Name the proxy’s own address in BESIDE_TRUSTED_PROXY."),
        )


def _what_people_are_told() -> Iterator[CheckMessage]:
    if not settings.RUN_BY:
        yield _error(
            7,
            Sentence("Nobody is told who runs this."),
            Sentence("Set BESIDE_RUN_BY to a name that people know, and BESIDE_CONTACT."),
        )
    if not settings.SOURCE.startswith(("https://", "http://")):
        yield _error(
            8,
            Sentence(
                "Nobody is told where the code of this program lies; the licence asks for it."
            ),
            Sentence("Set BESIDE_SOURCE to the address of the code that runs here (AGPL, 13)."),
        )


def _files() -> Iterator[CheckMessage]:
    if settings.WHITENOISE_USE_FINDERS:
        yield _warning(
            2,
            Sentence("The static files are not gathered, so browsers fetch them each time."),
            Sentence("Run “tools/setup run” once, or “python -m tools.collect”."),
        )


def _the_mails() -> Iterator[CheckMessage]:
    post = settings.MAIL
    if post is None:
        return
    if post.sender.count("@") != 1 or not is_plain(post.sender):
        yield _error(
            10,
            Sentence("Mails would come from no address."),
            Sentence("Set BESIDE_MAIL_FROM to one, as in note@example.org."),
        )
    if post.tls is Tls.none and post.host not in {"localhost", "127.0.0.1", "::1"}:
        yield _error(
            11,
            Sentence("The way to the mail server is not locked."),
            Sentence("Set BESIDE_SMTP_TLS to starttls or tls; none is for this machine alone."),
        )
    file = hosting.smtp_password_file()
    is_open = file is not None and file.exists() and file.stat().st_mode & 0o077
    if bool(post.user) != bool(post.password) or is_open:
        yield _error(
            12,
            Sentence("The mail server’s user has no password that its owner alone can read."),
            Sentence("Name both: BESIDE_SMTP_USER, and a file with BESIDE_SMTP_PASSWORD_FILE."),
        )


@register(Tags.database)
def the_database_keeps_what_is_kept(
    app_configs: Sequence[Any] | None = None,  # noqa: ARG001 - Django's signature
    databases: Sequence[str] | None = None,
    **_kwargs: Any,
) -> list[CheckMessage]:
    """Return what PostgreSQL would lose, or write into its log. Asks the database."""
    if not settings.HOSTED or not databases or connection.vendor != "postgresql":
        return []
    return what_it_keeps_and_tells()


def what_it_keeps_and_tells() -> list[CheckMessage]:
    """Return what its settings would let it lose, or write down."""
    return [*_durability(), *_log_of_the_database()]


def _durability() -> Iterator[CheckMessage]:
    if (
        setting_of_the_database("fsync") != "on"
        or setting_of_the_database("synchronous_commit") == "off"
    ):
        yield _error(
            9,
            Sentence("The database would lose what was kept when the power goes."),
            Sentence("Set fsync = on and synchronous_commit = on in postgresql.conf."),
        )
    if setting_of_the_database("data_checksums") != "on":
        yield _warning(
            3,
            Sentence("The database would not notice a damaged page."),
            Sentence("Turn checksums on while it is stopped: pg_checksums --enable."),
        )


def _log_of_the_database() -> Iterator[CheckMessage]:
    if any(setting_of_the_database(name) != quiet for name, quiet in QUIET.items()):
        yield _warning(
            4,
            Sentence("The database may write what it was asked into its own log."),
            Sentence("docs/hosting.md has the five lines for its superuser."),
        )


def setting_of_the_database(name: str) -> str:
    """Return how PostgreSQL is set for this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])
