"""What a person wrote is kept as written, less what no eye can see and no sealer can carry."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_AIR = re.compile(r"\s+")
_BLANK = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)


class TooLong(ValueError):
    """The text is longer than there is room for; *limit* and *length* count characters."""

    def __init__(self, *, limit: int, length: int) -> None:
        super().__init__(f"{length} characters, {limit} at most")
        self.limit = limit
        self.length = length


def several_lines(text: str, *, limit: int) -> str:
    """Return *text* with plain line ends, without control characters or air around it.

    Raises `TooLong` above *limit* characters: nothing is ever cut off.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _fitting(_UNSEEN.sub("", plain).strip(), limit)


def one_line(text: str, *, limit: int) -> str:
    """Return *text* on one line, without control characters or marks that turn the reading round.

    A mark that turns text round would turn the rest of a sentence on screen too. Raises `TooLong`.
    """
    return _fitting(_TURNS.sub("", _UNSEEN.sub("", _AIR.sub(" ", text))).strip(), limit)


def from_somebody_else(text: str, *, limit: int) -> str:
    """Return *text* of somebody who is not the person: as `several_lines`, and turning nothing.

    Raises `TooLong`.
    """
    return several_lines(_TURNS.sub("", text), limit=limit)


def can_be_seen(text: str) -> bool:
    """Tell whether at least one character of *text* leaves a trace on screen."""
    return _BLANK.sub("", text) != ""


def _fitting(text: str, limit: int) -> str:
    if len(text) > limit:
        raise TooLong(limit=limit, length=len(text))
    return text
