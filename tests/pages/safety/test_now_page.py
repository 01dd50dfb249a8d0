"""*If it's bad now* opens for anybody, whatever else is broken.

No test here may touch a database (pytest-django refuses it), so each of them is also the proof
that the page does without one.
"""

from __future__ import annotations

import re
import time
from http.cookies import SimpleCookie
from urllib.parse import quote

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import translation

from beside.pages.front.preferences import COOKIE
from beside.safety import grounding, wording
from beside.safety.lines import Country, countries

NOW = "/now/"
HERE = {"HTTP_HOST": "127.0.0.1"}


@pytest.fixture
def client() -> Client:
    return Client(**HERE)


def shown(response: HttpResponse) -> str:
    """Return what stands between the tags of the page itself, without the frame."""
    page = response.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    text = re.sub(r"<(option|textarea)\b.*?</\1>", " ", main, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_it_opens_without_a_country_and_guesses_none(client: Client) -> None:
    response = client.get(NOW, headers={"accept-language": "en-US", "x-forwarded-for": "8.8.8.8"})

    assert response.status_code == 200
    page = shown(response)
    assert "Call the emergency number where you are." in page
    assert "112 works in many countries" in page
    assert "988" not in page
    assert "selected" not in response.content.decode()


def test_danger_comes_first_then_a_person_then_something_to_steady_then_a_text(
    client: Client,
) -> None:
    page = shown(client.get(NOW, {"country": "GB"}))

    places = [
        page.index(said)
        for said in (
            "In danger? Call 999.",
            "Talk to a person",
            "Samaritans",
            "If someone hurts or controls you",
            "0808 2000 247",
            "Something to steady me",
            "A text, ready to send",
        )
    ]
    assert places == sorted(places)


def test_numbers_can_be_tapped(client: Client) -> None:
    page = client.get(NOW, {"country": "GB"}).content.decode()

    for link in ("tel:999", "tel:116123", "tel:08082000247", "sms:85258?&amp;body=SHOUT"):
        assert f'href="{link}"' in page


def test_each_line_says_when_it_was_read_and_that_nobody_confirmed_it(client: Client) -> None:
    page = shown(client.get(NOW, {"country": "GB"}))

    assert page.count("Not confirmed with them.") == 3
    assert page.count("Read on 2 June 2026.") == 2
    assert "Read in 2020. It may have changed." in page


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.code)
def test_every_country_has_its_page(client: Client, country: Country) -> None:
    response = client.get(NOW, {"country": country.code})

    page = shown(response)
    assert response.status_code == 200
    assert len(response.content) < 50_000
    for number in country.emergency:
        assert number.dial in page
    for line in country.line:
        assert line.name.replace("&", "&amp;") in page
        assert all(number in page for number in line.dial)


@pytest.mark.parametrize("code", ["NZ", "PL", "SE"])
def test_a_country_without_a_line_says_so_and_where_to_look(client: Client, code: str) -> None:
    response = client.get(NOW, {"country": code})

    assert "We have read no line for this country yet." in shown(response)
    assert 'href="https://findahelpline.com/"' in response.content.decode()


@pytest.mark.parametrize("code", ["other", "XX", "'\"><script>alert(1)</script>", "%00", "é" * 500])
def test_a_country_that_is_not_listed_gets_general_advice(client: Client, code: str) -> None:
    response = client.get(NOW, {"country": code})

    page = response.content.decode()
    assert response.status_code == 200
    assert "112 works in many countries" in page
    assert "findahelpline.com" in page
    assert "alert(1)" not in page


def test_the_way_to_begin_does_not_use_the_breath(client: Client) -> None:
    response = client.get(NOW)

    page = response.content.decode()
    before = page[: page.index("<summary>")]
    assert str(grounding.first_step().says) in before
    assert "breath" not in before
    assert all(str(step.says) in page for step in grounding.more_steps())


def test_the_text_can_be_copied_by_hand_and_the_button_waits_for_the_script(
    client: Client,
) -> None:
    page = client.get(NOW).content.decode()

    assert f'<textarea id="ready" rows="4" readonly>{wording.READY_TEXT.id}</textarea>' in page
    assert re.search(r'<button[^>]*data-copy="#ready" hidden>', page)
    assert f'href="sms:?&amp;body={quote(wording.READY_TEXT.id)}"' in page


