"""Each value from outside is read as what it is meant to be, or refused with what to write."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from beside.config import env, hosting
from beside.config.env import NotUnderstood
from beside.keeping.accounts.joining import Registration

NAMES = (
    "HOSTED",
    "DATABASE_URL",
    "HOST",
    "ADDRESS",
    "TRUSTED_PROXY",
    "SECRET_FILE",
    "WORKERS",
    "SLOW_MS",
    "REGISTRATION",
    "COPIES_DAYS",
)
Say = Callable[..., None]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(f"BESIDE_{name}", raising=False)


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    def set_it(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"BESIDE_{name}", value)

    return set_it


def test_one_computer_is_what_is_meant_where_nothing_is_said() -> None:
    assert not env.is_hosted()
    assert hosting.database() is None
    assert hosting.hosts() == []
    assert hosting.address() == "127.0.0.1"
    assert hosting.workers() == 2
    assert hosting.registration() is Registration.invite
    assert hosting.copies_days() == 35


def test_an_address_of_postgresql_is_taken_apart(say: Say) -> None:
    say(DATABASE_URL="postgresql://be%40side:p%2Fq@db.example.org:5433/notes?sslmode=verify-full")

    named = hosting.database()

    assert named == hosting.Postgres(
        name="notes",
        user="be@side",
        password="p/q",
        host="db.example.org",
        port="5433",
        options={"sslmode": "verify-full"},
    )


def test_a_socket_of_this_machine_needs_a_name_alone(say: Say) -> None:
    say(DATABASE_URL="postgresql:///notes?host=/run/postgresql")

    told = hosting.database().for_django()

    assert (told["NAME"], told["HOST"], told["PORT"]) == ("notes", "/run/postgresql", "")
    assert "host" not in told["OPTIONS"]


def test_a_password_is_not_shown_where_the_address_is(say: Say) -> None:
    say(DATABASE_URL="postgresql://beside:geheim@db/notes")

    assert "geheim" not in repr(hosting.database())


@pytest.mark.parametrize(
    "named",
    [
        "sqlite:///notes.sqlite3",
        "mysql://a@b/c",
        "postgresql://beside@localhost",
        "postgresql://beside@localhost/",
        "postgresql://beside@localhost:eighty/notes",
        "postgresql:///notes?sslmod=require",
        "postgresql:///notes?sslmode",
        "notes",
    ],
)
def test_any_other_database_is_refused_with_an_example(say: Say, named: str) -> None:
    say(DATABASE_URL=named)

    with pytest.raises(NotUnderstood, match="postgresql://beside@localhost/beside"):
        hosting.database()


def test_several_names_may_be_given(say: Say) -> None:
    say(HOST="notes.example.org, Other.example.org")

    assert hosting.hosts() == ["notes.example.org", "other.example.org"]


@pytest.mark.parametrize("named", ["localhost", "notes.example.org", "10.0.0", "0.0.0.0:80"])
def test_where_to_listen_is_told_in_numbers(say: Say, named: str) -> None:
    say(ADDRESS=named)

    with pytest.raises(NotUnderstood, match="BESIDE_ADDRESS"):
        hosting.address()


def test_this_computer_is_the_proxy_where_none_is_named() -> None:
    assert [str(one) for one in hosting.trusted_proxies()] == list(hosting.LOOPBACK)
    assert not hosting.is_told_of_a_proxy()


def test_a_proxy_elsewhere_takes_the_place_of_this_computer(say: Say) -> None:
    say(TRUSTED_PROXY="10.0.0.5 2001:db8::/64")

    assert [str(one) for one in hosting.trusted_proxies()] == ["10.0.0.5/32", "2001:db8::/64"]
    assert hosting.is_told_of_a_proxy()


@pytest.mark.parametrize("named", ["proxy.example.org", "10.0.0.5/8", "10.0.0.300"])
def test_a_proxy_is_told_in_numbers(say: Say, named: str) -> None:
    say(TRUSTED_PROXY=named)

    with pytest.raises(NotUnderstood, match="BESIDE_TRUSTED_PROXY"):
        hosting.trusted_proxies()


@pytest.mark.parametrize("named", ["none", "0", "65", "2.5", "٣", "-1"])
def test_workers_are_a_number_with_ends(say: Say, named: str) -> None:
    say(WORKERS=named)

    with pytest.raises(NotUnderstood, match="BESIDE_WORKERS needs a number from 1 to 64"):
        hosting.workers()


def test_who_may_join_is_one_of_three(say: Say) -> None:
    say(REGISTRATION="everyone")

    with pytest.raises(NotUnderstood, match="open, invite or closed"):
        hosting.registration()


def test_a_yes_in_words_does_not_host(say: Say) -> None:
    say(HOSTED="yes")

    with pytest.raises(NotUnderstood, match="BESIDE_HOSTED"):
        env.is_hosted()


def test_the_secret_is_what_lies_in_its_file(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(base64.b64encode(bytes(range(32))) + b"\n")
    say(SECRET_FILE=str(file))

    assert hosting.secret() == bytes(range(32))


@pytest.mark.parametrize("held", [b"", b"!" * 44, base64.b64encode(bytes(31)), bytes(32)])
def test_half_a_secret_is_none(say: Say, tmp_path: Path, held: bytes) -> None:
    file = tmp_path / "secret"
    file.write_bytes(held)
    say(SECRET_FILE=str(file))

    assert hosting.secret() == b""


def test_a_secret_that_is_not_there_is_none(say: Say, tmp_path: Path) -> None:
    say(SECRET_FILE=str(tmp_path / "nowhere"))

    assert hosting.secret() == b""
