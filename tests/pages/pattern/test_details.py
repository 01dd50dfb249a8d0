"""What there is to say about a moment can be said later, changed, and deleted; nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest

from beside.journey.pattern.model import ALONE, NOTE_LIMIT, Choice, Moment, MomentKind
from beside.journey.pattern.wording import CHOICE, WHO
from beside.kernel.store import NotKept
from tests.support.cast import A_MOMENT, NOBODY, SAM, a_moment, sam
from tests.support.people import Somebody

PAGE = f"/moments/{A_MOMENT}/"
HOSTILE = (
    "<b>bold</b> <script>alert(1)</script> {{ settings }} \u202eturned\u202c \u200f "
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 " + "W" * 400
)


@pytest.fixture
def writer(alice: Somebody) -> Somebody:
    """Alice, who did something alone at noon on a Tuesday in March."""
    alice.keeps(sam(), a_moment())
    return alice


def sent(**changes: object) -> dict[str, object]:
    """Return the form as the page sends it."""
    said = {"revision": 1, "what": "did_it_alone", "note": "", "who": "", "on": "2026-03-03"}
    return said | {"choice": ""} | changes


def kept(somebody: Somebody) -> Moment:
    return somebody.store.get(Moment, A_MOMENT)


def test_everything_can_be_said(writer: Somebody) -> None:
    answer = writer.client.post(
        PAGE,
        sent(
            what="took_it_on",
            note="the Friday report",
            who=str(SAM),
            on="2026-03-01",
            discomfort=7,
            load=9,
            choice="felt_like_no_other_way",
        ),
    )

    assert answer.status_code == 303
    moment = kept(writer)
    assert moment.what is MomentKind.took_it_on
    assert (moment.note, moment.person_id) == ("the Friday report", SAM)
    assert (moment.discomfort, moment.load) == (7, 9)
    assert moment.choice is Choice.felt_like_no_other_way
    assert moment.when.on == date(2026, 3, 1)


def test_keeping_leads_to_the_day_in_the_notebook(writer: Somebody) -> None:
    answer = writer.client.post(PAGE, sent(note="x"))

    assert answer["Location"] == "/notebook/?before=2026-04#d-2026-03-03"
    page = writer.client.get(answer["Location"]).content.decode()
    assert 'id="d-2026-03-03"' in page
    assert "Kept." in page


def test_nothing_but_the_kind_is_needed(writer: Somebody) -> None:
    answer = writer.client.post(PAGE, {"revision": 1, "what": "asked"})

    assert answer.status_code == 303
    assert kept(writer).what is MomentKind.asked
    assert kept(writer).when.on == date(2026, 3, 3)


def test_the_page_shows_what_is_kept(writer: Somebody) -> None:
    writer.client.post(PAGE, sent(note="the report", who=str(SAM), discomfort=7))

    page = writer.client.get(PAGE).content.decode()

    assert ">\nthe report</textarea>" in page
    assert f'<option value="{SAM}" selected>Sam</option>' in page
    assert 'value="7" id="id_discomfort_7" checked' in page
    assert 'name="revision" value="2"' in page
    assert "required" not in page[page.index("<main") :]


def test_a_number_can_be_taken_away(writer: Somebody) -> None:
    writer.client.post(PAGE, sent(discomfort=7, load=3))

    writer.client.post(PAGE, sent(revision=2, discomfort="", load=3))

    assert (kept(writer).discomfort, kept(writer).load) == (None, 3)


def test_no_number_is_an_answer_from_the_start(writer: Somebody) -> None:
    page = writer.client.get(PAGE).content.decode()

    for name in ("discomfort", "load"):
        assert f'name="{name}" value="" id="id_{name}_none" checked' in page


@pytest.mark.parametrize("what", list(MomentKind))
def test_doing_it_alone_is_asked_about_where_it_was_done_alone(
    alice: Somebody, what: MomentKind
) -> None:
    alice.keeps(a_moment(what=what))

    page = alice.client.get(PAGE).content.decode()

    assert (str(CHOICE) in page) is (what in ALONE)


def test_an_answer_that_was_given_stays_to_be_seen(alice: Somebody) -> None:
    alice.keeps(a_moment(what=MomentKind.asked, choice=Choice.chose_to))

    assert str(CHOICE) in alice.client.get(PAGE).content.decode()


def test_with_nobody_to_choose_from_nobody_is_asked_for(alice: Somebody) -> None:
    alice.keeps(a_moment())

    page = alice.client.get(PAGE).content.decode()
    told = alice.client.post(PAGE, {"revision": 1, "what": "asked", "note": "x"})

    assert str(WHO) not in page
    assert told.status_code == 303


@pytest.mark.parametrize("text", [HOSTILE, "مرحبا بالعالم", "z" * NOTE_LIMIT])
def test_words_come_back_as_they_were_typed(writer: Somebody, text: str) -> None:
    writer.client.post(PAGE, sent(note=text))

    assert kept(writer).note == text
    page = writer.client.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert "<b>bold" not in page


def test_a_note_that_is_too_long_stays_on_the_page_whole(writer: Somebody) -> None:
    note = "y" * (NOTE_LIMIT + 1)

    answer = writer.client.post(PAGE, sent(note=note))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert note in page
    assert "This note has 10001 characters." in page
    assert 'href="#id_note"' in page
    assert kept(writer).note == ""


@pytest.mark.parametrize("day", ["2999-01-01", "1066-10-14", "tomorrow"])
def test_a_day_that_cannot_be_is_said_and_the_rest_stays(writer: Somebody, day: str) -> None:
    answer = writer.client.post(PAGE, sent(note="still here", on=day))

    assert answer.status_code == 422
    assert 'href="#id_on"' in answer.content.decode()
    assert "still here</textarea>" in answer.content.decode()
    assert kept(writer).note == ""


def test_somebody_who_was_taken_out_stays_in_the_moment(writer: Somebody) -> None:
    writer.client.post(PAGE, sent(who=str(SAM)))
    writer.store.remove(sam())

    page = writer.client.get(PAGE).content.decode()
    answer = writer.client.post(PAGE, sent(revision=2, who=str(SAM), note="more"))

    assert f'<option value="{SAM}" selected>someone you removed</option>' in page
    assert answer.status_code == 303
    assert kept(writer).person_id == SAM


def test_somebody_who_is_not_there_cannot_be_chosen(writer: Somebody) -> None:
    assert writer.client.post(PAGE, sent(who=str(NOBODY))).status_code == 422


def test_two_windows_show_both_texts_and_keep_the_one_that_is_picked(writer: Somebody) -> None:
    writer.client.post(PAGE, sent(note="from one window"))

    answer = writer.client.post(PAGE, sent(note="from the other", load=4))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "from one window" in page
    assert "from the other" in page
    assert kept(writer).note == "from one window"

    writer.client.post(PAGE, sent(revision=2, note="from the other", load=4))
    assert (kept(writer).note, kept(writer).load) == ("from the other", 4)


def test_the_same_form_sent_twice_is_no_conflict(writer: Somebody) -> None:
    answers = [writer.client.post(PAGE, sent(note="once")) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]


def test_what_was_deleted_elsewhere_can_be_kept_again(writer: Somebody) -> None:
    writer.client.post(f"{PAGE}delete/")

    answer = writer.client.post(PAGE, sent(note="still wanted", load=4))
    page = answer.content.decode()
    again = writer.client.post(PAGE, sent(revision=0, note="still wanted", load=4))

    assert answer.status_code == 409
    assert "it was deleted" in page
    assert 'name="revision" value="0"' in page
    assert again.status_code == 303
    assert (kept(writer).note, kept(writer).load) == ("still wanted", 4)


def test_deleting_asks_once_and_is_for_good(writer: Somebody) -> None:
    asked = writer.client.get(f"{PAGE}delete/").content.decode()
    still = kept(writer)

    answer = writer.client.post(f"{PAGE}delete/")

    assert "Delete this moment for good?" in asked
    assert still.id == A_MOMENT
    assert (answer.status_code, answer["Location"]) == (303, "/notebook/")
    with pytest.raises(NotKept):
        kept(writer)
    assert writer.client.get(PAGE).status_code == 404


@pytest.mark.parametrize("way", ["", "delete/"])
def test_nobody_reads_what_somebody_else_wrote(writer: Somebody, bob: Somebody, way: str) -> None:
    assert bob.client.get(PAGE + way).status_code == 404


@pytest.mark.parametrize("way", ["", "delete/", "undo/"])
def test_whoever_has_nothing_open_finds_the_door(writer: Somebody, way: str) -> None:
    writer.lock()

    answer = writer.client.get(PAGE + way)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/open/")
