"""A start that would go wrong is told what to do; a start on one computer is told nothing."""

from __future__ import annotations

import base64
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import ERROR, Tags, run_checks

from beside.config import checks
from beside.config.checks import hosting_goes_together

WELL = {
    "DATABASE_URL": "postgresql:///beside",
    "ADDRESS": "127.0.0.1",
    "HOST": "notes.example.org",
}


@pytest.fixture
def hosted(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Everything is set as it has to be."""
    file = tmp_path / "secret"
    file.touch(0o600)
    file.write_bytes(base64.b64encode(bytes(32)))
    monkeypatch.delenv("BESIDE_TRUSTED_PROXY", raising=False)
    for name, value in {**WELL, "SECRET_FILE": str(file)}.items():
        monkeypatch.setenv(f"BESIDE_{name}", value)
    settings.HOSTED = True
    settings.SERVER_SECRET = bytes(32)
    settings.ALLOWED_HOSTS = ["notes.example.org"]
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.0/8")]
    settings.RUN_BY = "Elm Street Library"
    settings.SOURCE = "https://example.org/source"
    settings.WHITENOISE_USE_FINDERS = False
    return settings


def found() -> list[str]:
    return [str(one.id) for one in hosting_goes_together()]


def test_on_one_computer_there_is_nothing_to_say() -> None:
    assert run_checks(tags=[Tags.security]) == []


def test_what_goes_together_starts(hosted: Any) -> None:
    assert found() == []


def test_every_finding_has_an_advice(hosted: Any) -> None:
    hosted.SERVER_SECRET, hosted.ALLOWED_HOSTS = b"", ["*"]
    hosted.RUN_BY = hosted.SOURCE = ""

    assert all(one.hint for one in hosting_goes_together())


def test_a_file_of_sqlite_cannot_be_hosted(hosted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BESIDE_DATABASE_URL")

    assert found() == ["beside.E001"]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("postgresql://beside@db.example.org/beside", ["beside.W001"]),
        ("postgresql://beside@db.example.org/beside?sslmode=prefer", ["beside.W001"]),
        ("postgresql://beside@db.example.org/beside?sslmode=verify-full", []),
        ("postgresql://beside@localhost/beside", []),
        ("postgresql:///beside?host=/run/postgresql", []),
    ],
)
def test_the_way_to_a_database_elsewhere_has_to_be_locked(
    hosted: Any, monkeypatch: pytest.MonkeyPatch, named: str, said: list[str]
) -> None:
    monkeypatch.setenv("BESIDE_DATABASE_URL", named)

    assert found() == said


def test_without_its_secret_it_does_not_start(hosted: Any) -> None:
    hosted.SERVER_SECRET = b""

    assert found() == ["beside.E002"]


def test_a_secret_that_others_can_read_is_none(
    hosted: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").chmod(0o640)

    assert found() == ["beside.E003"]


@pytest.mark.parametrize("names", [[], ["*"], [".example.org"], ["https://notes.example.org"]])
def test_it_must_know_its_name(hosted: Any, names: list[str]) -> None:
    hosted.ALLOWED_HOSTS = names

    assert found() == ["beside.E004"]


def test_it_does_not_listen_to_the_network_without_a_proxy(
    hosted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESIDE_ADDRESS", "0.0.0.0")

    assert found() == ["beside.E005"]


def test_it_listens_to_the_network_where_the_proxy_is_named(
    hosted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESIDE_ADDRESS", "10.0.0.7")
    monkeypatch.setenv("BESIDE_TRUSTED_PROXY", "10.0.0.5")

    assert found() == []


def test_not_everybody_is_the_proxy(hosted: Any) -> None:
    hosted.TRUSTED_PROXIES = [ip_network("0.0.0.0/0")]

    assert found() == ["beside.E006"]


def test_people_are_told_who_runs_it(hosted: Any) -> None:
    hosted.RUN_BY = ""

    assert found() == ["beside.E007"]


@pytest.mark.parametrize("source", ["", "a tarball in the library"])
def test_people_are_told_where_the_code_lies(hosted: Any, source: str) -> None:
    hosted.SOURCE = source

    assert found() == ["beside.E008"]


def test_files_that_are_not_gathered_are_no_hindrance(hosted: Any) -> None:
    hosted.WHITENOISE_USE_FINDERS = True

    assert [one.level < ERROR for one in hosting_goes_together()] == [True]


QUIET = {"fsync": "on", "synchronous_commit": "on", "data_checksums": "on", **checks.QUIET}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"fsync": "off"}, ["beside.E009"]),
        ({"synchronous_commit": "off"}, ["beside.E009"]),
        ({"data_checksums": "off"}, ["beside.W003"]),
        ({"log_statement": "all"}, ["beside.W004"]),
        ({"log_min_error_statement": "error"}, ["beside.W004"]),
        ({"log_error_verbosity": "default"}, ["beside.W004"]),
        ({"log_min_duration_statement": "250"}, ["beside.W004"]),
    ],
)
def test_what_the_database_would_lose_or_tell_is_said(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], said: list[str]
) -> None:
    monkeypatch.setattr(checks, "setting_of_the_database", (QUIET | changed).__getitem__)

    assert [one.id for one in checks.what_it_keeps_and_tells()] == said
