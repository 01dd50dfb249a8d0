"""After the lock: the words, what hands them on, one tap for how, and a time agreed on."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import icalendar
import pytest
from django.template.loader import render_to_string

from beside.around.circle.model import Answer
from beside.journey.practice import wording
from beside.journey.practice.model import Ask, AskKind, Channel
from beside.keeping.vault.notebook import LookedThrough, OpenNotebook
from beside.kernel.days import When, lived
from beside.pages.front.zones import zone_here
from tests.support.cast import (
    JO,
    NOBODY,
    NOON,
    REX,
    THE_WORDS,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    jo,
    put_away,
    rex,
    sam,
)
from tests.support.forms import forms_on, main_of, shown
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

HERE = f"/tests/{TODAY_WAS_A_LOT}/"
SEND = f"{HERE}send/"


def kept(somebody: Somebody) -> Ask:
    return somebody.store.get(Ask, TODAY_WAS_A_LOT)


def links_on(response: object) -> list[str]:
    found = re.findall(r'href="((?:mailto|sms|https)[^"]*)"', main_of(response))
    return [html.unescape(link) for link in found]


def next_week() -> str:
    return (datetime.now(UTC) + timedelta(days=7)).date().isoformat()


def agrees(somebody: Somebody, **said: object) -> object:
    fields = {"revision": 1, "on": next_week(), "at": "18:00"} | said
    return somebody.client.post(f"{HERE}time/", fields, follow=True)


def takes_the_file(somebody: Somebody, **said: str) -> object:
    return somebody.client.post(f"{HERE}time.ics", said)


def says_who_looks(somebody: Somebody, who: LookedThrough | None) -> None:
    OpenNotebook(somebody.account_id, somebody.data_key).prefer(looked_through=who)


# The page of a locked test


def test_after_the_lock_the_first_thing_is_to_say_it_or_send_it(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    page = main_of(alice.client.get(HERE))

    assert f'<a class="btn" href="{SEND}">' in page
    assert f'<a class="btn alt" href="{HERE}outcome/">' in page
    assert page.count('class="btn"') == 1


def test_once_it_went_out_the_first_thing_is_what_happened(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(channel=Channel.call))

    response = alice.client.get(HERE)

    page = main_of(response)
    assert f'<a class="btn" href="{HERE}outcome/">' in page
    assert f'<a class="btn flat" href="{SEND}">' in page
    assert page.count('class="btn"') == 1
    assert "How it went out in a call" in shown(response)


# The page itself


def test_the_words_are_there_to_be_read_aloud_copied_and_selected(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = alice.client.get(SEND)

    page = main_of(response)
    assert re.search(rf'<p id="say" class="words aloud"[^>]*>{THE_WORDS}</p>', page)
    assert 'data-copy="#say"' in page
    assert re.search(rf"<textarea[^>]* readonly[^>]*>\n{THE_WORDS}</textarea>", page)


def test_the_links_lead_to_the_person_and_hand_on_the_words(alice: Somebody) -> None:
    alice.keeps(sam(phone="+44 20 7946 0018", mail="sam@example.org"), asked_sam())

    links = links_on(alice.client.get(SEND))

    starts = ("sms:+442079460018?", "https://wa.me/442079460018?", "mailto:sam@example.org?")
    assert [link.startswith(start) for link, start in zip(links, starts, strict=True)] == [True] * 3
    assert all(unquote(link).endswith(THE_WORDS) for link in links)


def test_a_link_says_nothing_of_where_it_was_pressed(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    page = main_of(alice.client.get(SEND))

    outward = re.findall(r'<a [^>]*href="(?:mailto|sms|https)[^>]*>', page)
    assert len(outward) == 3
    assert all('rel="noreferrer"' in link for link in outward)


def test_with_nobody_by_name_the_links_lead_to_nobody(alice: Somebody) -> None:
    alice.keeps(asked_sam(person_id=None))

    links = links_on(alice.client.get(SEND))

    assert [link.split("?")[0] for link in links] == ["sms:", "https://wa.me/", "mailto:"]


def test_sharing_is_hidden_until_the_browser_says_that_it_can(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    assert re.search(r'data-share="#say" hidden>', main_of(alice.client.get(SEND)))


def test_words_that_are_too_long_for_a_link_are_copied(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(words="long " * 500))

    response = alice.client.get(SEND)

    assert [link.split(":")[0] for link in links_on(response)] == ["sms", "https"]
    assert wording.TOO_LONG_FOR_MAIL.id in shown(response)
    assert "aloud" not in main_of(response)


def test_words_that_no_link_can_take_are_copied(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(words="😀" * 1_000))

    response = alice.client.get(SEND)

    assert links_on(response) == []
    assert wording.TOO_LONG_FOR_LINKS.id in shown(response)


def test_something_to_do_is_not_sent(alice: Somebody) -> None:
    to_do = "Take the next small offer, without paying it back."
    alice.keeps(sam(), asked_sam(what=AskKind.accept, words=to_do))

    response = alice.client.get(SEND)

    assert links_on(response) == []
    assert wording.NOTHING_TO_SEND.id in shown(response)
    assert wording.HOW_DID_IT_GO_OUT.id not in shown(response)
    assert "data-copy" not in main_of(response)


@pytest.mark.parametrize("ask", [drafted(), happened(), put_away()], ids=lambda one: one.state)
def test_what_is_not_waiting_has_no_such_page(alice: Somebody, ask: Ask) -> None:
    alice.keeps(sam(), ask)

    response = alice.client.get(SEND)

    assert (response.status_code, response.url) == (303, HERE)


@pytest.mark.parametrize(
    ("person", "caution"),
    [(REX, "Your caution may be right."), (JO, "Resting.")],
    ids=["flagged", "resting"],
)
def test_with_somebody_who_may_not_be_asked_caution_stands_there(
    alice: Somebody, person: object, caution: str
) -> None:
    alice.keeps(rex(phone="+442079460018"), jo(phone="+442079460018"), asked_sam(person_id=person))

    response = alice.client.get(SEND)

    assert caution in shown(response)
    assert links_on(response) == []
    for name in ("data-share", "data-copy", "7946", "We agreed on a time", f"{HERE}time/"):
        assert name not in main_of(response)


def test_for_somebody_who_was_taken_out_the_words_are_copied(alice: Somebody) -> None:
    alice.keeps(asked_sam(person_id=NOBODY))

    response = alice.client.get(SEND)

    assert "data-copy" in main_of(response)
    assert links_on(response) == []
    assert wording.WE_AGREED.id not in shown(response)


# A phone that is looked through


@pytest.mark.parametrize("who", [w for w in LookedThrough if w is not LookedThrough.no])
def test_nothing_is_left_in_a_phone_that_is_looked_through(
    alice: Somebody, who: LookedThrough
) -> None:
    alice.keeps(sam(phone="+442079460018"), asked_sam())
    agrees(alice)
    says_who_looks(alice, who)

    response = alice.client.get(SEND)

    assert links_on(response) == []
    assert "data-share" not in main_of(response)
    assert "time.ics" not in main_of(response)
    assert wording.LOOKED_THROUGH.id in shown(response)
    assert 'href="/settings/preferences/#' in main_of(response)
    assert takes_the_file(alice).status_code == 303


def test_where_there_is_nothing_to_send_it_says_why_there_is_no_file(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(what=AskKind.accept, words="Take the next small offer."))
    agrees(alice)
    says_who_looks(alice, LookedThrough.yes)

    response = alice.client.get(SEND)

    assert wording.NOTHING_TO_SEND.id in shown(response)
    assert "time.ics" not in main_of(response)
    assert wording.LOOKED_THROUGH.id in shown(response)


@pytest.mark.parametrize("who", [LookedThrough.no, None])
def test_in_a_phone_of_ones_own_all_of_it_is_there(
    alice: Somebody, who: LookedThrough | None
) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)
    says_who_looks(alice, who)

    response = alice.client.get(SEND)

    assert len(links_on(response)) == 3
    assert "time.ics" in main_of(response)
    assert wording.LOOKED_THROUGH.id not in shown(response)


# How it went out


def test_each_way_is_one_tap(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    (form,) = [f for f in forms_on(alice.client.get(SEND)) if f["action"] == f"{HERE}channel/"]
    assert [value for _, value in form["buttons"]] == [channel.value for channel in Channel]

    response = alice.client.post(
        form["action"], form["fields"] | {"channel": "face_to_face"}, follow=True
    )
    assert "Kept. There is nothing else to do." in shown(response)
    assert kept(alice).channel is Channel.face_to_face
    assert kept(alice).sent is not None


def test_a_tap_is_corrected_and_taken_back(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(channel=Channel.call))

    alice.client.post(f"{HERE}channel/", {"revision": 1, "channel": "email"})
    assert kept(alice).channel is Channel.email

    alice.client.post(f"{HERE}channel/", {"revision": 2, "channel": ""})
    assert kept(alice).channel is None


def test_the_same_tap_twice_is_once(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    tap = {"revision": 1, "channel": "call"}

    codes = [alice.client.post(f"{HERE}channel/", tap).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert kept(alice).revision == 2


def test_two_windows_that_say_different_things_are_shown_side_by_side(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    alice.client.post(f"{HERE}channel/", {"revision": 1, "channel": "call"})

    response = alice.client.post(f"{HERE}channel/", {"revision": 1, "channel": "email"})

    assert response.status_code == 409
    assert "in a call" in shown(response)
    assert "in an e-mail" in shown(response)


def test_a_way_that_is_none_of_them_changes_nothing(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam(channel=Channel.call))

    alice.client.post(f"{HERE}channel/", {"revision": 1, "channel": "pigeon"})

    assert kept(alice).channel is Channel.call


def test_a_draft_has_not_gone_out(alice: Somebody) -> None:
    alice.keeps(sam(), drafted())

    response = alice.client.post(f"{HERE}channel/", {"revision": 1, "channel": "call"})

    assert response.status_code == 409
    assert wording.NOT_LOCKED.id in shown(response)
    assert kept(alice).channel is None


def piece(one: Ask, channel: Channel | None = None) -> str:
    said = wording.CHANNELS[channel] if channel else None
    shown_there = {"ask": one, "channel": said, "is_said": True, "wording": wording}
    return render_to_string("practice/channel.html", shown_there)


def test_a_page_of_what_happened_asks_how_it_went_out_or_says_it() -> None:
    asks = piece(happened())
    says = piece(happened(channel=Channel.call), Channel.call)

    assert f'action="{HERE}channel/"' in asks
    assert "How did it go out?" in asks
    assert wording.NOT_OUT_YET.id not in asks
    assert "<dd>in a call</dd>" in says
    assert '<details class="more"><summary>Change how it went out' in says
    assert wording.NOT_OUT_YET.id in says


# A time that was agreed on


def test_a_time_is_kept_and_shown_where_it_is_looked_for(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())

    response = agrees(alice)

    assert "The time is kept." in shown(response)
    assert "18:00" in shown(response)
    assert "18:00" in shown(alice.client.get(HERE))
    assert kept(alice).agreed.zone == zone_here()


def test_it_is_taken_back(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)

    response = alice.client.post(f"{HERE}time/take-back/", {"revision": 2}, follow=True)

    assert "The time is taken back." in shown(response)
    assert kept(alice).agreed is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"on": "2020-01-01"}, wording.TIME_IS_OVER),
        ({"on": "0001-01-01"}, wording.TIME_IS_OVER),
        ({"on": "9999-12-31", "at": "23:59"}, wording.TIME_TOO_FAR),
        ({"on": "31 of March"}, wording.DAY_NEEDED),
        ({"on": ""}, wording.DAY_NEEDED),
        ({"at": ""}, wording.TIME_NEEDED),
        ({"at": "25:99"}, wording.TIME_NEEDED),
    ],
)
def test_a_time_that_cannot_be_is_said_beside_what_was_typed(
    alice: Somebody, said: dict[str, str], sentence: object
) -> None:
    alice.keeps(sam(), asked_sam())

    response = agrees(alice, **said)

    assert response.status_code == 422
    assert sentence.id in shown(response)
    assert '<details class="more" open><summary>We agreed on a time' in main_of(response)
    typed = {"on": next_week(), "at": "18:00"} | said
    assert all(f'value="{value}"' in main_of(response) for value in typed.values() if value)
    assert kept(alice).agreed is None


def test_no_time_is_kept_with_somebody_who_was_flagged_meanwhile(alice: Somebody) -> None:
    alice.keeps(sam(hurt=Answer.yes), asked_sam())

    response = agrees(alice)

    assert response.status_code == 422
    assert wording.NOT_SAFE.id in shown(response)
    assert kept(alice).agreed is None


def test_a_time_of_another_place_names_it(alice: Somebody) -> None:
    there = "Asia/Tokyo" if zone_here() != "Asia/Tokyo" else "Europe/Berlin"
    alice.keeps(sam(), asked_sam(agreed=lived(datetime(2027, 3, 5, 4, tzinfo=UTC), there)))

    assert f"({there})" in shown(alice.client.get(HERE))


# The calendar file


def test_the_file_says_nothing_of_its_own(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)
    (form,) = [f for f in forms_on(alice.client.get(SEND)) if f["action"].endswith("time.ics")]

    response = takes_the_file(alice, **form["fields"])

    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="note.ics"'
    assert response["Cache-Control"] == "no-store"
    assert str(entry["SUMMARY"]) == "A note to self"
    assert b"Sam" not in response.content
    assert kept(alice).revision == 2


def test_the_file_says_what_was_typed(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)

    response = takes_the_file(alice, summary="Tea; with Sam, at 6\r\nDESCRIPTION:x")

    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Tea; with Sam, at 6 DESCRIPTION:x"
    assert "DESCRIPTION" not in entry


def test_an_empty_name_is_the_neutral_one(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)

    assert b"SUMMARY:A note to self" in takes_the_file(alice, summary=" \u200b ").content


def test_a_name_that_is_too_long_is_still_there(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)

    response = takes_the_file(alice, summary="a" * 201)

    assert response.status_code == 422
    assert "That has 201 characters. There is room for 200." in shown(response)
    assert f'value="{"a" * 201}"' in main_of(response)


@pytest.mark.parametrize(
    ("hurt", "agreed"), [(Answer.no, None), (Answer.yes, NOON)], ids=["no time", "flagged"]
)
def test_without_a_time_or_a_safe_person_there_is_no_file(
    alice: Somebody, hurt: Answer, agreed: When | None
) -> None:
    alice.keeps(sam(hurt=hurt), asked_sam(agreed=agreed))

    response = takes_the_file(alice)

    assert (response.status_code, response.url) == (303, SEND)


def test_whoever_only_looks_gets_no_file(alice: Somebody) -> None:
    alice.keeps(sam(), asked_sam())
    agrees(alice)

    assert alice.client.get(f"{HERE}time.ics").url == SEND
