"""Reads pages as a person does: what is on them, which forms, and how many inputs they take."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({"action": said.get("action", ""), "fields": {}, "buttons": []})
        if not self.forms:
            return
        form = self.forms[-1]
        if tag == "input" and said.get("name"):
            kind = said.get("type", "text")
            if kind not in ("radio", "checkbox") or "checked" in said:
                form["fields"][said["name"]] = said.get("value", "")
        elif tag == "button":
            form["buttons"].append((said.get("name", ""), said.get("value", "")))
        elif tag == "textarea" and said.get("name"):
            self._area = said["name"]
            form["fields"][self._area] = ""
        elif tag == "select":
            self._select = said["name"]
        elif tag == "option" and self._select and "selected" in said:
            form["fields"][self._select] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self.forms[-1]["fields"][self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None


def forms_on(response: HttpResponse) -> list[dict[str, Any]]:
    """Return the forms of a page: action, fields with their values, and buttons."""
    reader = _Forms()
    reader.feed(main_of(response))
    return reader.forms


def main_of(response: HttpResponse) -> str:
    """Return the page itself, without the frame."""
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def unfolded(response: HttpResponse) -> str:
    """Return what stands between the tags of the page itself, without what is folded away."""
    page = main_of(response)
    for fold in [part.split("</details>")[0] for part in page.split("</summary>")[1:]]:
        page = page.replace(fold, " ")
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def shown(response: HttpResponse) -> str:
    """Return what stands between the tags of the page itself."""
    return " ".join(re.sub(r"<[^>]+>", " ", main_of(response)).split())
