"""A line of the log is JSON, and holds no value that came from somebody."""

from __future__ import annotations

import json
import logging

import pytest

from beside.config.lines import JsonLine

MARKER = "nobody should read this"


def line(name: str, message: str, *values: object, **more: object) -> dict[str, object]:
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, "/somewhere/library.py", 7, message, values, None, extra=more or None
    )
    written = JsonLine().format(record)
    assert "\n" not in written
    read: dict[str, object] = json.loads(written)
    return read


def test_our_own_lines_have_named_fields() -> None:
    about = {"event": "request", "route": "today:today", "status": 200}

    said = line("beside.requests", "request", about=about)

    assert said.items() >= about.items()
    assert said["level"] == "warning"
    assert str(said["time"]).endswith("+00:00")


def test_our_own_sentences_are_written_as_they_are() -> None:
    said = line("beside.copies", "today's copy failed: %s", "OSError")

    assert said["said"] == "today's copy failed: OSError"


@pytest.mark.parametrize("name", ["psycopg", "django.request", "besides", "root"])
def test_of_others_a_line_says_who_and_where_alone(name: str) -> None:
    said = line(name, f"%s {MARKER}", MARKER)

    assert MARKER not in json.dumps(said)
    assert (said["from"], said["at"]) == (name, "library.py:7")


def test_a_traceback_is_not_written() -> None:
    try:
        int(MARKER)
    except ValueError as problem:
        record = logging.getLogger("beside").makeRecord(
            "beside", 40, "x.py", 1, "odd", (), (type(problem), problem, problem.__traceback__)
        )

    assert MARKER not in JsonLine().format(record)
