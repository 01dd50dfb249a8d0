"""A made-up year to look around in: always the same, all of it possible, and gone at the end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import safety_of
from beside.around.load.model import Carrying, Chosen
from beside.cli.made_up.year import live_the_year
from beside.config import env
from beside.journey.pattern.model import Item, Moment, Reflection, ThreeQuestions
from beside.journey.pattern.three_questions import said_before
from beside.journey.practice.both_sides import both_sides
from beside.journey.practice.lines_kept import line_due, line_of
from beside.journey.practice.model import Ask, AskState, Channel, Happened, OwnWords
from beside.journey.practice.replies import by_ask
from beside.journey.practice.reply import Reply
from beside.journey.practice.rules import due
from beside.kernel.store import MemoryStore
from tests.support.people import alice, charlie  # noqa: F401 - fixtures
from tests.support.served import Program, Visitor

TODAY = date(2026, 11, 24)
BAND = "Made up: nobody’s notebook."
ZONES = ("UTC", "Europe/Berlin", "America/Santiago", "Asia/Kathmandu", "Pacific/Kiritimati")


def the_year(today=TODAY, zone="Europe/Berlin"):
    store = MemoryStore()
    live_the_year(store, today=today, zone=zone)
    return store


@pytest.fixture(scope="module")
def year():
    return the_year()


@pytest.fixture(scope="module")
def asks(year):
    return year.all(Ask)


@pytest.fixture(scope="module")
def people(year):
    return {person.name: person for person in year.all(Person)}


def how(asks, state):
    return [ask for ask in asks if ask.state is state]


# What stands in it


def test_the_same_day_gives_the_same_notebook(year):
    assert list(the_year().every()) == list(year.every())


@given(today=st.dates(date(2024, 1, 1), date(2100, 1, 1)), zone=st.sampled_from(ZONES))
def test_it_can_be_lived_on_any_day_anywhere(today, zone):
    store = the_year(today, zone)

    asks, moments = store.all(Ask), store.all(Moment)
    first_minute = datetime.combine(today, datetime.min.time(), tzinfo=UTC) - timedelta(hours=14)
    assert len(asks) == 23
    assert all(today - timedelta(days=365) <= one.when.on < today for one in moments)
    assert all((one.closed or one.locked or one.drafted).on < today for one in asks)
    assert [one.agreed.at > first_minute for one in asks if one.agreed] == [True]
    assert sum(due(one, today) for one in asks) == 1


def test_the_small_tests_ended_in_every_way(asks):
    ended = Counter(ask.outcome.how for ask in how(asks, AskState.done))

    assert Counter(ask.state for ask in asks) == {
        AskState.done: 18,
        AskState.let_go: 2,
        AskState.locked: 2,
        AskState.drafted: 1,
    }
    assert ended == {
        Happened.took_it_well: 8,
        Happened.partly: 3,
        Happened.no: 3,
        Happened.no_answer: 2,
        Happened.it_hurt: 2,
    }
    assert sum(ask.prediction is None for ask in how(asks, AskState.done)) == 2


def test_most_were_said_face_to_face_and_some_were_not(asks):
    channels = Counter(ask.channel for ask in asks if ask.channel)

    assert set(channels) == {
        Channel.face_to_face,
        Channel.call,
        Channel.message,
        Channel.email,
    }
    assert channels[Channel.face_to_face] > channels.total() / 2


def test_some_were_put_to_people_whose_job_it_is(asks):
    assert sum(ask.job is not None for ask in asks) == 2


def test_what_they_said_aloud_stands_beside_what_was_guessed(asks, year, people):
    flagged = [one.id for one in people.values() if safety_of(one) is Safety.flagged]

    both = both_sides(asks, by_ask(year.all(Reply)), flagged=flagged)

    assert (both.told, both.skipped) == (7, 1)
    assert both.trouble.less > 0
    assert both.trouble.more > 0


def test_lines_were_believed_before_and_after_some(asks):
    before = [ask for ask in asks if ask.prediction and ask.prediction.line_now is not None]
    after = [ask for ask in asks if ask.outcome and ask.outcome.line_after is not None]

    assert len(before) > len(after) >= 8
    assert set(after) <= set(before)


def test_there_is_somebody_of_each_sort(people):
    assert len(people) == 7
    assert Counter(safety_of(one) for one in people.values()) == {
        Safety.free: 5,
        Safety.resting: 1,
        Safety.flagged: 1,
    }
    assert people["Tomasz"].left_out
    assert people["Dad"].in_my_care


def test_from_what_hurt_nothing_is_learnt(asks):
    hurt = [ask for ask in asks if ask.outcome and ask.outcome.how is Happened.it_hurt]

    assert [line_of(ask) for ask in hurt] == ["", ""]
    assert all(ask.outcome.line_after is None and ask.outcome.again is None for ask in hurt)
    assert all(ask.outcome.feared_happened is None for ask in hurt)


def test_of_the_one_who_hurt_nothing_comes_back(asks, people):
    theirs = [ask for ask in asks if ask.person_id == people["K."].id]

    assert len(theirs) == 2
    assert not any(ask.is_open or line_of(ask) for ask in theirs)


def test_a_line_comes_back_after_the_test_that_is_due(asks, people):
    friendly = [one.id for one in people.values() if safety_of(one) is Safety.free]

    assert line_of(line_due(asks, TODAY, put_forward=friendly)).startswith("Forty minutes")


def test_there_are_weeks_without_a_word(year):
    days = sorted({one.when.on for one in year.all(Moment)})

    assert 115 <= len(year.all(Moment)) <= 125
    assert sum((later - day).days >= 14 for day, later in pairwise(days)) == 3


def test_words_were_kept_to_be_used_again(year):
    assert len(year.all(OwnWords)) == 2


def test_a_first_visit_stands_before_all_else(year):
    (said,) = year.all(Reflection)

    assert all(said.when.at < one.when.at for one in year.all(Moment))
    assert None not in (said.nearest, said.choice, said.offer, said.line)


def test_the_three_questions_were_answered_as_they_were_put(year):
    sittings = sorted(year.all(ThreeQuestions), key=lambda one: one.when.at)

    assert [[item for item in Item if one.answer(item) is not None] for one in sittings] == [
        list(one.asked) for one in sittings
    ]
    assert all((b.when.on - a.when.on).days > 14 for a, b in pairwise(sittings))
    assert [one.item for one in said_before(sittings) if not one.too_early] == list(Item)[:3]


def test_where_things_are_was_written_down_once(year):
    (carrying,) = year.all(Carrying)

    assert carrying.chosen is Chosen.written_down
    assert carrying.nobody_knows in carrying.what
    assert "the blue diary" in carrying.note


# What is shown


def test_the_notebook_shows_the_way_to_its_rooms(alice):  # noqa: F811
    live_the_year(alice.store, today=datetime.now(UTC).date(), zone="UTC")

    page = alice.client.get("/notebook/").content.decode()

    assert 'href="/notebook/how/"' in page
    assert 'href="/carry/"' in page


def crawled(client, *starts):
    """Yield every page that can be reached by links from *starts*, by its path."""
    # To leave leads away from here; the files of the look are no pages.
    waiting, seen = list(starts), {"/leave/"}
    while waiting:
        path = waiting.pop()
        if path in seen or path.startswith("/static/"):
            continue
        seen.add(path)
        answer = client.get(path, follow=True)
        yield path, answer
        if answer["Content-Type"].startswith("text/html"):
            links = re.findall(r'href="(/[^"#]*)', answer.content.decode())
            waiting += [link.replace("&amp;", "&") for link in links]


def held(path, answer):
    assert answer.status_code == 200, path
    if answer["Content-Type"].startswith("text/html"):
        assert BAND in answer.content.decode(), path


def test_every_page_answers_and_says_that_it_is_made_up(alice, settings):  # noqa: F811
    settings.MADE_UP = True
    live_the_year(alice.store, today=datetime.now(UTC).date(), zone="UTC")

    pages = dict(crawled(alice.client, "/"))

    assert len(pages) > 150
    for path, answer in pages.items():
        held(path, answer)


def test_every_page_at_the_door_says_so_too(charlie, settings):  # noqa: F811
    settings.MADE_UP = True

    pages = dict(crawled(charlie, "/"))

    assert {"/open/", "/keep/", "/now/"} <= set(pages)
    for path, answer in pages.items():
        held(path, answer)


def test_a_page_that_failed_says_so_too(charlie, settings):  # noqa: F811
    settings.MADE_UP = True

    answer = charlie.get("/nothing-here/")

    assert answer.status_code == 404
    assert BAND in answer.content.decode()


def test_it_is_kept_in_less_than_a_second(alice):  # noqa: F811
    began = time.process_time()

    live_the_year(alice.store, today=TODAY, zone="UTC")

    assert time.process_time() - began < 1


def test_no_other_notebook_is_called_made_up(alice):  # noqa: F811
    pages = [alice.client.get(path).content.decode() for path in ("/", "/now/", "/nothing-here/")]

    assert not any("made-up" in page for page in pages)


def test_one_folder_alone_is_called_made_up(monkeypatch, tmp_path):
    monkeypatch.setenv("BESIDE_MADE_UP", str(tmp_path))

    monkeypatch.setenv("BESIDE_HOME", str(tmp_path))
    assert env.is_made_up()

    monkeypatch.setenv("BESIDE_HOME", str(tmp_path / "mine"))
    assert not env.is_made_up()


# The command


@pytest.fixture
def mine(tmp_path):
    """The folder of a real notebook."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


