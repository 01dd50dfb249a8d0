"""The dump test where many are served: whoever takes the machine finds nothing that anybody typed.

The same words go through the same forms, to two workers over one PostgreSQL. Then everything is
searched: the files of the database with its log of writes, what it said, what `pg_dump` gives out,
a copy of its files, the folder of the program, and every line of its log.
"""

import base64
import hashlib
from pathlib import Path

import psycopg
import pytest

from tests.promises.searching import Searcher
from tests.promises.visit import Visit
from tests.support.hosted import HostedVisitor, Hosting, hosting

__all__ = ["hosting"]

pytestmark = pytest.mark.one_file  # it brings a PostgreSQL of its own


class Guest(HostedVisitor):
    """Somebody who keeps a notebook with words of their own."""

    def another(self) -> HostedVisitor:
        other = Guest(self.program)
        other.paths, other.pages = self.paths, self.pages
        return other

    def keeps_a_notebook(self, words):
        page = self.get("/keep/")
        self.name = page.form("notebook", "own").fields["notebook"]
        return self.submit(page, "own", own=words)


class Taken:
    """All that lies on the machine, looked through more than once."""

    def __init__(self, hosting: Hosting) -> None:
        self.hosting, self.program = hosting, hosting.serve()
        self.ask("CHECKPOINT")
        self.before = {file: _digest(file) for file in self.files()}

    def ask(self, sql: str) -> list[tuple]:
        with psycopg.connect(self.hosting.database.url, autocommit=True) as way:
            asked = way.execute(sql)
            return asked.fetchall() if asked.description else []

    def dump(self, *more: str) -> bytes:
        """Return what `pg_dump` gives out."""
        file = self.hosting.folder / "dump"
        file.touch()
        file.chmod(0o666)
        server = self.hosting.database
        server.run("pg_dump", "-h", server.folder, "-U", "beside", "-f", file, *more, "beside")
        return file.read_bytes()

    def files(self) -> list[Path]:
        return [file for file in self.hosting.folder.rglob("*") if file.is_file()]

    def written(self) -> list[Path]:
        """Return the files that are other than they were before anybody came."""
        self.ask("CHECKPOINT")
        return [file for file in self.files() if self.before.get(file) != _digest(file)]

    def hits(self, words) -> list:
        self.dump()
        searcher = Searcher(words)
        found = searcher.in_bytes(self.program.log.encode(), "what was said")
        for file in self.written():
            found += searcher.in_bytes(str(file).encode(), f"name of {file}")
            found += searcher.in_bytes(file.read_bytes(), str(file))
        return found

    def everything(self) -> bytes:
        return b"".join(file.read_bytes() for file in self.written())


def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


@pytest.fixture(scope="module")
def taken(hosting):
    taken = Taken(hosting)
    yield taken
    taken.program.end()


@pytest.fixture(scope="module")
def visit(taken):
    """The visit, and what was found: open, locked, opened once more, ended."""
    visit = Visit(Guest(taken.program))
    visit.everything()
    visit.found = {"open": taken.hits(visit.words.values())}
    visit.cookies = dict(visit.visitor.cookies)
    visit.held, visit.in_dump = taken.everything(), taken.dump("--no-unlogged-table-data")
    visit.in_tables = {
        table: taken.ask(f"SELECT count(*) FROM accounts_{table}")[0][0]
        for table in ("opensession", "epochkey", "tries")
    }
    form = visit.visitor.get(visit.moment)
    visit.visitor.locks()
    visit.after_the_lock(form)
    visit.found["locked"] = taken.hits(visit.words.values())
    visit.opened_again()
    visit.found["opened again"] = taken.hits(visit.words.values())
    assert taken.program.end() == 0
    visit.found["ended"] = taken.hits(visit.words.values())
    return visit


@pytest.mark.parametrize("when", ["open", "locked", "opened again", "ended"])
def test_the_whole_machine_holds_none_of_them(visit, when):
    assert len(visit.words) >= 20
    assert visit.found[when] == []


def test_the_name_of_the_notebook_is_nowhere(visit):
    name = visit.visitor.name.encode()

    assert name.count(b"-") == 2
    assert name not in visit.held
    assert name.replace(b"-", b" ") not in visit.held


def test_the_cookie_that_opens_is_nowhere(visit):
    secret = visit.cookies["__Host-b"]
    raw = base64.urlsafe_b64decode(secret + "=")

    for written in (secret.encode(), raw, raw.hex().encode()):
        assert written not in visit.held


def test_a_backup_holds_no_session_no_key_of_an_hour_and_no_count(visit):
    assert all(visit.in_tables.values()), visit.in_tables

    for table in visit.in_tables:
        assert f"CREATE UNLOGGED TABLE public.accounts_{table}".encode() in visit.in_dump
        assert f"COPY public.accounts_{table}".encode() not in visit.in_dump
    assert b"COPY public.vault_sealedrow" in visit.in_dump


def test_a_word_that_is_kept_in_clear_is_found_in_its_files_and_in_a_dump(taken, visit):
    """The same search, where nothing is sealed: also after its row was removed."""
    word = "Qclear2b7f0e1a55d3z"
    taken.ask("CREATE TABLE clear (text text)")
    taken.ask(f"INSERT INTO clear VALUES ('I think {word} would help.')")

    places = " ".join(hit.where for hit in taken.hits([word]))

    assert "pg_wal" in places
    assert "base/" in places
    assert "/dump" in places
