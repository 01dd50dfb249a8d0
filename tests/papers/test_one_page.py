"""One page says what its rows say, whichever way it went, and the paper says what the page says."""

from __future__ import annotations

import io
from uuid import UUID

import pypdf
import pytest

from beside.around.circle.model import Job
from beside.journey.practice import finding
from beside.journey.practice.calibration import Guesses
from beside.journey.practice.model import (
    AskState,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    Outcome,
)
from beside.papers.one_page import Choice, Page, Paper, page_of, printed, wording
from beside.papers.one_page.rows import NAME_LIMIT, WORDS_LIMIT, cut
from tests.support.cast import INES, NOBODY, REX, hopeful, ines, put_away, rex, sam
from tests.support.cast import asked_sam as still_open
from tests.support.papers import is_accessible, pages_in
from tests.support.ten_asks import (
    HOSTILE,
    HURT,
    NO,
    NO_ANSWER,
    PAGES,
    PARTLY,
    WELL,
    ask,
    asks,
    many,
    sentences,
)

PEOPLE = [sam(), ines(), rex()]
LEAST = Choice()
EVERYTHING = Choice(names=True, words=True)


def page(*of: object, choice: Choice = LEAST, people: list[object] | None = None) -> Page:
    return page_of(of, people or PEOPLE, day="3 March 2026", choice=choice)


