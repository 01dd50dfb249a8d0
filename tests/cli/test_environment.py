from pathlib import Path

import pytest

from beside.config import env


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("BESIDE_HOME", "BESIDE_PORT", "BESIDE_OPEN"):
        monkeypatch.delenv(name, raising=False)


def test_the_folder_is_the_systems_own_where_none_is_named():
    assert env.home().name == "beside"
    assert env.home().is_absolute()


def test_a_named_folder_is_taken(monkeypatch):
    monkeypatch.setenv("BESIDE_HOME", "/somewhere/else")

    assert env.home() == Path("/somewhere/else")
    assert env.database() == Path("/somewhere/else/beside.sqlite3")


def test_a_folder_may_be_named_from_here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BESIDE_HOME", "mine")

    assert env.home() == tmp_path / "mine"


@pytest.mark.parametrize(("said", "port"), [("", 8750), ("0", 0), (" 9000 ", 9000)])
def test_a_port_is_a_number(monkeypatch, said, port):
    monkeypatch.setenv("BESIDE_PORT", said)

    assert env.port() == port


@pytest.mark.parametrize("said", ["eighty", "-1", "65536", "80.5", "٣"])
def test_anything_else_is_no_port(monkeypatch, said):
    monkeypatch.setenv("BESIDE_PORT", said)

    with pytest.raises(env.NotUnderstood, match="BESIDE_PORT needs a number"):
        env.port()


@pytest.mark.parametrize(("said", "opens"), [("", True), ("1", True), ("0", False)])
def test_the_browser_opens_unless_it_may_not(monkeypatch, said, opens):
    monkeypatch.setenv("BESIDE_OPEN", said)

    assert env.may_open_browser() is opens


def test_a_yes_in_words_is_not_guessed_at(monkeypatch):
    monkeypatch.setenv("BESIDE_OPEN", "yes")

    with pytest.raises(env.NotUnderstood):
        env.may_open_browser()
