"""What lies elsewhere in a phone is left out where somebody else may look through it."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from beside.keeping.accounts.sessions import sessions, steady
from beside.keeping.vault.notebook import LookedThrough
from beside.pages.front.opened import COOKIE, opened
from beside.pages.front.quiet import leaves_links
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

    assert leaves_links(request) is leaves


def test_a_notebook_that_was_never_asked_leaves_nothing_out(alice: Somebody) -> None:
    assert leaves_links(request_of(alice)) is False
