"""The dump test: whoever takes the whole disk finds nothing that anybody typed.

Words that nothing else says go through the real forms of the real program. Then everything that it
wrote anywhere (database, log, copies, settings, temporary files, what it says on the terminal) is
searched for them, in every encoding: while the notebook is open, once it is locked, once the
program has ended.
"""

import base64
import gzip
import os
import re
import subprocess
import sys
import zlib
from urllib.parse import unquote_to_bytes

import pytest

from tests.promises.searching import Hit, Searcher, dresses
from tests.promises.visit import Visit, a_word
from tests.support.served import Program, Visitor

pytestmark = pytest.mark.one_file


class Machine:
    """A computer with one program on it, and folders that hold all that it can write."""

    def __init__(self, folder):
        self.folder = folder
        self.places = {
            "BESIDE_HOME": folder / "beside",
            "TMPDIR": folder / "tmp",
            "HOME": folder / "home",
            "XDG_CACHE_HOME": folder / "home" / "cache",
            "XDG_DATA_HOME": folder / "home" / "share",
            "XDG_CONFIG_HOME": folder / "home" / "config",
        }
        for place in self.places.values():
            place.mkdir(parents=True)
        self.more = {name: str(place) for name, place in self.places.items()}
        links = "tests.support.with_links"
        self.program = Program(self.places["BESIDE_HOME"], module=links, **self.more)
        self.said = ""

    def command(self, *words, typed=""):
        done = subprocess.run(
            [sys.executable, "-m", "beside", *words],
            env={**os.environ, **self.more},
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        self.said += done.stdout + done.stderr
        return done

    def hits(self, words):
        searcher = Searcher(words)
        spoken = searcher.in_bytes((self.program.log + self.said).encode(), "what was said")
        return [*searcher.in_folder(self.folder), *spoken]

    def files(self):
        return {file.name for file in self.folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    machine = Machine(tmp_path_factory.mktemp("machine"))
    yield machine
    machine.program.end()


@pytest.fixture(scope="module")
def visit(machine):
    """The visit, and what was found: open, locked, opened once more, ended."""
    visit = Visit(Visitor(machine.program))
    visit.everything()
    backup = machine.command("backup")
    assert backup.returncode == 0, backup.stderr
    visit.found = {"open": machine.hits(visit.words.values())}
    visit.cookies = dict(visit.visitor.cookies)
    visit.files = machine.files()
    form = visit.visitor.get(visit.moment)
    visit.visitor.locks()
    visit.after_the_lock(form)
    visit.found["locked"] = machine.hits(visit.words.values())
    visit.opened_again()
    verified = machine.command("verify", typed=visit.later + "\n")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    visit.found["opened again"] = machine.hits(visit.words.values())
    assert machine.program.end() == 0
    visit.found["ended"] = machine.hits(visit.words.values())
    return visit


def test_at_least_twenty_words_went_through_the_forms(visit):
    assert len(visit.words) >= 20


@pytest.mark.parametrize("when", ["open", "locked", "opened again", "ended"])
def test_the_whole_disk_holds_none_of_them(visit, when):
    assert visit.found[when] == []


def test_what_was_searched_was_all_there(visit):
    assert {"beside.sqlite3", "beside.sqlite3-wal", "beside.sqlite3-shm"} <= visit.files
    assert any(name.endswith("-copy.sqlite3") for name in visit.files)


def test_the_cookie_that_opens_is_nowhere_on_the_disk(visit, machine):
    secret = visit.cookies["__Host-b"]

    assert len(secret) == 43
    assert machine.hits([secret]) == []
    raw = base64.urlsafe_b64decode(secret + "=")
    everything = b"".join(f.read_bytes() for f in machine.folder.rglob("*") if f.is_file())
    assert raw not in everything
    assert raw.hex().encode() not in everything


def test_no_address_holds_a_word(visit):
    searcher = Searcher(visit.words.values())

    for path in visit.visitor.paths:
        assert searcher.in_bytes(unquote_to_bytes(path), path) == []


def test_no_header_and_no_cookie_holds_a_word(visit):
    searcher = Searcher(visit.words.values())

    for page in visit.visitor.pages:
        assert searcher.in_bytes(str(page.headers).encode(), page.path) == []


def test_no_title_holds_a_word(visit):
    for page in visit.visitor.pages:
        title = "".join(re.findall(r"<title>.*?</title>", page.text, re.DOTALL))
        assert Searcher(visit.words.values()).in_bytes(title.encode(), page.path) == []


def test_the_program_says_nothing_about_what_went_wrong_but_a_code(visit, machine):
    for line in machine.program.said:
        assert "Traceback" not in line
        assert "Error" not in line or "failure" in line


# The search itself can fail to find nothing


@pytest.mark.parametrize("dress", dresses("word"))
def test_a_planted_word_is_found_in_every_dress(tmp_path, dress):
    word = a_word()
    (tmp_path / "planted").write_bytes(b"\x00before" + dresses(word)[dress] + b"after\xff")

    found = Searcher([word, a_word()]).in_folder(tmp_path)

    assert {hit.word for hit in found} == {word}


@pytest.mark.parametrize("start", range(3))
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_word_inside_of_base64_is_found_wherever_it_begins(start, encode):
    word = a_word().replace("ü", "u")
    content = encode(b"x" * start + word.encode() + b" and more")

    assert Searcher([word]).in_bytes(content, "") != []


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
@pytest.mark.parametrize("level", [1, 6, 9])
def test_a_compressed_word_is_found_in_the_middle_of_a_file(pack, level):
    word = a_word()
    content = os.urandom(500) + pack(f"one {word} two".encode() * 20, level) + os.urandom(500)

    (hit,) = Searcher([word]).in_bytes(content, "file")

    assert hit == Hit(word, f"{pack.__module__}, utf-8", "file")


def test_a_word_in_the_name_of_a_file_is_found(tmp_path):
    word = a_word()
    (tmp_path / f"note-{word}.txt").touch()

    assert Searcher([word]).in_folder(tmp_path) != []


def test_a_word_that_is_kept_in_clear_is_found_in_a_database(tmp_path):
    """The same search, over a notebook that seals nothing."""
    import sqlite3

    word = a_word()
    with sqlite3.connect(tmp_path / "clear.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE note (text)")
        database.execute("INSERT INTO note VALUES (?)", (f"I think {word} would help.",))

    assert Searcher([word]).in_folder(tmp_path) != []
