"""What whoever hosts is told to set is what is read; what the checks ask for is what it says."""

from __future__ import annotations

import re
from pathlib import Path

from beside.config import checks

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
EXAMPLES = {file.name: file.read_text("utf-8") for file in (ROOT / "docs/hosting").iterdir()}
NAMED = re.compile(r"\bBESIDE_[A-Z_]+")
SET_BY_ITSELF = {"BESIDE_HOSTED", "BESIDE_MADE_UP", "BESIDE_OPEN", "BESIDE_HOME"}
"""By commands, or for one's own computer."""


def read() -> set[str]:
    """Return every name that the program reads from outside."""
    config = ROOT / "src/beside/config"
    return {name for file in config.glob("*.py") for name in NAMED.findall(file.read_text("utf-8"))}


def test_every_setting_is_in_the_table_and_no_other() -> None:
    rows = [line.split("|")[1] for line in DOCUMENT.splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in NAMED.findall(row)}

    assert told == read() - SET_BY_ITSELF


def test_the_examples_set_nothing_that_is_not_read() -> None:
    for text in (DOCUMENT, *EXAMPLES.values()):
        assert set(NAMED.findall(text)) <= read()


def test_the_lines_for_the_database_are_those_that_are_checked() -> None:
    found = re.findall(r"ALTER ROLE beside SET (\w+) = '?([\w-]+)'?;", EXAMPLES["postgresql.sql"])

    assert dict(found) == checks.QUIET


def test_every_command_of_the_operator_that_it_names_is_there() -> None:
    from beside.cli.main import OPERATOR

    named = set(re.findall(r"operator ([a-z]+)", DOCUMENT + EXAMPLES["backup"]))

    assert named <= OPERATOR.keys()


def test_it_can_be_read_in_one_sitting() -> None:
    assert len(DOCUMENT.splitlines()) <= 200


def test_what_it_names_lies_beside_it() -> None:
    for name in re.findall(r"\(hosting/([\w.]+)\)", DOCUMENT):
        assert name in EXAMPLES


def test_sessions_are_in_no_backup() -> None:
    assert "--no-unlogged-table-data" in EXAMPLES["backup"]


def test_no_proxy_writes_what_people_send_to_a_disk() -> None:
    nginx = EXAMPLES["nginx.conf"]

    for line in (
        "client_body_buffer_size 1m;",
        "client_max_body_size    1m;",
        "proxy_buffering          off;",
        "proxy_max_temp_file_size 0;",
        "proxy_request_buffering off;",
        "access_log off;",
    ):
        assert line in nginx
    assert "exclude http.log.access http.log.error" in EXAMPLES["Caddyfile"]