@pytest.fixture
def elsewhere(tmp_path):
    """Where throw-away folders are made."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def program(mine, elsewhere):
    running = Program(mine, "demo", name="made-up.localhost", TMPDIR=str(elsewhere))
    yield running
    running.end()


def six_words_in(program):
    give_up = time.monotonic() + 20
    while not program.log.rstrip().endswith("touched.") and time.monotonic() < give_up:
        time.sleep(0.02)
    return re.search(r"^    (\w+(?:[- ]\w+)+)$", program.log, re.MULTILINE)[1]


def test_the_six_words_that_it_says_open_it(program):
    visitor = Visitor(program)

    today = visitor.opens(six_words_in(program))

    assert (today.status, today.path) == (200, "/")
    assert BAND in today.text
    assert "The chairs." in visitor.get("/notebook/").text


def test_nothing_opens_it_without_the_words(program):
    six_words_in(program)

    assert 'name="words"' in Visitor(program).get("/notebook/").text


def test_the_real_folder_is_left_alone_and_the_other_is_gone(program, mine, elsewhere):
    Visitor(program).opens(six_words_in(program))
    assert len(list(elsewhere.iterdir())) == 1

    assert program.end() == 0

    assert list(elsewhere.iterdir()) == []
    assert list(mine.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_it_is_gone_however_it_is_ended(program, elsewhere, how):
    assert program.end(how) == 0

    assert list(elsewhere.iterdir()) == []


def test_a_start_that_fails_is_one_sentence_and_leaves_nothing(elsewhere):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        set_up = {"TMPDIR": str(elsewhere), "BESIDE_PORT": str(taken.getsockname()[1])}
        ended = subprocess.run(
            [sys.executable, "-m", "beside", "demo"],
            env={**os.environ, **set_up},
            capture_output=True,
            text=True,
            check=False,
        )

    assert ended.returncode == 1
    assert re.fullmatch(r"Port \d+ cannot be used.*\n", ended.stderr)
    assert list(elsewhere.iterdir()) == []


def test_it_does_not_answer_by_the_name_of_the_real_one(program):
    program.name = "beside.localhost"

    assert Visitor(program).get("/now/").status == 400


def test_the_real_one_can_run_beside_it(program, mine):
    real = Program(mine)
    try:
        assert BAND not in Visitor(real).get("/").text
    finally:
        real.end()


def test_the_browser_is_sent_to_where_the_words_are_asked_for(mine, tmp_path):
    browser, visited = tmp_path / "browser", tmp_path / "visited"
    browser.write_text(f'#!/bin/sh\necho "$1" >>{visited}\n', encoding="utf-8")
    browser.chmod(0o755)

    running = Program(mine, "demo", BESIDE_OPEN="1", BROWSER=f"{browser} %s")
    give_up = time.monotonic() + 20
    while not visited.exists() and time.monotonic() < give_up:
        time.sleep(0.02)
    running.end()

    assert visited.read_text(encoding="utf-8").split() == [
        f"http://made-up.localhost:{running.port}/open/"
    ]
