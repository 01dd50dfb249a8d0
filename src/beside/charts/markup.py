"""What is drawn is text, and much of it is somebody's: nothing gets in unescaped.

A `Markup` tells a template so, by `__html__`, without knowing the template's language. What is cut
from one or joined to one is plain text again, and is escaped like any other.
"""

from __future__ import annotations

import html
import re

WIDTH = 360
"""Units across: about a phone, so that twelve units of text are read as they are."""
TEXT = 12
"""Units of a letter's height."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_AIR = re.compile(r"\s+")


class NotAKey(ValueError):
    """A key becomes part of an id: a letter first, then letters, digits, ``-`` and ``_``."""


class Markup(str):
    """Finished markup: whatever was somebody's is escaped in it."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        # It may hold what a person wrote.
        return f"<Markup {len(self)}>"


class Theirs(str):
    """A person's own words, so that they are set apart from ours, turned by none and translated by
    none.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Theirs {len(self)}>"


def escaped(text: str) -> str:
    """Return *text* so that it stands in an element or an attribute as what it is."""
    return html.escape(_NOT_XML.sub("", text))


def inline(text: str) -> str:
    """Return *text* escaped; set apart where it is a person's own."""
    if not isinstance(text, Theirs):
        return escaped(text)
    return f'<bdi class="said" data-hx-disable translate="no">{escaped(text)}</bdi>'


def fitting(text: str, units: float) -> str:
    """Return *text* on one line, cut where it would be wider than *units* (a letter is about 7)."""
    line = _AIR.sub(" ", text).strip()
    most = int(units / 7)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def picture(drawing: str, *, height: int, key: str, finding: str, more: str = "") -> Markup:
    """Return *drawing* with its *finding* as title; *more* is read out after it.

    What is drawn is hidden from a reader that speaks: loose numbers say nothing, the finding does.
    Raises `NotAKey`.
    """
    if not _KEY.fullmatch(key):
        raise NotAKey
    title = f'<title id="{key}-title">{escaped(finding)}</title>'
    described = f' aria-describedby="{key}-more"' if more else ""
    desc = f'<desc id="{key}-more">{escaped(more)}</desc>' if more else ""
    # Letters would start from the other end on a page that runs from right to left.
    return Markup(
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" direction="ltr" font-family="sans-serif"'
        f' font-size="{TEXT}" role="img" aria-labelledby="{key}-title"{described}>'
        f'{title}{desc}<g aria-hidden="true">{drawing}</g></svg>'
    )
