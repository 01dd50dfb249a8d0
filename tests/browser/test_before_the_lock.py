"""Before the lock: other words, whose job it is, all that can be added, and a mind that changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from beside.journey.practice.model import AskKind, Happened, Outcome, OwnWords
from beside.kernel.ids import new_id
from beside.kernel.store import MemoryStore
from beside.papers.export import exported
from tests.support.browsing import Window, Windows, keep_a_notebook
from tests.support.cast import NOON, drafted, happened, ines, sam
from tests.support.steps import fill_in_the_guess

pytestmark = pytest.mark.browser

DRAFT, HANDOVER, EARLIER = new_id(), new_id(), new_id()
DOG = "Could you take the dog on Thursday at six? A no is fine."


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def alice(request, open_window: Windows, tmp_path: Path) -> Window:
    """Somebody with two drafts, words kept for next time, and a line from an earlier test."""
    line = Outcome(how=Happened.took_it_well, landed="It was quiet. I slept.")
    store = MemoryStore(
        sam(in_my_care=True),
        ines(),
        drafted(id=DRAFT),
        drafted(id=HANDOVER, what=AskKind.delegate, words="Could you make dinner?", person_id=None),
        happened(id=EARLIER, outcome=line),
        OwnWords(id=new_id(), added=NOON, what=AskKind.favour, words=DOG),
    )
    document = tmp_path / "notebook.json"
    document.write_bytes(exported(store, made=datetime(2026, 3, 5, tzinfo=UTC)))
    alice = open_window(script=request.param, reduced_motion="reduce")
    keep_a_notebook(alice)
    alice.goto("/settings/import/")
    alice.page.get_by_label("The file").set_input_files(document)
    alice.button("Bring it in").click()
    alice.heading("It is in.")
    return alice


def unfold(alice: Window, name: str) -> None:
    alice.page.locator("summary").filter(has_text=name).first.click()


def test_words_of_every_kind_and_words_kept(alice: Window):
    alice.goto("/tests/new/")
    alice.heading("Three that ask for little.")
    alice.look("what, folded")
    unfold(alice, "A favour")
    alice.look("what, one kind", most_words=None)
    unfold(alice, "Words you kept")
    alice.button("Remove").click()
    expect(alice.page.get_by_role("status")).to_contain_text("Removed.")
    expect(alice.page.get_by_role("main")).not_to_contain_text("Words you kept")
    alice.button("Undo").click()
    unfold(alice, "Words you kept")
    alice.look("what, words kept", most_words=None)
    alice.button(DOG).click()
    alice.heading("Who is it for?")
    expect(alice.page.get_by_text(DOG)).to_be_visible()


def test_somebody_whose_job_it_is_and_a_handover(alice: Window):
    alice.goto("/tests/new/?job=library")
    alice.heading("The library desk")
    alice.look("what, a job")
    alice.button("Go on").click()
    alice.heading("Guess first.")
    expect(alice.page.get_by_role("banner")).to_contain_text("The library desk")

    alice.goto(f"/tests/{HANDOVER}/who/")
    expect(alice.page.get_by_role("main")).not_to_contain_text("Sam")
    alice.look("who, a handover")
    unfold(alice, "Somebody whose job it is")
    alice.look("who, the jobs")
    alice.button("A union").click()
    alice.heading("Guess first.")


def test_a_mind_that_changes_and_all_that_can_be_added(alice: Window):
    alice.goto(f"/tests/{DRAFT}/guess/")
    expect(alice.page.get_by_text("It was quiet. I slept.")).to_be_visible()
    alice.look("guess, a line above")
    fill_in_the_guess(alice)
    alice.button("Somebody else").click()
    alice.heading("Who is it for?")
    alice.button("Inés").click()
    alice.heading("Guess first.")
    chosen = alice.page.get_by_role("group", name="They take it well").get_by_role(
        "radio", name="3"
    )
    expect(chosen).to_be_checked()

    unfold(alice, "Add more")
    alice.page.get_by_label("By when?").fill("2020-01-01")
    alice.page.get_by_label("What will they say or do?").fill("She sighs and says no.")
    alice.choose("If what I’d hate most comes", "7")
    alice.look("guess, add more", most_words=None)
    alice.button("Lock my guess").click()
    expect(alice.page.locator("#errors")).to_contain_text("That day is over.")
    alice.look("guess, a mistake in the fold", most_words=None)
    alice.page.get_by_label("By when?").fill("2199-01-01")
    alice.button("Lock my guess").click()

    alice.heading("Your guess is locked.")
    expect(alice.page.get_by_text("She sighs and says no.")).to_be_visible()
    expect(alice.page.get_by_text("7 out of 10")).to_be_visible()
    alice.goto(f"/tests/{HANDOVER}/guess/")
    expect(alice.page.get_by_text("It was quiet. I slept.")).to_have_count(0)
