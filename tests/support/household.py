"""One computer, several notebooks: each is kept and opened through the real forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from beside.keeping.accounts.opening import open_with_words
from beside.keeping.vault.notebook import OpenNotebook

HERE = {"HTTP_HOST": "127.0.0.1"}
OWN = "a lamp, nine herons & wet gravel"


def browser() -> Client:
    """Return a browser in which nothing is open, and that sends no form without its token."""
    return Client(enforce_csrf_checks=True, **HERE)


@dataclass
class Person:
    """Somebody with a browser, who fills in what a page shows and sends it."""

    words: str = ""
    client: Client = field(default_factory=browser)

    def look(self, path: str, **query: str) -> HttpResponse:
        return self.client.get(path, query, follow=True)

    def send(self, page: str, *, to: str = "", **said: Any) -> HttpResponse:
        """Look at *page*, fill in its form that goes *to*, and send it."""
        filled = hidden(self.look(page), to or page) | said
        return self.client.post(to or page, filled)

    def keep(self) -> HttpResponse:
        """Keep a notebook with the six words that are shown."""
        filled = hidden(self.look("/keep/"), "/keep/")
        self.words = filled["six"]
        return self.client.post("/keep/", filled)

    def open(self, words: str = "", **said: str) -> HttpResponse:
        return self.send("/open/", words=words or self.words, **said)

    def notebook(self) -> OpenNotebook:
        """Return the notebook that the words open."""
        return OpenNotebook(*open_with_words(self.words))

    @property
    def is_in(self) -> bool:
        """Whether Settings open in this browser."""
        return self.client.get("/settings/").status_code == 200


def hidden(page: HttpResponse, action: str) -> dict[str, str]:
    """Return the hidden fields of the first form of *page* that is sent to *action*."""
    text = page.content.decode()
    forms = re.findall(r'<form\b[^>]*\baction="([^"]*)"[^>]*>(.*?)</form>', text, re.DOTALL)
    inside = next(inside for where, inside in forms if where.split("?")[0] == action)
    inputs = re.findall(r"<input\b[^>]*>", inside)
    return {
        attribute(one, "name"): attribute(one, "value")
        for one in inputs
        if attribute(one, "type") == "hidden"
    }


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found[1] if found else ""


def said(page: HttpResponse) -> str:
    """Return what stands between the tags of the page itself, without the frame."""
    text = page.content.decode()
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def alice(nobody_has_kept_anything: None) -> Person:
    somebody = Person()
    somebody.keep()
    return somebody


@pytest.fixture
def bob(nobody_has_kept_anything: None) -> Person:
    somebody = Person()
    somebody.keep()
    return somebody


@pytest.fixture
def charlie() -> Person:
    """Has no notebook, and must see nothing."""
    return Person()
