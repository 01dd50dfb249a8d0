"""The log says that something was asked for and how it went, and never by whom or what.

A whole exchange goes through a hosted Beside, with what goes wrong in it and a database that goes
away. Then every line that either process wrote is held against everything that was typed, named,
drawn, handed out, or asked for.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from tests.promises.searching import Searcher
from tests.promises.test_dump_postgresql import Guest
from tests.promises.visit import Visit
from tests.support.hosted import Hosting, hosting
from tests.support.served import Page

__all__ = ["hosting"]

pytestmark = pytest.mark.one_file  # it brings a PostgreSQL of its own

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
FIELDS = {
    "request": {"time", "level", "event", "id", "route", "status", "ms"},
    "failure": {"time", "level", "event", "code", "kind", "at", "route", "id"},
    "elsewhere": {"time", "level", "event", "from", "at"},
    "said": {"time", "level", "event", "said"},
}
ROUTE = re.compile(r"-|static|[a-z_]+:[a-z_]+")


@dataclass
class Written:
    """What the log holds after the exchange, and what it must not hold."""

    lines: list[str]
    visit: Visit
    names: set[str]
    handed_out: set[str]
    ids: set[str]
    addresses: set[str]

    def holds(self, secrets: set[str]) -> list[str]:
        log = "".join(self.lines)
        assert secrets
        return [one for one in secrets if one in log] + [
            hit.where for hit in Searcher(secrets).in_bytes(log.encode(), "the log")
        ]


@pytest.fixture(scope="module")
def written(hosting: Hosting) -> Written:
    program = hosting.serve(BESIDE_SLOW_MS="40")
    visit = Visit(Guest(program))
    try:
        everything(visit, hosting)
    finally:
        time.sleep(0.5)
        program.end()
    pages, paths = visit.visitor.pages, visit.visitor.paths
    return Written(
        lines=list(program.said),
        visit=visit,
        names={visit.visitor.name, visit.visitor.name.replace("-", " ")},
        handed_out={*cookies_in(pages), *tokens_in(pages)},
        ids={found for path in paths for found in ID.findall(path)},
        addresses={visit.visitor.address, visit.friend.address, *with_an_id(paths)},
    )


def everything(visit: Visit, hosting: Hosting) -> None:
    """Go through all that there is, and through what goes wrong."""
    visit.everything()
    form = visit.visitor.get(visit.moment)
    visit.visitor.locks()
    visit.after_the_lock(form)
    visit.opened_again()
    visit.friend.send("/r/", {"code": "A" * 43})
    visit.visitor.get(f"/{quote(visit.word('a path'))}/?q={quote(visit.word('a query'))}")
    form = visit.visitor.get(visit.moment)
    hosting.database.stop()
    away = visit.visitor.submit(form, "note", note=visit.sentence("note while it is away"))
    hosting.database.start()
    assert away.status == 503


def cookies_in(pages: list[Page]) -> set[str]:
    """Return every value that a browser was given to keep, long enough to be one."""
    set_cookies = [one for page in pages for one in page.headers.get_all("Set-Cookie") or []]
    values = {one.split(";")[0].partition("=")[2].strip('"') for one in set_cookies}
    return {value for value in values if len(value) >= 20}


def tokens_in(pages: list[Page]) -> set[str]:
    found = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
    return {token for page in pages for token in found.findall(page.text)}


def with_an_id(paths: list[str]) -> set[str]:
    return {path for path in paths if ID.search(path) or "?" in path}


def test_no_word_that_was_typed_is_in_it(written: Written) -> None:
    assert len(written.visit.words) >= 30
    assert written.holds(set(written.visit.words.values())) == []


def test_no_name_of_a_notebook_is_in_it(written: Written) -> None:
    assert written.holds(written.names) == []


def test_no_cookie_and_no_token_is_in_it(written: Written) -> None:
    assert written.holds(written.handed_out) == []


def test_no_id_of_a_record_or_a_link_is_in_it(written: Written) -> None:
    assert len(written.ids) >= 5
    assert written.holds(written.ids) == []


def test_no_address_on_the_net_and_none_of_a_page_is_in_it(written: Written) -> None:
    assert written.holds(written.addresses) == []


def test_a_line_has_its_fields_and_no_others(written: Written) -> None:
    lines = [json.loads(line) for line in written.lines if line.startswith("{")]

    for line in lines:
        event = "request" if line["event"] == "slow" else line["event"]
        assert line.keys() == FIELDS[event], line
        if event == "request":
            assert ROUTE.fullmatch(line["route"]), line


def test_what_went_wrong_is_in_it_by_kind_and_place(written: Written) -> None:
    lines = [json.loads(line) for line in written.lines if line.startswith("{")]
    events = {line["event"] for line in lines}
    statuses = {line.get("status") for line in lines}

    assert {"request", "slow", "failure"} <= events
    assert {200, 303, 403, 404, 409, 413, 422, 503} <= statuses


def test_what_is_not_json_is_what_it_says_at_its_start_and_its_end(written: Written) -> None:
    rest = [line for line in written.lines if line.strip() and not line.startswith("{")]

    assert len(rest) <= 6, rest
