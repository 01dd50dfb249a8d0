"""The one door through which a PDF is made, so that none leaves that a screen reader cannot use.

Typst checks each against PDF/UA-1. What somebody wrote goes in as data and is never markup; and
since the compiler's complaints repeat what it was given, none of them is passed on.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    import typst

FONTS = Path(__file__).parent / "fonts"
UNDRAWABLE = "could not be displayed with font"
"""Stands in the compiler's complaint about a sign that no font at hand has."""

Standard = Literal["ua-1"] | None

TRIES: tuple[tuple[bool, Standard], ...] = ((False, "ua-1"), (True, "ua-1"), (True, None))
"""Whether the fonts of this computer are used as well, and what the PDF has to keep."""

compiling = threading.Lock()
"""One paper at a time: it takes milliseconds, and two would take twice the memory."""


class NotDrawn(Exception):
    """The source does not compile with this. Nothing more is said: it would repeat the words."""


def compiled(source: Path | str, *, data: Mapping[str, object]) -> bytes:
    """Return *source* (a Typst file, or Typst itself) as a PDF that keeps PDF/UA-1.

    The source reads *data* with ``json(bytes(sys.inputs.data))``; its keys and values are what
    JSON can hold. Signs that our own font lacks are drawn with a font of this computer. If that
    has none either, a box stands in their place, and the PDF is tagged but does not claim UA-1.

    Raises `NotDrawn`.
    """
    import typst

    given = {"data": msgspec.json.encode(data).decode()}
    for of_this_computer, standard in TRIES:
        try:
            with compiling:
                return _pdf(source, given, _fonts(of_this_computer=of_this_computer), standard)
        except typst.TypstError as complaint:
            if UNDRAWABLE not in complaint.message:
                break
    raise NotDrawn


def _pdf(
    source: Path | str, given: dict[str, str], fonts: typst.Fonts, standard: Standard
) -> bytes:
    import typst

    if isinstance(source, Path):
        compiler = typst.Compiler(source, source.parent, fonts, sys_inputs=given)
    else:
        compiler = typst.Compiler(source.encode(), FONTS, fonts, sys_inputs=given)
    made = compiler.compile(format="pdf", pdf_standards=standard)
    if not isinstance(made, bytes):
        raise NotDrawn
    return made


@cache
def _fonts(*, of_this_computer: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(
        include_system_fonts=of_this_computer, include_embedded_fonts=False, font_paths=[FONTS]
    )