def test_our_own_words_on_one_screen_are_few(client: Client) -> None:
    page = shown(client.get(NOW, {"country": "NZ"}))
    closed = " ".join(str(step.says) for step in grounding.more_steps())

    words = len(page.split()) - len(closed.split())

    assert words <= 97


def test_nothing_is_asked_of_anybody_else(client: Client) -> None:
    page = client.get(NOW, {"country": "GB"}).content.decode()

    assert not re.search(r'(src|action)="https?:', page)
    assert " style=" not in page
    assert "<script>" not in page


def test_the_answer_is_kept_nowhere(client: Client) -> None:
    response = client.get(NOW, {"country": "GB"})

    assert response.headers["Cache-Control"] == "no-store"
    assert set(response.cookies) <= {settings.CSRF_COOKIE_NAME}


def test_looking_leaves_no_cookie_at_all(client: Client) -> None:
    response = client.get(NOW)

    assert not response.cookies


def test_the_country_is_remembered_when_asked(client: Client) -> None:
    response = client.post(f"{NOW}country/", {"country": "GB"})

    assert (response.status_code, response.headers["Location"]) == (302, NOW)
    assert response.cookies[COOKIE].value == "country=GB"
    page = shown(client.get(NOW))
    assert "In danger? Call 999." in page
    assert "Forget the country" in page


def test_the_country_is_forgotten_when_asked(client: Client) -> None:
    client.cookies = SimpleCookie({COOKIE: "theme=dark&country=GB"})

    response = client.post(f"{NOW}country/", {"country": ""})

    assert response.cookies[COOKIE].value == "theme=dark"
    assert "999" not in shown(client.get(NOW))


def test_another_country_can_be_looked_at_while_one_is_remembered(client: Client) -> None:
    client.cookies = SimpleCookie({COOKIE: "country=GB"})

    page = shown(client.get(NOW, {"country": "FR"}))

    assert "In danger? Call 112." in page
    assert "Remember on this device" in page


def test_a_remembered_country_can_be_put_aside_for_one_look(client: Client) -> None:
    client.cookies = SimpleCookie({COOKIE: "country=GB"})

    page = shown(client.get(NOW, {"country": ""}))

    assert "Call the emergency number where you are." in page


def test_a_country_that_is_not_listed_is_not_remembered(client: Client) -> None:
    response = client.post(f"{NOW}country/", {"country": "XX"})

    assert response.status_code == 422
    assert COOKIE not in response.cookies
    assert "112 works in many countries" in shown(response)


def test_remembering_needs_the_token_of_this_site() -> None:
    stranger = Client(enforce_csrf_checks=True, **HERE)

    response = stranger.post(f"{NOW}country/", {"country": "GB"})

    assert response.status_code == 403
    assert COOKIE not in response.cookies


@pytest.mark.parametrize("cookies", [{COOKIE: "country=%%%&\x01"}, {"__Host-b": "not a session"}])
def test_a_broken_cookie_changes_nothing(client: Client, cookies: dict[str, str]) -> None:
    client.cookies = SimpleCookie(cookies)

    assert client.get(NOW).status_code == 200


@pytest.mark.parametrize("language", ["en", "de", "ja", "en-xa", "zz"])
def test_an_unknown_language_never_stops_the_page(client: Client, language: str) -> None:
    with translation.override(language):
        response = client.get(NOW, {"country": "JP"}, headers={"accept-language": language})

    assert response.status_code == 200


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post(NOW).status_code == 405
    assert client.head(NOW).status_code == 200
    assert client.get(f"{NOW}country/").url == NOW


def test_it_answers_within_a_tenth_of_a_second(client: Client) -> None:
    client.get(NOW, {"country": "JP"})

    started = time.perf_counter()
    client.get(NOW, {"country": "JP"})

    assert time.perf_counter() - started < 0.1


def test_the_button_without_a_country_says_what_is_missing(client: Client) -> None:
    page = client.get("/now/", {"country": ""}).content.decode()

    assert "Choose a country here." in page
    assert "Choose a country here." not in client.get("/now/").content.decode()