def text_of(pdf: bytes) -> str:
    """Return what *pdf* says, on one line."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return together(" ".join(page.extract_text() for page in pages))


def smallest_letter(pdf: bytes) -> float:
    """Return the size (points) of the smallest letters of *pdf*."""
    sizes: list[float] = []
    for one in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        one.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: text.strip() and sizes.append(size)
        )
    return min(sizes)


def together(text: str) -> str:
    """Return *text* without the gaps, which a PDF does not keep."""
    return "".join(text.split())


# --- headings


HEADINGS = {
    "right": (asks(*[WELL] * 6, well=9), finding.RIGHT),
    "right on average": (asks(WELL, NO, NO, WELL, NO, NO, well=3), finding.RIGHT_ON_AVERAGE),
    "right, and low": (asks(*[NO] * 6, well=0), finding.RIGHT),
    "a lot better": (asks(*[WELL] * 6), finding.VERDICTS[Guesses.below, True]),
    "better": (asks(*[WELL] * 6, well=7), finding.VERDICTS[Guesses.below, False]),
    "worse": (asks(*[NO] * 6, well=3), finding.VERDICTS[Guesses.above, False]),
    "a lot worse": (asks(*[NO] * 6, well=8), finding.VERDICTS[Guesses.above, True]),
    "one": (asks(WELL), wording.TOO_FEW),
    "four": (asks(*[WELL] * 4), wording.TOO_FEW),
    "four of ten": (asks(*[WELL] * 4, *[NO_ANSWER] * 6), wording.TOO_FEW),
    "silence": (asks(NO_ANSWER), finding.NO_ANSWER_YET),
    "flagged alone": (asks(WELL, person_id=REX), finding.ALL_APART),
    "nothing": ([], wording.NOT_YET),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_each_way_it_can_go_has_one_heading(name: str):
    given, heading = HEADINGS[name]

    assert page(*given).heading == heading


@pytest.mark.parametrize("well", [3, 5, 9], ids=["about", "about as well", "worse"])
def test_what_hurt_stands_in_the_heading_and_nobody_was_right(well: int):
    shown = page(*asks(WELL, WELL, PARTLY, NO, HURT, HURT, HURT, well=well))

    assert str(shown.heading).replace("\u00a0", " ") == (
        "So far 2 of 7 took it well, 1 partly, and 3 hurt."
    )
    assert not any("right" in one.id for one in shown.says)


@pytest.mark.parametrize("name", ["right", "a lot better", "worse", "a lot worse"])
def test_the_same_figures_stand_below_each_heading(name: str):
    says = [one.id for one in page(*HEADINGS[name][0]).says]

    assert says[0].startswith("You guessed")
    assert says[1].startswith("So far")
    assert says[2].startswith("A fair guess for next time")
    assert len(says) == 4


def test_below_five_there_are_counts_and_no_estimate():
    shown = page(*asks(WELL, WELL, NO, HURT))

    assert shown.expected is None
    assert not any("next time" in str(one) for one in sentences(shown))


def test_without_guesses_nothing_is_held_against_one():
    shown = page(*asks(*[WELL] * 5, well=None))

    assert str(shown.heading) == "So far 5\u00a0of\u00a05 took it well."
    assert shown.says[0] == finding.TOO_FEW_GUESSED


# --- rows


@pytest.mark.parametrize("number", [1, 4, 5, 10])
def test_each_ask_has_its_row(number: int):
    rows = page(*many(number)).rows

    assert [row.number for row in rows] == list(range(1, number + 1))


def test_rows_stand_in_the_order_in_which_it_happened():
    rows = page(ask(2, NO), ask(0, WELL), ask(1, HURT)).rows

    assert [str(row.happened) for row in rows] == ["well", "it hurt", "no"]


def test_what_is_open_or_put_away_is_not_on_it():
    draft = still_open(state=AskState.drafted, locked=None, prediction=None, id=UUID(int=98))

    assert page(still_open(), put_away(id=UUID(int=99)), draft).rows == ()


@pytest.mark.parametrize(
    ("how", "dot"), [(WELL, 10), (PARTLY, 5), (NO, 0), (HURT, 0), (NO_ANSWER, None)]
)
def test_the_ring_is_the_guess_and_the_dot_what_came(how: Happened, dot: int | None):
    (row,) = page(ask(0, how, well=3)).rows

    assert (row.guess, row.dot) == (3, dot)
    assert row.strip.count('class="c-ring"') == 1
    assert row.strip.count('class="c-dot"') == (dot is not None)


def test_what_already_happened_has_no_ring_and_nothing_feared():
    (row,) = page(ask(0, WELL, well=None)).rows

    assert (row.guess, row.dot, row.feared, row.came) == (None, 10, None, None)
    assert row.guess_said == wording.NO_GUESS
    assert "c-ring" not in row.strip


def test_a_feared_thing_and_whether_it_came():
    came = Outcome(how=NO, feared_happened=FearedHappened.yes)
    (row,) = page(ask(0, NO, outcome=came)).rows

    assert (str(row.feared), str(row.came)) == ("they think less of me", "It came")


def test_what_was_not_said_says_so():
    (row,) = page(ask(0, HURT, channel=None)).rows

    assert (str(row.came), row.channel) == ("Not said", wording.NOT_NOTED)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ({"person_id": None}, "nobody by name"),
        ({"person_id": NOBODY}, "someone you removed"),
        ({"person_id": None, "job": Job.pharmacist}, "The pharmacist"),
    ],
)
def test_where_there_is_no_name_something_else_is_said(of: dict[str, object], said: str):
    (row,) = page(ask(0, WELL, **of)).rows

    assert (row.who, str(row.who_said)) == ("", said)


# --- what may be seen


def test_letters_stand_for_names_and_kinds_for_words_until_the_person_says_otherwise():
    own = hopeful().but(feared=Feared.other, feared_words="They tell Mother.")
    (row,) = page(ask(0, WELL, words="Can I sit with you?", prediction=own)).rows

    assert (row.who, str(row.what), row.words) == ("Sa", "let it be seen", "")
    assert (row.feared, row.feared_words) == (wording.FEARED_OTHER, "")


def test_names_and_first_words_on_request():
    own = hopeful().but(feared=Feared.other, feared_words="They tell Mother.")
    given = ask(0, WELL, words="Can I sit with you?", prediction=own)
    (row,) = page(given, choice=EVERYTHING).rows

    assert (row.who, row.what, row.words) == ("Sam", None, "Can I sit with you?")
    assert (row.feared, row.feared_words) == (None, "They tell Mother.")


def test_two_people_never_share_their_letters():
    rows = page(
        ask(0, WELL), ask(1, NO, person_id=INES), ask(2, WELL), people=[sam(), ines(name="Sabine")]
    ).rows

    assert [row.who for row in rows] == ["Sa", "Sa\u00a02", "Sa"]


def test_letters_that_read_as_a_word_stand_in_brackets_on_paper_and_a_name_does_not():
    people = [sam(name="No")]
    letters, name = (
        page(ask(0, WELL), people=people, choice=one) for one in (LEAST, Choice(names=True))
    )

    assert (letters.rows[0].who, letters.rows[0].in_letters) == ("No", True)
    assert "(No)" in text_of(printed(letters))
    assert "(No)" not in text_of(printed(name))


def test_no_lock_is_claimed_for_a_row_without_a_guess():
    lead = str(page(ask(0, WELL, well=None)).lead)

    assert "Where there was a guess, it was locked before." in lead


def test_what_is_cut_ends_with_dots_and_the_page_says_what_they_mean():
    shown = page(ask(0, WELL, words="word " * 1000), choice=EVERYTHING)

    assert shown.rows[0].words.endswith(" word…")
    assert len(shown.rows[0].words) <= WORDS_LIMIT
    assert wording.CUT in shown.legend


def test_what_fits_is_as_it_was_typed():
    shown = page(ask(0, WELL, words="  Two\r\nlines. "), choice=EVERYTHING)

    assert shown.rows[0].words == "Two lines."
    assert wording.CUT not in shown.legend


@pytest.mark.parametrize("sign", ["e\u0301", "👩\u200d👩\u200d👧", "x", "日", "ש"])
def test_a_sign_is_never_cut_in_two(sign: str):
    short = cut(sign * 5000, NAME_LIMIT)

    assert len(short) <= NAME_LIMIT
    assert short.removesuffix("…").replace(sign, "") == ""


# --- counts


def labelled(figures: tuple[object, ...]) -> dict[str, str]:
    return {str(one.label): str(one.said) for one in figures}


def test_no_answer_is_not_counted_and_said():
    counts = labelled(page(*asks(WELL, PARTLY, NO, NO_ANSWER, NO_ANSWER)).counts)

    assert counts["Took it well"] == "1 of 3"
    assert counts["No answer"] == "2, not counted"


def test_what_hurt_is_counted_like_the_rest():
    counts = labelled(page(*asks(WELL, HURT, HURT)).counts)

    assert counts == {"Took it well": "1 of 3", "It hurt": "2 of 3"}


def test_what_already_happened_is_counted_and_said():
    counts = labelled(page(*asks(WELL, WELL), ask(2, NO, well=None)).counts)

    assert counts["Without a guess"] == "1 of 3"


def test_the_channels_say_how_few_they_are():
    given = [*asks(*[WELL] * 5), ask(5, NO, channel=Channel.email), ask(6, WELL, channel=None)]
    channels = labelled(page(*given).channels)

    assert channels["face to face"].startswith("5 of 5, next time ")
    assert channels["in an e-mail"] == "0 of 1, too few to say"
    assert channels["how is not noted"] == "1 of 1, too few to say"


def test_a_channel_that_had_no_answer_says_that():
    channels = labelled(page(ask(0, WELL), ask(1, NO_ANSWER, channel=Channel.call)).channels)

    assert channels["in a call"] == "no answer"


def test_where_no_channel_was_noted_none_is_shown():
    assert page(*asks(WELL, NO, channel=None)).channels == ()


def test_the_feared_thing_came_so_often_of_so_many():
    came = Outcome(how=NO, feared_happened=FearedHappened.yes)
    shown = page(*asks(*[WELL] * 5), ask(5, NO, outcome=came))

    assert [str(one) for one in shown.feared] == ["It came in 1 of 6."]


# --- people one is careful with


def test_the_row_of_somebody_flagged_stands_and_is_in_no_count():
    shown = page(*asks(*[NO] * 5), ask(5, WELL, person_id=REX))

    assert [row.aside for row in shown.rows] == [None] * 5 + [wording.ASIDE]
    assert labelled(shown.counts)["Took it well"] == "0 of 5"
    assert "0\u00a0of\u00a05" in str(shown.says[1])


def test_without_and_with_them_stand_side_by_side():
    apart = page(*asks(WELL, NO), ask(2, HURT, person_id=REX)).apart
    rows = [(str(one.label), str(one.without), str(one.with_them)) for one in apart]

    assert rows[0] == ("Took it well", "1 of 2", "1 of 3")
    assert ("It hurt", "0 of 2", "1 of 3") in rows
    assert len(rows) == 4


def test_where_nobody_is_flagged_nothing_is_said_of_it():
    assert page(*asks(WELL, NO)).apart == ()


# --- ten, and after


@pytest.mark.parametrize("number", [1, 4, 5, 9])
def test_before_ten_nothing_points_at_ten(number: int):
    shown = page(*many(number))

    assert shown.stopping == ()
    assert shown.later is None
    assert f"{number} of 10" not in " ".join(str(one) for one in sentences(shown))


def test_at_ten_it_says_that_one_can_stop():
    assert page(*many(10)).stopping == (wording.TEN, wording.STOP)


def test_what_came_after_the_ten_is_said_in_one_line_and_counted_nowhere():
    shown = page(*many(23))

    assert len(shown.rows) == 10
    assert str(shown.later.says).startswith("13 more")
    assert [str(one) for one in shown.later.parts] == [
        "well 3",
        "partly 3",
        "no 3",
        "no answer 2",
        "it hurt 2",
    ]
    assert labelled(shown.counts)["Took it well"] == "2 of 8"


def test_one_more_is_one_and_nobody_flagged_counts_as_kind():
    later = page(*many(10), ask(10, WELL, person_id=REX)).later

    assert str(later.says).startswith("One more")
    assert [str(one) for one in later.parts] == ["with people you are careful with, or removed 1"]


def test_the_limits_are_always_there():
    assert all(page(*many(number)).limits == wording.LIMITS for number in (1, 5, 23))


# --- on paper


FULL = "Could you read the forms with me on Sunday? A no is fine for me."


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("choice", [LEAST, EVERYTHING], ids=["letters", "words"])
def test_the_paper_says_every_sentence_of_the_page(name: str, choice: Choice):
    shown = page(*PAGES[name], choice=choice)
    pdf = printed(shown)
    text = text_of(pdf)

    assert is_accessible(pdf)
    assert text.startswith(together(f"{shown.title} {shown.heading}"))
    assert [one for one in sentences(shown) if together(str(one)) not in text] == []
    titles = (wording.RESULTS, wording.LIMITS_TITLE, *wording.HEADS)
    assert [one for one in titles if together(str(one)) not in text] == []
    assert [row.who for row in shown.rows if together(row.who) not in text] == []


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("choice", [LEAST, EVERYTHING], ids=["letters", "words"])
@pytest.mark.parametrize("name", ["right", "flagged", "twenty-three"])
def test_ten_rows_are_one_page_in_letters_that_can_be_read(name: str, choice: Choice, paper: Paper):
    pdf = printed(page(*(one.but(words=FULL) for one in PAGES[name]), choice=choice), paper=paper)

    assert pages_in(pdf) == 1
    assert smallest_letter(pdf) >= 8


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_was_typed_comes_out_as_typed(name: str):
    typed = HOSTILE[name]
    own = hopeful().but(feared=Feared.other, feared_words=typed)
    given = [one.but(words=typed, prediction=own) for one in many(10)]
    shown = page(*given, choice=EVERYTHING, people=[sam(name=typed)])
    pdf = printed(shown)
    text = text_of(pdf)

    assert pages_in(pdf) == 1
    for words in (shown.rows[0].words, shown.rows[0].feared_words, shown.rows[0].who):
        # From the right, a reader of PDFs gives back the words and not their order.
        assert [one for one in words.split() if together(one) not in text] == []


def test_a_sign_that_no_font_has_costs_no_page():
    shown = page(ask(0, WELL, words="\ue000 ok"), choice=EVERYTHING)

    assert pages_in(printed(shown)) == 1


def test_nothing_of_it_is_shown_when_it_is_printed_by_mistake():
    shown = page(ask(0, WELL, words="The letter."), choice=EVERYTHING)

    assert "letter" not in repr(shown)
    assert "letter" not in repr(shown.rows)
