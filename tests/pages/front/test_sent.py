"""An address that takes forms alone still answers whoever opens it, from a history or a reload."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.support.cast import SAM, TODAY_WAS_A_LOT, asked_sam, sam
from tests.support.people import HERE, Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def addresses(within: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    for one in (within or get_resolver()).url_patterns:
        here = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from addresses(one, here)
        elif isinstance(one, URLPattern):
            yield here


def with_ids(address: str) -> str:
    ids: dict[str, UUID] = {"ask_id": TODAY_WAS_A_LOT, "person_id": SAM}
    for part in address.split("/"):
        name = part.strip("<>").removeprefix("uuid:")
        if part.startswith("<uuid:"):
            address = address.replace(part, str(ids.get(name, SAM)))
    return address


EVERY = sorted({with_ids(one) for one in addresses()})


def test_there_are_addresses_with_ids_among_them() -> None:
    assert f"/tests/{TODAY_WAS_A_LOT}/who/{SAM}/undo/" in EVERY


@pytest.mark.parametrize("address", EVERY)
def test_to_look_at_an_address_changes_nothing_and_fails_nowhere(
    alice: Somebody, address: str
) -> None:
    alice.keeps(sam(), asked_sam())
    before = {record.id: record for record in alice.store.every()}

    response = alice.client.get(address)

    assert response.status_code < 500
    assert {record.id: record for record in alice.store.every()} == before


# A mail program stops mails with a bare POST (RFC 8058): the address itself says what may stop.
STOPPING = "/stop/<str:token>/"


@pytest.mark.parametrize("address", [one for one in EVERY if one != STOPPING])
def test_a_form_without_its_token_is_kept_nowhere(alice: Somebody, address: str) -> None:
    alice.keeps(sam(), asked_sam())
    strict = alice.open_in(Client(enforce_csrf_checks=True, **HERE))

    response = strict.post(address, {"revision": 1})

    assert response.status_code in {403, 404, 405}
