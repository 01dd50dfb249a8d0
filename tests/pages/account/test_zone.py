"""Where many are served, a day is the person’s own, not the server’s, and nobody is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from beside.journey.pattern.model import Moment
from beside.keeping.accounts.models import AccountName
from beside.keeping.accounts.nameplate import nameplate_of, put_up
from beside.keeping.accounts.names import account_named
from beside.pages.account.views import door
from beside.pages.front import requests, visiting, zones
from tests.pages.account.test_hosted import Named, hosted
from tests.support.household import browser, said

__all__ = ["hosted"]

LATE_IN_BERLIN = datetime(2026, 3, 3, 22, 40, tzinfo=UTC)
EARLY_IN_BERLIN = datetime(2026, 3, 3, 23, 40, tzinfo=UTC)
LATE_IN_LOS_ANGELES = datetime(2026, 3, 4, 7, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_server_on_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "zone_here", lambda: "UTC")


@pytest.fixture
def it_is(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(at: datetime) -> None:
        for module in (requests, visiting, door):
            monkeypatch.setattr(module, "now", lambda: at)

    return set_to


def alice_from(zone: str) -> Named:
    alice = Named()
    alice.keep(zone=zone)
    return alice


def notes_one(alice: Named) -> date:
    alice.send("/moments/", what="did_it_alone")
    return alice.notebook().store.all(Moment)[-1].when.on


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        (LATE_IN_BERLIN, "Europe/Berlin", date(2026, 3, 3)),
        (EARLY_IN_BERLIN, "Europe/Berlin", date(2026, 3, 4)),
        (LATE_IN_LOS_ANGELES, "America/Los_Angeles", date(2026, 3, 3)),
        (LATE_IN_LOS_ANGELES, "Europe/Berlin", date(2026, 3, 4)),
        (LATE_IN_LOS_ANGELES, "", date(2026, 3, 4)),
    ],
)
def test_a_moment_lies_on_the_day_that_it_is_there(
    it_is: Any, at: datetime, zone: str, day: date
) -> None:
    it_is(at)

    assert notes_one(alice_from(zone)) == day


def test_what_the_browser_said_once_counts_in_a_browser_that_says_another(it_is: Any) -> None:
    alice = alice_from("America/Los_Angeles")
    alice.client = browser()
    alice.open(zone="Asia/Tokyo")
    it_is(LATE_IN_LOS_ANGELES)

    assert notes_one(alice) == date(2026, 3, 3)


def test_what_is_chosen_counts_from_then_on(it_is: Any) -> None:
    alice = alice_from("Europe/Berlin")
    it_is(LATE_IN_LOS_ANGELES)

    answer = alice.send("/settings/zone/", zone="America/Los_Angeles")

    assert answer.url == "/settings/"
    assert "Los Angeles" in said(alice.look("/settings/"))
    assert notes_one(alice) == date(2026, 3, 3)


def test_the_page_shows_the_clock_there() -> None:
    alice = alice_from("Europe/Berlin")

    text = alice.look("/settings/zone/").content.decode()

    assert '<option value="Europe/Berlin" selected>' in text
    assert "Is that your clock, too?" in text


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "", "Europe/Berlin\n"])
def test_what_is_no_zone_is_not_kept(zone: str) -> None:
    alice = alice_from("Europe/Berlin")

    answer = alice.send("/settings/zone/", zone=zone)

    assert answer.status_code == 422
    assert plate_of(alice).zone == "Europe/Berlin"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "x" * 5000, "\0"])
def test_a_browser_that_says_nonsense_is_let_in(zone: str) -> None:
    alice = alice_from(zone)

    assert alice.is_in
    assert plate_of(alice).zone == ""


def test_an_old_name_of_a_zone_is_offered_although_it_is_in_no_list() -> None:
    alice = alice_from("Asia/Calcutta")

    assert (
        '<option value="Asia/Calcutta" selected>' in alice.look("/settings/zone/").content.decode()
    )


@pytest.mark.parametrize(
    ("country", "day"), [("JP", date(2026, 3, 4)), ("US", date(2026, 3, 3)), ("", date(2026, 3, 3))]
)
def test_without_script_a_country_with_one_zone_tells_it(
    it_is: Any, country: str, day: date
) -> None:
    alice = alice_from("")
    alice.client.cookies["__Host-p"] = f"country={country}"
    it_is(datetime(2026, 3, 3, 16, tzinfo=UTC))

    assert notes_one(alice) == day


def test_a_first_visit_has_its_day_too_and_hands_the_zone_on(it_is: Any) -> None:
    it_is(LATE_IN_LOS_ANGELES)
    alice = Named()
    alice.send("/", to="/start/", zone="America/Los_Angeles")
    alice.keep()

    assert plate_of(alice).zone == "America/Los_Angeles"
    assert notes_one(alice) == date(2026, 3, 3)


def test_on_ones_own_computer_nobody_is_asked(hosted: Any) -> None:
    alice = alice_from("Europe/Berlin")
    hosted.HOSTED = False

    for path in ("/settings/zone/", "/settings/name/"):
        assert alice.client.get(path).url == "/settings/"


class TestTheName:
    """It can be looked up by who has the notebook open, and by nobody else."""

    def test_settings_show_it(self) -> None:
        alice = alice_from("")

        assert 'href="/settings/name/"' in alice.look("/settings/").content.decode()
        assert f"<b>{alice.name}</b>" in alice.look("/settings/name/").content.decode()

    def test_it_is_nowhere_in_clear(self) -> None:
        alice = alice_from("Europe/Berlin")

        about = bytes(AccountName.objects.get().about or b"")

        assert about
        for clear in (alice.name, *alice.name.split("-"), "Europe", "Berlin"):
            assert clear.encode() not in about

    def test_one_row_is_as_long_as_another(self) -> None:
        for zone in ("", "America/Argentina/ComodRivadavia"):
            alice_from(zone)

        lengths = {len(bytes(row.about or b"")) for row in AccountName.objects.all()}

        assert len(lengths) == 1

    def test_a_notebook_from_before_learns_it_when_it_is_opened_by_it(self) -> None:
        alice = alice_from("Europe/Berlin")
        AccountName.objects.update(about=None)
        assert "It is not known here yet." in said(alice.look("/settings/name/"))
        alice.client = browser()

        alice.open(notebook=alice.name.upper().replace("-", " "))

        assert f"<b>{alice.name}</b>" in alice.look("/settings/name/").content.decode()

    def test_a_row_that_was_swapped_shows_nothing(self) -> None:
        alice, bob = alice_from(""), alice_from("")
        theirs = AccountName.objects.get(account_id=account_named(bob.name)).about
        AccountName.objects.filter(account_id=account_named(alice.name)).update(about=theirs)

        assert bob.name not in alice.look("/settings/name/").content.decode()

    def test_what_is_said_twice_is_written_once(self) -> None:
        alice = alice_from("Europe/Berlin")
        before = AccountName.objects.get().about

        notebook = alice.notebook()
        put_up(notebook.account_id, notebook.data_key, zone="Europe/Berlin")

        assert AccountName.objects.get().about == before


def plate_of(alice: Named) -> Any:
    notebook = alice.notebook()
    return nameplate_of(notebook.account_id, notebook.data_key)
