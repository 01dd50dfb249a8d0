"""A name is drawn, says nothing about anybody, and can be read out and typed on a phone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.keeping.accounts.names import draw_name, is_name, name_hash, tidy_name


@pytest.fixture(autouse=True)
def secret(settings):
    settings.SERVER_SECRET = bytes(range(32))


def test_a_name_is_two_words_and_a_number():
    drawn = {draw_name() for _ in range(200)}

    assert len(drawn) == 200
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-[1-9]\d{3}", name) for name in drawn)
    assert all(is_name(name) for name in drawn)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kettle",
        "kettle-otter",
        "kettle-otter-0999",
        "kettle-otter-10000",
        "kettle-sam-4821",
        "--",
    ],
)
def test_what_is_never_drawn_is_no_name(text):
    assert not is_name(text)


@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_looked_for(text):
    tidied = tidy_name(text)

    assert tidied == tidied.strip("-")
    assert not set(" \t\n_") & set(tidied)


def test_the_same_name_has_the_same_hash_and_another_one_has_not():
    assert name_hash("Kettle Otter 4821") == name_hash("kettle-otter-4821")
    assert name_hash("kettle-otter-4822") != name_hash("kettle-otter-4821")


def test_another_installation_hashes_it_otherwise(settings):
    here = name_hash("kettle-otter-4821")
    settings.SERVER_SECRET = bytes(32)

    assert name_hash("kettle-otter-4821") != here
