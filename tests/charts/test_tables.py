"""The picture of many tests is a table, and is one to whoever only hears it."""

from __future__ import annotations

import gzip

from beside.charts import Pair, numbers, ring_and_dot
from tests.charts.pictures import FOUND, HEADS, ROWS, SVG, texts, well_formed


def test_every_test_has_its_name_its_guess_and_what_happened_in_words():
    tree = well_formed(ring_and_dot(ROWS, finding=FOUND, heads=HEADS))

    first, *_, last = tree.find("tbody")

    assert first.find("th[@scope='row']").text == "Lift "
    assert first.find("th//bdi").text == "Sam"
    assert [cell.text for cell in first.findall("td")] == [None, "3", "well"]
    assert [cell.text for cell in last.findall("td")] == [None, "no guess", "not yet"]
    assert last.find("th//bdi") is None


def test_a_table_is_called_by_its_finding_and_its_columns_by_their_heads():
    tree = well_formed(ring_and_dot(ROWS, finding=FOUND, heads=HEADS))

    heads = ["".join(head.itertext()).strip() for head in tree.findall("thead//th[@scope='col']")]

    assert texts(tree, "caption") == [FOUND]
    assert heads == ["Test", "your guess", "what happened"]


def test_the_picture_in_a_row_is_not_read_out():
    tree = well_formed(ring_and_dot(ROWS, finding=FOUND, heads=HEADS))

    assert {svg.get("aria-hidden") for svg in tree.iter(f"{SVG}svg")} == {"true"}


def test_sixty_rows_are_small_on_the_way():
    rows = [Pair("Lift", n % 11, str(n % 11), n % 3 * 5, "well", who="Sam") for n in range(60)]

    drawn = ring_and_dot(rows, finding=FOUND, heads=HEADS)

    assert len(gzip.compress(drawn.encode())) < 2_500


def test_numbers_have_their_heads_above_and_before_them():
    tree = well_formed(numbers("Numbers", ["Day", "Rating"], [["3 Mar", "78"], ["4 Mar", "70"]]))

    assert tree.tag == "details"
    assert tree.find("summary").text == "Numbers"
    assert [head.text for head in tree.findall("table/thead/tr/th[@scope='col']")] == [
        "Day",
        "Rating",
    ]
    assert [head.text for head in tree.findall("table/tbody/tr/th[@scope='row']")] == [
        "3 Mar",
        "4 Mar",
    ]
    assert tree.find("table/caption") is None
