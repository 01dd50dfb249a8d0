"""*What happened*: the finding first, and nothing that the answers do not hold."""

from __future__ import annotations

import gzip
import re
from uuid import UUID

import pytest
from django.http import HttpResponse

from beside.around.circle.model import Job
from beside.journey.practice import research
from beside.journey.practice.model import Belief, Channel, FearedHappened, Happened, Outcome
from tests.support.cast import JO, NOBODY, REX, SAM, asked_sam, jo, rex, sam
from tests.support.household import said
from tests.support.people import Somebody
from tests.support.tests_done import several, went

PAGE = "/tests/what-happened/"
HOSTILE = "<script>alert(1)</script>\u202eeliM </bdi>{{ 7*7 }} %(name)s"
ALONE = Belief.rely_on_myself


def look(somebody: Somebody, **query: str) -> str:
    page: HttpResponse = somebody.client.get(PAGE, query)
    assert page.status_code == 200
    return page.content.decode()


def words(somebody: Somebody, **query: str) -> str:
    return said(somebody.client.get(PAGE, query)).replace("\u00a0", " ")


def heading(somebody: Somebody) -> str:
    (inside,) = re.findall(r"<h1>(.*?)</h1>", look(somebody), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", inside).split()).replace("\u00a0", " ")


def parts(somebody: Somebody) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "", one)
        for one in re.findall(r"<h2[^>]*>(.*?)</h2>", look(somebody).split("</main>")[0])
    ]


def ten(**same: object) -> list:
    return [*several(8, guess=30, **same), *several(no=2, guess=30, **same)]


def test_without_a_test_there_is_a_way_to_one_and_one_not_to(alice: Somebody):
    page = look(alice)

    assert heading(alice) == "Nothing has happened here yet."
    assert 'class="btn" href="/tests/new/"' in page
    assert 'class="btn flat" href="/tests/"' in page


def test_the_finding_is_the_heading(alice: Somebody):
    alice.keeps(sam(), *ten())

    assert heading(alice) == "You guessed 3 in 10. So far 8 of 10 took it well."


def test_every_picture_carries_the_finding_and_its_numbers(alice: Somebody):
    alice.keeps(sam(), *ten())

    page = look(alice)

    assert re.search(r'<title id="expected-title">You guessed 3\s*in\s*10\. So far 8', page)
    assert "7.2 (5.5 to 8.7)" in page
    assert '<caption class="sr">You guessed' in page


def test_three_results_come_to_counts_and_no_more(alice: Somebody):
    landed = Outcome(how=Happened.took_it_well, landed="It was quiet. I slept.")
    alice.keeps(sam(), *several(2, came=FearedHappened.no), went(outcome=landed))

    page = words(alice)

    assert "Three results so far." in page
    assert "Took it well 3 of 3" in page
    assert "Feared thing came 0 of 2" in page
    assert "You said, after one of them: It was quiet. I slept." in page
    assert "fair guess" not in page
    assert parts(alice) == ["Test by test"]


def test_what_hurt_is_said_and_drawn_as_the_lowest(alice: Somebody):
    alice.keeps(sam(), went(Happened.it_hurt))

    (row,) = re.findall(r"<tbody>(.*?)</tbody>", look(alice))

    assert "<td>it hurt</td>" in row
    assert 'class="c-dot"' in row


def test_silence_has_no_dot(alice: Somebody):
    alice.keeps(sam(), went(Happened.no_answer))

    (row,) = re.findall(r"<tbody>(.*?)</tbody>", look(alice))

    assert 'class="c-ring"' in row
    assert 'class="c-dot"' not in row


def test_no_answer_is_not_counted_and_said_so(alice: Somebody):
    alice.keeps(sam(), *several(5, silent=3))

    page = words(alice)

    assert "Took it well 5 of 5" in page
    assert "No answer 3, not counted" in page


def test_what_already_happened_is_counted_and_in_no_calibration(alice: Somebody):
    alice.keeps(sam(), *several(6, guess=None))

    page = words(alice)

    assert "So far 6 of 6 took it well." in page
    assert "Without a guess 6" in page
    assert "How close your guesses were" not in page


