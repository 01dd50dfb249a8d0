"""The door is the first page that somebody meets; it says what is true, and asks for nothing."""

from __future__ import annotations

import re

from django.test import Client

from tests.support.people import Somebody

WORDS_ON_A_SCREEN = 97


def said(page: str) -> str:
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_the_door_says_what_this_is_and_for_whom(charlie: Client) -> None:
    page = said(charlie.get("/").content.decode())

    assert page.startswith("A private notebook for people who do most things alone.")
    assert "Not therapy, and not a test of you." in page


def test_the_door_lets_somebody_look_around_before_anything_is_kept(charlie: Client) -> None:
    page = charlie.get("/").content.decode()

    assert 'action="/start/"' in page
    assert "Nothing is written down until you say so." in page


def test_the_door_has_a_way_in_for_whoever_knows_it_and_one_without_a_screen(
    charlie: Client,
) -> None:
    page = charlie.get("/").content.decode()

    for address in ("/open/", "/keep/", "/seen/", "/sheet/"):
        assert f'href="{address}"' in page


def test_the_door_stays_short(charlie: Client) -> None:
    page = said(charlie.get("/").content.decode())

    assert len(page.split()) <= WORDS_ON_A_SCREEN


def test_the_door_shows_nothing_of_anybodys_notebook(alice: Somebody, charlie: Client) -> None:
    alice.client.post("/moments/", {"id": "d0000000-0000-4000-8000-00000000000a", "what": "asked"})

    page = charlie.get("/").content.decode()

    assert "Lately" not in page
    assert 'class="places"' not in page


def test_an_ended_session_finds_the_door(alice: Somebody) -> None:
    alice.lock()

    page = alice.client.get("/").content.decode()

    assert "Keep a notebook" in page
