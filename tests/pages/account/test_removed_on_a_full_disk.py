"""What was deleted is gone, and is said to be gone, even where no room is left to tidy up."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from beside.keeping.accounts.models import Account, Wrap
from beside.keeping.vault import copies, notebook
from beside.keeping.vault.models import SealedRow
from tests.support.household import Person, said


def no_room(**_tables: object) -> None:
    raise OperationalError("database or disk is full")


def test_a_file_that_cannot_be_rebuilt_takes_nothing_back(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook, "scrub", no_room)

    answer = alice.send("/settings/delete/", words=alice.words, sure="on")

    assert "could not be removed" in said(alice.client.get(answer.url))
    assert not Account.objects.exists()
    assert not Wrap.objects.exists()
    assert not SealedRow.objects.exists()


@pytest.mark.one_file
def test_a_copy_that_cannot_be_made_is_said_and_not_thrown(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "ensure_canary", no_room)

    answer = alice.send("/settings/delete/", words=alice.words, sure="on")

    assert answer.url == "/gone/?copies=left"
