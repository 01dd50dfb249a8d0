"""Hosted, the database goes and comes again: what was kept is there, and who was in opens again."""

from __future__ import annotations

import time

import pytest

from tests.support.hosted import SECURE, HostedVisitor, Hosting, hosting

__all__ = ["hosting"]

pytestmark = pytest.mark.fault


def test_bad_nights_have_their_page_while_the_database_is_away(hosting: Hosting) -> None:
    program = hosting.serve()
    alice = HostedVisitor(program)
    alice.keeps()
    alice.submit(alice.get("/moments/new/"), "id", "what", what="did_it_alone")

    hosting.database.stop()

    assert program.ask("GET", "/now/", **SECURE).status == 200
    assert program.ask("GET", "/healthz").status == 200
    assert program.ask("GET", "/readyz").status == 503
    away = alice.get("/notebook/")
    assert (away.status, away.headers["Retry-After"]) == (503, "10")

    hosting.database.start()
    until = time.monotonic() + 20
    while program.ask("GET", "/readyz").status != 200:
        assert time.monotonic() < until

    # The table of sessions is in no log, so that nothing of it is there after a crash.
    assert not alice.is_in
    alice.opens()
    assert "did it alone" in alice.get("/notebook/").text
    log = "\n".join(program.lines)
    assert '"event": "not ready"' in log
    assert '"event": "failure"' in log
    assert str(hosting.folder) not in log
    assert program.end() == 0