# People


def test_each_person_has_counts_and_a_range_from_five_on(alice: Somebody):
    alice.keeps(sam(), jo(), *several(5, whom=SAM), *several(1, no=1, whom=JO))

    page = words(alice)

    assert re.search(r"Sam 5 of 5 \d+ to 10", page)
    assert "Jo 1 of 2 too few" in page


def test_who_is_flagged_is_in_no_count_and_stands_side_by_side(alice: Somebody):
    alice.keeps(sam(), rex(), *ten(), *several(1, hurt=4, whom=REX))

    page = words(alice)

    assert heading(alice) == "You guessed 3 in 10. So far 8 of 10 took it well."
    assert "Took it well 8 of 10 9 of 15" in page
    assert "It hurt 0 of 10 4 of 15" in page
    assert not re.search(r"Rex \d+ of \d+", page)


def test_a_row_that_is_in_no_count_says_so(alice: Somebody):
    alice.keeps(sam(), rex(), *several(2), *several(1, hurt=2, whom=REX))

    assert words(alice).count("· in no count") == 3


def test_flagging_somebody_reaches_back(alice: Somebody):
    alice.keeps(sam(), *ten())
    kept = alice.store.get(type(sam()), SAM)
    alice.store.put(rex(id=SAM, name="Sam"), expected_revision=kept.revision)

    assert heading(alice) == "Your caution may be right."


def test_tests_with_flagged_people_alone_come_to_no_kindness(alice: Somebody):
    alice.keeps(rex(), *several(9, whom=REX))

    page = words(alice)

    assert "fair guess" not in page
    assert "Took it well none 9 of 9" in page


def test_of_somebody_taken_out_nobody_can_tell_so_they_are_in_no_count(alice: Somebody):
    alice.keeps(sam(), *several(5), went(whom=NOBODY))

    page = words(alice)

    assert "5 of 5" in page
    assert "without them with them Took it well 5 of 5 6 of 6" in page
    assert "someone you removed 1 of 1" not in page


def test_nobody_by_name_and_somebody_whose_job_it_is_have_their_words(alice: Somebody):
    alice.keeps(
        sam(),
        *several(5),
        went(whom=None, job=Job.pharmacist),
        went(whom=None),
    )

    page = words(alice)

    assert "The pharmacist 1 of 1" in page
    assert "nobody by name 1 of 1" in page


def test_a_name_stays_a_name_whatever_is_in_it(alice: Somebody):
    alice.keeps(sam(name=HOSTILE), jo(), *several(5), *several(2, whom=JO))

    page = look(alice)

    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page
    assert (
        len(re.findall(r'<bdi class="said" data-hx-disable translate="no">&lt;script', page)) == 6
    )


def test_a_line_of_theirs_stays_theirs(alice: Somebody):
    alice.keeps(sam(), went(outcome=Outcome(how=Happened.partly, landed=HOSTILE)))

    page = look(alice)

    assert '<p class="words" dir="auto" data-hx-disable translate="no">&lt;script&gt;' in page


# Channels


def test_what_others_found_stands_beside_face_to_face_alone(alice: Somebody):
    alice.keeps(sam(), *ten(by=Channel.message))

    assert research.FINDINGS[0].source.split(",")[0] not in words(alice)
    assert "In a message 8 of 10" in words(alice)


def test_what_others_found_is_folded_with_source_limit_and_caption(alice: Somebody):
    alice.keeps(sam(), *ten(by=Channel.face_to_face))

    page = look(alice)
    (folded,) = re.findall(
        r"<details class=\"more\"><summary>What others found.*?</details>", page, re.DOTALL
    )

    assert str(research.HONESTY) in folded
    for one in research.FINDINGS:
        assert str(one.says) in folded
        assert str(one.limit) in folded
        assert one.source.split(",")[0].replace("&", "&amp;") in folded


# Lines, and how close the guesses were


def test_a_line_is_drawn_from_six_answers_on(alice: Somebody):
    falling = [went(day=7 * n, line=(ALONE, 90 - 10 * n, 85 - 10 * n)) for n in range(6)]
    alice.keeps(sam(), *falling)

    page = look(alice)

    assert "Your answers went down." in page
    assert 'id="rely_on_myself-title"' in page


