"""What lies elsewhere in a phone is left out where somebody else may look through it."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from beside.keeping.accounts.sessions import sessions, steady
from beside.keeping.vault.notebook import LookedThrough
from beside.pages.front.opened import COOKIE, opened
from beside.pages.front.quiet import LOCKS_AFTER, from_now_on, leaves_links_out, told
from beside.pages.front.requests import PersonRequest
from tests.support.people import IDLE, Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def request_of(somebody: Somebody) -> PersonRequest:
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = sessions.start(
        somebody.account_id, somebody.data_key, label="", idle=IDLE, now=steady()
    )
    request.opened = opened(request)  # type: ignore[attr-defined]  # as the view's guard does
    return request  # type: ignore[return-value]  # it is one now


@pytest.mark.parametrize(
    ("chosen", "leaves"),
    [
        (None, False),
        (LookedThrough.no, False),
        (LookedThrough.maybe, True),
        (LookedThrough.yes, True),
        (LookedThrough.not_said, True),
    ],
)
def test_all_but_a_no_count_as_yes(
    alice: Somebody, chosen: LookedThrough | None, *, leaves: bool
) -> None:
    request = request_of(alice)
    request.opened.notebook.prefer(looked_through=chosen)

    assert leaves_links_out(request) is leaves


def test_a_notebook_that_was_never_asked_leaves_nothing_out(alice: Somebody) -> None:
    assert leaves_links_out(request_of(alice)) is False


@pytest.mark.parametrize("phone", [LookedThrough.maybe, LookedThrough.yes, LookedThrough.not_said])
def test_a_phone_that_is_looked_through_locks_sooner_and_names_no_page(
    alice: Somebody, phone: LookedThrough
) -> None:
    sent = {"idle": "60", "theme": "dark", "looked_through": phone.value}

    alice.client.post("/settings/preferences/", sent)

    assert request_of(alice).opened.notebook.preferences().idle_minutes == LOCKS_AFTER
    remembered = alice.client.cookies["__Host-p"].value
    assert "quiet=1" in remembered
    assert "theme=dark" in remembered


def test_what_is_chosen_afterwards_counts(alice: Somebody) -> None:
    first = {"idle": "60", "looked_through": "yes"}
    alice.client.post("/settings/preferences/", first)

    alice.client.post("/settings/preferences/", first)

    assert request_of(alice).opened.notebook.preferences().idle_minutes == 60
    assert "quiet" not in alice.client.cookies["__Host-p"].value


def test_a_first_visit_that_skips_the_question_is_kept_quietly() -> None:
    assert told("skipped") is LookedThrough.not_said
    assert from_now_on(told("skipped"), before=None, idle_minutes=30) == {
        "looked_through": LookedThrough.not_said,
        "idle_minutes": LOCKS_AFTER,
    }
