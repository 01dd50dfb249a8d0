"""A passphrase for a file keeps the rule of the one on the page; half a file is not left lying."""

import os

import pytest

from beside.cli import carrying
from beside.cli.refusals import Refused


@pytest.mark.parametrize("chosen", ["short", "aaaaaaaaaaaaaaaaaa", "x" * 3000])
def test_a_weak_passphrase_is_refused_in_a_sentence(monkeypatch, chosen):
    monkeypatch.setattr(carrying, "ask_secret", lambda _: chosen)

    with pytest.raises(Refused):
        carrying._passphrase("the words")


def test_without_one_the_words_lock_the_file(monkeypatch):
    monkeypatch.setattr(carrying, "ask_secret", lambda _: "")

    assert carrying._passphrase("the words") == "the words"


def test_half_a_file_is_taken_away(monkeypatch, tmp_path):
    def full(_):
        raise OSError

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(Refused):
        carrying._write(tmp_path / "notes.json", b"{}")

    assert list(tmp_path.iterdir()) == []
