"""A copy counts once it has been opened; what is torn is thrown away and said to have failed."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.accounts.opening import keep
from beside.keeping.disk import copies as disk
from beside.keeping.disk.writing import database_file
from beside.keeping.vault import copies
from beside.keeping.vault.models import SealedRow
from beside.keeping.vault.notebook import OpenNotebook, remove_everything
from tests.keeping.conftest import ALICES_WORDS, BOBS_WORDS
from tests.support.cast import a_moment

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("quick_words"),
    pytest.mark.one_file,
]

AT = datetime(2026, 3, 3, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_copies_from_before():
    yield
    for left in [
        *copies.folder().glob("*"),
        copies._words_file(),
        *disk.laid_aside(database_file()),
    ]:
        left.unlink(missing_ok=True)


@pytest.fixture
def alice():
    notebook = OpenNotebook(*keep(ALICES_WORDS))
    notebook.store.put(a_moment(note="one"), expected_revision=0)
    return notebook


def rows_in(copy):
    with closing(sqlite3.connect(copy)) as made:
        return made.execute("SELECT count(*) FROM vault_sealedrow").fetchone()[0]


def damaged(copy, position=-2000):
    whole = bytearray(copy.read_bytes())
    whole[position] ^= 0xFF
    copy.write_bytes(bytes(whole))
    return copy


def test_a_copy_holds_what_the_notebook_holds(alice):
    made = copies.take_copy(at=AT)

    assert made.name == "beside-2026-03-03T110000-daily.sqlite3"
    assert made.stat().st_mode & 0o777 == 0o600
    assert rows_in(made) == SealedRow.objects.count() == 3
    assert copies.last_copy() == AT


def test_a_copy_without_its_canary_is_refused(alice):
    made = copies.take_copy(at=AT)
    with closing(sqlite3.connect(made)) as opened, opened:
        opened.execute("DELETE FROM accounts_account WHERE canary")

    with pytest.raises(disk.CopyRefused):
        copies.check(made)


@pytest.mark.parametrize("table", ["vault_sealedrow", "accounts_wrap"])
def test_a_copy_whose_canary_does_not_open_is_refused(alice, table):
    made = copies.take_copy(at=AT)
    with closing(sqlite3.connect(made)) as opened, opened:
        opened.execute(f"UPDATE {table} SET sealed = zeroblob(length(sealed))")

    with pytest.raises(disk.CopyRefused):
        copies.check(made)


def test_a_torn_copy_is_refused(alice):
    made = copies.take_copy(at=AT)
    made.write_bytes(made.read_bytes()[:-4096])

    with pytest.raises(disk.CopyRefused):
        disk.copy_file(made, made.with_name("again.sqlite3"), check=copies.check)
    assert not made.with_name("again.sqlite3").exists()
    assert list(copies.folder().glob("*.fresh*")) == []


def test_a_copy_that_fails_leaves_the_ones_before(alice, monkeypatch):
    good = copies.take_copy(at=AT)
    monkeypatch.setattr(copies, "LINE", b"another line")

    with pytest.raises(disk.CopyRefused):
        copies.check(good)
    assert disk.copies_in(copies.folder()) == [good]


def test_a_copy_where_the_disk_ends_is_refused_and_leaves_nothing(alice, monkeypatch):
    copies.ensure_canary()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "is_whole", full)

    with pytest.raises(disk.CopyRefused):
        copies.take_copy(at=AT)
    assert list(copies.folder().glob("*")) == []


def test_the_last_seven_days_are_kept(alice):
    for day in range(10):
        copies.take_copy(at=AT + timedelta(days=day))
    copies.take_copy(disk.OWN, at=AT)

    kept = disk.copies_in(copies.folder(), disk.DAILY)
    assert [disk.made_at(copy).day for copy in kept] == [6, 7, 8, 9, 10, 11, 12]
    assert len(disk.copies_in(copies.folder(), disk.OWN)) == 1


def test_one_copy_a_day_is_enough(alice):
    copies.copy_today(datetime.now(UTC).date())
    copies.copy_today(datetime.now(UTC).date())

    assert len(disk.copies_in(copies.folder())) == 1


def test_a_day_without_a_copy_gets_one(alice):
    copies.copy_today(date(2020, 1, 1))

    assert len(disk.copies_in(copies.folder())) == 1


def test_a_file_from_another_computer_gets_a_canary_of_its_own(alice):
    copies.ensure_canary()
    copies._words_file().write_text("zoom zoology zoologist zookeeper zoning zone\n")

    made = copies.take_copy(at=AT)

    copies.check(made)
    assert Account.objects.filter(canary=True).count() == 1


def test_a_copy_that_comes_back_holds_what_it_held(alice, tmp_path):
    made = copies.take_copy(at=AT)
    database = tmp_path / "beside.sqlite3"
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE first (x)")

    aside = disk.put_in_place(made, database)

    assert rows_in(database) == 3
    assert database.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(aside)) as before:
        assert before.execute("SELECT name FROM sqlite_master").fetchall() == [("first",)]


def test_what_was_laid_aside_first_is_still_there_after_the_second_time(alice, tmp_path):
    made = copies.take_copy(at=AT)
    database = tmp_path / "beside.sqlite3"
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE first (x)")

    first = disk.put_in_place(made, database)
    second = disk.put_in_place(made, database)

    assert first != second
    assert disk.laid_aside(database) == sorted([first, second])
    with closing(sqlite3.connect(first)) as before:
        assert before.execute("SELECT name FROM sqlite_master").fetchall() == [("first",)]


def test_a_copy_that_cannot_be_read_leaves_the_notebook_where_it_is(alice, tmp_path):
    made = damaged(copies.take_copy(at=AT), position=3)
    database = tmp_path / "beside.sqlite3"
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE first (x)")

    with pytest.raises(sqlite3.DatabaseError):
        disk.put_in_place(made, database)

    with closing(sqlite3.connect(database)) as still:
        assert still.execute("SELECT name FROM sqlite_master").fetchall() == [("first",)]


# Removal


def everywhere():
    home = database_file().parent
    return {
        file: file.read_bytes()
        for file in home.rglob("*")
        if file.is_file() and file.name.startswith((database_file().name, "beside"))
    }


def test_what_is_deleted_is_gone_from_the_file_its_log_and_its_copies(alice):
    bob = OpenNotebook(*keep(BOBS_WORDS))
    bob.store.put(a_moment(note="Bob's"), expected_revision=0)
    copies.take_copy(at=AT)
    sealed = [bytes(row.sealed) for row in SealedRow.objects.filter(account_id=alice.account_id)]
    sealed += [bytes(wrap.sealed) for wrap in Wrap.objects.filter(account_id=alice.account_id)]
    pieces = [text[start : start + 40] for text in sealed for start in range(16, 80, 16)]
    assert any(piece in content for content in everywhere().values() for piece in pieces)

    remove_everything(alice.account_id)
    copies.forget_in_copies()

    assert not SealedRow.objects.filter(account_id=alice.account_id).exists()
    assert not Wrap.objects.filter(account_id=alice.account_id).exists()
    assert not Account.objects.filter(id=alice.account_id).exists()
    left = [file for file, content in everywhere().items() for p in pieces if p in content]
    assert left == []
    assert len(list(bob.store.every())) == 1


def test_the_account_is_not_named_in_the_file_either(alice):
    remove_everything(alice.account_id)

    content = b"".join(everywhere().values())
    assert alice.account_id.hex.encode() not in content
