"""When something is not as it was left, the next page says so, and nothing is blocked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from beside.keeping.vault.models import Manifest, SealedRow
from beside.pages.account import arriving
from beside.pages.account.views import door
from beside.pages.front import requests
from tests.support.household import Person, said

DIFFERS = "Something in this notebook is not as it was left."


@pytest.fixture
def kept(alice: Person) -> Person:
    alice.send("/", to="/moments/", what="did_it_alone")
    alice.send("/settings/", to="/lock/")
    return alice


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week and a day on, by the clock that a page reads."""
    now = requests.now
    for module in (requests, door):
        monkeypatch.setattr(module, "now", lambda: now() + timedelta(days=8))


def one_row_goes(somebody: Person) -> None:
    account_id = somebody.notebook().account_id
    SealedRow.objects.filter(account_id=account_id).order_by("id").first().delete()


def test_all_is_there(kept: Person) -> None:
    kept.open()

    assert DIFFERS not in said(kept.look("/"))
    assert "Everything is there." in said(kept.look("/settings/check/"))


def test_within_the_week_nothing_is_looked_for(kept: Person) -> None:
    one_row_goes(kept)

    kept.open()

    assert DIFFERS not in said(kept.look("/"))


def test_a_week_later_it_is_told_until_somebody_goes_on(kept: Person, later: None) -> None:
    one_row_goes(kept)

    assert kept.open().status_code == 303

    assert DIFFERS in said(kept.look("/"))
    assert DIFFERS in said(kept.look("/settings/"))
    page = kept.look("/settings/check/")
    assert "Something is not as it was left." in said(page)
    kept.send("/settings/check/")
    assert DIFFERS not in said(kept.look("/settings/"))
    assert "Everything is there." in said(kept.look("/settings/check/"))


def test_it_is_looked_for_with_every_export(kept: Person) -> None:
    kept.open()
    one_row_goes(kept)

    page = kept.send("/settings/export/", words=kept.words, way="plain", passphrase="")

    assert page.status_code == 200
    assert DIFFERS in said(kept.look("/settings/"))


def test_a_count_that_is_gone_is_told_in_its_own_words(kept: Person, later: None) -> None:
    Manifest.objects.all().delete()

    kept.open()

    assert "The sealed count of your entries is gone" in said(kept.look("/settings/check/"))


def test_a_full_disk_keeps_nobody_out(kept: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    def full(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(arriving, "look", full)
    monkeypatch.setattr("beside.keeping.vault.manifest.CountedRows.is_due", lambda *_: True)

    assert kept.open().status_code == 303
    assert kept.is_in
