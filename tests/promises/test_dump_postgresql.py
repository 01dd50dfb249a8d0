"""The dump test where many are served: whoever takes the machine finds nothing that anybody typed.

The same words go through the same forms, to two workers over one PostgreSQL. Then everything is
searched: the files of the database with its log of writes, what it said, what `pg_dump` gives out,
a copy of its files, the folder of the program, and every line of its log.
"""

import base64
import hashlib
import json
import re
import zlib
from pathlib import Path

import psycopg
import pytest

from beside.keeping.crypto.passkey import Page, as_bytes, as_text
from tests.promises.searching import Searcher
from tests.promises.visit import Visit
from tests.support.authenticator import Finger
from tests.support.engine import write_all
from tests.support.hosted import NAME, HostedVisitor, Hosting, hosting

__all__ = ["hosting"]

pytestmark = pytest.mark.one_file  # it brings a PostgreSQL of its own


BYTES = re.compile(rb"\\\\x((?:[0-9a-f]{2})+)")


class Guest(HostedVisitor):
    """Somebody who keeps a notebook with words of their own, by a code where one is asked for."""

    code = ""

    def another(self) -> HostedVisitor:
        other = Guest(self.program)
        other.paths, other.pages = self.paths, self.pages
        return other

    def keeps_a_notebook(self, words):
        page = self.get("/keep/")
        self.name = page.form("notebook", "own").fields["notebook"]
        code = {"invitation": self.code} if self.code else {}
        return self.submit(page, "own", own=words, **code)


class Hosts(Visit):
    """The same visit, and what there is where many are served: a code, a passkey, a first look."""

    def everything(self) -> None:
        self.words["code of an invitation"] = self.visitor.code
        super().everything()
        self.passkey()
        self.first_look()
        self.somebody_guesses()

    def passkey(self) -> None:
        visitor = self.visitor
        visitor.submit(visitor.get("/settings/preferences/"), "idle", looked_through="no")
        self.finger = Finger(Page(origin=f"https://{NAME}", host=NAME))
        self.words["what a passkey opens with"] = as_text(bytes(self.finger.prf))
        form, name = visitor.get("/settings/passkeys/new/"), self.word("name of a passkey")
        asked = visitor.submit(form, "words", "name", words=self.later, name=name)
        challenge = re.search(r'data-challenge="([^"]+)"', asked.text)[1]
        self._presses(asked, "/settings/passkeys/keep/", self.finger.made(challenge))
        assert name in self.seen("passkey", visitor.get("/settings/passkeys/")).text

    def _presses(self, page, to, answer):
        prf = self.words["what a passkey opens with"]
        said = {"credential": json.dumps(answer), "prf": prf}
        return self.visitor.submit(page, "credential", to=to, **said)

    def first_look(self) -> None:
        """Try a small test without a notebook, and leave it there."""
        visitor = self.visitor.another()
        page = visitor.submit(visitor.get("/"), to="/start/")
        for answer in ("no", "snapped", "felt_like_no_other_way", "a_part", "rely_on_myself"):
            page = visitor.submit(page, "answer", answer=answer)
        page = visitor.submit(visitor.get("/start/test/"), "template", template="today_was_a_lot")
        somebody = {"name": self.word("name that is not kept"), "hurt": "no", "afraid": "no"}
        page = visitor.submit(page, "name", **somebody)
        guess = {"well": "3", "feared": "they_sigh", "likely": "6", "trouble": "5", "hard": "30"}
        said = self.sentence("request that is not kept")
        page = visitor.submit(page, "saying", "well", saying=said, **guess)
        assert self.words["request that is not kept"] in self.seen("not kept", page).text

    def somebody_guesses(self) -> None:
        guess = f"no words of anybody {self.word('guess at the door')}"
        self.seen("guess", self.visitor.another().opens(guess, self.visitor.name), 422)

    def opened_again(self) -> None:
        super().opened_again()
        self.visitor.locks()
        challenge = self.visitor.get("/open/passkey/challenge/").text
        answer = self.finger.answer(challenge)
        self._presses(self.visitor.get("/open/"), "/open/passkey/", answer)
        assert self.visitor.is_in


class Taken:
    """All that lies on the machine, looked through more than once."""

    def __init__(self, hosting: Hosting) -> None:
        self.hosting = hosting
        self.program = hosting.serve(BESIDE_REGISTRATION="invite")
        # What was made before anybody came ends the file of the log that it is in.
        self.ask("SELECT pg_switch_wal()")
        self.write_all()
        self.before = {file: _digest(file) for file in self.files()}

    def invites(self) -> str:
        """Return a code that lets one in."""
        return self.hosting.run("operator", "invite").stdout.split()[0]

    def ask(self, sql: str) -> list[tuple]:
        with psycopg.connect(self.hosting.database.url, autocommit=True) as way:
            asked = way.execute(sql)
            return asked.fetchall() if asked.description else []

    def write_all(self) -> None:
        """Put what is in the memory of the database into its files, UNLOGGED tables too."""
        for statement in write_all():
            self.ask(statement)

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
        self.write_all()
        return [file for file in self.files() if self.before.get(file) != _digest(file)]

    def hits(self, words) -> list:
        searcher = Searcher(words)
        found = searcher.in_bytes(self.program.log.encode(), "what was said")
        found += searcher.in_bytes(_bytes_in(self.dump()), "bytes in a dump")
        for file in self.written():
            found += searcher.in_bytes(str(file).encode(), f"name of {file}")
            found += searcher.in_bytes(file.read_bytes(), str(file))
        return found

    def everything(self) -> bytes:
        return b"".join(file.read_bytes() for file in self.written())


def _bytes_in(dump: bytes) -> bytes:
    """Return what a dump says in hexadecimal numbers, as it is."""
    return b"\n".join(bytes.fromhex(found.decode()) for found in BYTES.findall(dump))


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
    visit = Hosts(Guest(taken.program))
    visit.visitor.code = taken.invites()
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


def test_a_code_is_nowhere_without_its_hyphens_either(visit):
    code = visit.words["code of an invitation"].replace("-", "").encode()

    assert len(code) == 24
    assert code not in visit.held
    assert code.lower() not in visit.held


def test_what_opens_is_nowhere(visit):
    """Neither the cookie nor what the passkey gives, as bytes and as letters."""
    for secret in (visit.cookies["__Host-b"], visit.words["what a passkey opens with"]):
        raw = as_bytes(secret)

        assert len(raw) == 32
        for written in (secret.encode(), raw, raw.hex().encode(), base64.b64encode(raw)):
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


@pytest.mark.parametrize("kind", ["", "UNLOGGED"])
def test_a_word_that_is_packed_into_bytes_is_found_in_its_files_and_in_a_dump(taken, visit, kind):
    word = f"Qpacked{kind}5c81e94b7d20z"
    packed = zlib.compress(f"I think {word} would help. ".encode("utf-16-le") * 9)
    taken.ask(f"CREATE {kind} TABLE packed{kind} (bytes bytea)")
    taken.ask(f"INSERT INTO packed{kind} VALUES ('\\x{packed.hex()}')")

    places = " ".join(hit.where for hit in taken.hits([word]))

    assert ("pg_wal" in places) == (not kind)
    assert "base/" in places
    assert "bytes in a dump" in places
