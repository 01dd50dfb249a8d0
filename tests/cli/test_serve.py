"""`beside serve` as people and machines meet it: two workers, one PostgreSQL."""

from __future__ import annotations

import json
import signal
import socket
import time

import pytest

from tests.support.hosted import (
    NAME,
    SECURE,
    HostedProgram,
    HostedVisitor,
    Hosting,
    alice,
    heading,
    hosting,
    served,
)

__all__ = ["alice", "hosting", "served"]

MARKERS = ("quietmarkerone", "quietmarkertwo")


def test_what_one_worker_opened_another_goes_on_with(
    served: HostedProgram, alice: HostedVisitor
) -> None:
    assert len(served.workers) == 2
    with served.only(0):
        alice.keeps()

    with served.only(1):
        assert alice.is_in
        assert heading(alice.get("/")) == "Lately, I …"


def test_a_first_visit_goes_on_at_any_worker(served: HostedProgram, alice: HostedVisitor) -> None:
    with served.only(0):
        page = alice.submit(alice.get("/"), to="/start/")
        assert page.path == "/start/phone/"

    with served.only(1):
        assert alice.submit(page, "answer", answer="no").path == "/start/nearest/"


def test_the_name_and_the_words_that_are_shown_are_the_same_at_any_worker(
    served: HostedProgram, alice: HostedVisitor
) -> None:
    with served.only(0):
        first = alice.get("/keep/").form("six", "draw", to="/keep/")
        here = alice.paths[-1]

    with served.only(1):
        again = alice.get(here).form("six", "draw", to="/keep/")

    for shown in ("six", "notebook"):
        assert again.fields[shown] == first.fields[shown]


def test_name_and_words_open_it_and_neither_does_alone(alice: HostedVisitor) -> None:
    alice.keeps()
    alice.locks()

    for typed in ({"words": "six words that open nothing here"}, {"name": "kettle-otter-4821"}):
        page = alice.opens(**typed)
        assert page.status == 422
        assert "Look at the name and at each word again." in page.text
    assert not alice.is_in
    alice.opens(name=alice.name.upper().replace("-", " "))
    assert alice.is_in


def test_a_restart_ends_no_session_but_every_visit(hosting: Hosting) -> None:
    first = hosting.serve()
    keeper, looker = HostedVisitor(first), HostedVisitor(first)
    keeper.keeps()
    looker.submit(looker.get("/"), to="/start/")
    assert first.end(signal.SIGTERM) == 0

    second = hosting.serve()
    keeper.program = looker.program = second

    assert keeper.is_in
    assert looker.get("/start/nearest/").path == "/"
    second.end()


def test_a_worker_that_dies_is_started_anew(hosting: Hosting) -> None:
    program = hosting.serve()
    time.sleep(6)  # sooner it would count as unable to start
    dead = program.workers[0]
    dead.kill()

    until = time.monotonic() + 20
    while dead.pid in {one.pid for one in program.workers} or len(program.workers) < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert program.ask("GET", "/readyz").status == 200
    assert program.end() == 0


def test_an_end_lets_what_has_begun_be_finished(hosting: Hosting) -> None:
    program = hosting.serve()
    way = socket.create_connection(("127.0.0.1", program.port))
    head = "".join(f"{name}: {value}\r\n" for name, value in SECURE.items())
    kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\n"
    way.sendall(f"POST /open/ HTTP/1.1\r\n{head}{kind}words=half".encode())
    time.sleep(0.5)

    program.process.send_signal(signal.SIGTERM)
    time.sleep(1)

    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", program.port))
    assert program.process.poll() is None
    way.sendall(b"-of-a-body")
    assert way.recv(200).startswith(b"HTTP/1.1 403")
    way.close()
    assert program.end(signal.SIGTERM) == 0


