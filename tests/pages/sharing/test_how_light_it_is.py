"""A friend on a bus loads little: all that the page needs is under 25 kB, and no third party."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

import beside.pages
from tests.support.exchange import Friend, asks
from tests.support.people import Somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("links")]

STATIC = Path(beside.pages.__path__[0]) / "static"
MOST = 25 * 1024
MOST_SCRIPT = 2 * 1024


def without_hash(address: str) -> str:
    """Return the name of a static file, which carries a hash where the files were collected."""
    return re.sub(r"\.[0-9a-f]{8,12}(?=\.)", "", address)


def packed(content: bytes) -> int:
    return len(gzip.compress(content))


def test_all_that_is_loaded_is_under_25_kb(alice: Somebody) -> None:
    friend = Friend(asks(alice))
    screens = [friend.client.get("/r/"), friend.opens(), friend.answers(), friend.adds()]
    addresses = set(re.findall(r'(?:src|href)="/static/([^"#]+)', screens[0].content.decode()))
    named = {without_hash(address) for address in addresses}

    loaded = sum(packed((STATIC / name).read_bytes()) for name in named)
    shown = sum(packed(screen.content) for screen in screens)

    assert named == {"beside.css", "icon.svg", "reply.js"}
    assert loaded + shown < MOST


def test_its_script_is_small() -> None:
    assert len((STATIC / "reply.js").read_bytes()) <= MOST_SCRIPT


def test_no_screen_asks_anything_of_anybody_else(alice: Somebody) -> None:
    friend = Friend(asks(alice))

    for screen in (friend.client.get("/r/"), friend.opens(), friend.answers(), friend.adds()):
        page = screen.content.decode()
        assert re.findall(r'(?:src|href|action)="(?!/)', page) == []
        assert "http" not in page
