"""`python -m benchmarks.hosted serve` hosts the program with the addresses of the benchmarks.

`python -m benchmarks.hosted people 24` keeps notebooks with a month in each, opens them, makes a
link in each, and says what a browser needs, as JSON; `year 10` keeps notebooks of a year.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from beside.cli import hosted, serve

if TYPE_CHECKING:  # the models stand only once Django is set up
    from benchmarks.notebook import Kept
    from beside.journey.practice.model import Ask

SETTINGS = "benchmarks.settings"
ASKS = "Dana"
"""The name that stands on a link."""
A_YEAR = 365
A_DAY = 3
"""Moments that a daily user drops in."""
A_WEEK = 1
"""Small tests in a week."""


def people(count: int) -> None:
    """Keep *count* notebooks, a month in each, and say the cookies that open them now."""
    from benchmarks import notebook
    from beside.journey.practice.model import Ask
    from beside.keeping.accounts.named import keep_named
    from beside.keeping.accounts.names import draw_name
    from beside.keeping.accounts.sessions import ABSOLUTE, sessions, steady
    from beside.kernel.days import lived
    from beside.pages.front.requests import now
    from beside.pages.front.zones import zone_here

    until = lived(now(), zone_here()).on
    records = notebook.last_month(notebook.ten_years(until, zone=zone_here()), until)
    tests = [one for one in records if isinstance(one, Ask)]
    found = []
    for number in range(count):
        name, words = draw_name(), f"{notebook.SEED} herons & {number} wet slates"
        kept = notebook.keep_all(records, words=words, kept_by=partial(keep_named, name))
        cookie = sessions.start(
            kept.account_id, kept.data_key, label="benchmark", idle=ABSOLUTE, now=steady()
        )
        code = _link(kept, tests)
        opens = {"name": name, "words": words, "code": code}
        found.append({"cookie": cookie, "test": str(tests[0].id), **opens})
    sys.stdout.write(json.dumps(found))


def _link(kept: Kept, tests: list[Ask]) -> str:
    """Make the link of the first small test that can be answered; return its code."""
    from beside.journey.practice.replies import ASKED_BY_LINK, packed, request_of
    from beside.keeping.sharing import links
    from beside.keeping.vault.notebook import OpenNotebook
    from beside.kernel.days import lived
    from beside.kernel.ids import new_id
    from beside.pages.front.requests import now
    from beside.pages.front.zones import zone_here

    ask = next(one for one in tests if one.what in ASKED_BY_LINK)
    made = links.make(
        OpenNotebook(kept.account_id, kept.data_key),
        when=lived(now(), zone_here()),
        id=new_id(),
        shown=packed(request_of(ask, name=ASKS)),
        name=ASKS,
        ask_id=ask.id,
    )
    return made.code


def year(count: int) -> None:
    """Keep *count* notebooks of somebody who comes every day for a year; say what they take."""
    from django.db import connection

    from benchmarks import notebook
    from beside.keeping.accounts.named import keep_named
    from beside.keeping.accounts.names import draw_name
    from beside.kernel.days import lived
    from beside.pages.front.requests import now
    from beside.pages.front.zones import zone_here

    until = lived(now(), zone_here()).on
    since = until - timedelta(days=A_YEAR)
    records = notebook.ten_years(until, zone=zone_here())
    of_late = [one for one in records if one.day is not None and one.day >= since]
    moments = [one for one in of_late if type(one).kind == "moment"][: A_YEAR * A_DAY]
    tests = [one for one in records if type(one).kind == "ask"][: A_YEAR // 7 * A_WEEK]
    people = [one for one in records if type(one).kind == "person"]
    before = _size(connection)
    for number in range(count):
        words = f"{notebook.SEED} kites & {number} dry lanterns"
        kept_by = partial(keep_named, draw_name())
        notebook.keep_all([*people, *tests, *moments], words=words, kept_by=kept_by)
    sys.stdout.write(json.dumps({"bytes": (_size(connection) - before) / count}))


def _size(connection: object) -> int:
    with closing(connection.cursor()) as cursor:  # type: ignore[attr-defined]
        cursor.execute("VACUUM")
        cursor.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND (relname LIKE 'vault%' OR relname LIKE 'accounts%')"
        )
        return int(cursor.fetchone()[0])


def main() -> int:
    """Do what was asked."""
    hosted.SETTINGS = SETTINGS
    word, *rest = sys.argv[1:]
    if word == "serve":
        return serve.serve()
    hosted.set_up()
    {"people": people, "year": year}[word](int(rest[0]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
