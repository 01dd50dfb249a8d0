"""A picture looks tomorrow as it does today, unless somebody means to change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.charts.pictures import GOLDEN, all_of_them

ALL = list(all_of_them())


@pytest.mark.parametrize(("file", "drawn"), ALL, ids=[file.name for file, _ in ALL])
def test_a_picture_is_drawn_as_it_was(file: Path, drawn: str):
    assert drawn == file.read_text(encoding="utf-8")


def test_every_golden_picture_is_still_drawn():
    assert {file.name for file in GOLDEN.iterdir()} == {file.name for file, _ in ALL}
