"""A small test that an earlier release kept opens for ever."""

from __future__ import annotations

from typing import Any

from beside.kernel.records import upgrade


@upgrade("ask", to=2)
def how_it_went_out(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave open how it went out, and all that stands behind *Add more*: nobody was asked."""
    return contents


@upgrade("ask", to=3)
def the_other_side(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave open whether they were glad to be asked: nobody was asked to guess it."""
    return contents