def test_a_busy_port_is_one_sentence(served: HostedProgram, hosting: Hosting) -> None:
    refused = hosting.run("serve", check=False, BESIDE_PORT=str(served.port))

    assert refused.returncode == 1
    assert f"Port {served.port} cannot be used" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"BESIDE_DATABASE_URL": ""}, "beside.E001"),
        ({"BESIDE_DATABASE_URL": "sqlite:///x"}, "Hosting needs PostgreSQL"),
        ({"BESIDE_DATABASE_URL": "postgresql://beside@127.0.0.1:9/x"}, "The database does not"),
        ({"BESIDE_SECRET_FILE": "/nowhere/secret"}, "beside.E002"),
        ({"BESIDE_HOST": ""}, "beside.E004"),
        ({"BESIDE_HOST": "*"}, "beside.E004"),
        ({"BESIDE_ADDRESS": "0.0.0.0"}, "beside.E005"),
        ({"BESIDE_ADDRESS": "0.0.0.0", "BESIDE_TRUSTED_PROXY": "0.0.0.0/0"}, "beside.E006"),
        ({"BESIDE_RUN_BY": ""}, "beside.E007"),
        ({"BESIDE_SOURCE": ""}, "beside.E008"),
        ({"BESIDE_WORKERS": "many"}, "BESIDE_WORKERS needs a number from 1 to 64."),
    ],
)
def test_wrong_settings_are_refused_with_advice(
    hosting: Hosting, changed: dict[str, str], said: str
) -> None:
    refused = hosting.run("serve", check=False, **changed)

    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "answers at" not in refused.stdout


def test_workers_meet_where_nobody_else_may_enter(hosting: Hosting) -> None:
    hosting.home.chmod(0o750)

    refused = hosting.run("serve", check=False, BESIDE_RUN_FOLDER=str(hosting.home))

    assert refused.returncode == 1
    assert "its owner alone may enter" in refused.stderr


def test_a_database_without_its_tables_is_not_served(hosting: Hosting) -> None:
    hosting.database.run("createdb", "-h", hosting.folder, "-U", "beside", "empty")
    url = hosting.database.url.replace("/beside?", "/empty?")

    refused = hosting.run("serve", check=False, BESIDE_DATABASE_URL=url)

    assert refused.returncode == 1
    assert "run “beside migrate”" in refused.stderr


def test_migrating_twice_is_once(hosting: Hosting) -> None:
    assert "fits this Beside already" in hosting.run("migrate").stdout


def test_a_database_of_a_later_release_is_left_alone(hosting: Hosting) -> None:
    hosting.database.run("createdb", "-h", hosting.folder, "-U", "beside", "later")
    url = hosting.database.url.replace("/beside?", "/later?")
    hosting.run("migrate", BESIDE_DATABASE_URL=url)
    more = "INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9999', now())"
    hosting.database.run("psql", "-h", hosting.folder, "-U", "beside", "-d", "later", "-c", more)

    for word in ("serve", "migrate"):
        refused = hosting.run(word, check=False, BESIDE_DATABASE_URL=url)
        assert refused.returncode == 1
        assert "A newer Beside has used this database." in refused.stderr


def test_health_is_answered_under_any_name(served: HostedProgram) -> None:
    for path in ("/healthz", "/readyz"):
        answer = served.ask("GET", path, Host=f"127.0.0.1:{served.port}")
        assert (answer.status, answer.text) == (200, "ok\n")


def test_pages_are_answered_under_its_own_name_and_over_tls_alone(served: HostedProgram) -> None:
    assert served.ask("GET", "/now/", **SECURE).status == 200
    assert served.ask("GET", "/now/", **SECURE | {"Host": "evil.example"}).status == 400
    plain = served.ask("GET", "/now/", Host=NAME)
    assert (plain.status, plain.headers["Location"]) == (301, f"https://{NAME}/now/")


def test_tls_is_asked_for_a_year_and_cookies_are_closed(served: HostedProgram) -> None:
    answer = served.ask("GET", "/keep/?draw=1", **SECURE)

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    for cookie in answer.headers.get_all("Set-Cookie"):
        assert cookie.strip().startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Strict"} <= {
            part.strip() for part in cookie.split(";")
        }


def test_a_line_of_the_log_holds_no_address_and_no_word(
    served: HostedProgram, alice: HostedVisitor
) -> None:
    alice.keeps()
    today = alice.submit(alice.get("/moments/new/"), "id", "what", what="did_it_alone")
    (moment,) = set(today.links(r"/moments/[0-9a-f-]{36}/"))
    kept = alice.submit(alice.get(moment), "note", note=MARKERS[0])
    alice.get(f"/notebook/search/?q={MARKERS[1]}")
    alice.get(f"/{MARKERS[1]}/")
    time.sleep(0.3)

    log = "\n".join(served.lines)
    assert kept.status == 200
    for word in (*MARKERS, *alice.words.split(), alice.name, moment, alice.address, "draw="):
        assert word not in log
    lines = [json.loads(line) for line in served.lines]
    assert all(line.keys() == LINE for line in lines if line["event"] in {"request", "slow"})
    assert {"account:keep", "pattern:search", "-"} <= {line.get("route") for line in lines}


LINE = {"time", "level", "event", "id", "route", "status", "ms"}
