"""What the whole way does not come by: a test that is due, one that hurt, somebody who rests.

The notebook comes in as a file, as a person would bring one, and each page is looked at.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect

from beside.journey.practice.model import Ask, AskState, FearedHappened, Happened, Outcome
from beside.kernel.ids import new_id
from beside.kernel.store import MemoryStore
from beside.papers.export import exported
from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.cast import (
    JO,
    NEXT_DAY,
    REX,
    SAM,
    a_moment,
    asked_sam,
    drafted,
    happened,
    ines,
    jo,
    rex,
    sam,
)
from tests.support.steps import fill_in_the_guess

pytestmark = pytest.mark.browser

DUE, DRAFT, PUT_AWAY = new_id(), new_id(), new_id()
OVER: dict[Happened, UUID] = {how: new_id() for how in Happened}
ANSWERED = new_id()


def asked_in_every_state() -> list[Ask]:
    over = [happened(how, id=ask_id) for how, ask_id in OVER.items()]
    put_away = {"state": AskState.let_go, "closed": NEXT_DAY, "closed_on": NEXT_DAY.on}
    answered = Outcome(
        how=Happened.partly,
        feared_happened=FearedHappened.a_bit,
        next_guess=50,
        landed="Better than the night before.",
    )
    return [
        asked_sam(id=DUE),
        drafted(id=DRAFT),
        asked_sam(id=PUT_AWAY, let_go_from=AskState.locked, **put_away),
        happened(id=ANSWERED, outcome=answered),
        *over,
    ]


@pytest.fixture
def alice(open_window: Windows, tmp_path: Path) -> Window:
    """Somebody who has brought a full notebook in."""
    people = (sam(), ines(left_out=True), jo(), rex())
    store = MemoryStore(*people, a_moment(), *asked_in_every_state())
    document = tmp_path / "notebook.json"
    document.write_bytes(exported(store, made=datetime(2026, 3, 5, tzinfo=UTC)))
    alice = open_window(reduced_motion="reduce")
    keep_a_notebook(alice)
    alice.goto("/settings/import/")
    alice.page.get_by_label("The file").set_input_files(document)
    alice.button("Bring it in").click()
    alice.heading("It is in.")
    alice.look("brought in")
    return alice


def test_a_small_test_in_every_state(alice: Window):
    alice.goto("/")
    expect(alice.page.get_by_text("Your guess is locked since")).to_be_visible()
    alice.look("Today, a test is due")
    for name, ask_id in {"draft": DRAFT, "put away": PUT_AWAY, "answered": ANSWERED}.items():
        alice.goto(f"/tests/{ask_id}/")
        alice.look(name)
    for how, ask_id in OVER.items():
        alice.goto(f"/tests/{ask_id}/")
        alice.look(f"{how.value}, side by side")
        alice.goto(f"/tests/{ask_id}/land/")
        alice.look(f"{how.value}, afterwards")
    alice.goto("/tests/")
    alice.look("all tests", most_words=None)
    alice.goto(f"/tests/{DUE}/delete/")
    alice.look("delete a test")


def test_somebody_in_every_state(alice: Window):
    for name, person_id in {"free": SAM, "resting": JO, "flagged": REX}.items():
        alice.goto(f"/people/{person_id}/")
        alice.look(f"somebody {name}", most_words=None)
    alice.goto(f"/people/{SAM}/remove/")
    alice.look("take somebody out")
    alice.goto("/people/")
    alice.look("everybody", most_words=None)
    alice.goto(f"/tests/{DRAFT}/who/")
    expect(alice.page.get_by_role("main")).not_to_contain_text("Rex")
    alice.look("who, with people")
    alice.page.locator("summary", has_text="Left out").click()
    alice.look("who, with those left out")
    alice.goto(f"/tests/{DRAFT}/who/{JO}/")
    alice.look("two questions first")


def test_all_that_can_be_said_of_somebody(alice: Window):
    alice.goto("/people/new/")
    alice.page.get_by_text("Add more").click()
    alice.look("somebody new, and more", most_words=None)
    alice.goto(f"/people/{SAM}/")
    alice.page.get_by_text("Change what is written here").click()
    alice.look("change what is written", most_words=None)
    alice.goto("/people/jobs/")
    alice.page.get_by_text("The pharmacist").click()
    alice.look("people whose job it is")


def test_a_caution_on_the_way_to_be_lifted(alice: Window):
    alice.goto(f"/people/{REX}/")
    alice.page.get_by_text("If that was a slip").click()
    alice.look("the words to type", most_words=None)
    alice.page.get_by_label("The words").fill("I feel well")
    alice.button("Begin the day of waiting").click()
    alice.look("not quite the words", most_words=None)
    alice.page.get_by_label("The words").fill("I feel safe with them")
    alice.button("Begin the day of waiting").click()
    alice.heading("Rex")
    alice.look("a day of waiting")


def test_a_name_that_is_there_already(alice: Window):
    alice.goto(f"/tests/{DRAFT}/who/")
    alice.page.get_by_text("Somebody else", exact=True).click()
    alice.page.get_by_label("Name or initials").fill("sam")
    alice.choose("Has this person ever hurt", "No")
    alice.choose("Would you be afraid", "Not sure")
    alice.button("Go on").click()
    alice.heading("Is this the same person?")
    alice.look("the same name")
    alice.button("Somebody else with this name").click()
    alice.heading("Who is it for?")
    expect(alice.page.get_by_text("They rest for now.")).to_be_visible()
    alice.look("who, somebody rests")
    alice.button("Undo").click()
    expect(alice.page.get_by_text("Taken back. Nothing was kept.")).to_be_visible()


def test_too_much_today(alice: Window):
    alice.goto(f"/tests/{DRAFT}/guess/")
    fill_in_the_guess(alice)
    alice.choose("How hard today", "too much")
    alice.button("Lock my guess").click()
    alice.heading("Then not this one today.")
    alice.look("too much")
    alice.button("Back to the guess").click()
    alice.heading("Guess first.")
    alice.button("Lock my guess").click()
    alice.button("A smaller one?").click()
    alice.heading("Other words, or a smaller one")
    alice.look("a smaller one")