def test_the_numbers_of_a_line_are_in_tens(alice: Somebody):
    falling = [went(day=7 * n, line=(ALONE, 90 - 10 * n, 85 - 10 * n)) for n in range(6)]
    alice.keeps(sam(), *falling)

    assert "1 Jan 2026 9 9 8 Jan 2026 8 8" in words(alice)


@pytest.mark.parametrize("by", [0, 10], ids=["all the same", "falling unevenly"])
def test_of_a_band_is_spoken_where_there_is_one(alice: Somebody, by: int):
    rated = [went(day=7 * n, line=(ALONE, None, 85 - by * (n % 4))) for n in range(6)]
    alice.keeps(sam(), *rated)

    page = words(alice)

    assert "A ring is before a test" in page
    assert ("The band says how sure this is." in page) == bool(by)


def test_before_that_its_answers_stand_as_they_were_put(alice: Somebody):
    alice.keeps(sam(), went(line=(ALONE, 80, 70)))

    page = words(alice)

    assert "“I can only rely on myself” 8, 7 out of 10" in page
    assert "Too early to say more." in page


def test_the_brier_score_stands_in_the_table_alone(alice: Somebody):
    alice.keeps(sam(), *ten())

    page = look(alice)

    (row,) = re.findall(r"<tr><th[^>]*>Brier score[^<]*</th>(.*?)</tr>", page)
    assert row == "<td>0.41</td><td>10</td>"
    assert page.count("Brier") == 1


# The list of all of them


def test_sixty_stand_on_a_page_and_ten_of_them_at_once(alice: Somebody):
    alice.keeps(sam(), *several(61))

    page = look(alice)

    first, rest = (part.count("<tr>") - 1 for part in re.findall(r'"pairs">(.*?)</table>', page))
    assert (first, rest) == (10, 50)
    assert 'href="?page=2#tests"' in page
    assert re.search(r'href="\?page=1#tests"', look(alice, page="2"))


@pytest.mark.parametrize("number", ["", "0", "-3", "99", "last", "1'--"])
def test_a_page_that_is_none_is_the_nearest(alice: Somebody, number: str):
    alice.keeps(sam(), went())

    assert "Test by test" in look(alice, page=number)


def test_sixty_rows_fit_in_the_budget(alice: Somebody):
    whom = [sam(id=UUID(int=n), name=f"Somebody {n}") for n in range(1, 31)]
    asks = [
        went(
            guess=10 * (n % 10),
            whom=whom[n % 30].id,
            came=FearedHappened.a_bit,
            by=list(Channel)[n % 5],
            line=(list(Belief)[n % 3], n, 100 - n),
        )
        for n in range(60)
    ]
    alice.keeps(*whom, *asks)

    assert len(gzip.compress(look(alice).encode())) <= 25_000


def test_on_top_of_all_tests_stand_the_finding_the_counts_and_the_way(alice: Somebody):
    alice.keeps(sam(), *ten())

    page = alice.client.get("/tests/").content.decode()

    assert re.search(r"<h2>You guessed 3\s*in\s*10\.", page)
    assert "8 of 10" in page
    assert f'href="{PAGE}"' in page


def test_before_anything_happened_the_list_has_no_card(alice: Somebody):
    alice.keeps(sam(), asked_sam())

    assert PAGE not in alice.client.get("/tests/").content.decode()


def test_what_hurt_stands_on_top_of_all_tests_as_well(alice: Somebody):
    alice.keeps(sam(), *several(2, partly=1, no=1, hurt=3, guess=50))

    page = said(alice.client.get("/tests/")).replace("\u00a0", " ")

    assert "So far 2 of 7 took it well, 1 partly, and 3 hurt." in page
    assert "about right" not in page


def test_nobody_sees_it_without_the_notebook(charlie):
    assert charlie.get(PAGE).status_code != 200


def test_bob_sees_nothing_of_alice(alice: Somebody, bob: Somebody):
    alice.keeps(sam(), *ten())

    assert heading(bob) == "Nothing has happened here yet."
