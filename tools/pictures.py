"""Takes the pictures of the README: the real product, with a small notebook that is made up.

`python -m tools.pictures` starts Beside in a folder of its own, brings the notebook in as a person
would, and writes docs/pictures/*.png.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Page, sync_playwright
from tzlocal import get_localzone_name

from beside.around.circle.about import About
from beside.around.circle.actions import add_person
from beside.around.circle.model import Answer, Fear, Ring
from beside.journey.pattern.actions import describe_moment, note_moment
from beside.journey.pattern.model import MomentKind
from beside.journey.practice import actions as practice
from beside.journey.practice import afterwards
from beside.journey.practice.model import AskKind, Feared, FearedHappened, Happened, HowHard
from beside.journey.practice.rules import short_guess
from beside.kernel.days import When, lived
from beside.kernel.ids import new_id
from beside.kernel.store import MemoryStore
from beside.papers.export import exported
from tools.browser import find
from tools.product import ARGUMENTS, running

PICTURES = Path("docs/pictures")
PHONE = {"width": 390, "height": 844}
SHARPNESS = 1.5

INES, SAM = new_id(), new_id()
THE_DOG, THE_FORMS = new_id(), new_id()
MOMENTS = (
    (1, 8, MomentKind.thought_about_asking, "The shelf. It needs two people.", SAM),
    (1, 7, MomentKind.did_it_alone, "", None),
    (2, 20, MomentKind.let_someone_help, "Inés carried the second box up.", INES),
    (2, 13, MomentKind.said_im_fine, "I was not.", None),
    (3, 22, MomentKind.took_it_on, "The Friday report, again.", None),
    (4, 18, MomentKind.said_no_to_help, "", SAM),
)


def ago(days: int, hour: int) -> When:
    """Return *hour* o'clock, *days* days back, where this computer is."""
    day = datetime.now(UTC).replace(hour=hour, minute=40, second=0, microsecond=0)
    return lived(day - timedelta(days=days), get_localzone_name() or "UTC")


def made_up() -> bytes:
    """Return the export of a notebook that nobody wrote."""
    store = MemoryStore()
    for person_id, name, ring in ((INES, "Inés", Ring.nearest), (SAM, "Sam", Ring.near)):
        add_person(
            store=store,
            when=ago(9, 9),
            id=person_id,
            name=name,
            hurt=Answer.no,
            afraid=Fear.no,
            about=About(ring=ring),
        )
    for days, hour, what, note, person_id in MOMENTS:
        _moment(store, ago(days, hour), what, note, person_id)
    _the_dog(store)
    practice.draft_ask(
        store=store,
        when=ago(1, 6),
        id=THE_FORMS,
        what=AskKind.favour,
        words="Could you read the forms with me on Sunday? A no is fine.",
        person_id=SAM,
    )
    return exported(store, made=datetime.now(UTC))


def _moment(
    store: MemoryStore, when: When, what: MomentKind, note: str, person_id: UUID | None
) -> None:
    kept = note_moment(store=store, when=when, id=new_id(), what=what)
    describe_moment(
        store=store,
        when=when,
        moment_id=kept.id,
        expected_revision=kept.revision,
        what=what,
        on=when.on,
        note=note,
        person_id=person_id,
        discomfort=None,
        load=None,
        choice=None,
    )


def _the_dog(store: MemoryStore) -> None:
    """Keep one small test from beginning to end."""
    words = "Could you take the dog on Thursday at 6? A no is fine. I can sort something else."
    ask = practice.draft_ask(
        store=store,
        when=ago(6, 9),
        id=THE_DOG,
        what=AskKind.favour,
        words=words,
        person_id=INES,
    )
    ask = practice.lock_prediction(
        store=store,
        when=ago(6, 9),
        ask_id=ask.id,
        prediction=short_guess(
            well=3, feared=Feared.they_sigh, likely=6, trouble=7, hard=HowHard.a_bit
        ),
        words=words,
        although_hard=False,
        expected_revision=ask.revision,
    )
    ask = afterwards.record_outcome(
        store=store,
        when=ago(1, 19),
        ask_id=ask.id,
        how=Happened.took_it_well,
        expected_revision=ask.revision,
    )
    ask = afterwards.say_whether_feared(
        store=store, ask_id=ask.id, answer=FearedHappened.no, expected_revision=ask.revision
    )
    afterwards.guess_again(
        store=store, ask_id=ask.id, next_guess=60, expected_revision=ask.revision
    )


@contextmanager
def page_of(address: str) -> Iterator[Page]:
    """Yield a page the size of a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        yield browser.new_page(
            base_url=address,
            viewport=PHONE,
            device_scale_factor=SHARPNESS,
            reduced_motion="reduce",
            color_scheme="light",
        )
        browser.close()


def fill(page: Page, document: Path) -> None:
    """Keep a notebook, and bring *document* in."""
    page.goto("/keep/")
    page.get_by_role("button", name="I have them. Keep it").click()
    page.goto("/settings/import/")
    page.get_by_label("The file").set_input_files(document)
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_role("heading", level=1).wait_for()


def take(page: Page) -> None:
    """Take every picture."""
    page.goto("/")
    page.screenshot(path=PICTURES / "today.png")
    page.goto(f"/tests/{THE_FORMS}/guess/")
    page.get_by_role("group", name="They take it well").get_by_label("4", exact=True).check()
    page.get_by_role("group", name="What I’d hate most").get_by_label("I’d owe them").check()
    page.get_by_role("heading", level=1).click()
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=PICTURES / "guess.png")
    page.goto(f"/tests/{THE_DOG}/")
    page.screenshot(path=PICTURES / "happened.png")
    page.emulate_media(color_scheme="dark")
    page.goto("/notebook/")
    page.screenshot(path=PICTURES / "notebook.png")


def main() -> None:
    """Start Beside, fill it, and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "notebook.json"
        document.write_bytes(made_up())
        with running(Path(folder) / "home") as address, page_of(address) as page:
            fill(page, document)
            take(page)


if __name__ == "__main__":
    main()
