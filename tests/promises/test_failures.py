"""What goes wrong is told by a code: neither the page nor the log repeats what was in it."""

import logging
import re

import pytest
from django.db import DatabaseError
from django.test import Client

from beside.pages.front.failures import code_for, place_of
from tests.promises.visit import a_word
from tests.support.people import Somebody, alice

__all__ = ["alice"]

WORD = a_word()


@pytest.fixture
def log():
    """Return the lines that are written while the test runs."""
    lines = []

    class Listening(logging.Handler):
        def emit(self, record):
            lines.append(self.format(record))

    logger, listening = logging.getLogger("beside"), Listening()
    logger.addHandler(listening)
    yield lines
    logger.removeHandler(listening)


class Unlucky(Exception):
    def __init__(self, word):
        super().__init__(word)
        self.word = word

    def __repr__(self):
        return f"Unlucky({self.word})"


def failing_with(problem):
    def fails(*_args, **_kwargs):
        kept_here = WORD
        raise problem from ValueError(kept_here)

    return fails


@pytest.fixture
def visitor(alice):
    alice.client.raise_request_exception = False
    return alice.client


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (RuntimeError(WORD), 500),
        (KeyError(WORD), 500),
        (UnicodeDecodeError("utf-8", WORD.encode(), 0, 1, WORD), 500),
        (Unlucky(WORD), 500),
        (DatabaseError(WORD), 503),
    ],
)
def test_the_page_shows_a_code_and_the_log_no_word(
    visitor, log, capfd, monkeypatch, problem, status
):
    monkeypatch.setattr("beside.pages.today.views.next_thing", failing_with(problem))

    page = visitor.get("/")

    said = capfd.readouterr()
    assert page.status_code == status
    assert code_for(problem) in page.content.decode()
    assert WORD not in page.content.decode()
    assert WORD not in said.out + said.err + "\n".join(log)
    assert "Traceback" not in said.out + said.err + "\n".join(log)
    assert any(
        re.fullmatch(rf"failure {code_for(problem)} \w+ at [\w.]+:\d+ in today:today", line)
        for line in log
    )


def test_what_was_typed_is_on_the_page_and_not_in_the_log(visitor, log, capfd, monkeypatch):
    problem = RuntimeError(WORD)
    monkeypatch.setattr("beside.pages.circle.views.actions.add_person", failing_with(problem))
    form = {
        "id": "5a000000-0000-4000-8000-000000000001",
        "name": WORD,
        "hurt": "no",
        "afraid": "no",
        "ring": "",
    }

    page = visitor.post("/people/new/", form)

    said = capfd.readouterr()
    assert page.status_code == 500
    assert WORD in page.content.decode()
    assert WORD not in said.out + said.err + "\n".join(log)


def test_what_opens_is_never_repeated(log, capfd, monkeypatch, transactional_db):
    monkeypatch.setattr(
        "beside.pages.account.asking.opening.open_with_words", failing_with(RuntimeError(WORD))
    )
    stranger = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)

    page = stranger.post("/open/", {"words": f"these are {WORD}"})

    said = capfd.readouterr()
    assert page.status_code == 500
    assert WORD not in page.content.decode() + said.out + said.err + "\n".join(log)


def test_the_code_stands_for_the_kind_and_the_place_alone():
    def fall(word):
        raise RuntimeError(word)

    codes = set()
    for word in (WORD, "another"):
        try:
            fall(word)
        except RuntimeError as problem:
            codes.add((code_for(problem), place_of(problem)))

    assert len(codes) == 1
    assert re.fullmatch(r"[0-9A-F]{6}", next(iter(codes))[0])


def test_somebody_is_a_person_with_a_browser(alice):
    assert isinstance(alice, Somebody)
